//! 考核: schemes of assessment, their entries, and the scores worked out by them.

mod entries;
mod import;
mod inputs;
pub mod reports;
mod schemes;
mod score;
mod standing;
mod subject;

use domain::permission::{Actor, Role};

pub use entries::{EntryQuery, SchemeEntry, entries};
pub use import::{Imported, import};
pub use inputs::{Entered, Given, enter};
pub use schemes::{SchemeBook, SchemeCard, activate, scheme, schemes};
pub use score::{ScoreView, Settled, score, scores, settle};
pub use standing::{Newest, Standing, Told, standing};
pub use subject::{Assessed, Subject, subjects};

use crate::{Error, Result};

/// Supervisors assess; so may the portal itself, at the command line and in the demonstration.
fn may_assess(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}

#[cfg(test)]
mod tests;
