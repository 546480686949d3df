//! Where events of a case are written: what they show against the rules is written with them.

use super::fold::{guides, read};
use super::lines::write;
use crate::Result;
use crate::cases::record::{Head, Moment};
use domain::case::{Case, Event};
use domain::watch::{Around, wants_guide};
use sea_orm::ConnectionTrait;

/// Writes what is found. Where nothing is, and no correction was asked for, without any statement.
pub(crate) async fn hook<C: ConnectionTrait>(
    tx: &C,
    head: &Head<'_>,
    before: &Case,
    events: &[Event],
    moment: &Moment<'_>,
) -> Result<()> {
    let Moment { today, calendar, watch, at, .. } = *moment;
    let item = &head.dimensions.item_id;
    let guide = match wants_guide(watch, events) {
        true => guides(tx, Some(item)).await?.remove(item).unwrap_or_default(),
        false => Vec::new(),
    };
    let around = Around { today, calendar, guide: &guide };
    let findings = read(watch, before, events.iter().map(|event| (event, today)), &around);
    write(tx, watch, head.case_id, findings, at).await?;
    Ok(())
}
