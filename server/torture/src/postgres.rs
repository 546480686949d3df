//! The half of the torture that PostgreSQL has a part in: it restarts, moves to its standby, is away.

mod away;
mod cluster;
mod failover;
mod kill;
mod origin;
mod pair;
mod restart;
mod two;
mod user;

pub use away::run as away;
pub use failover::run as failover;
pub use kill::run as kill;
pub use origin::Origin;
pub use restart::run as restart;
pub use two::run as two;

use std::time::Duration;

use crate::outcome::Outcome;
use crate::trial::{Hall, Trial};

/// After a database is back or has moved, clerks are served within this time (quality.md).
const BACK: Duration = Duration::from_secs(10);

/// The longest time without a receipt.
#[derive(Debug, Default)]
struct Silence(Duration);

impl Silence {
    /// Clerks are served again: was it in time?
    fn heard(&mut self, trial: &mut Trial<'_>, hall: &Hall) {
        let silence = hall.ledger.silence();
        self.0 = silence.max(self.0);
        if silence > BACK {
            trial.wrong(format!("{:.1} s without a receipt", silence.as_secs_f64()));
        }
    }

    fn tell(&self, trial: &mut Trial<'_>) {
        trial.note(format!("longest time without a receipt: {:.1} s", self.0.as_secs_f64()));
    }
}

/// What came of it. To come back later is an answer while a database is away; a fault of ours is none.
fn told(mut trial: Trial<'_>) -> Outcome {
    let refused = format!("not taken at first, by status: {:?}", trial.outcome.refused);
    if trial.outcome.refused.contains_key(&500) {
        trial.wrong(refused);
    } else if !trial.outcome.refused.is_empty() {
        trial.note(refused);
    }
    trial.outcome
}
