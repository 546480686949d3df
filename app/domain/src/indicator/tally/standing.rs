//! What a case has come to, counted by what it is now.

use super::super::{Fate, Metric};
use super::{Delta, When, day_number};
use crate::case::{Case, Outcome, Timing};
use chrono::NaiveDate;

/// Left the house, or came back into it: then it leaves the figure of the day on which it had left.
pub(super) fn ended(before: &Case, after: &Case, when: &When) -> Option<Delta> {
    let bucket = day_number(when.received);
    match (before.status.is_final(), after.status.is_final()) {
        (false, true) => Some(Delta { bucket, ..Delta::one(when.day, Metric::Ended) }),
        (true, false) => {
            let left = before.closed_on.unwrap_or(when.day);
            Some(Delta { n: -1, bucket, ..Delta::one(left, Metric::Ended) })
        }
        (true, true) | (false, false) => None,
    }
}

/// What a case has come to, each on its day.
fn standing(case: &Case, received: NaiveDate) -> Vec<Delta> {
    let mut deltas = cohort(case, received);
    deltas.extend(case.accepted_on.map(|day| Delta::one(day, Metric::Accepted)));
    if let (Some(day), Some(outcome)) = (case.decided_on, case.outcome) {
        let metric = match outcome {
            Outcome::Granted => Metric::Granted,
            Outcome::Refused => Metric::Refused,
        };
        deltas.push(Delta::one(day, metric));
    }
    deltas.extend(case.closed_on.map(|day| closing(case, day)).unwrap_or_default());
    // The running clock, by the day on which it is due.
    let due = case.due().filter(|_| case.status.clock_runs());
    deltas.extend(due.map(|day| Delta::one(day, Metric::Due)));
    deltas
}

/// What has come of those that were submitted on a day.
fn cohort(case: &Case, received: NaiveDate) -> Vec<Delta> {
    let mut deltas = Vec::new();
    if case.corrections > 0 {
        deltas.push(Delta::one(received, Metric::Corrected));
    }
    if case.corrections == 1 {
        deltas.push(Delta::one(received, Metric::CorrectedOnce));
    }
    let fate = Fate::of(case);
    if fate != Fate::Open {
        deltas.push(Delta { part: fate.as_str().to_owned(), ..Delta::one(received, Metric::Resulted) });
    }
    deltas
}

fn closing(case: &Case, day: NaiveDate) -> Vec<Delta> {
    let mut deltas = vec![Delta::one(day, Metric::Closed)];
    match case.timing() {
        Some(Timing::Late) => deltas.push(Delta::one(day, Metric::Late)),
        Some(Timing::OnTheDay) => deltas.push(Delta::one(day, Metric::OnTime)),
        Some(Timing::Early) => {
            deltas.push(Delta::one(day, Metric::OnTime));
            deltas.push(Delta::one(day, Metric::Early));
        }
        None => {}
    }
    if let Some(bucket) = case.handling_days {
        deltas.push(Delta { bucket, ..Delta::one(day, Metric::HandlingDays) });
    }
    deltas
}

/// What is no longer so, and what is so now.
pub(super) fn moved(before: &Case, after: &Case, received: NaiveDate) -> Vec<Delta> {
    let (old, new) = (standing(before, received), standing(after, received));
    let gone = old.iter().filter(|delta| !new.contains(delta));
    let gone = gone.map(|delta| Delta { n: -delta.n, ..delta.clone() });
    gone.chain(new.iter().filter(|delta| !old.contains(delta)).cloned()).collect()
}
