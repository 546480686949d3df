//! Which quarters are to be reported, and until when.

use chrono::{DateTime, NaiveDate, Utc};
use domain::assessment::report::{State, due};
use domain::assessment::{Period, PeriodKind};
use domain::calendar::Calendar;
use entity::report;

use crate::Portal;

/// Quarters that a list looks back over, beside the one that runs.
const BACK: usize = 4;

/// The quarters for which a report may be begun, the oldest first: from the one in which the scheme
/// came in, but not more than a year back, to the one that runs.
pub fn reported_from(portal: &Portal, scheme_imported_at: DateTime<Utc>) -> Vec<Period> {
    let now = Period::of(portal.clock.today(), PeriodKind::Quarter);
    let first = Period::of(portal.clock.day_of(scheme_imported_at), PeriodKind::Quarter);
    let back = std::iter::successors(Some(now), |quarter| Some(quarter.previous()));
    let mut quarters: Vec<Period> = back.take(BACK + 1).take_while(|quarter| *quarter >= first).collect();
    quarters.reverse();
    quarters
}

/// The last day on which the department has to have reported, or mended.
pub(super) fn due_of(calendar: &Calendar, period: Period, row: Option<&report::Model>) -> Option<NaiveDate> {
    row.and_then(|row| row.mend_by).or_else(|| due(calendar, period))
}

/// Whether that day has passed while the department had it in hand.
pub(super) fn is_overdue(state: Option<State>, due: Option<NaiveDate>, today: NaiveDate) -> bool {
    state.unwrap_or(State::Draft).is_overdue(due, today)
}
