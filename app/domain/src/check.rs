//! What `yihao check` answers to one line.

mod answer;
mod line;

pub use answer::{Answer, LineCode, Wrong, WrongCode};

use crate::calendar::Calendar;
use chrono::NaiveDate;
use core::str::FromStr;

/// What the lines hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckKind {
    /// Numbers of people.
    IdNumber,
    /// Unified social credit codes.
    CreditCode,
    /// Base, implementation and handling codes.
    ItemCode,
    /// Identifiers of electronic certificates.
    CertificateId,
    /// Days: `2026-02-14`.
    Workday,
    /// A day, a limit and its unit: `2026-02-13 5 workday`.
    Deadline,
}

impl CheckKind {
    /// All kinds, in the order of the manual.
    pub const ALL: [Self; 6] = [
        Self::IdNumber,
        Self::CreditCode,
        Self::ItemCode,
        Self::CertificateId,
        Self::Workday,
        Self::Deadline,
    ];

    /// As written on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::IdNumber => "id-number",
            Self::CreditCode => "credit-code",
            Self::ItemCode => "item-code",
            Self::CertificateId => "certificate-id",
            Self::Workday => "workday",
            Self::Deadline => "deadline",
        }
    }
}

/// The text is none of the kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the kind is one of id-number, credit-code, item-code, certificate-id, workday, deadline")]
pub struct NotACheckKind;

impl FromStr for CheckKind {
    type Err = NotACheckKind;

    fn from_str(text: &str) -> Result<Self, NotACheckKind> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(NotACheckKind)
    }
}

/// Answers one line; serialised, the answer is one JSON object of the manual.
pub fn check(kind: CheckKind, line: &str, today: NaiveDate, calendar: &Calendar) -> Answer {
    let answer = match kind {
        CheckKind::IdNumber => line::id_number(line, today),
        CheckKind::CreditCode => line::credit_code(line),
        CheckKind::ItemCode => line::item_code(line),
        CheckKind::CertificateId => line::certificate_id(line),
        CheckKind::Workday => line::workday(line, calendar),
        CheckKind::Deadline => line::deadline(line, calendar),
    };
    answer.unwrap_or_else(|code| Answer::Wrong(Wrong { ok: false, code }))
}
