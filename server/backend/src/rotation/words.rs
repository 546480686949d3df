//! What applicants wrote freely, sealed within the events of cases.

use std::ops::ControlFlow;

use entity::case_event;
use sea_orm::sea_query::{Alias, Cond, Expr, ExprTrait as _};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use super::{Outcome, Progress};
use crate::cases::words::renewed;
use crate::{Portal, Result};

const BATCH: u64 = 200;

pub(super) async fn reseal(
    portal: &Portal,
    outcome: &mut Outcome,
    told: &mut impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<()> {
    let (mut after, mut done) = (Uuid::nil(), 0);
    loop {
        let events = next(portal, after).await?;
        let Some(last) = events.last() else { return Ok(()) };
        (after, done) = (last.id, done + u64::try_from(events.len()).unwrap_or_default());
        write(portal, events, outcome).await?;
        outcome.stopped = told(Progress { table: "case_event.payload", done, total: done }).is_break();
        if outcome.stopped {
            return Ok(());
        }
    }
}

pub(super) async fn pending(portal: &Portal) -> Result<u64> {
    let (mut after, mut waiting) = (Uuid::nil(), 0);
    loop {
        let events = next(portal, after).await?;
        let Some(last) = events.last() else { return Ok(waiting) };
        after = last.id;
        for event in &events {
            // What does not open waits too.
            let renewed = renewed(&portal.keys, event.case_id, &event.payload);
            waiting += u64::from(!matches!(renewed, Ok(None)));
        }
    }
}

/// Events are never changed by anybody else: nothing can come between.
async fn write(portal: &Portal, events: Vec<case_event::Model>, outcome: &mut Outcome) -> Result<()> {
    let tx = portal.db.begin_alone().await?;
    for event in events {
        match renewed(&portal.keys, event.case_id, &event.payload) {
            Ok(None) => {}
            Ok(Some(payload)) => {
                let row = case_event::ActiveModel { payload: Set(payload), ..Default::default() };
                let this = case_event::Entity::update_many().filter(case_event::COLUMN.id.eq(event.id));
                outcome.renewed += this.set(row).exec(&tx).await?.rows_affected;
            }
            Err(error) => {
                outcome.unreadable += 1;
                let causes = error.causes().join(": ");
                tracing::error!(table = "case_event", id = %event.id, causes, "a row does not open");
            }
        }
    }
    Ok(tx.commit().await?)
}

/// Events that may hold a ciphertext of an older version.
async fn next(portal: &Portal, after: Uuid) -> Result<Vec<case_event::Model>> {
    let payload = || Expr::col(case_event::Column::Payload).cast_as(Alias::new("text"));
    let old = portal.keys.older_marks();
    let holding = old.iter().fold(Cond::any(), |any, mark| any.add(payload().like(format!("%\"{mark}%"))));
    let events = case_event::Entity::find()
        .filter(holding)
        .filter(case_event::COLUMN.id.gt(after))
        .order_by_asc(case_event::Column::Id)
        .limit(BATCH);
    Ok(events.all(&portal.db.read).await?)
}
