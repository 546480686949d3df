//! The form of an item, as typed: shown, and read back with what is wrong with it.

mod boxes;
mod read;
mod shown;

use serde::{Deserialize, Serialize};

pub(in crate::catalogue) use shown::form;

/// An item as typed. Flat, so that a plain form posts it; a box that is not ticked is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are those of the item; the names are those of the catalogue file"
)]
pub struct ItemForm {
    pub version: String,
    pub name: String,
    pub name_en: String,
    pub theme: String,
    pub state: String,
    pub case_kind: String,
    /// Keys of `Subject`, separated by spaces.
    pub subject: String,
    pub legal_value: String,
    pub legal_unit: String,
    pub promise_value: String,
    pub promise_unit: String,
    /// Any text when there is a fee.
    pub charged: String,
    pub fee_text: String,
    /// Yuan.
    pub fee_amount: String,
    pub pay_online: String,
    pub visits: String,
    pub onsite_reason: String,
    pub consult_phone: String,
    pub complaint_phone: String,
    pub eligibility: String,
    /// One a line.
    pub conditions: String,
    /// One a line.
    pub keywords: String,
    pub law: String,
    pub note: String,
    pub online: String,
    pub fully_online: String,
    pub same_city: String,
    pub nearby: String,
    pub cross_province: String,
    pub one_window: String,
    pub instant_approval: String,
    pub no_application: String,
    pub mobile: String,
    pub kiosk: String,
    pub postal: String,
    pub agent: String,
    pub deferrable: String,
    pub commitment: String,
    pub appointment: String,
}
