//! The text of the catalogue, searchable by characters, sounds and first letters.

use super::align;
use super::certain::{self, Manner};
use super::everyday;
use super::field::Field;
use super::grams::Grams;
use super::unit::{self, Unit};

/// A name or an everyday word.
#[derive(Debug)]
struct Phrase {
    entry: usize,
    units: Vec<Unit>,
    letters: String,
    weight: f32,
}

/// An entry found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place in the index.
    pub entry: usize,
    /// How well it fits; comparable within one search.
    pub score: f32,
}

/// All texts of all entries.
#[derive(Debug, Default)]
pub struct TextIndex {
    grams: Grams,
    phrases: Vec<Phrase>,
    words: Vec<(usize, String)>,
    entries: usize,
}

// The figures here and in `grams` and `align` were tuned on one half of the questions in
// `search-questions.csv` and measured on the other; where to cut, here and in `certain`, on all of
// them and on nonsense, and measured on other nonsense.

/// A hit below this part of the best one is no answer to the question.
const TAIL: f32 = 0.25;
/// What the phrases count beside the grams.
const PHRASES: f32 = 9.0;
/// What a phrase spelled out wholly counts.
const SLIP: f32 = 14.0;
/// Units of a phrase that make it certain that it was meant.
const CERTAIN: f32 = 3.0;
/// Characters of a question that are read; comparing with slips costs more than their square.
const QUESTION: usize = 40;

impl TextIndex {
    /// Takes the texts of each entry.
    pub fn new<'a>(entries: impl IntoIterator<Item = Vec<(Field, &'a str)>>) -> Self {
        let mut index = Self::default();
        for texts in entries {
            for (field, text) in texts {
                index.add(field, text);
            }
            index.entries += 1;
        }
        index
    }

    fn add(&mut self, field: Field, text: &str) {
        let entry = self.entries;
        if field == Field::English {
            self.words.extend(everyday::words(text).map(|word| (entry, word)));
            return;
        }
        let units = unit::written(text);
        self.grams.add(entry, &units, field.weight());
        if field.is_phrase() && !units.is_empty() {
            self.phrases.push(Phrase { entry, units, letters: unit::letters(text), weight: field.weight() });
        }
    }

    /// The entries that answer a query, best first; equal ones in the order of the catalogue.
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let query: String = query.chars().take(QUESTION).collect();
        let query = query.as_str();
        let mut scores = vec![0.0f32; self.entries];
        let mut certainty = 0.0f32;
        for way in unit::typed(query) {
            for way in everyday::readings(&way) {
                certainty = certainty.max(self.score(&way, &mut scores));
            }
        }
        let letters = [self.slips(query), self.english(query)];
        let spelled = letters.iter().flatten().any(|score| *score > 0.0);
        letters.iter().for_each(|others| raise(&mut scores, others));
        if certainty >= 1.0 || spelled { ranked(scores) } else { Vec::new() }
    }

    /// Raises the scores by one way of reading the query; tells how certain the best phrase is.
    fn score(&self, query: &[Unit], scores: &mut [f32]) -> f32 {
        let (mut found, share) = self.grams.score(query);
        found.resize(self.entries, 0.0);
        let manner = Manner::of(query);
        let (phrases, certainty) = self.contained(query, manner);
        for (score, phrase) in found.iter_mut().zip(phrases) {
            *score += PHRASES * phrase;
        }
        raise(scores, &found);
        certainty.max(manner.certainty_of_pairs(share))
    }

    /// How well the best phrase of each entry is contained in the query, or the query in it; and
    /// how certain it is that any of them is meant.
    fn contained(&self, query: &[Unit], manner: Manner) -> (Vec<f32>, f32) {
        let mut best = vec![0.0f32; self.entries];
        let mut certainty = 0.0f32;
        let whole = certain::whole(query).max(1.0);
        let asked = length(query.len());
        for phrase in &self.phrases {
            let stretch = align::stretch(query, &phrase.units);
            let share = stretch / whole;
            if manner.is_noise(share) {
                continue;
            }
            certainty = certainty.max(manner.certainty(stretch, share));
            let of_query = stretch / asked.max(1.0);
            let of_phrase = stretch / length(phrase.units.len());
            let sure = (stretch / CERTAIN).min(1.0);
            let value = phrase.weight * sure * (0.6 * of_query + 0.4 * of_phrase);
            keep(&mut best, phrase.entry, value);
        }
        (best, certainty)
    }

    /// Pinyin with wrong letters: as letters against the letters of each phrase.
    fn slips(&self, query: &str) -> Vec<f32> {
        let mut best = vec![0.0f32; self.entries];
        let has_letters = unit::plain(query).bytes().any(|b| b.is_ascii_lowercase());
        let typed = unit::letters(query);
        if !has_letters || !(6..=40).contains(&typed.len()) {
            return best;
        }
        let allowed = typed.len() / 5;
        for phrase in &self.phrases {
            let changes = align::changes(typed.as_bytes(), phrase.letters.as_bytes());
            if changes <= allowed {
                let close = 1.0 - 2.0 * length(changes) / length(typed.len());
                let whole = length(typed.len()) / length(phrase.letters.len().max(typed.len()));
                keep(&mut best, phrase.entry, SLIP * phrase.weight * close * (0.6 + 0.4 * whole));
            }
        }
        best
    }

    fn english(&self, query: &str) -> Vec<f32> {
        let mut scores = vec![0.0f32; self.entries];
        for asked in everyday::words(query) {
            let mut best = vec![0.0f32; self.entries];
            for (entry, word) in &self.words {
                keep(&mut best, *entry, everyday::alike(&asked, word));
            }
            let having = length(best.iter().filter(|value| **value > 0.0).count());
            let rarity = (1.0 + length(self.entries) / (1.0 + having)).ln();
            for (score, value) in scores.iter_mut().zip(best) {
                *score += value * rarity * 2.0;
            }
        }
        scores
    }
}

fn length(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn keep(best: &mut [f32], entry: usize, value: f32) {
    if let Some(slot) = best.get_mut(entry) {
        *slot = slot.max(value);
    }
}

fn raise(scores: &mut [f32], others: &[f32]) {
    for (score, other) in scores.iter_mut().zip(others) {
        *score = score.max(*other);
    }
}

fn ranked(scores: Vec<f32>) -> Vec<Hit> {
    let best = scores.iter().copied().fold(0.0, f32::max);
    let mut hits: Vec<Hit> = scores
        .into_iter()
        .enumerate()
        .map(|(entry, score)| Hit { entry, score })
        .filter(|hit| hit.score > 0.0 && hit.score >= best * TAIL)
        .collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits
}
