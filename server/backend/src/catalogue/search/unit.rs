//! Text as a row of units: a character with its sounds, a syllable, or a first letter.

use super::sound::{self, Piece, READINGS, Sound};

/// How well a unit fits that is the same character, sounds like it, is its syllable spelled out, is
/// its first letter.
const SAME: f32 = 1.0;
const ALIKE: f32 = 0.75;
const SPELLED: f32 = 0.95;
const LETTER: f32 = 0.7;

/// One place of a text. A field that is not known is 0 or `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Unit {
    /// The character, where one was written.
    pub character: Option<char>,
    /// How it sounds.
    pub sounds: [Sound; READINGS],
    /// Its first letters in pinyin.
    pub initials: [u8; READINGS],
}

impl Unit {
    fn written(character: char) -> Self {
        let mut unit = Self {
            character: Some(character),
            sounds: sound::readings(character),
            initials: sound::initials(character),
        };
        if let (Ok(letter), [first, ..]) = (u8::try_from(character), &mut unit.initials) {
            *first = letter;
        }
        unit
    }

    fn spelled(piece: Piece) -> Self {
        match piece {
            Piece::Syllable(sound, letter) => {
                Self { character: None, sounds: [sound, 0, 0], initials: [letter, 0, 0] }
            }
            Piece::Initial(letter) => Self { initials: [letter, 0, 0], ..Self::default() },
        }
    }

    /// Whether only a first letter is known.
    pub fn is_initial(&self) -> bool {
        self.character.is_none() && self.sound() == 0
    }

    /// The usual sound.
    pub fn sound(&self) -> Sound {
        let [sound, ..] = self.sounds;
        sound
    }

    /// How well a unit of a query fits the very unit that was meant, 0 to 1.
    pub fn fits_itself(&self) -> f32 {
        if self.character.is_some() {
            SAME
        } else if self.sound() != 0 {
            SPELLED
        } else if meets(&self.initials, &self.initials, 0) {
            LETTER
        } else {
            0.0
        }
    }

    /// How well a unit of a query fits a unit of the catalogue, 0 to 1.
    pub fn fits(&self, other: &Self) -> f32 {
        if self.character.is_some() && self.character == other.character {
            return SAME;
        }
        if meets(&self.sounds, &other.sounds, 0) {
            return if self.character.is_some() { ALIKE } else { SPELLED };
        }
        if self.is_initial() && meets(&self.initials, &other.initials, 0) { LETTER } else { 0.0 }
    }
}

fn meets<T: PartialEq + Copy>(some: &[T], others: &[T], none: T) -> bool {
    some.iter().any(|one| *one != none && others.contains(one))
}

/// Plain letters: narrow, lower case.
pub(super) fn plain(text: &str) -> String {
    let narrow = |c: char| match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        0x3000 => ' ',
        _ => c,
    };
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

/// A text of the catalogue as units; letters and digits stand for themselves.
pub(super) fn written(text: &str) -> Vec<Unit> {
    plain(text).chars().filter(|c| c.is_alphanumeric()).map(Unit::written).collect()
}

/// The ways to read what someone typed, the likeliest first.
pub(super) fn typed(text: &str) -> Vec<Vec<Unit>> {
    let text = plain(text);
    let runs = runs(&text);
    let likely = runs.iter().flat_map(|run| read(run)).collect();
    let mut ways = vec![likely];
    let letters: Vec<&&str> = runs.iter().filter(|run| is_letters(run)).collect();
    if let [only] = letters.as_slice()
        && (2..=7).contains(&only.len())
    {
        ways.push(
            runs.iter().flat_map(|run| if is_letters(run) { spell_out(run) } else { read(run) }).collect(),
        );
    }
    if !letters.is_empty() {
        ways.push(written(&text));
    }
    ways.dedup();
    ways
}

fn read(run: &str) -> Vec<Unit> {
    if is_letters(run) {
        sound::cut(run).into_iter().map(Unit::spelled).collect()
    } else {
        run.chars().map(Unit::written).collect()
    }
}

fn spell_out(run: &str) -> Vec<Unit> {
    run.bytes().map(|letter| Unit::spelled(Piece::Initial(letter))).collect()
}

fn is_letters(run: &str) -> bool {
    run.bytes().all(|b| b.is_ascii_lowercase())
}

/// Runs of letters, and runs of everything else that is no space and no mark.
fn runs(text: &str) -> Vec<&str> {
    let is_gap = |c: char| !c.is_alphanumeric();
    text.split(is_gap).flat_map(split_letters).filter(|run| !run.is_empty()).collect()
}

fn split_letters(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let letter = first.is_ascii_lowercase();
        let end = rest.find(|c: char| c.is_ascii_lowercase() != letter).unwrap_or(rest.len());
        let (part, next) = rest.split_at(end);
        parts.push(part);
        rest = next;
    }
    parts
}

/// The letters that a text is spelled with.
pub(crate) fn letters(text: &str) -> String {
    let text = plain(text);
    let mut letters = String::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        match sound::spelling(c) {
            Some(spelling) => letters.push_str(&spelling.replace('ü', "v")),
            None => letters.push(c),
        }
    }
    letters
}

/// The first letters that a text is abbreviated to.
pub(crate) fn first_letters(text: &str) -> String {
    let first = |c: char| sound::spelling(c).and_then(|spelling| spelling.chars().next()).unwrap_or(c);
    plain(text).chars().filter(|c| c.is_alphanumeric()).map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_sounds_and_initials_fit() {
        let name = written("高龄津贴");
        let fit = |typed_text: &str| {
            let ways = typed(typed_text);
            let units = ways.first().unwrap();
            assert_eq!(units.len(), name.len(), "{typed_text}");
            units.iter().zip(&name).map(|(a, b)| a.fits(b)).sum::<f32>()
        };
        assert!(fit("高龄津贴") > 3.9);
        assert!(fit("高岭津帖") > 3.4);
        assert!(fit("gao ling jin tie") > 3.7);
        assert!(fit("ＧＬＪＴ") > 2.7);
        assert!(fit("高龄jt") > 3.3);
    }

    #[test]
    fn spelling_and_abbreviation() {
        assert_eq!(letters("高龄津贴 A4"), "gaolingjintiea4");
        assert_eq!(first_letters("高龄津贴"), "gljt");
    }
}
