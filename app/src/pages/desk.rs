//! The clerk's desk: one field takes anything, then the person, the intake on one screen, the
//! receipt, and the next person.

mod cases;
pub mod entity;
pub mod found;
pub mod intake;
pub mod intake_check;
pub mod intake_materials;
pub mod intake_outcome;
pub mod intake_questions;
pub mod item_line;
pub mod new_entity;
pub mod new_person;
pub mod person;
pub mod person_start;
pub mod places;
pub mod receipt;
pub mod shortcuts;
pub mod start;
pub mod today;
pub mod which;
pub mod whole;

pub use entity::{EntityFacts, EntityPage, Standing, entity};
pub use found::{FoundPage, found};
pub use intake::{IntakePage, intake};
pub use intake_check::{CheckPage, check};
pub use intake_materials::{KnownUpload, MaterialRow};
pub use intake_outcome::{Outcome, Promise};
pub use intake_questions::Question;
pub use item_line::ItemLine;
pub use new_entity::{NewEntityPage, new_entity, subject_words};
pub use new_person::{NewPersonPage, new_person};
pub use person::{DeathNote, OnlineLine, OpenDraft, PersonFacts, PersonPage, person};
pub use person_start::Startable;
pub use places::PlaceGroup;
pub use receipt::{DeskReceiptPage, receipt};
pub use start::{StartPage, start};
pub use today::{Numbers, TodayPage, today};
pub use which::{WhichPage, which};
pub use whole::{CertificateLine, DelegationLine, LapseLine};
