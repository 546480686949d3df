//! From a computed deadline to what pages show of it.

use app::lang::Lang;
use app::ui::date_strip::WhyDate;
use backend::Services;
use chrono::NaiveDate;
use domain::case::{Case, Limits};
use domain::deadline::{Deadline, Limit, strip};

/// The limit a citizen was given: the promise, or the statute where nothing is promised.
pub fn given(limits: Limits) -> Option<Limit> {
    limits.promised.or(limits.statutory)
}

/// How a date comes about, day by day; nothing for what is done on the spot.
pub fn why(
    services: &Services,
    day_zero: NaiveDate,
    limit: Option<Limit>,
    deadline: Option<&Deadline>,
    start: &str,
) -> Option<WhyDate> {
    let (limit, deadline) = (limit.filter(|limit| !limit.is_immediate())?, deadline?);
    Some(WhyDate {
        limit,
        cells: strip(&services.reference.calendar(), day_zero, deadline),
        start: start.to_owned(),
        today: services.clock.today(),
        expected: deadline.expected,
    })
}

/// The date of a case while somebody waits for it, and whether it is only expected.
pub fn awaited(case: &Case, promised: Option<&Deadline>) -> Option<(NaiveDate, bool)> {
    let waits =
        case.status.is_open() && case.decided_on.is_none() && case.status != domain::case::Status::Correction;
    let due = case.due().filter(|_| waits)?;
    Some((due, promised.is_some_and(|deadline| deadline.expected)))
}

/// How the date of a case comes about.
pub fn why_of_case(
    services: &Services,
    lang: Lang,
    case: &Case,
    promised: Option<&Deadline>,
) -> Option<WhyDate> {
    let day_zero = case.accepted_on.or(case.receipt_day)?;
    let start =
        if case.accepted_on.is_some() { lang.t("受理", "Accepted") } else { lang.t("收件", "Received") };
    why(services, day_zero, case.limits.promised, promised, start)
}
