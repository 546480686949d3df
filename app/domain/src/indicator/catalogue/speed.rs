//! 办理时效: how much is done, how quickly, and in time.

use super::Fact::*;
use super::Formula::{Mean, Saving, Share};
use super::{Base, Group, Indicator, Unit, indicator};

const fn rate(key: &'static str, name: super::Words, over: super::Side, under: super::Side) -> Indicator {
    indicator(Group::Speed, key, name, Share { over, under })
}

pub(super) const ALL: &[Indicator] = &[
    rate("completion", ("办结率", "Completion"), &[Closed], &[Accepted])
        .said("本期办结 ÷ 本期受理（清理旧件时可超过 100%）", "cases closed ÷ cases accepted, both of the period (above 100 % while older cases are cleared)")
        .from("SP-20; SP-27"),
    rate("on_time", ("按时办结率", "Closed on time"), &[ClosedOnTime], &[Closed])
        .said("本期办结、决定日不晚于期限的办件 ÷ 本期办结", "cases closed and decided on or before the date given ÷ cases closed")
        .from("行政许可法 42"),
    rate("early", ("提前办结率", "Closed early"), &[ClosedEarly], &[Closed])
        .said("本期办结、决定日早于期限的办件 ÷ 本期办结", "cases closed and decided before the date given ÷ cases closed")
        .from("通行口径"),
    rate("overdue", ("超期率", "Overdue"), &[ClosedLate, PastDue], &[Closed, Open])
        .said(
            "（本期超期办结 + 此刻超期在办）÷（本期办结 + 此刻在办）",
            "(cases closed late + open cases past their date now) ÷ (cases closed + cases open now)",
        )
        .from("行政许可法 42")
        .less(),
    rate("reopened", ("重新办理率", "Done again"), &[ClosedAgain], &[Closed])
        .said("本期办结、曾转人工重新办理的办件 ÷ 本期办结", "cases closed that had been opened again ÷ cases closed")
        .from("通行口径")
        .less(),
    indicator(Group::Speed, "mean_days", ("平均办理时长", "Mean time to a decision"), Mean { over: &[TimedDays], under: &[Timed] })
        .over(Base::Workdays, Base::Cases)
        .unit(Unit::Workdays)
        .said("本期办结办件从受理到决定的工作日之和（扣除特别程序）÷ 这些办件数", "working days from acceptance to decision of cases closed, without suspended ones ÷ these cases")
        .from("通行口径")
        .less(),
    indicator(Group::Speed, "faster_than_law", ("提速率", "Faster than the law asks"), Saving { now: &[LimitedDays], before: &[StatutoryDays] })
        .of(Base::Workdays)
        .said(
            "1 − 实际工作日之和 ÷ 法定工作日之和（本期办结、法定时限以工作日计的办件）",
            "1 − working days taken ÷ statutory working days (cases closed whose statutory limit is in working days)",
        )
        .from("通行口径"),
    indicator(Group::Speed, "limits_cut", ("时限压缩率", "Limits cut below the law"), Saving { now: &[ItemsPromised], before: &[ItemsStatutory] })
        .of(Base::Workdays)
        .said(
            "1 − 承诺时限之和 ÷ 法定时限之和（两者都以工作日计、法定时限大于 0 的事项）",
            "1 − promised limits ÷ statutory limits (services with both in working days and a statutory one above 0)",
        )
        .from("通行口径"),
    rate("instant_items", ("即办率", "Done at once"), &[ItemsInstant], &[Items])
        .of(Base::Items)
        .said("即办件事项 ÷ 依申请事项", "services decided on the spot ÷ services in force")
        .from("GB/T 39046 A.6"),
    rate("by_rule", ("秒批率", "Decided by rule"), &[ClosedByRule], &[Closed])
        .said("本期办结、由规则自动决定的办件 ÷ 本期办结", "cases closed that a rule decided ÷ cases closed")
        .from("通行口径"),
];
