//! What the forms offer to choose from: steps, colleagues, limits.

use chrono::NaiveDate;
use uuid::Uuid;

/// What there is to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// The open steps of the viewer's department.
    pub steps: Vec<OwnStep>,
    /// Steps that can be asked anew: key and name.
    pub returnable: Vec<(String, String)>,
    /// Who can get the case.
    pub colleagues: Vec<Colleague>,
    /// Most working days of an extension.
    pub most_workdays: u16,
    /// Working days to answer corrections.
    pub reply: u16,
    /// The receipt clock only pauses while corrections are waited for.
    pub pauses: bool,
    /// How often corrections were asked for before.
    pub asked_before: u16,
    /// 容缺: working days for what may follow.
    pub defer_days: u16,
}

/// A step that waits for the viewer's department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnStep {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// 实地核查: two have to go.
    pub site: bool,
    /// The viewer may take it.
    pub take: bool,
    /// The viewer may answer for the department.
    pub speak: bool,
}

/// A colleague with what they have to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub account: Uuid,
    /// The name.
    pub name: String,
    /// Open cases in hand.
    pub open: u64,
    /// Away until this day.
    pub absent_until: Option<NaiveDate>,
    /// Who stands in.
    pub deputy: String,
}
