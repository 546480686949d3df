//! Until when: the light, the days left, and how the two dates come about.

use crate::Services;
use domain::case::Case;
use domain::deadline::{self, Deadline, Light};

/// Light and working days left, while the handling clock runs.
pub(in crate::cases) fn clock(services: &Services, case: &Case) -> (Option<Light>, Option<u32>) {
    let (calendar, today) = (services.reference.calendar(), services.clock.today());
    let light = case.clock().and_then(|clock| clock.light_on(&calendar, today));
    let due = case.due().filter(|&due| case.status.clock_runs() && due >= today);
    (light, due.map(|due| deadline::days_left(&calendar, today, due)))
}

/// How the two dates come about, counted from acceptance, or from receipt before it.
pub(in crate::cases) fn dates(services: &Services, case: &Case) -> (Option<Deadline>, Option<Deadline>) {
    case.deadlines(&services.reference.calendar())
}
