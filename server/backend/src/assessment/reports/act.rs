//! What the supervisor does to a report: 退回, 核定, 重开.

use domain::assessment::report::{Act, Hand, State, hand, mend_by};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use entity::report;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::row::{Told, figure, state, tell};
use crate::audit::{self, Entry};
use crate::{Error, Result, Services};

/// Most characters of a reason.
const REASON_MAX: usize = 500;

/// What the supervisor decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What is done.
    pub act: Act,
    /// Why; empty where nothing has to be said.
    pub reason: String,
    /// The version that the page showed.
    pub version: i32,
}

/// Gives a report back, signs it off, or opens it again.
///
/// # Errors
/// [`crate::Kind::Invalid`] on `reason`; [`crate::Kind::Stale`] with who was faster;
/// [`crate::Kind::NotFound`] where there is none, and to all but a supervisor.
pub async fn judge(services: &Services, actor: &Actor, id: Uuid, given: &Judgement) -> Result<()> {
    if hand(actor, None) != Hand::Supervisor || given.act.hand() != Hand::Supervisor {
        return Err(Error::not_found());
    }
    let tx = services.db.begin().await?;
    let row = report::Entity::find_by_id(id).one(&tx).await?.ok_or_else(Error::not_found)?;
    let reason = reason(given)?;
    let next = match state(&row)?.after(given.act) {
        Some(next) if row.version == given.version => next,
        Some(_) | None => return Err(Error::stale(Some(row.changed_name))),
    };
    let changed = changed(services, actor, &row, next);
    let done = report::Entity::update_many()
        .set(changed)
        .filter(report::COLUMN.id.eq(id))
        .filter(report::COLUMN.version.eq(row.version))
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::stale(None));
    }
    let now = services.clock.now();
    let figure = figure(row.numerator, row.denominator, &row.text);
    let told = Told { deed: given.act.deed(), figure: &figure, reason: reason.as_deref(), file: None };
    tell(&tx, (now, actor), id, told).await?;
    let entry = Entry::new(actor, audited(given.act), format!("report/{id}"));
    let entry = entry.detail(serde_json::json!({ "reason": reason, "version": row.version }));
    audit::record(&tx, now, entry).await?;
    Ok(tx.commit().await?)
}

fn changed(services: &Services, actor: &Actor, row: &report::Model, next: State) -> report::ActiveModel {
    let now = services.clock.now();
    let signed = next == State::SignedOff;
    let mend = (!signed).then(|| mend_by(&services.reference.calendar(), services.clock.today())).flatten();
    report::ActiveModel {
        state: Set(next.as_str().to_owned()),
        version: Set(row.version + 1),
        mend_by: Set(mend.or(row.mend_by)),
        signed_at: Set(signed.then_some(now)),
        signed_name: Set(signed.then(|| actor.name.clone())),
        changed_at: Set(now),
        changed_by: Set(actor.account),
        changed_name: Set(actor.name.clone()),
        ..Default::default()
    }
}

fn reason(given: &Judgement) -> Result<Option<String>> {
    let reason = given.reason.trim();
    let code = match reason.chars().count() {
        0 if given.act.needs_reason() => FieldCode::Missing,
        n if n > REASON_MAX => FieldCode::TooLong { max: REASON_MAX },
        _ => return Ok(Some(reason.to_owned()).filter(|reason| !reason.is_empty())),
    };
    Err(Error::invalid(vec![FieldError::new("reason", code)]))
}

fn audited(act: Act) -> &'static str {
    match act {
        Act::Return => "report.returned",
        Act::SignOff => "report.signed_off",
        Act::Reopen => "report.reopened",
        Act::Save => "report.saved",
        Act::Submit => "report.submitted",
    }
}
