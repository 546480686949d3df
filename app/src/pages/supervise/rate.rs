//! The rates: what is divided by what, why so, and which way is good news.

use super::measure::Measure;
use crate::lang::Lang;
use crate::ui::figures::Trend;
use domain::indicator::{Figures, Ratio};

/// A rate of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// 办结率.
    Completion,
    /// 按时办结率.
    OnTime,
    /// 提前办结率.
    Early,
    /// 超期率.
    Overdue,
    /// 超期办结率: of any period, also of one gone by.
    Late,
    /// 重开率.
    Reopened,
    /// 补正率.
    Correction,
    /// 不予许可率.
    Refusal,
    /// 退回率.
    Returned,
}

impl Rate {
    /// Every rate; those that say how well stand beside those that say how much.
    pub const ALL: [Self; 9] = [
        Self::Completion,
        Self::OnTime,
        Self::Early,
        Self::Overdue,
        Self::Late,
        Self::Reopened,
        Self::Correction,
        Self::Refusal,
        Self::Returned,
    ];

    /// The key in addresses and for live figures.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Completion => "completion_rate",
            Self::OnTime => "on_time_rate",
            Self::Early => "early_rate",
            Self::Overdue => "overdue_rate",
            Self::Late => "late_rate",
            Self::Reopened => "reopen_rate",
            Self::Correction => "correction_rate",
            Self::Refusal => "refusal_rate",
            Self::Returned => "return_rate",
        }
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Completion => lang.t("办结率", "Completion rate"),
            Self::OnTime => lang.t("按时办结率", "On-time rate"),
            Self::Early => lang.t("提前办结率", "Early rate"),
            Self::Overdue => lang.t("超期率", "Overdue rate"),
            Self::Late => lang.t("超期办结率", "Late rate"),
            Self::Reopened => lang.t("重开率", "Reopened"),
            Self::Correction => lang.t("补正率", "Correction rate"),
            Self::Refusal => lang.t("不予许可率", "Refusal rate"),
            Self::Returned => lang.t("环节退回率", "Steps sent back"),
        }
    }

    /// The two sides of it.
    pub fn of(self, figures: &Figures) -> Ratio {
        match self {
            Self::Completion => figures.completion_rate(),
            Self::OnTime => figures.on_time_rate(),
            Self::Early => figures.early_rate(),
            Self::Overdue => figures.overdue_rate(),
            Self::Late => figures.late_rate(),
            Self::Reopened => figures.reopen_rate(),
            Self::Correction => figures.correction_rate(),
            Self::Refusal => figures.refusal_rate(),
            Self::Returned => figures.return_rate(),
        }
    }

    /// What is divided by what, in words.
    pub(super) fn sides(self, lang: Lang) -> (&'static str, &'static str) {
        let closed = lang.t("办结", "closed");
        match self {
            Self::Completion => (closed, lang.t("受理", "accepted")),
            Self::OnTime => (lang.t("按时办结", "closed on time"), closed),
            Self::Early => (lang.t("提前办结", "closed early"), closed),
            Self::Overdue => (
                lang.t("超期办结与现在超期", "closed late and overdue now"),
                lang.t("办结与在办", "closed and open"),
            ),
            Self::Late => (lang.t("超期办结", "closed late"), closed),
            Self::Reopened => (lang.t("重新打开", "opened again"), closed),
            Self::Correction => (lang.t("补正过的", "with corrections"), lang.t("收件", "received")),
            Self::Refusal => (lang.t("不予许可", "refused"), lang.t("作出决定", "decided")),
            Self::Returned => {
                (lang.t("退回的环节", "steps sent back"), lang.t("办理的环节", "steps answered"))
            }
        }
    }

    /// What both sides count.
    pub(super) fn unit(self, lang: Lang) -> &'static str {
        if self == Self::Returned { lang.t("个环节", "steps") } else { lang.t("件", "cases") }
    }

    /// Why it is calculated so, where that needs saying.
    pub(super) fn why(self, lang: Lang) -> &'static str {
        match self {
            Self::Completion => lang.t(
                "办结的可能是以前受理的，所以清理积压时会超过 100%。",
                "Closed cases may have been accepted earlier, so it exceeds 100% while a backlog is cleared.",
            ),
            Self::OnTime => lang.t(
                "决定日不晚于承诺日（没有承诺的按法定日）算按时。",
                "On time means decided on or before the promised date (the statutory one where nothing is promised).",
            ),
            Self::Early => lang.t("决定日早于期限。", "Decided before the date given."),
            Self::Overdue => lang.t(
                "既看已经超期办结的，也看此刻压着没办的。",
                "Both what was closed late and what lies past its date now.",
            ),
            Self::Late => lang.t("只看本期办结的办件，所以过去的时间也能比。", "Only of cases closed in the period, so past periods can be compared too."),
            Self::Reopened => lang.t(
                "秒批后又转人工重新打开的办件。只看办结率会鼓励草草了事，所以放在一起看。",
                "Decided by rule and opened again. Completion alone rewards haste, so both stand together.",
            ),
            Self::Correction => lang.t(
                "要求补正过至少一次的办件。",
                "Cases whose applicant was asked for corrections at least once.",
            ),
            Self::Refusal => lang.t("决定为不予许可的办件。", "Cases decided by a refusal."),
            Self::Returned => lang.t("按环节计，不按办件计。", "Counted by steps, not by cases."),
        }
    }

    /// The cases of its numerator.
    pub(super) fn measure(self) -> Measure {
        match self {
            Self::Completion => Measure::Closed,
            Self::OnTime => Measure::OnTime,
            Self::Early => Measure::Early,
            Self::Overdue => Measure::OverdueOpen,
            Self::Late => Measure::Late,
            Self::Reopened => Measure::Reopened,
            Self::Correction => Measure::Corrected,
            Self::Refusal => Measure::Refused,
            Self::Returned => Measure::Returned,
        }
    }

    /// Whether a rise by `points` is good news.
    pub(super) fn trend(self, points: f64) -> Trend {
        let more_is_better = match self {
            Self::Completion | Self::OnTime | Self::Early => true,
            // How often the law says no is neither good nor bad.
            Self::Refusal => return Trend::Same,
            Self::Overdue | Self::Late | Self::Reopened | Self::Correction | Self::Returned => false,
        };
        if points.abs() < 0.05 {
            Trend::Same
        } else if (points > 0.0) == more_is_better {
            Trend::Better
        } else {
            Trend::Worse
        }
    }
}

/// By how many percentage points a rate lies above another.
pub(super) fn points(now: Ratio, before: Ratio) -> Option<f64> {
    now.value().zip(before.value()).map(|(now, before)| (now - before) * 100.0)
}

/// `▲ 1.2 个百分点`, or that nothing changed.
pub(super) fn moved(lang: Lang, points: Option<f64>) -> String {
    let Some(points) = points else { return lang.t("无法比较", "nothing to compare").to_owned() };
    let by = points.abs();
    let unit = lang.t("个百分点", "points");
    if by < 0.05 {
        lang.t("持平", "unchanged").to_owned()
    } else if points > 0.0 {
        format!("▲ {by:.1} {unit}")
    } else {
        format!("▼ {by:.1} {unit}")
    }
}
