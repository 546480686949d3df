//! The figures of one group over one period, each with its formula's two sides.

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
    /// In the house, clock running, and past the date given at the end of the period.
    pub overdue_open: i64,
    /// Closed cases by working days from acceptance to decision: (days, cases), ascending.
    pub handling_days: Vec<(u32, i64)>,
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

    /// 超期率 = (超期办结 + 超期在办) ÷ (办结 + 在办) (domain B.14).
    pub fn overdue_rate(&self) -> Ratio {
        Ratio { numerator: self.overdue + self.overdue_open, denominator: self.closed + self.open }
    }

    /// The median of working days from acceptance to decision: the mean of the two middle cases
    /// where their number is even.
    pub fn median_working_days(&self) -> Option<f64> {
        let cases: i64 = self.handling_days.iter().map(|(_, n)| n).sum();
        (cases > 0).then_some(())?;
        let lower = self.days_of_case((cases + 1) / 2)?;
        let upper = self.days_of_case(cases / 2 + 1)?;
        Some((f64::from(lower) + f64::from(upper)) / 2.0)
    }

    /// The working days of the `rank`-th case (from 1), quickest first.
    fn days_of_case(&self, rank: i64) -> Option<u32> {
        let mut seen = 0;
        self.handling_days.iter().find_map(|(days, n)| {
            seen += n;
            (seen >= rank).then_some(*days)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_days(handling_days: &[(u32, i64)]) -> Figures {
        Figures { handling_days: handling_days.to_vec(), ..Figures::default() }
    }

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assert_eq!(with_days(&[(1, 1), (4, 1)]).median_working_days(), Some(2.5));
    }

    #[test]
    fn the_median_of_an_odd_number_is_the_middle_one() {
        assert_eq!(with_days(&[(0, 2), (3, 1), (9, 2)]).median_working_days(), Some(3.0));
    }

    #[test]
    fn a_period_without_cases_has_no_rate_and_no_median() {
        let empty = Figures::default();
        assert_eq!(empty.completion_rate().value(), None);
        assert_eq!(empty.on_time_rate().value(), None);
        assert_eq!(empty.median_working_days(), None);
    }
}
