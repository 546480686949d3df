//! The objects `yihao check` writes.

use crate::deadline::Deadline;
use crate::number::{NumberCode, NumberError};
use crate::resident_id::Sex;
use chrono::NaiveDate;
use serde::Serialize;

/// One answer. Right ones begin with `"ok":true`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Something is wrong with the line.
    Wrong(Wrong),
    /// A person's number.
    IdNumber {
        /// Always true.
        ok: bool,
        /// `resident`, `hong_kong`, `macao`, `taiwan`, `foreign`; `resident_15` for fifteen
        /// digits, `foreign_old` for a foreigner's old card.
        kind: &'static str,
        /// Day of birth; null on a foreigner's old card, which does not say the century.
        birth_date: Option<NaiveDate>,
        /// Null on a foreigner's old card.
        sex: Option<Sex>,
        /// County of first registration; null for foreigners.
        division: Option<String>,
    },
    /// A credit code.
    CreditCode {
        /// Always true.
        ok: bool,
        /// Kind of body in Chinese; null when the first two characters are not in the standard.
        kind: Option<&'static str>,
        /// Six digits.
        division: String,
        /// Organisation code, nine characters.
        organisation: String,
    },
    /// A code of an item.
    ItemCode {
        /// Always true.
        ok: bool,
        /// `base`, `implementation` or `handling`.
        kind: &'static str,
        /// Twelve digits.
        base: String,
        /// Credit code of the implementing body.
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        /// Level of exercise, 1–7.
        #[serde(skip_serializing_if = "Option::is_none")]
        level: Option<u8>,
        /// Situation, two digits.
        #[serde(skip_serializing_if = "Option::is_none")]
        situation: Option<String>,
    },
    /// An identifier of a certificate.
    CertificateId {
        /// Always true.
        ok: bool,
        /// Type of certificate, 21 characters.
        kind: String,
        /// Who issued it.
        issuer: String,
        /// Serial number.
        serial: String,
        /// Version.
        version: u16,
    },
    /// A day.
    Workday {
        /// Always true.
        ok: bool,
        /// Null beyond the announced calendar.
        workday: Option<bool>,
    },
    /// A limit.
    Deadline {
        /// Always true.
        ok: bool,
        /// `due`, `expected`, `excluded`.
        #[serde(flatten)]
        deadline: Deadline,
    },
}

/// `{"ok":false,"code":…}`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Wrong {
    /// Always false.
    pub ok: bool,
    /// What is wrong.
    pub code: WrongCode,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum WrongCode {
    /// As with any number.
    Number(NumberCode),
    /// As with a line.
    Line(LineCode),
}

/// What can be wrong with a line of days and limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineCode {
    /// Not in the form wanted.
    Format,
}

impl WrongCode {
    /// The line is not in the form wanted.
    pub(super) const FORMAT: Self = Self::Line(LineCode::Format);
}

impl From<NumberError> for WrongCode {
    fn from(error: NumberError) -> Self {
        Self::Number(error.code)
    }
}
