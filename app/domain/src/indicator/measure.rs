//! The numbers among the figures, each with the set that it counts.

use super::{Figures, Metric};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 件: cases, each once.
    Cases,
    /// 次: something that may happen to a case more than once; a list shows the cases to which it did.
    Times,
}

/// A number among the figures. Lists of cases know each of them too, so that every number leads to what
/// it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// 收件: submitted in the period.
    Received,
    /// 受理: accepted in the period.
    Accepted,
    /// 办结: closed in the period.
    Closed,
    /// 按时办结: of those, decided on or before the date given.
    OnTime,
    /// 提前办结: of those, decided before the date given.
    Early,
    /// 超期办结: of the closed, decided after the date given.
    Late,
    /// 在办: in the house at the end of the period.
    Open,
    /// 现在超期: clock running now, and past the date given.
    OverdueOpen,
    /// 补正: submitted in the period, and asked for corrections at least once since.
    Corrected,
    /// 一次告知: of those, asked exactly once.
    CorrectedOnce,
    /// 不予受理 in the period.
    NotAccepted,
    /// 决定: decided in the period.
    Decided,
    /// 准予 in the period.
    Granted,
    /// 不予许可 in the period.
    Refused,
    /// 撤回 in the period.
    Withdrawn,
    /// 环节意见: steps answered in the period.
    Opinions,
    /// 退回: steps sent back in the period.
    Returned,
    /// 转人工: opened again in the period.
    Reopened,
    /// 秒批: decided by rule in the period.
    Automatic,
    /// 视为受理 in the period.
    Deemed,
    /// 容缺受理 in the period.
    Deferred,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 21] = [
        Self::Received,
        Self::Accepted,
        Self::Closed,
        Self::OnTime,
        Self::Early,
        Self::Late,
        Self::Open,
        Self::OverdueOpen,
        Self::Corrected,
        Self::CorrectedOnce,
        Self::NotAccepted,
        Self::Decided,
        Self::Granted,
        Self::Refused,
        Self::Withdrawn,
        Self::Opinions,
        Self::Returned,
        Self::Reopened,
        Self::Automatic,
        Self::Deemed,
        Self::Deferred,
    ];

    /// The name in addresses and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Closed => "closed",
            Self::OnTime => "on_time",
            Self::Early => "early",
            Self::Late => "late",
            Self::Open => "open",
            Self::OverdueOpen => "overdue_open",
            Self::Corrected => "corrected",
            Self::CorrectedOnce => "corrected_once",
            Self::NotAccepted => "not_accepted",
            Self::Decided => "decided",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Opinions => "opinions",
            Self::Returned => "returned",
            Self::Reopened => "reopened",
            Self::Automatic => "automatic",
            Self::Deemed => "deemed",
            Self::Deferred => "deferred",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.as_str() == text)
    }

    /// Whether cases are counted or what happened to them.
    pub fn unit(self) -> Unit {
        match self.metric() {
            Some(Metric::Opinions | Metric::Returned) => Unit::Times,
            Some(_) | None => Unit::Cases,
        }
    }

    /// The counter that counts it in a period; none for what is made of several, or of another span.
    pub fn metric(self) -> Option<Metric> {
        match self {
            Self::Received => Some(Metric::Received),
            Self::Accepted => Some(Metric::Accepted),
            Self::Closed => Some(Metric::Closed),
            Self::OnTime => Some(Metric::OnTime),
            Self::Early => Some(Metric::Early),
            Self::Late => Some(Metric::Late),
            Self::Corrected => Some(Metric::Corrected),
            Self::CorrectedOnce => Some(Metric::CorrectedOnce),
            Self::NotAccepted => Some(Metric::NotAccepted),
            Self::Granted => Some(Metric::Granted),
            Self::Refused => Some(Metric::Refused),
            Self::Withdrawn => Some(Metric::Withdrawn),
            Self::Opinions => Some(Metric::Opinions),
            Self::Returned => Some(Metric::Returned),
            Self::Reopened => Some(Metric::Reopened),
            Self::Automatic => Some(Metric::Automatic),
            Self::Deemed => Some(Metric::Deemed),
            Self::Deferred => Some(Metric::Deferred),
            Self::Open | Self::OverdueOpen | Self::Decided => None,
        }
    }

    /// Its number among the figures.
    pub fn of(self, figures: &Figures) -> i64 {
        match self {
            Self::Received => figures.received,
            Self::Accepted => figures.accepted,
            Self::Closed => figures.closed,
            Self::OnTime => figures.on_time,
            Self::Early => figures.early,
            Self::Late => figures.overdue,
            Self::Open => figures.open,
            Self::OverdueOpen => figures.overdue_open,
            Self::Corrected => figures.corrected,
            Self::CorrectedOnce => figures.corrected_once,
            Self::NotAccepted => figures.not_accepted,
            Self::Decided => figures.granted + figures.refused,
            Self::Granted => figures.granted,
            Self::Refused => figures.refused,
            Self::Withdrawn => figures.withdrawn,
            Self::Opinions => figures.opinions,
            Self::Returned => figures.returned,
            Self::Reopened => figures.reopened,
            Self::Automatic => figures.automatic,
            Self::Deemed => figures.deemed,
            Self::Deferred => figures.deferred,
        }
    }
}
