//! The one way to see a number in full: whoever has to do with the person now, for a reason that the
//! auditors and the person can read.

use chrono::{NaiveTime, Utc};
use domain::{
    calendar::CITY_OFFSET,
    field_error::{FieldCode, FieldError},
    permission::{Actor, Role},
    resident_id::ResidentId,
};
use entity::{case_file, session};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    sea_query::IntoCondition,
};
use serde_json::json;
use uuid::Uuid;

use super::{Sight, number_of, row};
use crate::{
    Error, Holder, Portal, Result,
    access::{self, Access, Act},
    audit::{self, Entry},
};

/// Characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 2..=200;

/// How somebody stands to a person. A clerk is in charge of who is at their counter and of whose case
/// they took in today; a reviewer of whoever has a case in the department.
///
/// # Errors
/// When the database cannot be read.
pub async fn sight(portal: &Portal, actor: &Actor, id: Uuid) -> Result<Sight> {
    sight_in(&portal.db.read, portal, actor, id).await
}

/// Shows the full number of a person to whoever is in charge of them, and writes down who asked and
/// why, for the auditors and for the person.
///
/// # Errors
/// [`crate::Kind::Denied`] for anyone else; [`crate::Kind::Invalid`] for the field `reason` with fewer
/// than 2 characters or more than 200; [`crate::Kind::NotFound`].
pub async fn reveal(portal: &Portal, actor: &Actor, id: Uuid, reason: &str) -> Result<ResidentId> {
    let reason = checked(reason)?;
    let tx = portal.db.begin().await?;
    if !sight_in(&tx, portal, actor, id).await?.may_unmask() {
        return Err(Error::denied());
    }
    let number = number_of(&portal.keys, &row(&tx, id).await?)?;
    let entry = Entry::new(actor, "person.reveal", format!("person/{id}"));
    let now = portal.clock.now();
    audit::record(&tx, now, entry.detail(json!({ "reason": reason }))).await?;
    // A number written into its own reason would stand there in full for good.
    let line = Access::new(Holder::Person(id), Act::Revealed, "person", audit::redacted(reason));
    access::record(&tx, now, actor, vec![line]).await?;
    tx.commit().await?;
    Ok(number)
}

fn checked(reason: &str) -> Result<&str> {
    let reason = reason.trim();
    let code = match reason.chars().count() {
        0 => FieldCode::Missing,
        length if length < *REASON.start() => FieldCode::TooShort { min: *REASON.start() },
        length if length > *REASON.end() => FieldCode::TooLong { max: *REASON.end() },
        _ => return Ok(reason),
    };
    Err(Error::invalid(vec![FieldError::new("reason", code)]))
}

async fn sight_in(db: &impl ConnectionTrait, portal: &Portal, actor: &Actor, id: Uuid) -> Result<Sight> {
    if actor.person == Some(id) {
        return Ok(Sight::Own);
    }
    let (Some(role), Some(account)) = (actor.role, actor.account) else {
        return Ok(Sight::of_stranger(actor));
    };
    let in_charge = match role {
        Role::Clerk => {
            at_counter(db, portal, account, id).await? || taken_in_today(db, portal, account, id).await?
        }
        Role::Reviewer => match actor.department {
            Some(department) => has(db, id, case_file::COLUMN.department_id.eq(department)).await?,
            None => false,
        },
        Role::Citizen | Role::Supervisor | Role::Admin | Role::Auditor => false,
    };
    Ok(if in_charge { Sight::InCharge } else { Sight::of_stranger(actor) })
}

async fn at_counter(db: &impl ConnectionTrait, portal: &Portal, clerk: Uuid, id: Uuid) -> Result<bool> {
    let found = session::Entity::find()
        .filter(session::COLUMN.account_id.eq(clerk))
        .filter(session::COLUMN.client_person_id.eq(id))
        .filter(session::COLUMN.expires_at.gt(portal.clock.now()));
    Ok(found.count(db).await? > 0)
}

async fn taken_in_today(db: &impl ConnectionTrait, portal: &Portal, clerk: Uuid, id: Uuid) -> Result<bool> {
    let midnight = portal.clock.today().and_time(NaiveTime::MIN).and_local_timezone(CITY_OFFSET);
    let Some(midnight) = midnight.single() else { return Ok(false) };
    let theirs = Condition::all()
        .add(case_file::COLUMN.clerk_id.eq(clerk))
        .add(case_file::COLUMN.submitted_at.gte(midnight.with_timezone(&Utc)));
    has(db, id, theirs).await
}

/// Whether the person applied, or acted for somebody, in a case of this kind.
async fn has(db: &impl ConnectionTrait, id: Uuid, such: impl IntoCondition) -> Result<bool> {
    let party = Condition::any()
        .add(case_file::COLUMN.person_id.eq(id))
        .add(case_file::COLUMN.agent_person_id.eq(id));
    let found = case_file::Entity::find().filter(party).filter(such);
    Ok(found.count(db).await? > 0)
}

#[cfg(test)]
mod tests;
