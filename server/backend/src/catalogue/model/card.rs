//! Items as lists show them.

use domain::case::Limits;
use domain::deadline::Limit;
use domain::item::{CaseKind, Subject};

use super::super::file::Flags;
use super::ItemState;

/// An item in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCard {
    /// `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Key of the department, `RS`.
    pub department_key: String,
    /// The department's name.
    pub department: String,
    /// The department's name in English.
    pub department_en: Option<String>,
    /// The theme it stands under.
    pub theme: String,
    /// 事项类型.
    pub type_code: String,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// Statutory and promised limit.
    pub limits: Limits,
    /// How it can be handled.
    pub flags: Flags,
    /// Visits at most.
    pub visits: u16,
    /// Whether there is a fee.
    pub charged: bool,
    /// The fee in words.
    pub fee_text: String,
    /// Whom it is for.
    pub subjects: Vec<Subject>,
    /// Life events, by key.
    pub events: Vec<String>,
    /// Whether it can be applied for.
    pub state: ItemState,
}

impl ItemCard {
    /// 承诺时限.
    pub fn promise(&self) -> Option<Limit> {
        self.limits.promised
    }
}

/// Several items done as one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// `YJS-01`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Its life event.
    pub event: Option<String>,
    /// Its items.
    pub items: Vec<ItemCard>,
}

/// How many items there are of each kind (B.14).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each counts the items with the property it names")]
pub struct Counts {
    pub total: usize,
    pub online: usize,
    pub fully_online: usize,
    pub same_city: usize,
    pub nearby: usize,
    pub cross_province: usize,
    pub one_window: usize,
    pub instant: usize,
    pub no_visit: usize,
    pub no_application: usize,
    pub instant_approval: usize,
    pub departments: usize,
    pub implementations: usize,
}
