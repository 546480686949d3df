//! Exact numbers of a score: fractions, never rounded on the way.

use crate::rule::Decimal;
use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;
use serde::{Deserialize, Serialize};

/// Numerator and denominator stay below this, so that a product of two fits.
const BOUND: i128 = 1 << 62;
/// Decimals shown at most.
const PLACES: u32 = 4;

/// A fraction in lowest terms, its denominator above zero. What outgrows it is none, never wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Exact {
    num: i128,
    den: i128,
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { num: 0, den: 1 };

    /// `num` parts of `den`; none of zero parts, or beyond what can be held.
    pub fn new(num: i128, den: i128) -> Option<Self> {
        let by = gcd(num.checked_abs()?, den.checked_abs()?);
        if den == 0 || by == 0 {
            return None;
        }
        let sign = den.signum();
        let (num, den) = (num / by * sign, den / by * sign);
        (num.abs() < BOUND && den < BOUND).then_some(Self { num, den })
    }

    /// A whole number.
    pub fn whole(n: i64) -> Option<Self> {
        Self::new(i128::from(n), 1)
    }

    /// So many ten-thousandths, as inputs are stored.
    pub fn ten_thousandths(n: i64) -> Option<Self> {
        Self::new(i128::from(n), 10_000)
    }

    /// The ten-thousandths of it, where it is a whole number of them.
    pub fn as_ten_thousandths(self) -> Option<i64> {
        let scaled = self.num.checked_mul(10_000)?;
        (scaled % self.den == 0).then(|| i64::try_from(scaled / self.den).ok()).flatten()
    }

    /// Above and below the line; none beyond what indicators are held in.
    pub fn parts(self) -> Option<(i64, i64)> {
        Some((i64::try_from(self.num).ok()?, i64::try_from(self.den).ok()?))
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::new(self.num * other.den + other.num * self.den, self.den * other.den)
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(self.num * other.num, self.den * other.den)
    }

    /// The quotient; none by zero.
    pub fn over(self, other: Self) -> Option<Self> {
        Self::new(self.num * other.den, self.den * other.num)
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.num == 0
    }

    /// With exactly `places` decimals, halves rounded away from zero.
    pub fn rounded(self, places: u32) -> String {
        let one = 10_i128.pow(places.min(9));
        // At most 2^62 · 10^9 · 2: well within 128 bits.
        let twice = self.num.abs() * one * 2 / self.den;
        let parts = (twice + 1) / 2;
        let sign = if self.num < 0 && parts != 0 { "-" } else { "" };
        match usize::try_from(places.min(9)) {
            Ok(width) if width > 0 => format!("{sign}{}.{:0width$}", parts / one, parts % one),
            _ => format!("{sign}{parts}"),
        }
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.num * other.den).cmp(&(other.num * self.den))
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Decimal> for Exact {
    /// Never loses anything but what could not be held: that becomes the greatest number.
    fn from(decimal: Decimal) -> Self {
        Self::new(decimal.millionths(), 1_000_000)
            .unwrap_or(Self { num: (BOUND - 1) * decimal.millionths().signum(), den: 1 })
    }
}

impl fmt::Display for Exact {
    /// The decimal where four places hold it; else rounded to four, with `≈` before it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.as_ten_thousandths().is_some() { "" } else { "≈" };
        let text = self.rounded(PLACES);
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        write!(f, "{sign}{text}")
    }
}

/// The text is no fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a fraction")]
pub struct NotExact;

impl Exact {
    /// The fraction as it is stored: `1747/20`, `90/1`.
    pub fn fraction(self) -> String {
        format!("{}/{}", self.num, self.den)
    }
}

impl FromStr for Exact {
    type Err = NotExact;

    /// Reads what [`Exact::fraction`] writes.
    fn from_str(text: &str) -> Result<Self, NotExact> {
        let (num, den) = text.split_once('/').ok_or(NotExact)?;
        let (num, den) = (num.parse().map_err(|_| NotExact)?, den.parse().map_err(|_| NotExact)?);
        Self::new(num, den).ok_or(NotExact)
    }
}

impl TryFrom<String> for Exact {
    type Error = NotExact;

    fn try_from(text: String) -> Result<Self, NotExact> {
        text.parse()
    }
}

impl From<Exact> for String {
    fn from(exact: Exact) -> Self {
        exact.fraction()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(num: i128, den: i128) -> Exact {
        Exact::new(num, den).unwrap()
    }

    #[test]
    fn a_third_three_times_is_one() {
        let third = of(1, 3);
        assert_eq!(third.plus(third).and_then(|two| two.plus(third)), Exact::whole(1));
        assert_eq!(third.to_string(), "≈0.3333");
        assert_eq!(third.fraction().parse(), Ok(third));
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (exact, text) in [
            (of(84_745, 1000), "84.75"),
            (of(847_449, 10_000), "84.74"),
            (of(-84_745, 1000), "-84.75"),
            (of(-1, 1000), "0.00"),
            (of(99_995, 1000), "100.00"),
        ] {
            assert_eq!(exact.rounded(2), text);
        }
        assert_eq!(of(5, 2).rounded(0), "3");
    }

    #[test]
    fn zero_divides_nothing_and_what_is_too_great_is_none() {
        assert_eq!(of(1, 2).over(Exact::ZERO), None);
        assert_eq!(Exact::new(1, 0), None);
        assert_eq!(Exact::new(i128::MIN, 1), None);
        let great = of(BOUND - 1, 1);
        assert_eq!(great.times(great), None);
        assert!(great > of(1, BOUND - 1));
    }

    #[test]
    fn signs_move_to_the_numerator() {
        assert_eq!(of(1, -2), of(-1, 2));
        assert!(of(1, -2) < Exact::ZERO);
        assert_eq!(Exact::from("-0.25".parse::<Decimal>().unwrap()), of(-1, 4));
        assert_eq!(of(31, 10).as_ten_thousandths(), Some(31_000));
        assert_eq!(of(1, 3).as_ten_thousandths(), None);
    }
}
