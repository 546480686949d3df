//! Who can tell a fact.

use domain::rule::Facts;

use crate::extracts::{Registry, registry_of};

/// Facts that the portal knows of a holder by itself (`known`).
const IDENTITY: &[&str] = &[
    "person.age",
    "male.age",
    "female.age",
    "person.citizen",
    "person.real_name",
    "person.hukou_city",
    "person.reached_retire_age",
    "applicant.real_name",
    "applicant.contact",
    "applicant.is_self_or_authorised",
    "applicant.is_agent_of_org",
    "enterprise.legal_person_is_applicant",
    "enterprise.months_operating",
    "company.status",
    "company.months_operating",
    "company.new",
];

/// Who can tell a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supply {
    /// The portal, from identity and what was recorded with it.
    Identity,
    /// The certificate library.
    Certificate,
    /// A registry.
    Registry(&'static Registry),
    /// The city that is served.
    City,
    /// A figure that a department sets, and whether it is set.
    Figure {
        /// It has a value.
        set: bool,
    },
    /// Only whoever applies, when asked.
    Applicant,
    /// Nobody: no source has it and there are no words to ask for it.
    Nobody,
}

impl Supply {
    /// Whether a rule that waits for it waits for ever.
    pub fn is_dead_end(self) -> bool {
        match self {
            Self::Nobody | Self::Figure { set: false } => true,
            Self::Identity
            | Self::Certificate
            | Self::Registry(_)
            | Self::City
            | Self::Figure { set: true }
            | Self::Applicant => false,
        }
    }
}

/// Who can tell a field. `asked`: there are words to ask for it.
pub(super) fn supply(field: &str, asked: bool, city: &Facts) -> Supply {
    if field == "LOCAL" {
        return if city.get(field).is_some() { Supply::City } else { Supply::Nobody };
    }
    if field.starts_with("PARAM.") {
        return Supply::Figure { set: city.get(field).is_some() };
    }
    match registry_of(field) {
        _ if IDENTITY.contains(&field) => Supply::Identity,
        _ if field == "person.has_residence_permit" => Supply::Certificate,
        // A type that the catalogue does not have has no words either.
        _ if field.starts_with("cert.") && asked => Supply::Certificate,
        Some(registry) => Supply::Registry(registry),
        None if asked => Supply::Applicant,
        None => Supply::Nobody,
    }
}
