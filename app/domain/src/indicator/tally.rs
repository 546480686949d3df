//! Which counters an event moves.

mod passed;
mod standing;

use super::Metric;
use crate::case::{Case, Event, Manner};
use chrono::{Datelike as _, Days, NaiveDate};

/// A change of one counter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Delta {
    /// The day under which it is counted.
    pub day: NaiveDate,
    /// What is counted.
    pub metric: Metric,
    /// Working days, an hour or a day, as the metric says; else 0.
    pub bucket: u32,
    /// A fate or a stage, as the metric says; else empty.
    pub part: String,
    /// How many more (or fewer).
    pub n: i64,
}

impl Delta {
    fn one(day: NaiveDate, metric: Metric) -> Self {
        Self { day, metric, bucket: 0, part: String::new(), n: 1 }
    }
}

/// When an event happened, on the city's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub day: NaiveDate,
    /// The hour, from 0 to 23.
    pub hour: u32,
    /// The day on which the case was submitted.
    pub received: NaiveDate,
}

/// A day as a bucket: days since the first of January of year 1, which is 1.
pub fn day_number(day: NaiveDate) -> u32 {
    u32::try_from(day.num_days_from_ce()).unwrap_or(0)
}

/// The day of a bucket.
pub fn day_of_number(number: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1, 1, 1)?;
    first.checked_add_days(Days::new(u64::from(number.checked_sub(1)?)))
}

/// The counters that `event` moves, when it turned `before` into `after`.
///
/// What happened is counted on its day and stays. What a case has come to is counted by what it is
/// now: a case opened again leaves the figures of the day on which it had been closed, so that every
/// figure is the number of cases that a list of them shows.
pub fn tally(before: &Case, event: &Event, after: &Case, when: &When) -> Vec<Delta> {
    let mut deltas: Vec<Delta> = happened(event).map(|metric| Delta::one(when.day, metric)).collect();
    if let Event::Submitted { .. } = event {
        deltas.push(Delta { bucket: when.hour, ..Delta::one(when.day, Metric::Received) });
    }
    deltas.extend(passed::passed(before, event, when));
    deltas.extend(standing::ended(before, after, when));
    deltas.extend(standing::moved(before, after, when.received));
    deltas
}

/// What is counted by having happened.
fn happened(event: &Event) -> impl Iterator<Item = Metric> {
    let metrics: &[Metric] = match event {
        Event::CorrectionAsked { repeated: true, .. } => &[Metric::Corrections, Metric::RepeatedCorrections],
        Event::CorrectionAsked { .. } => &[Metric::Corrections],
        Event::NotAccepted { .. } => &[Metric::NotAccepted],
        Event::Accepted { manner: Manner::Deemed { .. }, .. } => &[Metric::Deemed],
        Event::Accepted { manner: Manner::Deferred(_), .. } => &[Metric::Deferred],
        Event::Suspended { .. } => &[Metric::Suspended],
        Event::ExtensionApproved { .. } => &[Metric::Extended],
        Event::OpinionGiven { .. } => &[Metric::Opinions],
        Event::StepReturned { .. } => &[Metric::Returned],
        Event::Decided { automatic: true, .. } => &[Metric::Automatic],
        Event::PersonAsked { .. } => &[Metric::Reopened],
        Event::Withdrawn { .. } => &[Metric::Withdrawn],
        Event::Abandoned { .. } => &[Metric::Abandoned],
        Event::Terminated { .. } => &[Metric::Terminated],
        Event::Voided { .. } => &[Metric::Voided],
        Event::Submitted { .. }
        | Event::PreReviewed
        | Event::Received
        | Event::ConsentWithdrawn { .. }
        | Event::Taken { .. }
        | Event::Released
        | Event::Assigned { .. }
        | Event::HandedOver { .. }
        | Event::CorrectionAnswered { .. }
        | Event::Accepted { .. }
        | Event::Supplemented { .. }
        | Event::StepOpened { .. }
        | Event::StepTaken { .. }
        | Event::Resumed { .. }
        | Event::ExtensionAsked { .. }
        | Event::ExtensionRefused { .. }
        | Event::RulesApplied { .. }
        | Event::Decided { .. }
        | Event::CertificateMade { .. }
        | Event::Delivered { .. }
        | Event::Closed { .. }
        | Event::CommitmentVerified { .. }
        | Event::DatesMoved { .. } => &[],
    };
    metrics.iter().copied()
}
