//! The dates of every history against a count that goes through the days.

use crate::history::plans;
use crate::story::Story;
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::case::{Case, Status};
use domain::deadline::{Limit, Unit};
use proptest::prelude::*;

fn stopped(case: &Case, date: NaiveDate) -> bool {
    case.work.specials.iter().any(|one| one.from <= date && one.until.is_none_or(|until| date < until))
}

fn works(calendar: &Calendar, date: NaiveDate) -> bool {
    calendar.day(date).kind.is_workday()
}

/// The n-th day that `counts` after a day.
fn after(start: NaiveDate, n: u16, counts: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let days = start.iter_days().skip(1).filter(|&date| counts(date));
    if n == 0 { start } else { days.take(usize::from(n)).last().unwrap() }
}

fn due(case: &Case, calendar: &Calendar, limit: Limit) -> NaiveDate {
    let worked = |date: NaiveDate| works(calendar, date) && !stopped(case, date);
    let start = case.accepted_on.unwrap();
    let counted = match limit.unit {
        Unit::Workday => after(start, limit.value, worked),
        Unit::Day | Unit::Month => after(start, limit.value, |date| !stopped(case, date)),
    };
    // The last day of days of the calendar is a day that is worked.
    let last = counted.iter_days().find(|&date| worked(date)).unwrap();
    after(last, case.work.extension.map_or(0, |extension| extension.workdays), worked)
}

fn right(story: &Story) -> Result<(), TestCaseError> {
    let Story { case, calendar, .. } = story;
    match case.status {
        Status::Accepted | Status::Review => {
            let by_hand = |limit: Option<Limit>| limit.map(|limit| due(case, calendar, limit));
            prop_assert_eq!(case.promised_due, by_hand(case.limits.promised));
            prop_assert_eq!(case.statutory_due, by_hand(case.limits.statutory));
        }
        Status::Suspended => prop_assert_eq!((case.promised_due, case.statutory_due), (None, None)),
        Status::Submitted | Status::Received => {
            let pauses = &case.work.receipt_pauses;
            let paused =
                |date: NaiveDate| pauses.iter().any(|one| one.from <= date && date < one.until.unwrap());
            let counts = |date| works(calendar, date) && !paused(date);
            prop_assert_eq!(case.receipt_due, case.receipt_day.map(|day| after(day, 5, counts)));
        }
        Status::Correction => prop_assert_eq!(case.receipt_due, None),
        _ => {}
    }
    Ok(())
}

/// Working days from acceptance to decision, without those of a special procedure.
fn handled(story: &Story) -> Option<u32> {
    let Story { case, calendar, .. } = story;
    let days = case.accepted_on?.iter_days().skip(1).take_while(|&date| Some(date) <= case.decided_on);
    u32::try_from(days.filter(|&date| works(calendar, date) && !stopped(case, date)).count()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn days_that_do_not_count_never_count(plan in plans()) {
        for moment in plan.moments() {
            right(&moment.before)?;
            let days = moment.before.case.handling_days;
            if days.is_some() {
                prop_assert_eq!(days, handled(&moment.before));
            }
        }
    }

    #[test]
    fn what_happens_by_itself_happens_the_day_after_the_last(plan in plans()) {
        for moment in plan.moments() {
            let Some((duty, from)) = moment.before.case.duty() else { continue };
            let portal = domain::permission::Actor::portal();
            let on = |today| Story { today, ..moment.before.clone() }.attempt(&portal, duty.action());
            prop_assert!(on(from).is_ok(), "{duty:?}");
            prop_assert_eq!(on(from.pred_opt().unwrap()).map_err(|why| why.code()), Err("too_early"));
        }
    }
}
