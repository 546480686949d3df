//! 办理规程的版本: how an item is handled, by version. A case keeps the one it was filed under.

mod content;
mod derive;
mod draft;
mod form;
mod history;
mod hold;
mod release;
mod store;
mod taking;
#[cfg(test)]
mod tests;

pub use content::{Content, faults};
pub(super) use derive::{derived, given};
pub use draft::{begin, discard, rule, save};
pub use form::{StepForm, VersionForm};
pub use history::{Stage, VersionLine, history, one};
pub use release::{recall, release, release_due};
pub(super) use store::{Change, follow, read_all};
pub use taking::{cancel, resume, suspend};

use chrono::NaiveDate;
use domain::case::Limits;
use domain::intake::FormSpec;
use domain::item::CaseKind;
use domain::process::Process;
use entity::item_version;
use std::sync::Arc;

use crate::{Error, Result};

/// 版本状态.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// 草拟: being written; no case rests on it.
    Draft,
    /// 实施: in force from its day until the day before the next one's.
    InForce,
    /// 暂停: no new cases; those that run go on under it.
    Suspended,
    /// 废止: never again.
    Cancelled,
}

impl VersionState {
    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InForce => "in_force",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Draft, Self::InForce, Self::Suspended, Self::Cancelled]
            .into_iter()
            .find(|state| state.as_str() == text)
    }
}

/// One version of how an item is handled.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemVersion {
    /// The item.
    pub item_id: String,
    /// Counted from 1.
    pub version: i32,
    /// Where it stands.
    pub state: VersionState,
    /// First day in force.
    pub valid_from: Option<NaiveDate>,
    /// Last day in force, once something follows it.
    pub valid_to: Option<NaiveDate>,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// The limits.
    pub limits: Limits,
    /// The process.
    pub process: Arc<Process>,
    /// The questions.
    pub form: FormSpec,
    /// Why it was made.
    pub note: String,
}

impl TryFrom<item_version::Model> for ItemVersion {
    type Error = Error;

    fn try_from(row: item_version::Model) -> Result<Self> {
        let unknown = |what: &str| Error::internal(format!("a version with a {what} that is none"));
        Ok(Self {
            state: VersionState::parse(&row.state).ok_or_else(|| unknown("state"))?,
            kind: CaseKind::parse(&row.kind).ok_or_else(|| unknown("kind"))?,
            limits: serde_json::from_value(row.limits)?,
            process: Arc::new(serde_json::from_value(row.process)?),
            form: serde_json::from_value(row.form)?,
            item_id: row.item_id,
            version: row.version,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            note: row.note,
        })
    }
}
