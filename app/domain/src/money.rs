//! Money in fen, the hundredth part of a yuan.

use core::fmt;
use core::str::FromStr;
use serde::{Deserialize, Serialize};

/// An amount in fen. Shown as `¥12.34`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// Whether nothing is to pay.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, if it can be held.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}¥{}.{:02}", fen / 100, fen % 100)
    }
}

/// The text is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an amount in yuan with at most two decimals")]
pub struct NotMoney;

impl FromStr for Fen {
    type Err = NotMoney;

    /// Reads yuan with at most two decimals: `12`, `12.3`, `¥1,234.50`, `-0.05`, full-width too.
    fn from_str(typed: &str) -> Result<Self, NotMoney> {
        let plain: String =
            typed.chars().map(crate::number::typed::fold).filter(|&c| !is_filling(c)).collect();
        let (negative, plain) = plain.strip_prefix('-').map_or((false, plain.as_str()), |rest| (true, rest));
        let (yuan, decimals) = plain.split_once('.').unwrap_or((plain, "0"));
        let fen = whole(yuan)?.checked_mul(100).and_then(|fen| fen.checked_add(hundredths(decimals).ok()?));
        let fen = fen.ok_or(NotMoney)?;
        Ok(Self(if negative { -fen } else { fen }))
    }
}

fn is_filling(c: char) -> bool {
    matches!(c, '¥' | '\u{FFE5}' | ',' | '元') || crate::number::typed::is_space(c)
}

fn whole(digits: &str) -> Result<i64, NotMoney> {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotMoney);
    }
    digits.parse().map_err(|_| NotMoney)
}

fn hundredths(decimals: &str) -> Result<i64, NotMoney> {
    match decimals.len() {
        1 => Ok(whole(decimals)? * 10),
        2 => whole(decimals),
        _ => Err(NotMoney),
    }
}
