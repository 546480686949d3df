//! Days of the city as moments, and when a case was submitted.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use entity::case_file;
use sea_orm::{Condition, sea_query::Expr};

/// From and to, both included.
pub(super) type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// Submitted on these days.
pub(super) fn submitted((from, to): Days) -> Condition {
    let column = case_file::COLUMN.submitted_at;
    Condition::all()
        .add_option(from.map(|from| column.gte(start_of(from))))
        .add_option(to.map(|to| column.lt(end_of(to))))
}

/// Submitted on a weekday, in an hour, as the city's clock showed it.
pub(super) fn clock(sqlite: bool, weekday: Option<Weekday>, hour: Option<u32>) -> Condition {
    let (of_day, of_hour) = if sqlite {
        (
            "CAST(strftime('%w', submitted_at, '+8 hours') AS INTEGER)",
            "CAST(strftime('%H', submitted_at, '+8 hours') AS INTEGER)",
        )
    } else {
        (
            "CAST(EXTRACT(DOW FROM submitted_at AT TIME ZONE INTERVAL '8 hours') AS INTEGER)",
            "CAST(EXTRACT(HOUR FROM submitted_at AT TIME ZONE INTERVAL '8 hours') AS INTEGER)",
        )
    };
    // Both count from Sunday.
    let weekday = weekday.map(|day| Expr::cust(format!("{of_day} = {}", day.num_days_from_sunday())));
    Condition::all()
        .add_option(weekday)
        .add_option(hour.map(|hour| Expr::cust(format!("{of_hour} = {hour}"))))
}

/// The first moment of a day in the city.
pub(super) fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(domain::calendar::CITY_OFFSET);
    midnight.single().map_or(DateTime::<Utc>::MIN_UTC, |at| at.with_timezone(&Utc))
}

/// The first moment after a day in the city.
pub(super) fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.succ_opt().map_or(DateTime::<Utc>::MAX_UTC, start_of)
}
