//! The schedule of every history against somebody who looks each working day.

use crate::history::plans;
use crate::story::Story;
use chrono::{Days, NaiveDate};
use domain::alarm::{Alarm, AlarmKind, Rank, raised, schedule};
use domain::case::{Outcome, Status};
use domain::deadline::{Light, Target, light, yellow_from};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Days looked at, from the first that anything could be said of.
const LOOKED_AT: usize = 400;

/// The first working day from `from` on that `says`.
fn first(story: &Story, from: NaiveDate, says: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    let days = from.iter_days().take(LOOKED_AT);
    days.filter(|&date| story.calendar.day(date).kind.is_workday()).find(|&date| says(date))
}

/// At least so many working days after a day.
fn later(story: &Story, day: NaiveDate, workdays: usize) -> impl Fn(NaiveDate) -> bool {
    move |today| {
        let days = day.iter_days().skip(1).take_while(|&date| date <= today);
        days.filter(|&date| story.calendar.day(date).kind.is_workday()).count() >= workdays
    }
}

/// What the alarm says, looked at from the case alone.
fn by_hand(story: &Story, alarm: &Alarm) -> Option<NaiveDate> {
    let (case, basis) = (&story.case, alarm.basis);
    let decided = || case.decided_on.unwrap();
    match (alarm.kind, alarm.rank) {
        (AlarmKind::ReceiptNear, _) => first(story, case.receipt_day?, |day| Some(day) >= case.receipt_due),
        (AlarmKind::Deemed, _) => first(story, case.work.deemed_on?, |_| true),
        (AlarmKind::CorrectionRepeated, _) => first(story, case.work.repeated_on?, |_| true),
        (AlarmKind::Yellow, Rank::Holder) => first(story, case.accepted_on?, |day| is_lit(story, day)),
        (AlarmKind::Yellow, _) => first(story, case.due()?, |_| true),
        (AlarmKind::Red, Rank::Supervisor) => first(story, basis, later(story, case.promised_due?, 3)),
        (AlarmKind::Red, _) => first(story, basis, |day| Some(day) > case.promised_due),
        (AlarmKind::Black, _) => first(story, basis, |day| Some(day) > case.statutory_due),
        (AlarmKind::StepLate, _) => {
            let open = case.work.tasks.iter().filter(|task| task.agrees.is_none());
            let due = open
                .filter(|task| task.is(&alarm.step, alarm.department))
                .filter_map(|task| task.due)
                .min()?;
            first(story, due, |day| day > due)
        }
        (AlarmKind::SpecialLong, rank) => {
            let expected = case.special()?.expected;
            match rank {
                Rank::Supervisor => first(story, expected, later(story, expected, 3)),
                Rank::Holder | Rank::Head => first(story, expected, |day| day > expected),
            }
        }
        (AlarmKind::ExtensionWaiting, rank) => {
            let asked = case.work.extension_request.as_ref()?.day;
            let days = if rank == Rank::Supervisor { 2 } else { 0 };
            first(story, asked, later(story, asked, days))
        }
        (AlarmKind::DeliveryLate, _) => first(story, decided(), |day| {
            day.pred_opt().is_some_and(later(story, decided(), 10)) && day > basis
        }),
        (AlarmKind::Unverified, rank) => {
            let days = usize::from(case.process.commitment?);
            let looked = if rank == Rank::Holder { basis } else { basis.succ_opt()? };
            let due = first(story, decided().succ_opt()?, later(story, decided(), days))?;
            first(story, looked.max(due), |_| true)
        }
    }
}

/// Yellow or worse by the dates as they are known now.
fn is_lit(story: &Story, day: NaiveDate) -> bool {
    let (promised, statutory) = story.case.deadlines(&story.calendar);
    let [promised, statutory] = [promised, statutory].map(|one| one.as_ref().map(Target::from));
    light(&story.calendar, day, promised, statutory) >= Light::Yellow
}

/// Which kinds there must be, so that none is forgotten.
fn wanted(story: &Story) -> BTreeSet<AlarmKind> {
    let case = &story.case;
    let (running, work) = (case.status.clock_runs(), &case.work);
    let decided = matches!(case.status, Status::Decided | Status::Certificate);
    let after = decided || matches!(case.status, Status::Delivered | Status::Closed);
    let open_step = work.tasks.iter().any(|task| task.agrees.is_none() && task.due.is_some());
    let promise = work.committed && work.kept.is_none() && case.process.commitment.is_some();
    let rules = [
        (matches!(case.status, Status::Submitted | Status::Received), AlarmKind::ReceiptNear),
        (work.deemed_on.is_some(), AlarmKind::Deemed),
        (work.repeated_on.is_some(), AlarmKind::CorrectionRepeated),
        (running && case.due().is_some(), AlarmKind::Yellow),
        (running && case.promised_due.is_some(), AlarmKind::Red),
        (running && case.statutory_due.is_some(), AlarmKind::Black),
        (running && open_step, AlarmKind::StepLate),
        (case.status == Status::Suspended, AlarmKind::SpecialLong),
        (running && work.extension_request.is_some(), AlarmKind::ExtensionWaiting),
        (decided, AlarmKind::DeliveryLate),
        (after && promise && case.outcome == Some(Outcome::Granted), AlarmKind::Unverified),
    ];
    rules.into_iter().filter(|(there, _)| *there).map(|(_, kind)| kind).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn each_alarm_falls_on_the_first_working_day_that_says_so(plan in plans()) {
        for moment in plan.moments() {
            let story = moment.before;
            let alarms = schedule(&story.case, &story.calendar);
            for alarm in &alarms {
                prop_assert_eq!(Some(alarm.on), by_hand(&story, alarm), "{:?} {:?}", alarm, story.case);
            }
            let kinds: BTreeSet<AlarmKind> = alarms.iter().map(|alarm| alarm.kind).collect();
            prop_assert_eq!(kinds, wanted(&story));
        }
    }

    #[test]
    fn each_is_told_once_and_none_twice(plan in plans()) {
        for moment in plan.moments() {
            let story = moment.before;
            let alarms = schedule(&story.case, &story.calendar);
            let names: BTreeSet<_> =
                alarms.iter().map(|one| (one.kind, one.rank, one.basis, one.step.clone(), one.department)).collect();
            prop_assert_eq!(names.len(), alarms.len(), "{:?}", alarms);
            prop_assert!(alarms.is_sorted());
            let told = raised(&story.case, &story.calendar, story.today);
            let by_now: Vec<_> = alarms.into_iter().filter(|one| one.on <= story.today).collect();
            prop_assert_eq!(told, by_now);
        }
    }

    /// The light of a clock seen evening by evening turns on the very day.
    #[test]
    fn yellow_begins_when_the_light_turns(plan in plans()) {
        let story = plan.end();
        let clock = story.case.clock().filter(|clock| clock.suspensions.is_empty());
        let Some(clock) = clock.filter(|clock| clock.extension.is_none()) else { return Ok(()) };
        let due = clock.promised_due(&story.calendar).or(clock.statutory_due(&story.calendar));
        let Some(target) = due.as_ref().map(Target::from) else { return Ok(()) };
        let turns = yellow_from(&story.calendar, target).unwrap().max(clock.day_zero);
        for day in clock.day_zero.iter_days().take_while(|&day| day <= target.due + Days::new(3)) {
            let lit = clock.light_on(&story.calendar, day).unwrap() >= Light::Yellow;
            prop_assert_eq!(lit, day >= turns, "{} {:?}", day, clock);
        }
    }
}
