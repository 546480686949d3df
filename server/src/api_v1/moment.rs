//! Instants as the API tells them: whole seconds of the city's clock.

use chrono::{DateTime, FixedOffset, SubsecRound as _, Utc};
use domain::calendar::CITY_OFFSET;

/// `2026-02-13T10:15:00+08:00`
pub(super) fn moment(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&CITY_OFFSET).trunc_subsecs(0)
}
