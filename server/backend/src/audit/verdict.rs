//! Walks the chain and says where it is broken.

use domain::permission::{Actor, Role};
use entity::audit;
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

use super::chain::{Head, link};
use crate::{Error, Portal, Result};

const BATCH: u64 = 1000;
/// Faults told one by one; more say nothing new.
const TOLD: usize = 100;

/// What is wrong at a place of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Rows before this one are gone.
    Missing,
    /// The row is not what was sealed, or does not follow the one before.
    Altered,
    /// The chain ends before its recorded end.
    TailCut,
    /// The chain goes on beyond its recorded end.
    TailForged,
    /// The record of the end was not made with our keys.
    HeadForged,
}

/// A fault and the number of the row at which it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Number in the chain.
    pub seq: i64,
    /// What is wrong.
    pub fault: Fault,
}

/// What a walk along the chain found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Verdict {
    /// Rows in the chain.
    pub sealed: u64,
    /// Rows that wait to be sealed.
    pub unsealed: u64,
    /// Hash of the last row; written down elsewhere it proves that nothing was set back.
    pub head: String,
    /// The first hundred faults.
    pub faults: Vec<Found>,
}

impl Verdict {
    /// Whether the chain is whole.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    fn tell(&mut self, seq: i64, fault: Fault) {
        if self.faults.len() < TOLD {
            self.faults.push(Found { seq, fault });
        }
    }

    /// Takes in the next row and returns its place and hash, from which the following one goes on.
    fn take(&mut self, portal: &Portal, (last, before): (i64, String), row: &audit::Model) -> (i64, String) {
        let seq = row.seq.unwrap_or_default();
        let missing = seq != last + 1;
        if missing {
            self.tell(seq, Fault::Missing);
        }
        // After a gap the hash before is the row's own word; the gap has been told.
        let before = if missing { row.prev_hash.clone().unwrap_or_default() } else { before };
        let hash = row.hash.clone().unwrap_or_default();
        let follows = row.prev_hash.as_deref() == Some(before.as_str());
        if !follows || link(&portal.keys, seq, &before, row) != hash {
            self.tell(seq, Fault::Altered);
        }
        self.sealed += 1;
        (seq, hash)
    }

    fn end(&mut self, portal: &Portal, head: &Head, (seq, hash): (i64, String)) {
        if !head.is_genuine(&portal.keys) {
            self.tell(head.seq, Fault::HeadForged);
        }
        if seq < head.seq {
            self.tell(head.seq, Fault::TailCut);
        } else if hash != head.hash {
            self.tell(seq, Fault::Altered);
        }
        self.head = hash;
    }
}

/// Walks the whole chain, a thousand rows at a time.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but auditors and the command line; when the database cannot
/// be read. Faults of the chain are in the verdict.
pub async fn verify(portal: &Portal, actor: &Actor) -> Result<Verdict> {
    may_verify(actor)?;
    // The end is read first: rows sealed during the walk lie beyond it and are left for next time.
    let head = Head::read(&portal.db.read).await?;
    let mut verdict = Verdict::default();
    let mut place = (0, String::new());
    loop {
        let rows = after(portal, place.0, head.seq).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            place = verdict.take(portal, place, row);
        }
    }
    verdict.end(portal, &head, place);
    if forged_beyond(portal, &head).await? {
        verdict.tell(head.seq, Fault::TailForged);
    }
    verdict.unsealed =
        audit::Entity::find().filter(audit::COLUMN.seq.is_null()).count(&portal.db.read).await?;
    Ok(verdict)
}

fn may_verify(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Auditor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Supervisor | Role::Admin) => {
            Err(Error::denied())
        }
    }
}

async fn after(portal: &Portal, place: i64, end: i64) -> Result<Vec<audit::Model>> {
    let rows = audit::Entity::find().filter(audit::COLUMN.seq.gt(place)).filter(audit::COLUMN.seq.lte(end));
    Ok(rows.order_by_asc(audit::Column::Seq).limit(BATCH).all(&portal.db.read).await?)
}

/// Whether rows lie beyond an end that has not moved meanwhile.
async fn forged_beyond(portal: &Portal, head: &Head) -> Result<bool> {
    let beyond = audit::Entity::find().filter(audit::COLUMN.seq.gt(head.seq));
    Ok(beyond.count(&portal.db.read).await? > 0 && Head::read(&portal.db.read).await? == *head)
}
