//! What time made happen in the demonstration, day by day up to now: 视为受理, 视为放弃, 终止, alarms; and
//! who is away.

use chrono::{DateTime, Days as Span, NaiveDate, Utc};
use domain::permission::{Actor, Role};

use super::days::{Days, at};
use super::staff::Cast;
use crate::absences::{self, NewAbsence};
use crate::alarms::{self, AlarmQuery};
use crate::{Result, Services, worker};

/// How far back the clock is watched: every case of the demonstration is younger.
const BACK: u32 = 380;
/// Alarms that somebody has taken note of.
const NOTED: u64 = 6;

/// Lets the clock run through the past: just after midnight, and at ten in the morning.
pub(super) async fn watch(services: &Services, days: &Days, cast: &Cast) -> Result<()> {
    for day in days.ago(BACK).iter_days().take_while(|day| *day <= days.today) {
        for minute in [1, 600] {
            let moment = at(day, minute);
            if moment < days.now {
                worker::catch_up(&services.at(moment)).await?;
            }
        }
    }
    noted(services, days, cast).await?;
    away(services, days, cast).await
}

/// The oldest alarms have been seen.
async fn noted(services: &Services, days: &Days, cast: &Cast) -> Result<()> {
    let Some(supervisor) = &cast.supervisor else { return Ok(()) };
    let query = AlarmQuery { per_page: 200, page: 1, ..AlarmQuery::default() };
    let total = alarms::list(services, supervisor, &query).await?.total;
    let last = total.div_ceil(NOTED).max(1);
    let oldest = AlarmQuery { per_page: NOTED, page: last, ..query };
    for row in alarms::list(services, supervisor, &oldest).await?.rows {
        let morning = at(days.calendar.next_workday(days.workdays_ago(2)).unwrap_or(days.today), 570);
        let when = days.past(morning).unwrap_or(days.now).max(row.raised_at);
        alarms::take_note(&services.at(when), supervisor, row.id).await?;
    }
    Ok(())
}

/// The civil affairs bureau's second reviewer is away; the first stands in.
async fn away(services: &Services, days: &Days, cast: &Cast) -> Result<()> {
    let pair = cast.reviewers.get("MZ").and_then(|all| all.first().zip(all.get(1)));
    let Some((deputy, away)) = pair.and_then(|(one, two)| one.account.zip(two.account)) else {
        return Ok(());
    };
    let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
    let reason = "年休假".to_owned();
    let since = days.ago(1);
    let new = NewAbsence { account: away, deputy, since, until: later(days.today, 6), reason };
    absences::add(&services.at(moment(days)), &admin, new).await?;
    Ok(())
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Span::new(days)).unwrap_or(day)
}

fn moment(days: &Days) -> DateTime<Utc> {
    days.now
}
