//! Figures as the API tells them.

use backend::supervision::{Age, Ages, Group};
use chrono::NaiveDate;
use domain::indicator::Figures;
use serde::Serialize;
use utoipa::ToSchema;

/// A group.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GroupBody {
    /// Id, code or name of the group, as the filter of the same name takes it; empty for those without
    /// one, which the filter calls `none`.
    key: String,
    name: String,
    name_en: Option<String>,
    #[serde(flatten)]
    figures: FiguresBody,
    /// What is open, by the ages of the whole.
    open_by_age: Vec<i64>,
}

/// Open cases of an age.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AgeBody {
    /// Working days since submission, at least.
    working_days_from: u32,
    /// At most; null for the oldest.
    working_days_to: Option<u32>,
    /// Submitted on this day or later; null for the oldest.
    received_from: Option<NaiveDate>,
    /// Submitted on this day or earlier.
    received_to: NaiveDate,
    cases: i64,
}

/// Figures; rates are null where there is nothing to divide by.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FiguresBody {
    /// Submitted in the period.
    received: i64,
    /// Accepted in the period.
    accepted: i64,
    /// Closed in the period.
    closed: i64,
    /// Closed in the period, decided on or before the date given.
    on_time: i64,
    /// Closed in the period, decided before the date given.
    early: i64,
    /// Closed in the period, decided after the date given.
    overdue: i64,
    /// In the house at the end of the period.
    open: i64,
    /// Clock running and past the date given, now.
    overdue_open: i64,
    /// Submitted in the period, and asked for corrections at least once since.
    corrected: i64,
    /// Of those, asked exactly once.
    corrected_once: i64,
    /// Not accepted in the period.
    not_accepted: i64,
    /// Granted in the period.
    granted: i64,
    /// Refused in the period.
    refused: i64,
    /// Withdrawn in the period.
    withdrawn: i64,
    /// Steps (not cases) answered in the period.
    opinions: i64,
    /// Steps (not cases) sent back in the period.
    returned: i64,
    /// Opened again in the period.
    reopened: i64,
    /// Decided by rule in the period.
    automatic: i64,
    /// 办结率: closed ÷ accepted.
    completion_rate: Option<f64>,
    /// 按时办结率: on_time ÷ closed.
    on_time_rate: Option<f64>,
    /// 提前办结率: early ÷ closed.
    early_rate: Option<f64>,
    /// 超期率: (overdue + overdue_open) ÷ (closed + open); null for a period that ended before today.
    overdue_rate: Option<f64>,
    /// 超期办结率: overdue ÷ closed.
    late_rate: Option<f64>,
    /// 补正率: corrected ÷ received.
    correction_rate: Option<f64>,
    /// 一次告知合规率: corrected_once ÷ corrected.
    told_once_rate: Option<f64>,
    /// 不予许可率: refused ÷ (granted + refused).
    refusal_rate: Option<f64>,
    /// 退件率: not_accepted ÷ received.
    rejection_rate: Option<f64>,
    /// 环节退回率: returned ÷ opinions.
    return_rate: Option<f64>,
    /// 重开率: reopened ÷ closed.
    reopen_rate: Option<f64>,
    /// From acceptance to decision, of the cases closed.
    median_working_days: Option<f64>,
}

impl From<&Figures> for FiguresBody {
    fn from(figures: &Figures) -> Self {
        Self {
            received: figures.received,
            accepted: figures.accepted,
            closed: figures.closed,
            on_time: figures.on_time,
            early: figures.early,
            overdue: figures.overdue,
            open: figures.open,
            overdue_open: figures.overdue_open,
            corrected: figures.corrected,
            corrected_once: figures.corrected_once,
            not_accepted: figures.not_accepted,
            granted: figures.granted,
            refused: figures.refused,
            withdrawn: figures.withdrawn,
            opinions: figures.opinions,
            returned: figures.returned,
            reopened: figures.reopened,
            automatic: figures.automatic,
            completion_rate: figures.completion_rate().value(),
            on_time_rate: figures.on_time_rate().value(),
            early_rate: figures.early_rate().value(),
            overdue_rate: figures.overdue_rate().value(),
            late_rate: figures.late_rate().value(),
            correction_rate: figures.correction_rate().value(),
            told_once_rate: figures.told_once_rate().value(),
            refusal_rate: figures.refusal_rate().value(),
            rejection_rate: figures.rejection_rate().value(),
            return_rate: figures.return_rate().value(),
            reopen_rate: figures.reopen_rate().value(),
            median_working_days: figures.median_working_days(),
        }
    }
}

impl GroupBody {
    /// A group, with the ages of what is open in it.
    pub(super) fn of(group: Group, ages: &Ages) -> Self {
        let Group { key, name, name_en, figures } = group;
        let open_by_age = ages.groups.get(&key).cloned().unwrap_or_else(|| vec![0; ages.all.len()]);
        Self { figures: FiguresBody::from(&figures), open_by_age, key, name, name_en }
    }
}

impl From<&Age> for AgeBody {
    fn from(age: &Age) -> Self {
        let Age { from, to, received_from, received_to, cases } = age.clone();
        Self { working_days_from: from, working_days_to: to, received_from, received_to, cases }
    }
}
