//! Who holds a certificate, keeps materials and is written about by registries: a person, known by
//! the citizen ID number, or an organisation, known by its credit code.

use uuid::Uuid;

/// By its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// A person.
    Person(Uuid),
    /// An organisation.
    Entity(Uuid),
}

impl Holder {
    /// The person, if it is one.
    pub fn person(self) -> Option<Uuid> {
        match self {
            Self::Person(id) => Some(id),
            Self::Entity(_) => None,
        }
    }

    /// The organisation, if it is one.
    pub fn entity(self) -> Option<Uuid> {
        match self {
            Self::Person(_) => None,
            Self::Entity(id) => Some(id),
        }
    }
}
