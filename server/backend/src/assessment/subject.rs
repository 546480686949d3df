//! 考评对象: departments, and districts and counties of the city.

use core::fmt;
use domain::division::{DivisionCode, DivisionLevel};
use uuid::Uuid;

use crate::{Result, Services, organisation};

/// Who is assessed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A department, by its key: `FG`.
    Department(String),
    /// A district or county.
    Division(DivisionCode),
}

impl Subject {
    /// Reads `department:FG`, `division:229902`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("department", key) if !key.is_empty() => Some(Self::Department(key.to_owned())),
            ("division", code) => DivisionCode::parse(code).ok().map(Self::Division),
            _ => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Department(key) => write!(f, "department:{key}"),
            Self::Division(code) => write!(f, "division:{code}"),
        }
    }
}

/// Who can be assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// Who.
    pub subject: Subject,
    /// The name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// The department's key in the database, where it is one.
    pub department: Option<Uuid>,
}

/// Districts and counties of the city, then its departments.
///
/// # Errors
/// Storage errors.
pub async fn subjects(services: &Services) -> Result<Vec<Assessed>> {
    let mut all = Vec::new();
    for place in services.reference.children(services.reference.city()) {
        if place.code.level() == DivisionLevel::County {
            let subject = Subject::Division(place.code);
            all.push(Assessed { subject, name: place.name, name_en: place.name_en, department: None });
        }
    }
    for one in organisation::departments(&services.db).await?.into_iter().filter(|one| one.active) {
        let (subject, department) = (Subject::Department(one.key), Some(one.id));
        all.push(Assessed { subject, name: one.name, name_en: one.name_en, department });
    }
    Ok(all)
}
