//! What came of a scenario, in counts.

use std::collections::BTreeMap;
use std::fmt;

use crate::checker::Findings;
use crate::ledger::Ledger;

/// The counts of one scenario.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Kills, cuts, jumps …
    pub cycles: u64,
    /// Applications acknowledged.
    pub acknowledged: u64,
    /// Second receipts that were the first again.
    pub repeated: u64,
    /// Requests that ended without an answer.
    pub cut_off: u64,
    /// Answers that took nothing in, by status.
    pub refused: BTreeMap<u16, u64>,
    /// Acknowledged and not there.
    pub lost: u64,
    /// There more than once.
    pub doubled: u64,
    /// Receipts that changed.
    pub differing: u64,
    /// What else is wrong, in words; nothing may be.
    pub wrong: Vec<String>,
    /// What else was seen, in words.
    pub notes: Vec<String>,
}

impl Outcome {
    /// Adds what was found; what is wrong is told with a few examples.
    pub fn found(&mut self, cycle: u64, found: &Findings) {
        let count = |list: &[String]| u64::try_from(list.len()).unwrap_or(u64::MAX);
        self.lost += count(&found.lost);
        self.doubled += found.doubled;
        self.differing += count(&found.differing);
        let examples = found.lost.iter().chain(&found.differing).take(3).chain(&found.broken);
        self.wrong.extend(examples.map(|example| format!("cycle {cycle}: {example}")));
    }

    /// Adds the counts of a ledger that is done with.
    pub fn closed(&mut self, ledger: &Ledger) {
        self.acknowledged += ledger.acknowledged();
        self.repeated += ledger.repeated();
        self.cut_off += ledger.cut();
        for (status, count) in ledger.refused() {
            *self.refused.entry(status).or_default() += count;
        }
    }

    /// Adds the counts of another scenario.
    pub fn add(&mut self, other: &Self) {
        self.cycles += other.cycles;
        self.acknowledged += other.acknowledged;
        self.repeated += other.repeated;
        self.cut_off += other.cut_off;
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.differing += other.differing;
    }

    /// Whether nothing was lost, doubled, changed or otherwise wrong.
    pub fn is_good(&self) -> bool {
        self.lost == 0 && self.doubled == 0 && self.differing == 0 && self.wrong.is_empty()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cycles, acknowledged, repeated, cut_off, lost, doubled, differing, .. } = self;
        write!(
            f,
            "{cycles} cycles, {acknowledged} acknowledged, {lost} lost, {doubled} doubled, {differing} receipts \
             changed, {repeated} repeated alike, {cut_off} cut off"
        )
    }
}
