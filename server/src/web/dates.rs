//! From a computed deadline to what pages show of it.

use app::lang::Lang;
use app::ui::date_strip::{Extended, Stop, WhyDate};
use app::ui::timeline::procedure_name;
use backend::Services;
use chrono::NaiveDate;
use domain::case::{Case, Limits, RECEIPT_LIMIT, Status};
use domain::deadline::{self, Deadline, Limit, strip};

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
        stops: Vec::new(),
        extended: None,
    })
}

/// The date of a case while somebody waits for it, and whether it is only expected.
pub fn awaited(case: &Case, promised: Option<&Deadline>) -> Option<(NaiveDate, bool)> {
    let waits = case.status.is_open() && case.decided_on.is_none() && case.status != Status::Correction;
    let due = case.due().filter(|_| waits)?;
    Some((due, promised.is_some_and(|deadline| deadline.expected)))
}

/// How the date of a case comes about: the promised one, or the statutory where nothing is promised.
pub fn why_of_case(
    services: &Services,
    lang: Lang,
    case: &Case,
    promised: Option<&Deadline>,
) -> Option<WhyDate> {
    let day_zero = case.accepted_on.or(case.receipt_day)?;
    let start =
        if case.accepted_on.is_some() { lang.t("受理", "Accepted") } else { lang.t("收件", "Received") };
    let (_, statutory) = case.deadlines(&services.reference.calendar());
    let limit = given(case.limits);
    let deadline = if case.limits.promised.is_some() { promised } else { statutory.as_ref() };
    let counted = why(services, day_zero, limit, deadline, start)?;
    Some(WhyDate { stops: stops(lang, case), extended: extended(services, case, day_zero), ..counted })
}

/// What stopped the handling clock.
fn stops(lang: Lang, case: &Case) -> Vec<Stop> {
    let closed = case.work.specials.iter().filter_map(|special| {
        let why = procedure_name(lang, special.procedure).to_owned();
        Some(Stop { from: special.from, until: special.until?, why })
    });
    closed.collect()
}

/// 延期, with the last day as it was without it.
fn extended(services: &Services, case: &Case, day_zero: NaiveDate) -> Option<Extended> {
    let extension = case.work.extension?;
    let calendar = services.reference.calendar();
    let before = deadline::due(&calendar, day_zero, given(case.limits)?, &case.suspensions())?;
    Some(Extended { after: before.due, workdays: extension.workdays })
}

/// The last day of the receipt clock while it runs, whether it is only expected, and how it comes about.
pub fn receipt(services: &Services, lang: Lang, case: &Case) -> Option<(NaiveDate, bool, Option<WhyDate>)> {
    let runs = matches!(case.status, Status::Submitted | Status::Received);
    let day_zero = case.receipt_day.filter(|_| runs)?;
    let deadline = case.receipt_deadline(&services.reference.calendar())?;
    let anew = case.work.answered_on == Some(day_zero);
    let start = if anew { lang.t("补正", "Corrected") } else { lang.t("收件", "Received") };
    let counted = why(services, day_zero, Some(RECEIPT_LIMIT), Some(&deadline), start);
    let counted = counted.map(|counted| WhyDate { stops: pauses(lang, case), ..counted });
    Some((deadline.due, deadline.expected, counted))
}

/// What stopped the receipt clock: it waited for the applicant.
fn pauses(lang: Lang, case: &Case) -> Vec<Stop> {
    let why = lang.t("等您补正", "it waited for your corrections");
    let closed = case.work.receipt_pauses.iter();
    closed
        .filter_map(|pause| Some(Stop { from: pause.from, until: pause.until?, why: why.to_owned() }))
        .collect()
}
