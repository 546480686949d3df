//! A case as lists show it.

use super::super::moment::moment;
use backend::cases::CaseRow;
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::case::{Outcome, Status};
use domain::deadline::Light;
use serde::Serialize;
use utoipa::ToSchema;

/// One line.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseLine {
    case_no: String,
    item_code: String,
    item_name: String,
    item_name_en: Option<String>,
    department: String,
    department_en: Option<String>,
    applicant_name: String,
    #[schema(value_type = String)]
    status: Status,
    /// granted or refused, once decided.
    #[schema(value_type = Option<String>)]
    result: Option<Outcome>,
    /// instant or promise.
    kind: &'static str,
    channel: &'static str,
    submitted_at: DateTime<FixedOffset>,
    /// What the department owes next.
    next_due: Option<NaiveDate>,
    promised_due: Option<NaiveDate>,
    statutory_due: Option<NaiveDate>,
    /// green, yellow, red or black, while the clock runs.
    #[schema(value_type = Option<String>)]
    light: Option<Light>,
    /// Working days left, while the clock runs.
    days_left: Option<u32>,
    decided_on: Option<NaiveDate>,
    /// Working days from acceptance to decision.
    handling_days: Option<u32>,
    /// Who has it in hand.
    assignee: Option<String>,
    /// Whether that is the caller.
    mine: bool,
    version: u32,
}

impl From<CaseRow> for CaseLine {
    fn from(row: CaseRow) -> Self {
        Self {
            case_no: row.case_no,
            item_code: row.item_id,
            item_name: row.item_name,
            item_name_en: row.item_name_en,
            department: row.department,
            department_en: row.department_en,
            applicant_name: row.applicant_name,
            status: row.status,
            result: row.outcome,
            kind: row.kind.as_str(),
            channel: row.channel.as_str(),
            submitted_at: moment(row.submitted_at),
            next_due: row.next_due,
            promised_due: row.promised_due,
            statutory_due: row.statutory_due,
            light: row.light,
            days_left: row.days_left,
            decided_on: row.decided_on,
            handling_days: row.handling_days,
            assignee: row.assignee,
            mine: row.mine,
            version: row.version,
        }
    }
}
