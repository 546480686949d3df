//! Rows of reports, and what is written with every change.

use chrono::{DateTime, Utc};
use domain::assessment::report::{Amount, Deed, Figure, State};
use domain::permission::Actor;
use entity::{report, report_event};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _};
use uuid::Uuid;

use crate::{Error, Result};

/// A report as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Key.
    pub id: Uuid,
    /// How it stands.
    pub state: State,
    /// What it says.
    pub figure: Figure,
    /// Counted up by every change.
    pub version: i32,
    /// When it was changed last, and by whom.
    pub changed: (DateTime<Utc>, String),
    /// When it was submitted last.
    pub submitted_at: Option<DateTime<Utc>>,
}

pub(super) fn state(row: &report::Model) -> Result<State> {
    State::parse(&row.state).ok_or_else(|| Error::internal("a report in no known state"))
}

pub(super) fn kept(row: &report::Model) -> Result<Kept> {
    Ok(Kept {
        id: row.id,
        state: state(row)?,
        figure: figure(row.numerator, row.denominator, &row.text),
        version: row.version,
        changed: (row.changed_at, row.changed_name.clone()),
        submitted_at: row.submitted_at,
    })
}

/// A figure as it is stored.
pub(super) fn figure(numerator: Option<i64>, denominator: Option<i64>, text: &str) -> Figure {
    Figure {
        numerator: numerator.and_then(Amount::from_ten_thousandths),
        denominator: denominator.and_then(Amount::from_ten_thousandths),
        text: text.to_owned(),
    }
}

/// An amount as it is stored.
pub(super) fn stored(amount: Option<Amount>) -> Option<i64> {
    amount.map(Amount::ten_thousandths)
}

/// What an entry of the history tells.
pub(super) struct Told<'a> {
    pub deed: Deed,
    pub figure: &'a Figure,
    pub reason: Option<&'a str>,
    pub file: Option<Uuid>,
}

/// Writes an entry of the history.
pub(super) async fn tell<C: ConnectionTrait>(
    tx: &C,
    (at, actor): (DateTime<Utc>, &Actor),
    report: Uuid,
    told: Told<'_>,
) -> Result<()> {
    let row = report_event::ActiveModel {
        id: Set(Uuid::now_v7()),
        report_id: Set(report),
        at: Set(at),
        deed: Set(told.deed.as_str().to_owned()),
        account_id: Set(actor.account),
        actor_name: Set(actor.name.clone()),
        reason: Set(told.reason.map(str::to_owned)),
        numerator: Set(stored(told.figure.numerator)),
        denominator: Set(stored(told.figure.denominator)),
        text: Set(told.figure.text.clone()),
        file_id: Set(told.file),
    };
    report_event::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
