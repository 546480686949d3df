//! What was added up, and the figures made of it.

use domain::indicator::{Figures, Metric};
use std::collections::{BTreeMap, HashMap};

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

    pub fn add(&mut self, other: &Self) {
        for (&metric, n) in &other.period {
            *self.period.entry(metric).or_default() += n;
        }
        for (&days, n) in &other.days {
            *self.days.entry(days).or_default() += n;
        }
        self.open += other.open;
        self.overdue_open += other.overdue_open;
    }

    pub fn figures(&self) -> Figures {
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
            handling_days: self.days.iter().filter(|(_, n)| **n != 0).map(|(&days, &n)| (days, n)).collect(),
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
