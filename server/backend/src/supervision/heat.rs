//! When people come: what was received, by weekday and hour.

use super::completion::{CompletionQuery, allow};
use super::counted::{Asked, Bucket, Cut, among, days};
use crate::{Result, Services};
use chrono::{Datelike as _, Weekday};
use domain::indicator::Metric;
use domain::permission::Actor;
use std::collections::BTreeMap;

/// Cases received on a weekday, in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heat {
    /// The weekday, in the city.
    pub weekday: Weekday,
    /// The hour, from 0 to 23.
    pub hour: u32,
    /// How many cases.
    pub cases: i64,
}

/// What was received from the first to the last day of a query, by weekday (Monday first) and hour. Hours
/// in which nothing came are left out.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn heat(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Vec<Heat>> {
    allow(actor)?;
    let asked = Asked::new(services, &query.heads).await?;
    let cut = Cut { day: true, bucket: Bucket::All, ..Cut::default() };
    let filter = days(Some(query.from), Some(query.to)).add(among(&[Metric::Received]));
    let mut found: BTreeMap<(u32, u32), Heat> = BTreeMap::new();
    for row in asked.rows(&services.db.read, cut, filter).await? {
        let Some(weekday) = row.day.map(|day| day.weekday()) else { continue };
        let place = (weekday.num_days_from_monday(), row.bucket);
        found.entry(place).or_insert(Heat { weekday, hour: row.bucket, cases: 0 }).cases += row.n;
    }
    Ok(found.into_values().filter(|heat| heat.cases != 0).collect())
}
