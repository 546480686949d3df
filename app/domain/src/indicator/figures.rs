//! The figures of one group over one period, each with its formula's two sides.

use super::Distribution;
use serde::{Deserialize, Serialize};

/// What the counters say of one group (a department, an item, a window …) over a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// 收件: submitted in the period.
    pub received: i64,
    /// 受理: accepted in the period.
    pub accepted: i64,
    /// 办结: closed in the period.
    pub closed: i64,
    /// Closed in the period and decided on or before the date given.
    pub on_time: i64,
    /// Closed in the period and decided before the date given.
    pub early: i64,
    /// Closed in the period and decided after the date given.
    pub overdue: i64,
    /// In the house at the end of the period.
    pub open: i64,
    /// In the house, clock running, and past the date given: now, whatever the period is.
    pub overdue_open: i64,
    /// Closed cases by working days from acceptance to decision, without suspended ones.
    pub handling_days: Distribution,
    /// 补正: submitted in the period, and asked for corrections at least once since.
    pub corrected: i64,
    /// 一次告知: of those, asked exactly once.
    pub corrected_once: i64,
    /// 不予受理 in the period.
    pub not_accepted: i64,
    /// 准予: decided in the period.
    pub granted: i64,
    /// 不予许可: decided in the period.
    pub refused: i64,
    /// 撤回 in the period.
    pub withdrawn: i64,
    /// 环节意见: steps answered in the period; steps, not cases.
    pub opinions: i64,
    /// 退回: steps sent back in the period; steps, not cases.
    pub returned: i64,
    /// 转人工: what a rule had decided, opened again in the period.
    pub reopened: i64,
    /// 秒批: decided by rule in the period.
    pub automatic: i64,
    /// 视为受理 in the period.
    pub deemed: i64,
    /// 容缺受理 in the period.
    pub deferred: i64,
    /// The period ended before today: what was past due at its end is not kept.
    pub past: bool,
}

/// A rate with both its sides, so that no page shows one without its denominator.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    /// What is counted.
    pub numerator: i64,
    /// Of how many.
    pub denominator: i64,
}

impl Ratio {
    /// The value, or nothing where there is nothing to divide by.
    pub fn value(self) -> Option<f64> {
        let whole = |n: i64| i32::try_from(n).map(f64::from).ok();
        (self.denominator > 0).then_some(())?;
        Some(whole(self.numerator)? / whole(self.denominator)?)
    }
}

impl Figures {
    /// 办结率 = 办结数 ÷ 受理数, both of the period. May exceed 1 while older cases are cleared.
    pub fn completion_rate(&self) -> Ratio {
        Ratio { numerator: self.closed, denominator: self.accepted }
    }

    /// 按时办结率 = 按时办结数 ÷ 办结数 (domain B.14).
    pub fn on_time_rate(&self) -> Ratio {
        Ratio { numerator: self.on_time, denominator: self.closed }
    }

    /// 提前办结率 = 提前办结数 ÷ 办结数.
    pub fn early_rate(&self) -> Ratio {
        Ratio { numerator: self.early, denominator: self.closed }
    }

    /// 超期率 = (超期办结 + 超期在办) ÷ (办结 + 在办) (domain B.14). Of a period that ended before today there
    /// is none: what is past due is only known of now; see [`Figures::late_rate`].
    pub fn overdue_rate(&self) -> Ratio {
        if self.past {
            return Ratio { numerator: 0, denominator: 0 };
        }
        Ratio { numerator: self.overdue + self.overdue_open, denominator: self.closed + self.open }
    }

    /// 超期办结率 = 超期办结数 ÷ 办结数: of any period.
    pub fn late_rate(&self) -> Ratio {
        Ratio { numerator: self.overdue, denominator: self.closed }
    }

    /// 补正率 = 有补正的收件数 ÷ 收件数 (domain B.14).
    pub fn correction_rate(&self) -> Ratio {
        Ratio { numerator: self.corrected, denominator: self.received }
    }

    /// 一次告知合规率 = 只告知一次的件数 ÷ 有补正的件数 (domain B.14; 行政许可法 art. 32 (4)).
    pub fn told_once_rate(&self) -> Ratio {
        Ratio { numerator: self.corrected_once, denominator: self.corrected }
    }

    /// 不予许可率 = 不予许可数 ÷ 决定数.
    pub fn refusal_rate(&self) -> Ratio {
        Ratio { numerator: self.refused, denominator: self.granted + self.refused }
    }

    /// 退件率 = 不予受理数 ÷ 收件数, both of the period.
    pub fn rejection_rate(&self) -> Ratio {
        Ratio { numerator: self.not_accepted, denominator: self.received }
    }

    /// 环节退回率 = 退回的环节数 ÷ 办理的环节数: steps, not cases.
    pub fn return_rate(&self) -> Ratio {
        Ratio { numerator: self.returned, denominator: self.opinions }
    }

    /// 重开率 = 重新打开数 ÷ 办结数.
    pub fn reopen_rate(&self) -> Ratio {
        Ratio { numerator: self.reopened, denominator: self.closed }
    }

    /// The median of working days from acceptance to decision: the mean of the two middle cases
    /// where their number is even.
    pub fn median_working_days(&self) -> Option<f64> {
        self.handling_days.median()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_without_cases_has_no_rate_and_no_median() {
        let empty = Figures::default();
        let rates = [
            empty.completion_rate(),
            empty.on_time_rate(),
            empty.overdue_rate(),
            empty.late_rate(),
            empty.correction_rate(),
            empty.told_once_rate(),
            empty.refusal_rate(),
            empty.rejection_rate(),
            empty.return_rate(),
            empty.reopen_rate(),
        ];
        assert!(rates.iter().all(|rate| rate.value().is_none()));
        assert_eq!(empty.median_working_days(), None);
    }

    #[test]
    fn what_is_overdue_now_is_no_figure_of_a_period_gone_by() {
        let now = Figures { closed: 6, overdue: 1, open: 4, overdue_open: 2, ..Figures::default() };
        assert_eq!(now.overdue_rate(), Ratio { numerator: 3, denominator: 10 });
        assert_eq!(Figures { past: true, ..now }.overdue_rate().value(), None);
    }
}
