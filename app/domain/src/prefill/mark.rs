//! Where an answer comes from, as it is kept beside it. No personal data: keys, names of
//! certificates, days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The origin of an answer that nobody typed, and whether it may be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
    /// The day on which it was so.
    pub as_of: NaiveDate,
    /// May be changed in the form. What a valid certificate fixes may not: it is mended where the
    /// certificate was issued.
    pub correctable: bool,
}

/// Where an answer comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// What was recorded with the identity number or the credit code.
    Identity,
    /// A certificate.
    Certificate {
        /// Its type: `EC_HUKOU`.
        code: String,
        /// The type's name.
        name: String,
        /// In English.
        #[serde(default)]
        name_en: Option<String>,
        /// Who issued it.
        issuer: String,
    },
    /// A registry.
    Registry {
        /// Its name.
        name: String,
    },
    /// An earlier case of the same person.
    Case {
        /// Its number.
        number: String,
    },
}

impl Origin {
    /// The name in the ledger of uses: `identity`, the type of certificate, the registry, `case`.
    pub fn what(&self) -> &str {
        match self {
            Self::Identity => "identity",
            Self::Certificate { code, .. } => code,
            Self::Registry { name } => name,
            Self::Case { .. } => "case",
        }
    }
}
