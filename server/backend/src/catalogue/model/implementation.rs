//! 实施清单: an item as one body carries it out.

use domain::division::DivisionCode;
use domain::item::Level;
use uuid::Uuid;

use super::super::file::Situation;

/// An item as one body carries it out in one situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implementation {
    /// 31 or 33 digits.
    pub code: String,
    /// The item.
    pub item_id: String,
    /// The situation.
    pub situation: Option<Situation>,
    /// The department in charge.
    pub department_id: Uuid,
    /// The area it serves.
    pub division: DivisionCode,
    /// The area's name.
    pub division_name: String,
    /// The body.
    pub body_name: String,
    /// Its credit code.
    pub body_uscc: String,
    /// 行使层级.
    pub level: Level,
    /// The hall.
    pub hall_id: Option<Uuid>,
    /// Whether cases are taken.
    pub active: bool,
}
