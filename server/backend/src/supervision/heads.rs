//! Under which heads figures are narrowed and grouped. The same conditions narrow counters and lists of
//! cases, so that a number and its list cannot differ.

mod condition;

pub(crate) use condition::{Windows, narrowed};

pub use domain::indicator::GroupBy;

use domain::indicator::Area;
use domain::item::Channel;
use uuid::Uuid;

/// What an address and the API call the group of those without a window, clerk, hall or bundle.
pub const NONE: &str = "none";

/// Only cases under all of these. What is none does not narrow; `Some(None)` is those without one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Heads {
    /// Decided by this department.
    pub department_id: Option<Uuid>,
    /// Of this item.
    pub item_id: Option<String>,
    /// Of items of this type (GB/T 39046 annex A).
    pub item_type: Option<String>,
    /// Of bodies of this division.
    pub area: Option<Area>,
    /// Taken in at a window of this hall.
    pub hall_id: Option<Option<Uuid>>,
    /// Taken in at this window.
    pub window_id: Option<Option<Uuid>>,
    /// Taken in by this clerk.
    pub clerk_id: Option<Option<Uuid>>,
    /// That came this way.
    pub channel: Option<Channel>,
    /// Of items of this theme, by its Chinese name.
    pub theme: Option<String>,
    /// Of items of this bundle.
    pub bundle: Option<Option<String>>,
}

impl Heads {
    /// The same, narrowed to one group: the key of a [`super::Group`]. None where it is no key.
    pub fn with(mut self, by: GroupBy, key: &str) -> Option<Self> {
        match by {
            GroupBy::Department => self.department_id = Some(key.parse().ok()?),
            GroupBy::Item => self.item_id = Some(key.to_owned()),
            GroupBy::ItemType => self.item_type = Some(key.to_owned()),
            GroupBy::Division => self.area = Some(Area::parse(key)?),
            GroupBy::Hall => self.hall_id = Some(id(key)?),
            GroupBy::Window => self.window_id = Some(id(key)?),
            GroupBy::Clerk => self.clerk_id = Some(id(key)?),
            GroupBy::Channel => self.channel = Some(Channel::parse(key)?),
            GroupBy::Theme => self.theme = Some(key.to_owned()),
            GroupBy::Bundle => self.bundle = Some(given(key).map(str::to_owned)),
        }
        Some(self)
    }

    /// The key by which this head narrows, as [`Heads::with`] reads it.
    pub fn key(&self, by: GroupBy) -> Option<String> {
        let or_none = |id: Option<Uuid>| id.map_or_else(|| NONE.to_owned(), |id| id.to_string());
        match by {
            GroupBy::Department => self.department_id.map(|id| id.to_string()),
            GroupBy::Item => self.item_id.clone(),
            GroupBy::ItemType => self.item_type.clone(),
            GroupBy::Division => self.area.map(|area| area.to_string()),
            GroupBy::Hall => self.hall_id.map(or_none),
            GroupBy::Window => self.window_id.map(or_none),
            GroupBy::Clerk => self.clerk_id.map(or_none),
            GroupBy::Channel => self.channel.map(|channel| channel.as_str().to_owned()),
            GroupBy::Theme => self.theme.clone(),
            GroupBy::Bundle => self.bundle.clone().map(|id| id.unwrap_or_else(|| NONE.to_owned())),
        }
    }
}

/// What is meant by a key; none for that of those without one.
fn given(key: &str) -> Option<&str> {
    (!key.is_empty() && key != NONE).then_some(key)
}

/// An id, or none for those without one; nothing where it is neither.
fn id(key: &str) -> Option<Option<Uuid>> {
    given(key).map_or(Some(None), |key| key.parse().ok().map(Some))
}
