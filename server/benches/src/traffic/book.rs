//! What became of everybody who came.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;

use super::kind::Kind;
use super::tally::{LONGEST, Outcome, Tally};

/// Everybody, by window of time in which they were due and by what they wanted.
#[derive(Debug)]
pub struct Book {
    start: Instant,
    window: Duration,
    none: Tally,
    windows: Vec<Tally>,
    kinds: BTreeMap<Kind, Tally>,
    others: BTreeMap<String, u32>,
    driver: Histogram<u32>,
}

impl Book {
    /// An empty one, with windows this long.
    pub fn new(start: Instant, window: Duration) -> anyhow::Result<Self> {
        let none = Tally::new()?;
        let driver = Histogram::new_with_bounds(1, LONGEST, 2)?;
        let (windows, kinds, others) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        Ok(Self { start, window, none, windows, kinds, others, driver })
    }

    /// Notes what became of one who was due then.
    pub fn note(&mut self, kind: Kind, due: Instant, outcome: &Outcome) {
        let time = due.elapsed();
        let at = due.saturating_duration_since(self.start).as_millis() / self.window.as_millis().max(1);
        let at = usize::try_from(at).unwrap_or_default();
        while self.windows.len() <= at {
            self.windows.push(self.none.clone());
        }
        if let Some(window) = self.windows.get_mut(at) {
            window.note(outcome, time);
        }
        self.kinds.entry(kind).or_insert_with(|| self.none.clone()).note(outcome, time);
        if let Outcome::Wrong(what) | Outcome::Cut(what) = outcome {
            let count = self.others.entry(format!("{}: {what}", kind.name())).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// Notes how late this driver itself was to ask.
    pub fn asked(&mut self, due: Instant) {
        let micros = u64::try_from(due.elapsed().as_micros()).unwrap_or(LONGEST).max(1);
        self.driver.saturating_record(micros);
    }

    /// How late the driver was, at most, for this share of all.
    pub fn lateness(&self, share: f64) -> Duration {
        Duration::from_micros(self.driver.value_at_quantile(share))
    }

    /// The windows in order.
    pub fn windows(&self) -> &[Tally] {
        &self.windows
    }

    /// Some windows together.
    pub fn between(&self, from: usize, to: usize) -> Tally {
        let mut sum = self.none.clone();
        self.windows.iter().take(to).skip(from).for_each(|window| sum.add(window));
        sum
    }

    /// All together.
    pub fn all(&self) -> Tally {
        self.between(0, self.windows.len())
    }

    /// By what they wanted.
    pub fn kinds(&self) -> &BTreeMap<Kind, Tally> {
        &self.kinds
    }

    /// What was answered otherwise, and how often.
    pub fn others(&self) -> String {
        let each = self.others.iter().map(|(what, count)| format!("{what} ({count} times)"));
        each.collect::<Vec<_>>().join("; ")
    }
}
