//! Administrative divisions (GB/T 2260 and GB/T 10114): codes of province, prefecture, county,
//! street and village, and their names by year.

mod text;
mod tree;

pub use text::NotADivision;
pub use tree::{Division, DivisionTree};

use crate::number::typed::is_space;
use serde::{Deserialize, Serialize};

/// How far down a division lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DivisionLevel {
    /// Province, autonomous region, municipality.
    Province,
    /// City with districts, prefecture, league.
    Prefecture,
    /// District, county, banner, county-level city.
    County,
    /// Street, town, township.
    Street,
    /// Village, community.
    Village,
}

/// Places of the last digit of each level, as powers of ten of the twelve-digit form.
const PROVINCE: u64 = 10_000_000_000;
const PREFECTURE: u64 = 100_000_000;
const COUNTY: u64 = 1_000_000;
const STREET: u64 = 1_000;

/// A code of 6, 9 or 12 digits. `220303`, `220303000` and `220303000000` are the same code; it is
/// shown in the shortest form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct DivisionCode(u64);

impl DivisionCode {
    /// Reads 6, 9 or 12 digits.
    pub fn parse(text: &str) -> Result<Self, NotADivision> {
        let text = text.trim_matches(is_space);
        let missing = match text.len() {
            6 => COUNTY,
            9 => STREET,
            12 => 1,
            _ => return Err(NotADivision),
        };
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotADivision);
        }
        let code = text.parse::<u64>().map_err(|_| NotADivision)? * missing;
        if code < PROVINCE { Err(NotADivision) } else { Ok(Self(code)) }
    }

    /// How far down the division lies, by its trailing zeros.
    pub const fn level(self) -> DivisionLevel {
        match self.0 {
            code if code.is_multiple_of(PROVINCE) => DivisionLevel::Province,
            code if code.is_multiple_of(PREFECTURE) => DivisionLevel::Prefecture,
            code if code.is_multiple_of(COUNTY) => DivisionLevel::County,
            code if code.is_multiple_of(STREET) => DivisionLevel::Street,
            _ => DivisionLevel::Village,
        }
    }

    /// The division one level up by the code; none above a province.
    pub fn parent(self) -> Option<Self> {
        match self.level() {
            DivisionLevel::Province => None,
            DivisionLevel::Prefecture => Some(self.province()),
            DivisionLevel::County => self.prefecture(),
            DivisionLevel::Street => self.county(),
            DivisionLevel::Village => self.street(),
        }
    }

    /// Whether this division is `other` or lies in it.
    pub fn within(self, other: &Self) -> bool {
        let size = match other.level() {
            DivisionLevel::Province => PROVINCE,
            DivisionLevel::Prefecture => PREFECTURE,
            DivisionLevel::County => COUNTY,
            DivisionLevel::Street => STREET,
            DivisionLevel::Village => 1,
        };
        self.0 / size == other.0 / size
    }

    /// The province.
    pub const fn province(self) -> Self {
        self.cut(PROVINCE)
    }

    /// The prefecture; none for a province.
    pub fn prefecture(self) -> Option<Self> {
        self.at(DivisionLevel::Prefecture, PREFECTURE)
    }

    /// The county; none above a county.
    pub fn county(self) -> Option<Self> {
        self.at(DivisionLevel::County, COUNTY)
    }

    /// The street or town; none above a street.
    pub fn street(self) -> Option<Self> {
        self.at(DivisionLevel::Street, STREET)
    }

    /// Twelve digits, as systems of administration exchange it.
    pub fn twelve_digits(self) -> String {
        format!("{:012}", self.0)
    }

    fn at(self, level: DivisionLevel, size: u64) -> Option<Self> {
        (self.level() >= level).then(|| self.cut(size))
    }

    const fn cut(self, size: u64) -> Self {
        Self(self.0 - self.0 % size)
    }
}

/// Whether two digits are a province of the mainland (GB/T 2260).
pub(crate) const fn is_mainland_province(code: u32) -> bool {
    matches!(code, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65)
}
