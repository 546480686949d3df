//! Every counter against a recount from what the case has come to.

use crate::history::{Moment, Plan, plans};
use chrono::NaiveDate;
use domain::case::{Case, Event, Outcome, Status};
use domain::indicator::{Fate, Metric, Stage, When, day_number, tally};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Key = (Metric, NaiveDate, u32, String);
type Counts = BTreeMap<Key, i64>;

/// The hour at which everything happens.
const HOUR: u32 = 14;

/// The day on which the case of a plan was submitted.
fn received(moments: &[Moment]) -> NaiveDate {
    let submits =
        |moment: &&Moment| moment.folded().iter().any(|(event, _)| matches!(event, Event::Submitted { .. }));
    moments.iter().find(submits).map_or(NaiveDate::MIN, |moment| moment.before.today)
}

/// Adds up what the rules say, never below zero.
fn tallied(moments: &[Moment]) -> Result<Counts, TestCaseError> {
    let (mut counts, received) = (Counts::new(), received(moments));
    for moment in moments {
        let mut before = moment.before.case.clone();
        for (event, after) in moment.folded() {
            let when = When { day: moment.before.today, hour: HOUR, received };
            for delta in tally(&before, &event, &after, &when) {
                *counts.entry((delta.metric, delta.day, delta.bucket, delta.part)).or_default() += delta.n;
            }
            let least = counts.values().min().copied().unwrap_or_default();
            prop_assert!(least >= 0, "{event:?} {counts:?}");
            before = after;
        }
    }
    counts.retain(|_, n| *n != 0);
    Ok(counts)
}

/// What is counted by having happened, by the name of its event.
fn metric_of(json: &serde_json::Value) -> Vec<Metric> {
    let is = |field: &str| json[field] == true;
    match json["kind"].as_str().unwrap() {
        "correction_asked" if is("repeated") => vec![Metric::Corrections, Metric::RepeatedCorrections],
        "correction_asked" => vec![Metric::Corrections],
        "not_accepted" => vec![Metric::NotAccepted],
        "accepted" if json["manner"]["deemed"].is_object() => vec![Metric::Deemed],
        "accepted" if json["manner"]["deferred"].is_object() => vec![Metric::Deferred],
        "suspended" => vec![Metric::Suspended],
        "extension_approved" => vec![Metric::Extended],
        "opinion_given" => vec![Metric::Opinions],
        "step_returned" => vec![Metric::Returned],
        "decided" if is("automatic") => vec![Metric::Automatic],
        "person_asked" => vec![Metric::Reopened],
        "withdrawn" => vec![Metric::Withdrawn],
        "abandoned" => vec![Metric::Abandoned],
        "terminated" => vec![Metric::Terminated],
        "voided" => vec![Metric::Voided],
        _ => Vec::new(),
    }
}

/// The stage that an event ended, and the day on which it had begun.
fn passed(event: &Event, before: &Case, received: NaiveDate) -> Option<(Stage, NaiveDate)> {
    match event {
        Event::Accepted { .. } => Some((Stage::Receipt, received)),
        Event::CorrectionAnswered { .. } => Some((Stage::Correction, before.work.asked_on?)),
        Event::Decided { .. } => Some((Stage::Decision, before.accepted_on?)),
        Event::Resumed { .. } => Some((Stage::Special, before.work.specials.last()?.from)),
        Event::Closed { .. } => Some((Stage::Delivery, before.decided_on?)),
        Event::OpinionGiven { step, department, .. } => {
            let mut tasks = before.work.tasks.iter();
            let task = tasks.find(|task| task.step == *step && task.department == *department)?;
            Some((Stage::Step(step.clone()), task.opened))
        }
        _ => None,
    }
}

fn recounted(plan: &Plan, moments: &[Moment]) -> Counts {
    let (mut counts, received) = (Counts::new(), received(moments));
    let mut one = |metric, day, bucket, part: &str| {
        *counts.entry((metric, day, bucket, part.to_owned())).or_default() += 1;
    };
    let mut ended_on = None;
    for moment in moments {
        let (today, mut before) = (moment.before.today, moment.before.case.clone());
        for (event, after) in moment.folded() {
            let json = serde_json::to_value(&event).unwrap();
            metric_of(&json).into_iter().for_each(|metric| one(metric, today, 0, ""));
            if matches!(event, Event::Submitted { .. }) {
                one(Metric::Received, today, HOUR, "");
            }
            if let Some((stage, began)) = passed(&event, &before, received) {
                one(Metric::Passed, today, day_number(began), &stage.to_string());
            }
            ended_on = after.status.is_final().then(|| ended_on.unwrap_or(today));
            before = after;
        }
    }
    let case = plan.end().case;
    ended_on.into_iter().for_each(|day| one(Metric::Ended, day, day_number(received), ""));
    let mut on = |metric, day: Option<NaiveDate>| day.into_iter().for_each(|day| one(metric, day, 0, ""));
    on(Metric::Accepted, case.accepted_on);
    let is = |outcome| case.decided_on.filter(|_| case.outcome == Some(outcome));
    on(Metric::Granted, is(Outcome::Granted));
    on(Metric::Refused, is(Outcome::Refused));
    on(Metric::Corrected, Some(received).filter(|_| case.corrections >= 1));
    on(Metric::CorrectedOnce, Some(received).filter(|_| case.corrections == 1));
    let due = case.promised_due.or(case.statutory_due);
    on(Metric::Due, due.filter(|_| matches!(case.status, Status::Accepted | Status::Review)));
    let closed = case.closed_on;
    on(Metric::Closed, closed);
    let decided = case.decided_on;
    on(Metric::OnTime, closed.filter(|_| due.is_none_or(|due| decided.unwrap() <= due)));
    on(Metric::Early, closed.filter(|_| due.is_some_and(|due| decided.unwrap() < due)));
    on(Metric::Late, closed.filter(|_| due.is_some_and(|due| decided.unwrap() > due)));
    if let Some(day) = closed {
        one(Metric::HandlingDays, day, case.handling_days.unwrap(), "");
    }
    if case.status.is_final() {
        one(Metric::Resulted, received, 0, Fate::of(&case).as_str());
    }
    counts
}

fn sum(counts: &Counts, metric: Metric) -> i64 {
    counts.iter().filter(|((one, ..), _)| *one == metric).map(|(_, n)| n).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_counters_are_those_of_a_recount(plan in plans()) {
        let moments = plan.moments();
        let counts = tallied(&moments)?;
        prop_assert_eq!(&counts, &recounted(&plan, &moments));
        let open = sum(&counts, Metric::Received) - sum(&counts, Metric::Ended);
        prop_assert_eq!(open, i64::from(plan.end().case.status.is_open()));
    }
}
