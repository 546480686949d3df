//! 每日留存: what the indicators of today read, one row a day and indicator.

use super::gather::{after, gather};
use crate::{Result, Services};
use chrono::{Datelike as _, NaiveDate};
use domain::indicator::catalogue::{Fact, Fraction, Indicator, all};
use entity::indicator_snapshot as rows;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::OnConflict,
};
use std::collections::{BTreeMap, BTreeSet};

/// Days of a trend told at most.
const DAYS: u64 = 60;

/// What has a snapshot.
fn kept() -> impl Iterator<Item = &'static Indicator> {
    all().filter(|one| one.is_computed() && one.is_of_today())
}

/// Takes today's snapshot, unless it was taken; how many rows. What is counted over a period is
/// counted over the month so far.
///
/// # Errors
/// Storage errors.
pub async fn take(services: &Services) -> Result<u64> {
    let today = services.clock.today();
    let taken = rows::Entity::find().filter(rows::COLUMN.day.eq(today));
    if taken.count(&services.db.read).await? > 0 {
        return Ok(0);
    }
    let facts: BTreeSet<Fact> = kept().flat_map(|one| [one.sides().0, one.sides().1].concat()).collect();
    let first = today.with_day(1).unwrap_or(today);
    let found = gather(&services.db.read, services, &facts, &[first, after(today)], true).await?;
    let Some(month) = found.first() else { return Ok(0) };
    let lines: Vec<rows::ActiveModel> = kept().filter_map(|one| line(today, one, &month.total)).collect();
    let key = [rows::Column::Day, rows::Column::Indicator];
    let once = OnConflict::columns(key).do_nothing().to_owned();
    let insert = rows::Entity::insert_many(lines).on_conflict(once);
    Ok(insert.exec_without_returning(&services.db.write).await?)
}

fn line(
    day: NaiveDate,
    one: &Indicator,
    facts: &domain::indicator::catalogue::Facts,
) -> Option<rows::ActiveModel> {
    let reading = one.reading(facts, None);
    Some(rows::ActiveModel {
        day: Set(day),
        indicator: Set(one.key.to_owned()),
        numerator: Set(reading.numerator?),
        denominator: Set(reading.denominator),
    })
}

/// The days before `today`, oldest first, by indicator.
pub(super) async fn trends<C: ConnectionTrait>(
    db: &C,
    key: Option<&str>,
    today: NaiveDate,
) -> Result<BTreeMap<String, Vec<(NaiveDate, Option<Fraction>)>>> {
    let days: Vec<NaiveDate> = rows::Entity::find()
        .select_only()
        .column(rows::Column::Day)
        .distinct()
        .filter(rows::COLUMN.day.lt(today))
        .order_by_desc(rows::Column::Day)
        .limit(DAYS)
        .into_tuple()
        .all(db)
        .await?;
    let Some(first) = days.last() else { return Ok(BTreeMap::new()) };
    let mut found = rows::Entity::find().filter(rows::COLUMN.day.between(*first, today));
    if let Some(key) = key {
        found = found.filter(rows::COLUMN.indicator.eq(key));
    }
    let mut trends: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for row in found.order_by_asc(rows::Column::Day).all(db).await? {
        if row.day < today {
            let value = Fraction::new(row.numerator, row.denominator.unwrap_or(1));
            trends.entry(row.indicator).or_default().push((row.day, value));
        }
    }
    Ok(trends)
}
