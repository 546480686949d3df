//! 办件指标: which counters an event moves, and what the supervisor's figures are made of.
//!
//! The counters are written in the case's own transaction. A recount folds the same function over
//! all stored events, so the two can be compared to the case (`yihao verify`).

mod figures;

pub use figures::{Figures, Ratio};

use crate::case::{Case, Event, Status, Timing};
use chrono::NaiveDate;

/// What is counted. Each is a number of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Metric {
    /// 收件数: submitted, by the day of submission.
    Received,
    /// 受理数: accepted, by the day of acceptance.
    Accepted,
    /// 办结数: closed, by the day of closing.
    Closed,
    /// Closed and decided on or before the date given.
    OnTime,
    /// Closed and decided before the date given; part of [`Metric::OnTime`].
    Early,
    /// Closed and decided after the date given.
    Late,
    /// Left the house, whether closed, not accepted or withdrawn: open = received − ended.
    Ended,
    /// Closed, with the working days from acceptance to decision as bucket: gives the median.
    HandlingDays,
    /// Clock running, by the day on which it is due: what is past due is a sum of days before today.
    Due,
    /// 补正: corrections asked for.
    Corrections,
    /// 不予受理.
    NotAccepted,
    /// 准予.
    Granted,
    /// 不予许可.
    Refused,
    /// 撤回.
    Withdrawn,
}

impl Metric {
    /// Every metric.
    pub const ALL: [Self; 14] = [
        Self::Received,
        Self::Accepted,
        Self::Closed,
        Self::OnTime,
        Self::Early,
        Self::Late,
        Self::Ended,
        Self::HandlingDays,
        Self::Due,
        Self::Corrections,
        Self::NotAccepted,
        Self::Granted,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Closed => "closed",
            Self::OnTime => "on_time",
            Self::Early => "early",
            Self::Late => "late",
            Self::Ended => "ended",
            Self::HandlingDays => "handling_days",
            Self::Due => "due",
            Self::Corrections => "corrections",
            Self::NotAccepted => "not_accepted",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.as_str() == text)
    }
}

/// A change of one counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Delta {
    /// The day under which it is counted.
    pub day: NaiveDate,
    /// What is counted.
    pub metric: Metric,
    /// Working days for [`Metric::HandlingDays`], else 0.
    pub bucket: u32,
    /// How many more (or fewer).
    pub n: i64,
}

impl Delta {
    fn one(day: NaiveDate, metric: Metric) -> Self {
        Self { day, metric, bucket: 0, n: 1 }
    }
}

/// The counters that `event` moves, when it turned `before` into `after` on the city's day `today`.
pub fn tally(before: &Case, event: &Event, after: &Case, today: NaiveDate) -> Vec<Delta> {
    let mut deltas = movement(event, after, today);
    if !before.status.is_final() && after.status.is_final() {
        deltas.push(Delta::one(today, Metric::Ended));
    }
    deltas.extend(due_moved(before, after));
    deltas
}

fn movement(event: &Event, after: &Case, today: NaiveDate) -> Vec<Delta> {
    use crate::case::Outcome;
    let one = |metric| vec![Delta::one(today, metric)];
    match event {
        Event::Submitted { .. } => one(Metric::Received),
        Event::Accepted { .. } => one(Metric::Accepted),
        Event::CorrectionAsked { .. } => one(Metric::Corrections),
        Event::NotAccepted { .. } => one(Metric::NotAccepted),
        Event::Withdrawn { .. } => one(Metric::Withdrawn),
        Event::Decided { outcome: Outcome::Granted, .. } => one(Metric::Granted),
        Event::Decided { outcome: Outcome::Refused, .. } => one(Metric::Refused),
        Event::Closed { .. } => closing(after, today),
        Event::Received | Event::Taken { .. } | Event::Released | Event::CorrectionAnswered { .. } => {
            Vec::new()
        }
    }
}

fn closing(case: &Case, today: NaiveDate) -> Vec<Delta> {
    let mut deltas = vec![Delta::one(today, Metric::Closed)];
    match case.timing() {
        Some(Timing::Late) => deltas.push(Delta::one(today, Metric::Late)),
        Some(Timing::OnTheDay) => deltas.push(Delta::one(today, Metric::OnTime)),
        Some(Timing::Early) => {
            deltas.push(Delta::one(today, Metric::OnTime));
            deltas.push(Delta::one(today, Metric::Early));
        }
        None => {}
    }
    if let Some(bucket) = case.handling_days {
        deltas.push(Delta { day: today, metric: Metric::HandlingDays, bucket, n: 1 });
    }
    deltas
}

/// The day on which the running clock is due, if it runs and something is due.
fn running_due(case: &Case) -> Option<NaiveDate> {
    matches!(case.status, Status::Accepted | Status::Review).then(|| case.due()).flatten()
}

fn due_moved(before: &Case, after: &Case) -> Vec<Delta> {
    let (old, new) = (running_due(before), running_due(after));
    if old == new {
        return Vec::new();
    }
    let change = |day, n| Delta { day, metric: Metric::Due, bucket: 0, n };
    old.map(|day| change(day, -1)).into_iter().chain(new.map(|day| change(day, 1))).collect()
}
