//! What an item asks to be brought.

use domain::intake::Condition;
use uuid::Uuid;

/// A material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// Key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// The certificate type that satisfies it.
    pub certificate_code: Option<String>,
    /// That type's name.
    pub certificate_name: Option<String>,
    /// In English.
    pub certificate_name_en: Option<String>,
    /// Shared data that replaces it.
    pub data_share: Option<String>,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it may follow later.
    pub deferrable: bool,
    /// Original, copy, electronic.
    pub format: String,
    /// Where one gets it.
    pub source: String,
    /// Needed only where this holds of what the guidance asks; always, where there is nothing.
    pub needed_if: Option<Condition>,
}

/// A type of certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateType {
    /// `EC_IDCARD`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Who issues it.
    pub issuer: String,
}
