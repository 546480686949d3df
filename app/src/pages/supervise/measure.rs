//! What is counted.

use crate::lang::Lang;
use domain::indicator::Figures;

/// What is counted, each a set of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 收件.
    Received,
    /// 受理.
    Accepted,
    /// 办结.
    Closed,
    /// 按时办结.
    OnTime,
    /// 提前办结.
    Early,
    /// 超期办结.
    Late,
    /// 在办.
    Open,
    /// 超期在办.
    OverdueOpen,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Accepted,
        Self::Closed,
        Self::OnTime,
        Self::Early,
        Self::Late,
        Self::Open,
        Self::OverdueOpen,
    ];

    /// The value in the address.
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
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.as_str() == text)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.t("收件", "Received"),
            Self::Accepted => lang.t("受理", "Accepted"),
            Self::Closed => lang.t("办结", "Closed"),
            Self::OnTime => lang.t("按时办结", "Closed on time"),
            Self::Early => lang.t("提前办结", "Closed early"),
            Self::Late => lang.t("超期办结", "Closed late"),
            Self::Open => lang.t("在办", "Open"),
            Self::OverdueOpen => lang.t("现在超期", "Overdue now"),
        }
    }

    /// What exactly is counted.
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.t("提交日在本期内的办件", "Cases submitted in the period"),
            Self::Accepted => lang.t("受理日在本期内的办件", "Cases accepted in the period"),
            Self::Closed => lang.t("办结日在本期内的办件", "Cases closed in the period"),
            Self::OnTime => lang.t(
                "本期办结，且决定日不晚于期限的办件",
                "Cases closed in the period and decided on or before the date given",
            ),
            Self::Early => lang.t(
                "本期办结，且决定日早于期限的办件（含在按时办结内）",
                "Cases closed in the period and decided before the date given (part of closed on time)",
            ),
            Self::Late => lang.t(
                "本期办结，但决定日晚于期限的办件",
                "Cases closed in the period but decided after the date given",
            ),
            Self::Open => lang.t(
                "期末已提交、还没有结束的办件",
                "Cases submitted and not finished at the end of the period",
            ),
            Self::OverdueOpen => lang.t(
                "此刻在办、计时中，且已过期限的办件（与所选时间无关）",
                "Cases whose clock runs now and whose date has passed, whatever period is chosen",
            ),
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
        }
    }
}
