//! What was added up, and the figures made of it.

use domain::indicator::{Distribution, Figures, Metric};
use std::collections::{BTreeMap, HashMap};

/// What figures of a period are made of.
pub(super) const COUNTED: &[Metric] = &[
    Metric::Received,
    Metric::Accepted,
    Metric::Closed,
    Metric::OnTime,
    Metric::Early,
    Metric::Late,
    Metric::HandlingDays,
    Metric::Corrected,
    Metric::CorrectedOnce,
    Metric::NotAccepted,
    Metric::Granted,
    Metric::Refused,
    Metric::Withdrawn,
    Metric::Opinions,
    Metric::Returned,
    Metric::Reopened,
    Metric::Automatic,
    Metric::Deemed,
    Metric::Deferred,
];

/// What was added up for one group or one month.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    period: HashMap<Metric, i64>,
    days: BTreeMap<u32, i64>,
    open: i64,
    overdue_open: i64,
}

impl Tally {
    /// Happened within the period.
    pub fn happened(&mut self, metric: Metric, bucket: u32, n: i64) {
        if metric == Metric::HandlingDays {
            *self.days.entry(bucket).or_default() += n;
        } else {
            *self.period.entry(metric).or_default() += n;
        }
    }

    /// In the house at the end of the period: come less gone.
    pub fn open(&mut self, n: i64) {
        self.open += n;
    }

    /// Running and past due today.
    pub fn past_due(&mut self, n: i64) {
        self.overdue_open += n;
    }

    /// The figures; `past` says that the period ended before today.
    pub fn figures(&self, past: bool) -> Figures {
        let n = |metric| self.period.get(&metric).copied().unwrap_or_default();
        Figures {
            received: n(Metric::Received),
            accepted: n(Metric::Accepted),
            closed: n(Metric::Closed),
            on_time: n(Metric::OnTime),
            early: n(Metric::Early),
            overdue: n(Metric::Late),
            open: self.open,
            overdue_open: self.overdue_open,
            handling_days: Distribution::new(self.days.iter().map(|(&days, &n)| (days, n))),
            corrected: n(Metric::Corrected),
            corrected_once: n(Metric::CorrectedOnce),
            not_accepted: n(Metric::NotAccepted),
            granted: n(Metric::Granted),
            refused: n(Metric::Refused),
            withdrawn: n(Metric::Withdrawn),
            opinions: n(Metric::Opinions),
            returned: n(Metric::Returned),
            reopened: n(Metric::Reopened),
            automatic: n(Metric::Automatic),
            deemed: n(Metric::Deemed),
            deferred: n(Metric::Deferred),
            past,
        }
    }
}

/// How a metric moves the stock: what comes adds to it, what ends leaves it.
pub(super) fn stock(metric: Metric, n: i64) -> i64 {
    if metric == Metric::Received {
        n
    } else if metric == Metric::Ended {
        -n
    } else {
        0
    }
}
