//! How people ask: words that say nothing about the matter, and what they call things at home.

mod words;

use super::unit::{self, Unit};
use std::sync::LazyLock;
use words::{FILLING, SAID};

static FILLING_UNITS: LazyLock<Vec<Vec<Unit>>> =
    LazyLock::new(|| FILLING.iter().map(|word| unit::written(word)).collect());

static SAID_UNITS: LazyLock<Vec<(Vec<Unit>, Vec<Unit>)>> = LazyLock::new(|| {
    SAID.iter().map(|(home, office)| (unit::written(home), unit::written(office))).collect()
});

/// The query without filling; and once more with the words of the office for those of home.
pub(super) fn readings(query: &[Unit]) -> Vec<Vec<Unit>> {
    let bare = without_filling(query);
    let office = translated(&bare);
    let mut readings = vec![bare];
    if let Some(office) = office {
        readings.push(office);
    }
    readings
}

fn without_filling(query: &[Unit]) -> Vec<Unit> {
    let mut kept = Vec::new();
    let mut rest = query;
    while let Some((first, after)) = rest.split_first() {
        match FILLING_UNITS.iter().find(|word| starts_with(rest, word)) {
            Some(word) => rest = rest.get(word.len()..).unwrap_or_default(),
            None => {
                kept.push(*first);
                rest = after;
            }
        }
    }
    if kept.is_empty() { query.to_vec() } else { kept }
}

/// The query with the words of the office after those of home.
fn translated(query: &[Unit]) -> Option<Vec<Unit>> {
    let mut told = Vec::new();
    let mut rest = query;
    while let Some((_, after)) = rest.split_first() {
        let known = SAID_UNITS.iter().filter(|(home, _)| starts_with(rest, home));
        match known.max_by_key(|(home, _)| home.len()) {
            Some((home, office)) => {
                told.push(Unit::default());
                told.extend_from_slice(office);
                rest = rest.get(home.len()..).unwrap_or_default();
            }
            None => rest = after,
        }
    }
    (!told.is_empty()).then(|| [query, &told].concat())
}

/// As written; words of two and more also as they sound, where only letters were typed.
fn starts_with(text: &[Unit], word: &[Unit]) -> bool {
    let same = |(a, b): (&Unit, &Unit)| match a.character {
        Some(_) => a.character == b.character,
        None => word.len() > 1 && a.sound() != 0 && a.sound() == b.sound(),
    };
    text.len() >= word.len() && text.iter().zip(word).all(same)
}

/// English words of three letters and more.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    const IDLE: [&str; 12] =
        ["the", "for", "and", "how", "get", "apply", "with", "from", "can", "where", "what", "application"];
    let plain = unit::plain(text);
    let words: Vec<String> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() > 2 && !IDLE.contains(word))
        .map(|word| word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word).to_owned())
        .collect();
    words.into_iter()
}

/// How alike two English words are: 1 when equal, less for a beginning or a slip of the pen.
pub(super) fn alike(asked: &str, word: &str) -> f32 {
    if asked == word {
        1.0
    } else if asked.len() > 3 && word.starts_with(asked) {
        0.8
    } else if asked.len() > 4 && strsim::osa_distance(asked, word) <= 1 + asked.len() / 8 {
        0.7
    } else {
        0.0
    }
}
