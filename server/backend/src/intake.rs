//! 收件: an application becomes a case, with a receipt that is a promise.

mod handed;
mod matter;
mod opening;
mod papers;
mod preview;
mod receipt;
mod route;
mod rules;
mod submit;
mod written;

pub use handed::{Handed, Source};
pub(crate) use opening::{attach_uploads, is_query_hash};
pub use preview::{Preview, materials, preview};
pub(crate) use receipt::routed;
pub use receipt::{Receipt, receipt};
pub use route::Routed;
pub use submit::{submit, submit_draft};

use crate::drafts::{DraftView, MaterialAnswer};
use crate::{Error, Result, Services};
use chrono::{NaiveDate, Timelike as _};
use domain::field_error::{FieldCode, FieldError};
use domain::intake::Answers;
use domain::item::Channel;
use uuid::Uuid;

/// Offices close at five: what comes later counts as come on the next working day.
const CLOSING_HOUR: u32 = 17;

/// Where a clerk sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter {
    /// The hall.
    pub hall_id: Option<Uuid>,
    /// The window.
    pub window_id: Option<Uuid>,
}

/// All that somebody brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// What is applied for.
    pub item_id: String,
    /// 情形, by its two digits.
    pub situation: Option<String>,
    /// For whom.
    pub person_id: Uuid,
    /// Who acts for them.
    pub agent_person_id: Option<Uuid>,
    /// For which organisation, if for one; the person then acts for it.
    pub entity_id: Option<Uuid>,
    /// The form.
    pub answers: Answers,
    /// The materials; what is not named is missing.
    pub materials: Vec<MaterialAnswer>,
    /// The way it came.
    pub channel: Channel,
    /// At which counter, if at one.
    pub counter: Option<Counter>,
    /// 秒批: the applicant wants a person, not a rule, to decide.
    pub person_wanted: bool,
    /// 单独同意: the applicant has said yes to the use of what is sensitive (个人信息保护法 art. 29).
    pub consented: bool,
}

/// The application that a draft has become.
///
/// # Errors
/// `id_number` missing while nobody is named for whom it is.
pub fn application_of(draft: &DraftView, counter: Option<Counter>) -> Result<Application> {
    let person_id = draft
        .person_id
        .ok_or_else(|| Error::invalid(vec![FieldError::new("id_number", FieldCode::Missing)]))?;
    Ok(Application {
        item_id: draft.item_id.clone(),
        situation: draft.situation.clone(),
        person_id,
        agent_person_id: None,
        entity_id: draft.entity_id,
        answers: draft.answers.clone(),
        materials: draft.materials.clone(),
        channel: draft.channel,
        counter,
        person_wanted: draft.person_wanted,
        consented: false,
    })
}

/// The day that counts as day of receipt for what comes now: at a counter today, else today
/// while the offices are open, else the next working day.
pub(crate) fn receipt_day(services: &Services, at_counter: bool) -> NaiveDate {
    let today = services.clock.today();
    let calendar = services.reference.calendar();
    let hour = services.clock.now().with_timezone(&domain::calendar::CITY_OFFSET).hour();
    let in_hours = hour < CLOSING_HOUR && calendar.day(today).kind.is_workday();
    if at_counter || in_hours { today } else { calendar.next_workday(today).unwrap_or(today) }
}

#[cfg(test)]
mod tests;
