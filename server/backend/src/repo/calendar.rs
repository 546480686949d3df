//! Rows of the calendar.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{SpecialDay, SpecialKind};
use entity::{calendar_coverage, calendar_day};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::Result;
use crate::places::{CalendarSummary, Coverage};

/// The one row of the coverage.
const ROW: i16 = 1;

/// Puts the days of a file in place of all that were there.
pub(crate) async fn replace<C: ConnectionTrait>(
    db: &C,
    span: &CalendarSummary,
    days: &[SpecialDay],
    at: DateTime<Utc>,
) -> Result<()> {
    calendar_day::Entity::delete_many().exec(db).await?;
    calendar_coverage::Entity::delete_many().exec(db).await?;
    for part in days.chunks(500) {
        let rows = part.iter().map(row);
        calendar_day::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    let coverage = calendar_coverage::ActiveModel {
        id: Set(ROW),
        from_date: Set(span.from),
        to_date: Set(span.to),
        source: Set(span.source.clone()),
        imported_at: Set(at),
    };
    calendar_coverage::Entity::insert(coverage).exec_without_returning(db).await?;
    Ok(())
}

fn row(day: &SpecialDay) -> calendar_day::ActiveModel {
    let SpecialDay { date, kind, name, name_en } = day;
    let kind = match kind {
        SpecialKind::Holiday => "holiday",
        SpecialKind::Workday => "workday",
    };
    calendar_day::ActiveModel {
        date: Set(*date),
        kind: Set(kind.to_owned()),
        name: Set(name.clone()),
        name_en: Set(Some(name_en.clone())),
    }
}

/// The span covered.
pub(crate) async fn coverage<C: ConnectionTrait>(db: &C) -> Result<Option<Coverage>> {
    let row = calendar_coverage::Entity::find_by_id(ROW).one(db).await?;
    Ok(row.map(|row| {
        let calendar_coverage::Model { id: _, from_date, to_date, source, imported_at } = row;
        Coverage { from: from_date, to: to_date, source, imported_at }
    }))
}

/// The special days, of one year or of all.
pub(crate) async fn days<C: ConnectionTrait>(db: &C, year: Option<i32>) -> Result<Vec<SpecialDay>> {
    let mut query = calendar_day::Entity::find().order_by_asc(calendar_day::Column::Date);
    let first = year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    let last = year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    if let (Some(first), Some(last)) = (first, last) {
        query = query.filter(calendar_day::COLUMN.date.between(first, last));
    }
    Ok(query.all(db).await?.into_iter().map(day).collect())
}

fn day(row: calendar_day::Model) -> SpecialDay {
    let calendar_day::Model { date, kind, name, name_en } = row;
    let kind = if kind == "workday" { SpecialKind::Workday } else { SpecialKind::Holiday };
    let name_en = name_en.unwrap_or_else(|| name.clone());
    SpecialDay { date, kind, name, name_en }
}
