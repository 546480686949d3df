//! Search by holder (GB/T 36906): who looks, and why, stands in the audit trail and in the holder's ledger.

use domain::permission::{Actor, Role};
use uuid::Uuid;

use super::occasion::reason_fits;
use super::{Summary, summaries};
use crate::access::{self, Access, Act};
use crate::holder::Holder;
use crate::{Error, Portal, Result, audit};

/// What somebody holds: to clerks all of it, to reviewers what their department issued.
///
/// # Errors
/// [`crate::Kind::Denied`] to others, [`crate::Kind::Invalid`] without a reason.
pub async fn search(portal: &Portal, actor: &Actor, holder: Holder, reason: &str) -> Result<Vec<Summary>> {
    let department = scope(actor)?;
    reason_fits(reason.trim(), true)?;
    let found = summaries(&portal.db.read, holder).await?;
    let (tx, at) = (portal.db.begin().await?, portal.clock.now());
    let line = Access::new(holder, Act::LookedUp, "certificates", reason.trim());
    access::record(&tx, at, actor, vec![line]).await?;
    audit::record(&tx, at, audit::Entry::new(actor, "certificates_searched", subject(holder))).await?;
    tx.commit().await?;
    let theirs = |one: &Summary| department.is_none() || one.department_id == department;
    Ok(found.into_iter().filter(theirs).collect())
}

/// The department a search is confined to.
fn scope(actor: &Actor) -> Result<Option<Uuid>> {
    match actor.role {
        Some(Role::Clerk) => Ok(None),
        Some(Role::Reviewer) if actor.department.is_some() => Ok(actor.department),
        Some(Role::Reviewer | Role::Citizen | Role::Supervisor | Role::Admin | Role::Auditor) | None => {
            Err(Error::denied())
        }
    }
}

fn subject(holder: Holder) -> String {
    match holder {
        Holder::Person(id) => format!("person/{id}"),
        Holder::Entity(id) => format!("entity/{id}"),
    }
}
