//! Pairs of characters and of sounds, weighed by how few entries have them.

use std::collections::HashMap;

use super::unit::Unit;

/// What is looked up: a kind and two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Gram {
    /// One character.
    Character(char),
    /// Two characters side by side.
    Pair(char, char),
    /// Two characters with one between.
    Gap(char, char),
    /// Two sounds side by side.
    Sounds(u16, u16),
    /// Two sounds with one between.
    SoundGap(u16, u16),
}

/// How much each kind counts.
const CHARACTER: f32 = 0.22;
const SOUNDS: f32 = 0.7;
/// A character left out or put in.
const SHIFTED: f32 = 0.45;
/// A character mistaken.
const MISTAKEN: f32 = 0.25;

/// Entries by their grams, each with the weight of the best field that has it.
#[derive(Debug, Default)]
pub(super) struct Grams {
    postings: HashMap<Gram, Vec<(usize, f32)>>,
    entries: usize,
}

impl Grams {
    /// Adds a text of entry `entry`; entries come in rising order.
    pub fn add(&mut self, entry: usize, text: &[Unit], weight: f32) {
        self.entries = self.entries.max(entry + 1);
        for gram in grams(text) {
            let postings = self.postings.entry(gram).or_default();
            match postings.last_mut() {
                Some((last, best)) if *last == entry => *best = best.max(weight),
                Some(_) | None => postings.push((entry, weight)),
            }
        }
    }

    /// How well each entry answers the query, at most the sum of its rarities; and the greatest
    /// share of the query's pairs, by their rarity, that any entry has.
    pub fn score(&self, query: &[Unit]) -> (Vec<f32>, f32) {
        let mut total = vec![0.0; self.entries];
        let mut pairs = vec![0.0; self.entries];
        let mut asked = 0.0f32;
        for (at, unit) in query.iter().enumerate() {
            let pair = side_by_side(unit, query.get(at + 1));
            asked += self.rarest(&pair);
            self.add_best(&mut total, &single(unit));
            self.add_best(&mut pairs, &pair);
            self.add_best(&mut total, &across(unit, query.get(at + 2)));
        }
        for (total, pairs) in total.iter_mut().zip(&pairs) {
            *total += pairs;
        }
        (total, pairs.into_iter().fold(0.0, f32::max) / asked.max(1.0))
    }

    /// How rare a pair is in the reading that is met most; one that nobody has is the rarest.
    fn rarest(&self, pair: &[(Gram, f32)]) -> f32 {
        let straight = pair.iter().filter(|(_, factor)| *factor >= SOUNDS);
        let having = straight.filter_map(|(gram, _)| self.postings.get(gram)).map(Vec::len).max();
        if pair.is_empty() { 0.0 } else { self.rarity(having.unwrap_or(0)) }
    }

    /// Of several readings of one place, each entry counts its best.
    fn add_best(&self, total: &mut [f32], choices: &[(Gram, f32)]) {
        let mut best: HashMap<usize, f32> = HashMap::new();
        for (gram, factor) in choices {
            let Some(postings) = self.postings.get(gram) else { continue };
            let value = factor * self.rarity(postings.len());
            for &(entry, weight) in postings {
                let slot = best.entry(entry).or_default();
                *slot = slot.max(weight * value);
            }
        }
        for (entry, value) in best {
            if let Some(slot) = total.get_mut(entry) {
                *slot += value;
            }
        }
    }

    /// Inverse document frequency.
    fn rarity(&self, having: usize) -> f32 {
        let count = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
        let (all, having) = (count(self.entries), count(having));
        (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
    }
}

fn single(unit: &Unit) -> Vec<(Gram, f32)> {
    unit.character.map(|c| (Gram::Character(c), CHARACTER)).into_iter().collect()
}

fn side_by_side(unit: &Unit, next: Option<&Unit>) -> Vec<(Gram, f32)> {
    let Some(next) = next else { return Vec::new() };
    let mut choices = Vec::new();
    if let (Some(a), Some(b)) = (unit.character, next.character) {
        choices.push((Gram::Pair(a, b), 1.0));
        choices.push((Gram::Gap(a, b), SHIFTED));
    }
    // Letters typed alone are all there is: they count as much as characters.
    let factor = if unit.character.is_none() && next.character.is_none() { 1.0 } else { SOUNDS };
    for (a, b) in sounds(unit, next) {
        choices.push((Gram::Sounds(a, b), factor));
        choices.push((Gram::SoundGap(a, b), factor * SHIFTED));
    }
    choices
}

fn across(unit: &Unit, after: Option<&Unit>) -> Vec<(Gram, f32)> {
    let Some(after) = after else { return Vec::new() };
    match (unit.character, after.character) {
        (Some(a), Some(b)) => vec![(Gram::Gap(a, b), MISTAKEN), (Gram::Pair(a, b), MISTAKEN)],
        (_, _) => sounds(unit, after).map(|(a, b)| (Gram::SoundGap(a, b), MISTAKEN)).collect(),
    }
}

/// Every reading of two units.
fn sounds<'a>(a: &'a Unit, b: &'a Unit) -> impl Iterator<Item = (u16, u16)> + 'a {
    let known = |sound: &&u16| **sound != 0;
    a.sounds
        .iter()
        .filter(known)
        .flat_map(move |&one| b.sounds.iter().filter(move |sound| **sound != 0).map(move |&two| (one, two)))
}

fn grams(text: &[Unit]) -> Vec<Gram> {
    let mut all = Vec::new();
    all.extend(text.iter().filter_map(|unit| unit.character.map(Gram::Character)));
    for (unit, next) in text.iter().zip(text.iter().skip(1)) {
        all.extend(unit.character.zip(next.character).map(|(a, b)| Gram::Pair(a, b)));
        all.extend(sounds(unit, next).map(|(a, b)| Gram::Sounds(a, b)));
    }
    for (unit, after) in text.iter().zip(text.iter().skip(2)) {
        all.extend(unit.character.zip(after.character).map(|(a, b)| Gram::Gap(a, b)));
        all.extend(sounds(unit, after).map(|(a, b)| Gram::SoundGap(a, b)));
    }
    all
}
