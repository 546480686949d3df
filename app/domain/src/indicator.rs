//! 办件指标: which counters an event moves, and what the supervisor's figures are made of.
//!
//! The counters are written in the case's own transaction. A recount folds the same function over
//! all stored events, so the two can be compared to the case (`yihao verify`).

mod figures;

pub use figures::{Figures, Ratio};

use crate::case::{Case, Event, Manner, Outcome, Timing};
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
    /// 视为受理: nobody answered in time.
    Deemed,
    /// 容缺受理.
    Deferred,
    /// Corrections asked for that could have been asked for the time before.
    RepeatedCorrections,
    /// 特别程序 begun.
    Suspended,
    /// 延期 approved.
    Extended,
    /// 退回: steps done again.
    Returned,
    /// 秒批: decided by rule.
    Automatic,
    /// 转人工: what a rule decided was opened again.
    Reopened,
    /// 视为放弃.
    Abandoned,
    /// 终止.
    Terminated,
    /// 作废.
    Voided,
}

impl Metric {
    /// Every metric.
    pub const ALL: [Self; 25] = [
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
        Self::Deemed,
        Self::Deferred,
        Self::RepeatedCorrections,
        Self::Suspended,
        Self::Extended,
        Self::Returned,
        Self::Automatic,
        Self::Reopened,
        Self::Abandoned,
        Self::Terminated,
        Self::Voided,
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
            Self::Deemed => "deemed",
            Self::Deferred => "deferred",
            Self::RepeatedCorrections => "repeated_corrections",
            Self::Suspended => "suspended",
            Self::Extended => "extended",
            Self::Returned => "returned",
            Self::Automatic => "automatic",
            Self::Reopened => "reopened",
            Self::Abandoned => "abandoned",
            Self::Terminated => "terminated",
            Self::Voided => "voided",
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
///
/// What happened is counted on its day and stays. What a case has come to is counted by what it is
/// now: a case opened again leaves the figures of the day on which it had been closed, so that every
/// figure is the number of cases that a list of them shows.
pub fn tally(before: &Case, event: &Event, after: &Case, today: NaiveDate) -> Vec<Delta> {
    let mut deltas: Vec<Delta> = happened(event).map(|metric| Delta::one(today, metric)).collect();
    deltas.extend(ended(before, after, today));
    deltas.extend(moved(before, after));
    deltas
}

/// What is counted by having happened.
fn happened(event: &Event) -> impl Iterator<Item = Metric> {
    let metrics: &[Metric] = match event {
        Event::Submitted { .. } => &[Metric::Received],
        Event::CorrectionAsked { repeated: true, .. } => &[Metric::Corrections, Metric::RepeatedCorrections],
        Event::CorrectionAsked { .. } => &[Metric::Corrections],
        Event::NotAccepted { .. } => &[Metric::NotAccepted],
        Event::Accepted { manner: Manner::Deemed { .. }, .. } => &[Metric::Deemed],
        Event::Accepted { manner: Manner::Deferred(_), .. } => &[Metric::Deferred],
        Event::Suspended { .. } => &[Metric::Suspended],
        Event::ExtensionApproved { .. } => &[Metric::Extended],
        Event::StepReturned { .. } => &[Metric::Returned],
        Event::Decided { automatic: true, .. } => &[Metric::Automatic],
        Event::PersonAsked { .. } => &[Metric::Reopened],
        Event::Withdrawn { .. } => &[Metric::Withdrawn],
        Event::Abandoned { .. } => &[Metric::Abandoned],
        Event::Terminated { .. } => &[Metric::Terminated],
        Event::Voided { .. } => &[Metric::Voided],
        Event::PreReviewed
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
        | Event::OpinionGiven { .. }
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

/// Left the house, or came back into it: then it leaves the figure of the day on which it had left.
fn ended(before: &Case, after: &Case, today: NaiveDate) -> Option<Delta> {
    match (before.status.is_final(), after.status.is_final()) {
        (false, true) => Some(Delta::one(today, Metric::Ended)),
        (true, false) => {
            Some(Delta { n: -1, ..Delta::one(before.closed_on.unwrap_or(today), Metric::Ended) })
        }
        (true, true) | (false, false) => None,
    }
}

/// What a case has come to, each on its day.
fn standing(case: &Case) -> Vec<Delta> {
    let mut deltas = Vec::new();
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
fn moved(before: &Case, after: &Case) -> Vec<Delta> {
    let (old, new) = (standing(before), standing(after));
    let gone = old.iter().filter(|delta| !new.contains(delta)).map(|delta| Delta { n: -delta.n, ..*delta });
    gone.chain(new.iter().filter(|delta| !old.contains(delta)).copied()).collect()
}
