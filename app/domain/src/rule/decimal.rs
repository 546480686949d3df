//! Exact numbers with decimals, as thresholds have them: 4.5 t, 0.6667 of the votes.

use core::fmt;
use core::str::FromStr;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Digits kept after the point.
const PLACES: usize = 6;
const ONE: i128 = 1_000_000;

/// A number with at most six decimals, held exactly. In JSON a plain number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i128);

/// The text is no number of at most six decimals, or a greater one than can be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number of at most {PLACES} decimals")]
pub struct NotDecimal;

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A hundred times as much: a share in percent.
    pub fn percent(self) -> Self {
        Self(self.0.saturating_mul(100))
    }

    /// A hundredth of it, of a percentage: the share.
    pub fn hundredth(self) -> Self {
        Self(self.0 / 100)
    }

    /// All of it in millionths.
    pub fn millionths(self) -> i128 {
        self.0
    }

    /// So many millionths more, or less.
    pub fn plus_millionths(self, millionths: i64) -> Self {
        Self(self.0.saturating_add(i128::from(millionths)))
    }

    fn as_whole(self) -> Option<i64> {
        (self.0 % ONE == 0).then(|| i64::try_from(self.0 / ONE).ok()).flatten()
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self(i128::from(whole) * ONE)
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    /// Reads `60`, `4.5`, `-0.25`.
    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(decimals) || decimals.len() > PLACES {
            return Err(NotDecimal);
        }
        let whole: i64 = whole.parse().map_err(|_| NotDecimal)?;
        let decimals: i128 = format!("{decimals:0<PLACES$}").parse().map_err(|_| NotDecimal)?;
        Ok(Self(sign * (i128::from(whole) * ONE + decimals)))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.abs() / ONE, self.0.abs() % ONE);
        let decimals = format!(".{rest:0PLACES$}");
        write!(f, "{sign}{whole}{}", decimals.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.to_string().parse().map_err(serde::ser::Error::custom)?),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNumber)
    }
}

struct AnyNumber;

impl Visitor<'_> for AnyNumber {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number of at most {PLACES} decimals")
    }

    fn visit_i64<E: Error>(self, whole: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(whole))
    }

    fn visit_u64<E: Error>(self, whole: u64) -> Result<Decimal, E> {
        i64::try_from(whole).map(Decimal::from).map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
        // The shortest text that reads back as the same number is what the file has.
        number.to_string().parse().map_err(E::custom)
    }
}
