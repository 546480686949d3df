//! 公式: each indicator as a pure function of facts, in whole numbers.

use super::catalogue::{Formula, Indicator, Unit};
use super::facts::Facts;
use serde::{Deserialize, Serialize};

/// A fraction of whole numbers. Its lower side is above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fraction {
    /// Above the line.
    pub over: i64,
    /// Below the line.
    pub under: i64,
}

impl Fraction {
    /// Nothing where there is nothing to divide by.
    pub fn new(over: i64, under: i64) -> Option<Self> {
        (under > 0).then_some(Self { over, under })
    }

    /// In ten-thousandths (hundredths of a per cent), rounded half away from zero.
    pub fn ten_thousandths(self) -> i64 {
        let scaled = i128::from(self.over) * 20_000;
        let under = i128::from(self.under) * 2;
        let half = i128::from(self.under) * scaled.signum();
        i64::try_from((scaled + half) / under).unwrap_or(i64::MAX)
    }

    /// Which of two is larger, exactly.
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let left = i128::from(self.over) * i128::from(other.under);
        left.cmp(&(i128::from(other.over) * i128::from(self.under)))
    }

    /// As people read it: a share in per cent with one decimal, a mean with one, a number whole.
    /// What is not quite all is never rounded up to 100.0, what is not nothing never down to 0.0.
    pub fn text(self, unit: Unit) -> String {
        let tenths = match unit {
            Unit::Percent => self.share_tenths(),
            Unit::Workdays | Unit::Points | Unit::Hours => tenths(self.ten_thousandths(), 1_000),
            Unit::Number => return grouped(self.over / self.under),
        };
        let sign = if tenths < 0 { "−" } else { "" };
        let tenths = tenths.unsigned_abs();
        format!("{sign}{}.{}", tenths / 10, tenths % 10)
    }

    fn share_tenths(self) -> i64 {
        let rounded = tenths(self.ten_thousandths(), 10);
        if self.over < self.under && rounded >= 1_000 {
            999
        } else if self.over > 0 && rounded == 0 {
            1
        } else {
            rounded
        }
    }
}

fn tenths(n: i64, step: i64) -> i64 {
    (n + step / 2 * n.signum()) / step
}

/// `1,284`
fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if n < 0 { format!("−{text}") } else { text }
}

/// What an indicator reads: both sides of its formula, and its value. A number has no denominator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Above the line; nothing where it is not known.
    pub numerator: Option<i64>,
    /// Below the line; nothing for a number, and where it is not known.
    pub denominator: Option<i64>,
    /// The value; nothing where there is nothing to divide by.
    pub value: Option<Fraction>,
}

impl Reading {
    /// A share or a mean.
    pub fn of(numerator: i64, denominator: i64) -> Self {
        Self {
            numerator: Some(numerator),
            denominator: Some(denominator),
            value: Fraction::new(numerator, denominator),
        }
    }

    /// A number.
    pub fn number(n: i64) -> Self {
        Self { numerator: Some(n), denominator: None, value: Fraction::new(n, 1) }
    }
}

impl Indicator {
    /// The reading of a period. `before` is the period before it, for what is compared with it.
    /// What is reported by departments reads nothing here.
    pub fn reading(&self, facts: &Facts, before: Option<&Facts>) -> Reading {
        self.try_reading(facts, before).unwrap_or_default()
    }

    fn try_reading(&self, facts: &Facts, before: Option<&Facts>) -> Option<Reading> {
        Some(match self.how {
            Formula::Share { over, under } | Formula::Mean { over, under } => {
                Reading::of(facts.sum(over)?, facts.sum(under)?)
            }
            Formula::Saving { now, before } => {
                let whole = facts.sum(before)?;
                Reading::of(whole - facts.sum(now)?, whole)
            }
            Formula::Count(side) => Reading::number(facts.sum(side)?),
            Formula::Gain { over, under } => {
                let (days, cases) = (facts.sum(over)?, facts.sum(under)?);
                let earlier = before?;
                gain((days, cases), (earlier.sum(over)?, earlier.sum(under)?))
            }
            Formula::Reported | Formula::Scored => return None,
        })
    }
}

/// 1 − mean now ÷ mean before, on one line: both means over their common denominator.
fn gain((days, cases): (i64, i64), (days_before, cases_before): (i64, i64)) -> Reading {
    let products = days_before.checked_mul(cases).zip(days.checked_mul(cases_before));
    let Some((whole, now)) = products.filter(|_| cases > 0 && cases_before > 0) else {
        return Reading::default();
    };
    Reading::of(whole - now, whole)
}

#[cfg(test)]
mod tests;
