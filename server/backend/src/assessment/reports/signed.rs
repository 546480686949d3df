//! Figures that were signed off: what indicators and scores take that the portal cannot work out.

use chrono::{DateTime, Utc};
use domain::assessment::Period;
use domain::assessment::report::{Figure, State};
use entity::{report, scheme_entry};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, Select};
use uuid::Uuid;

use super::one::period;
use super::row::figure;
use crate::{Error, Result};

/// Whose figure is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted<'a> {
    /// An entry's, by scheme and key: `("siping", "SP-26")`; whatever the version of the scheme.
    Entry(&'a str, &'a str),
    /// An indicator's, by the key that stands in its entry.
    Indicator(&'a str),
}

/// A figure that was signed off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The report.
    pub report: Uuid,
    /// Key of the scheme.
    pub scheme: String,
    /// Key of the entry.
    pub entry: String,
    /// The indicator it measures.
    pub indicator: Option<String>,
    /// The quarter.
    pub period: Period,
    /// Who reported it.
    pub department: Uuid,
    /// The figure.
    pub figure: Figure,
    /// When it was signed off, and by whom.
    pub signed: (DateTime<Utc>, String),
}

/// The figure that was signed off for a quarter.
///
/// # Errors
/// Storage errors.
pub async fn signed<C: ConnectionTrait>(db: &C, wanted: Wanted<'_>, of: Period) -> Result<Option<Signed>> {
    first(db, found(wanted).filter(report::COLUMN.period.eq(of.to_string()))).await
}

/// The latest figure that was signed off, for a quarter or one before it.
///
/// # Errors
/// Storage errors.
pub async fn latest<C: ConnectionTrait>(db: &C, wanted: Wanted<'_>, until: Period) -> Result<Option<Signed>> {
    first(db, found(wanted).filter(report::COLUMN.period.lte(until.to_string()))).await
}

/// The latest figure of every entry that was signed off, for a quarter or one before it.
///
/// # Errors
/// Storage errors.
pub async fn all_latest<C: ConnectionTrait>(db: &C, until: Period) -> Result<Vec<Signed>> {
    let rows = every().filter(report::COLUMN.period.lte(until.to_string()));
    let mut latest: Vec<Signed> = Vec::new();
    for (row, entry) in rows.find_also_related(scheme_entry::Entity).all(db).await? {
        let one = read(row, entry)?;
        if !latest.iter().any(|known| known.scheme == one.scheme && known.entry == one.entry) {
            latest.push(one);
        }
    }
    Ok(latest)
}

/// What was signed off, the latest first. `2026-Q3` sorts as the quarters follow.
fn every() -> Select<report::Entity> {
    report::Entity::find()
        .filter(report::COLUMN.state.eq(State::SignedOff.as_str()))
        .order_by_desc(report::Column::Period)
        .order_by_desc(report::Column::SignedAt)
}

fn found(wanted: Wanted<'_>) -> Select<report::Entity> {
    match wanted {
        Wanted::Entry(scheme, entry) => {
            every().filter(report::COLUMN.scheme_key.eq(scheme)).filter(report::COLUMN.entry_key.eq(entry))
        }
        Wanted::Indicator(key) => every().filter(
            report::COLUMN.entry_id.in_subquery(
                sea_orm::sea_query::Query::select()
                    .column(scheme_entry::Column::Id)
                    .from(scheme_entry::Entity)
                    .cond_where(scheme_entry::COLUMN.indicator.eq(key))
                    .to_owned(),
            ),
        ),
    }
}

async fn first<C: ConnectionTrait>(db: &C, rows: Select<report::Entity>) -> Result<Option<Signed>> {
    let row = rows.find_also_related(scheme_entry::Entity).one(db).await?;
    row.map(|(row, entry)| read(row, entry)).transpose()
}

fn read(row: report::Model, entry: Option<scheme_entry::Model>) -> Result<Signed> {
    let signed = row.signed_at.zip(row.signed_name).ok_or_else(|| Error::internal("signed off by nobody"))?;
    Ok(Signed {
        report: row.id,
        indicator: entry.and_then(|entry| entry.indicator),
        period: period(&row.period)?,
        department: row.department_id,
        figure: figure(row.numerator, row.denominator, &row.text),
        scheme: row.scheme_key,
        entry: row.entry_key,
        signed,
    })
}
