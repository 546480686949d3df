//! How characters sound: syllables without tone, folded where speakers mix them up.

use std::{collections::HashMap, sync::LazyLock};

use pinyin::ToPinyinMulti;

/// A folded syllable; 0 is none.
pub(super) type Sound = u16;

/// Readings kept of one character.
pub(super) const READINGS: usize = 3;

/// Longest syllable in letters (`zhuang`).
const LONGEST: usize = 6;

/// The syllables of the standard language that people type alone.
struct Syllables {
    /// Syllable as typed → folded.
    by_spelling: HashMap<String, Sound>,
    /// Folded spelling → number.
    folded: HashMap<String, Sound>,
}

static SYLLABLES: LazyLock<Syllables> = LazyLock::new(|| {
    let mut known = Syllables { by_spelling: HashMap::new(), folded: HashMap::new() };
    for character in '\u{4e00}'..='\u{9fff}' {
        for reading in character.to_pinyin_multi().into_iter().flatten() {
            known.learn(reading.plain());
        }
    }
    known
});

impl Syllables {
    fn learn(&mut self, plain: &str) {
        // 嗯, 呣, 噷: interjections that would split every word of letters.
        if self.by_spelling.contains_key(plain) || matches!(plain, "m" | "n" | "hm" | "ng" | "hng") {
            return;
        }
        let next = Sound::try_from(self.folded.len() + 1).unwrap_or(0);
        let sound = *self.folded.entry(fold(plain)).or_insert(next);
        self.by_spelling.insert(plain.to_owned(), sound);
        if plain.contains('ü') {
            self.by_spelling.insert(plain.replace('ü', "v"), sound);
        }
    }
}

/// Folds what speakers mix up: zh z, ch c, sh s, and the two nasal endings.
fn fold(plain: &str) -> String {
    let front = match plain.get(..2) {
        Some("zh") => plain.replacen("zh", "z", 1),
        Some("ch") => plain.replacen("ch", "c", 1),
        Some("sh") => plain.replacen("sh", "s", 1),
        Some(_) | None => plain.replace('ü', "v"),
    };
    front.strip_suffix("ng").map_or(front.clone(), |stem| format!("{stem}n"))
}

/// The syllable that these letters spell.
pub(super) fn syllable(letters: &str) -> Option<Sound> {
    (letters.len() <= LONGEST).then(|| SYLLABLES.by_spelling.get(letters).copied()).flatten()
}

/// The readings of a character, the usual one first.
pub(super) fn readings(character: char) -> [Sound; READINGS] {
    let mut sounds = [0; READINGS];
    let mut free = sounds.iter_mut();
    let mut seen = Vec::new();
    for reading in character.to_pinyin_multi().into_iter().flatten() {
        let sound = SYLLABLES.by_spelling.get(reading.plain()).copied().unwrap_or(0);
        if sound == 0 || seen.contains(&sound) {
            continue;
        }
        seen.push(sound);
        if let Some(slot) = free.next() {
            *slot = sound;
        }
    }
    sounds
}

/// The first letters of the readings.
pub(super) fn initials(character: char) -> [u8; READINGS] {
    let mut letters = [0; READINGS];
    let readings = character.to_pinyin_multi().into_iter().flatten();
    for (slot, reading) in letters.iter_mut().zip(readings) {
        *slot = reading.plain().bytes().next().unwrap_or(0);
    }
    letters
}

/// The usual reading in letters; nothing for a character without one.
pub(super) fn spelling(character: char) -> Option<&'static str> {
    character
        .to_pinyin_multi()
        .and_then(|readings| readings.into_iter().next())
        .map(|reading| reading.plain())
}

/// A run of letters cut into syllables and initials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A whole syllable.
    Syllable(Sound, u8),
    /// A first letter alone.
    Initial(u8),
}

/// Cuts letters into as few pieces as possible; a lone initial costs more than a syllable.
pub(super) fn cut(letters: &str) -> Vec<Piece> {
    const SYLLABLE: u32 = 2;
    const INITIAL: u32 = 3;
    let mut best: Vec<Option<(u32, usize, Piece)>> = vec![None; letters.len() + 1];
    let cost_to = |best: &[Option<(u32, usize, Piece)>], at: usize| match at {
        0 => Some(0),
        at => best.get(at).copied().flatten().map(|(cost, _, _)| cost),
    };
    for end in 1..=letters.len() {
        let mut here: Option<(u32, usize, Piece)> = None;
        for start in end.saturating_sub(LONGEST)..end {
            let (Some(before), Some(part)) = (cost_to(&best, start), letters.get(start..end)) else {
                continue;
            };
            let Some(first) = part.bytes().next() else { continue };
            let lone = part.len() == 1 || matches!(part, "zh" | "ch" | "sh");
            let piece = match syllable(part) {
                Some(sound) => (before + SYLLABLE, start, Piece::Syllable(sound, first)),
                None if lone => (before + INITIAL, start, Piece::Initial(first)),
                None => continue,
            };
            if here.is_none_or(|(cost, _, _)| piece.0 < cost) {
                here = Some(piece);
            }
        }
        if let Some(slot) = best.get_mut(end) {
            *slot = here;
        }
    }
    unwind(&best, letters.len())
}

fn unwind(best: &[Option<(u32, usize, Piece)>], length: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = length;
    while let Some((_, start, piece)) = best.get(at).copied().flatten() {
        pieces.push(piece);
        at = start;
    }
    pieces.reverse();
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(letters: &str) -> String {
        let mark = |piece: &Piece| match piece {
            Piece::Syllable(..) => 'S',
            Piece::Initial(_) => 'i',
        };
        cut(letters).iter().map(mark).collect()
    }

    #[test]
    fn letters_are_cut_into_syllables_and_initials() {
        assert_eq!(shape("gaolingjintie"), "SSSS");
        assert_eq!(shape("gljt"), "iiii");
        assert_eq!(shape("gaolingjt"), "SSii");
        assert_eq!(shape("nvxing"), "SS");
        assert_eq!(shape(""), "");
    }

    #[test]
    fn sounds_that_are_mixed_up_are_one() {
        assert_eq!(syllable("jin"), syllable("jing"));
        assert_eq!(syllable("zhi"), syllable("zi"));
        assert_ne!(syllable("gao"), syllable("hao"));
        assert!(readings('行').contains(&syllable("hang").unwrap()));
    }
}
