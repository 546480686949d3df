//! How far a scenario is.

use std::time::Instant;

use crate::ledger::Ledger;
use crate::outcome::Outcome;

/// Says now and then how far it is.
#[derive(Debug)]
pub struct Progress {
    name: &'static str,
    of: u64,
    began: Instant,
}

impl Progress {
    /// Of a scenario of so many cycles.
    pub fn begin(name: &'static str, of: u32) -> Self {
        Self { name, of: of.into(), began: Instant::now() }
    }

    /// After each cycle; every tenth, the first and the last are told.
    pub fn step(&self, ledger: &Ledger, outcome: &Outcome) {
        let Outcome { cycles, acknowledged, lost, doubled, .. } = outcome;
        if *cycles == 1 || *cycles == self.of || cycles.is_multiple_of(10) {
            let acknowledged = acknowledged.saturating_add(ledger.acknowledged());
            let seconds = self.began.elapsed().as_secs();
            eprintln!(
                "  {}: cycle {cycles} of {}, {acknowledged} acknowledged, {lost} lost, {doubled} doubled, {seconds} s",
                self.name, self.of
            );
        }
    }
}
