//! Between the row of a case and the case of the rules. Destructured in full, so that a new field
//! does not compile unnoticed.

use crate::counters::Dimensions;
use crate::{Error, Result};
use domain::alarm;
use domain::calendar::{CITY_OFFSET, Calendar};
use domain::case::{Assignee, Case, Limits, Outcome, Status, Work};
use domain::item::{CaseKind, Channel};
use domain::permission::{Actor, Parties, Standing, standing};
use domain::process::Process;
use entity::case_file;
use sea_orm::ActiveValue::Set;
use std::sync::Arc;
use uuid::Uuid;

/// The case of the rules under the process it was filed under; the assignee's name is looked up by the
/// caller where it is told.
pub(crate) fn case_of(
    row: &case_file::Model,
    process: Arc<Process>,
    assignee_name: Option<&str>,
) -> Result<Case> {
    Ok(Case {
        status: known(Status::parse(&row.status), "status")?,
        version: u32::try_from(row.version).map_err(Error::internal)?,
        applicant: row.person_id,
        agent: row.agent_person_id,
        department: row.department_id,
        kind: known(CaseKind::parse(&row.kind), "kind")?,
        limits: serde_json::from_value::<Limits>(row.limits.clone())?,
        process,
        work: serde_json::from_value::<Work>(row.work.clone())?,
        assignee: row
            .assignee_id
            .map(|account| Assignee { account, name: assignee_name.unwrap_or_default().to_owned() }),
        receipt_day: row.receipt_date,
        receipt_due: row.receipt_due,
        accepted_on: row.accepted_on,
        promised_due: row.promised_due,
        statutory_due: row.statutory_due,
        corrections: u16::try_from(row.corrections).map_err(Error::internal)?,
        outcome: row.outcome.as_deref().map(|text| known(Outcome::parse(text), "outcome")).transpose()?,
        decided_on: row.decided_on,
        handling_days: row.handling_days.map(u32::try_from).transpose().map_err(Error::internal)?,
        closed_on: row.closed_on,
    })
}

/// The columns that a case's events move.
pub(crate) fn projection(case: &Case, calendar: &Calendar) -> Result<case_file::ActiveModel> {
    let Case {
        status,
        version,
        applicant: _,
        agent: _,
        department: _,
        kind: _,
        limits: _,
        process: _,
        assignee,
        receipt_day,
        receipt_due,
        accepted_on,
        promised_due,
        statutory_due,
        corrections,
        outcome,
        decided_on,
        handling_days,
        closed_on,
        work,
    } = case;
    Ok(case_file::ActiveModel {
        status: Set(status.as_str().to_owned()),
        version: Set(i32::try_from(*version).map_err(Error::internal)?),
        assignee_id: Set(assignee.as_ref().map(|assignee| assignee.account)),
        receipt_date: Set(*receipt_day),
        receipt_due: Set(*receipt_due),
        accepted_on: Set(*accepted_on),
        promised_due: Set(*promised_due),
        statutory_due: Set(*statutory_due),
        next_due: Set(case.next_due()),
        corrections: Set((*corrections).into()),
        outcome: Set(outcome.map(|outcome| outcome.as_str().to_owned())),
        decided_on: Set(*decided_on),
        handling_days: Set(handling_days.map(i32::try_from).transpose().map_err(Error::internal)?),
        closed_on: Set(*closed_on),
        work: Set(serde_json::to_value(work)?),
        wake_on: Set(case.duty().map(|(_, day)| day)),
        // Whoever watches the clock finds out which of them were told already.
        alarm_on: Set(alarm::schedule(case, calendar).first().map(|alarm| alarm.on)),
        ..Default::default()
    })
}

/// The channel of a row.
pub(crate) fn channel_of(row: &case_file::Model) -> Result<Channel> {
    known(Channel::parse(&row.channel), "channel")
}

/// Under which heads a case is counted.
pub(crate) fn dimensions(row: &case_file::Model) -> Result<Dimensions> {
    Ok(Dimensions {
        department_id: row.department_id,
        item_id: row.item_id.clone(),
        division_code: row.division_code.clone(),
        window_id: row.window_id,
        clerk_id: row.clerk_id,
        channel: channel_of(row)?,
        received: row.submitted_at.with_timezone(&CITY_OFFSET).date_naive(),
    })
}

/// How an actor stands to the case of a row.
pub(crate) fn standing_to(actor: &Actor, row: &case_file::Model) -> Result<Standing> {
    let work: Work = serde_json::from_value(row.work.clone())?;
    let consulted: Vec<Uuid> = work.tasks.iter().map(|task| task.department).collect();
    Ok(standing(
        actor,
        Parties {
            applicant: row.person_id,
            agent: row.agent_person_id,
            department: row.department_id,
            consulted: &consulted,
        },
    ))
}

pub(super) fn known<T>(value: Option<T>, what: &'static str) -> Result<T> {
    value.ok_or_else(|| Error::internal(format!("a stored {what} is not known to the rules")))
}
