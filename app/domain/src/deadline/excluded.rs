//! The days that did not count, and why.

use crate::calendar::DayName;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// One day that did not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excluded {
    /// The day.
    pub date: NaiveDate,
    /// Why.
    pub reason: ExcludedReason,
}

/// Why a day did not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExcludedReason {
    /// Saturday or Sunday.
    Weekend,
    /// A statutory holiday or a day off next to one.
    Holiday(Arc<DayName>),
    /// The clock stood still.
    Suspended,
}

impl ExcludedReason {
    /// In Chinese: 周末, 中止期间, or the name of the holiday.
    pub fn text(&self) -> &str {
        match self {
            Self::Weekend => "周末",
            Self::Holiday(name) => &name.zh,
            Self::Suspended => "中止期间",
        }
    }

    /// In English.
    pub fn text_en(&self) -> &str {
        match self {
            Self::Weekend => "Weekend",
            Self::Holiday(name) => &name.en,
            Self::Suspended => "Clock stopped",
        }
    }
}

impl Serialize for ExcludedReason {
    /// The Chinese text.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}
