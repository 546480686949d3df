//! The one way to write what happened: events, projection, steps, counters and audit in one transaction.

mod consequence;

use super::file;
use crate::certificates::granted::{self, Grant};
use crate::{Error, Result, audit, counters};
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Calendar;
use domain::case::{Case, Event, evolve};
use domain::indicator::{Delta, tally};
use domain::permission::Actor;
use entity::{case_event, case_file};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

/// Which case, and under which heads it is counted.
pub(crate) struct Head<'a> {
    pub case_id: Uuid,
    pub case_no: &'a str,
    pub dimensions: counters::Dimensions,
    /// What granting it issues; none where no certificate comes of it.
    pub grant: Option<Grant<'a>>,
}

/// Who did it and when.
#[derive(Clone, Copy)]
pub(crate) struct Moment<'a> {
    pub actor: &'a Actor,
    pub at: DateTime<Utc>,
    pub today: NaiveDate,
    pub calendar: &'a Calendar,
    /// The rules of 电子监察.
    pub watch: &'a [domain::watch::Rule],
}

/// What somebody gave beside what they did: kept with the first event of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside {
    /// The opinion, sealed.
    pub opinion: Option<String>,
    /// The files.
    pub attachments: Vec<Uuid>,
}

/// What the events make of the case, with the counters they move.
pub(crate) fn fold(
    before: &Case,
    events: &[Event],
    heads: &counters::Dimensions,
    at: DateTime<Utc>,
) -> (Case, Vec<Delta>) {
    let when = heads.when(at);
    events.iter().fold((before.clone(), Vec::new()), |(case, mut deltas), event| {
        let after = evolve(case.clone(), event);
        deltas.extend(tally(&case, event, &after, &when));
        (after, deltas)
    })
}

/// Appends events to a case that is stored, guarding against a version changed meanwhile.
pub(crate) async fn append<C: ConnectionTrait>(
    tx: &C,
    head: &Head<'_>,
    before: &Case,
    events: &[Event],
    beside: Beside,
    moment: &Moment<'_>,
) -> Result<Case> {
    if events.is_empty() {
        return Ok(before.clone());
    }
    let (after, deltas) = fold(before, events, &head.dimensions, moment.at);
    update(tx, head.case_id, before, &after, moment).await?;
    write(tx, head, (before, &after), events, beside, moment, &deltas).await?;
    Ok(after)
}

/// Writes events, steps, counters and audit of a case whose row the caller has just written.
pub(crate) async fn write<C: ConnectionTrait>(
    tx: &C,
    head: &Head<'_>,
    (before, after): (&Case, &Case),
    events: &[Event],
    beside: Beside,
    moment: &Moment<'_>,
    deltas: &[Delta],
) -> Result<()> {
    insert_events(tx, head.case_id, before.version, events, beside, moment).await?;
    consequence::steps(tx, head.case_id, before, after).await?;
    consequence::promises(tx, head.case_id, after, events, moment.at).await?;
    granted::follow(tx, head.grant.as_ref(), head.case_id, after, events, moment).await?;
    counters::write(tx, &head.dimensions, deltas).await?;
    crate::watch::hook(tx, head, before, events, moment).await?;
    let subject = format!("case/{}", head.case_no);
    let entry = |event: &Event| audit::Entry::new(moment.actor, event.kind(), subject.clone());
    audit::record_all(tx, moment.at, events.iter().map(entry).collect()).await
}

async fn update<C: ConnectionTrait>(
    tx: &C,
    id: Uuid,
    before: &Case,
    after: &Case,
    moment: &Moment<'_>,
) -> Result<()> {
    let version = i32::try_from(before.version).map_err(Error::internal)?;
    let mut row = file::projection(after, moment.calendar)?;
    row.updated_at = Set(moment.at);
    if after.closed_on != before.closed_on {
        row.closed_at = Set(after.closed_on.map(|_| moment.at));
    }
    let done = case_file::Entity::update_many()
        .set(row)
        .filter(case_file::COLUMN.id.eq(id))
        .filter(case_file::COLUMN.version.eq(version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(Error::stale(None)) }
}

async fn insert_events<C: ConnectionTrait>(
    tx: &C,
    case_id: Uuid,
    version: u32,
    events: &[Event],
    beside: Beside,
    moment: &Moment<'_>,
) -> Result<()> {
    let mut beside = Some(beside);
    let mut rows = Vec::with_capacity(events.len());
    for (seq, event) in (version.saturating_add(1)..).zip(events) {
        let Beside { opinion, attachments } = beside.take().unwrap_or_default();
        let attachments = (!attachments.is_empty()).then_some(attachments);
        rows.push(case_event::ActiveModel {
            id: Set(Uuid::now_v7()),
            case_id: Set(case_id),
            seq: Set(i32::try_from(seq).map_err(Error::internal)?),
            kind: Set(event.kind().to_owned()),
            payload: Set(serde_json::to_value(event)?),
            actor_account_id: Set(moment.actor.account),
            actor_name: Set(moment.actor.name.clone()),
            actor_role: Set(moment.actor.role.map_or("portal", |role| role.as_str()).to_owned()),
            at: Set(moment.at),
            opinion: Set(opinion),
            attachments: Set(attachments.map(serde_json::to_value).transpose()?),
        });
    }
    case_event::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}
