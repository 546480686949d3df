//! Every date of a case that follows from the calendar, computed from what happened.

use super::{Case, Limits, Refusal, Status};
use crate::calendar::Calendar;
use crate::deadline::{self, Deadline, Limit, Suspension, Unit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Every date that follows from the calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dates {
    /// Last day of the receipt clock.
    pub receipt_due: Option<NaiveDate>,
    /// Last day to answer corrections.
    pub reply_by: Option<NaiveDate>,
    /// 承诺办结日.
    pub promised_due: Option<NaiveDate>,
    /// 法定办结日.
    pub statutory_due: Option<NaiveDate>,
    /// 容缺: last day to bring what is missing.
    pub supplement_by: Option<NaiveDate>,
    /// The open tasks' own dates, in the order of the tasks.
    pub tasks: Vec<Option<NaiveDate>>,
}

/// 当场或 5 日内: the receipt clock (行政许可法 art. 32, in working days by art. 82).
pub const RECEIPT_LIMIT: Limit = Limit { value: 5, unit: Unit::Workday };
/// Delivery is due so long after the decision (行政许可法 art. 44).
pub const DELIVERY_LIMIT: Limit = Limit { value: 10, unit: Unit::Workday };

/// A limit that starts to run after `day_zero`.
///
/// # Errors
/// [`Refusal::NoDate`] where no date can be written.
pub(super) fn due(calendar: &Calendar, day_zero: NaiveDate, limit: Limit) -> Result<NaiveDate, Refusal> {
    due_without(calendar, day_zero, limit, &[]).ok_or(Refusal::NoDate)
}

/// The promised and the statutory date of limits that start to run after `day_zero`.
///
/// # Errors
/// [`Refusal::NoDate`] where a date cannot be written.
pub fn handling_dates(
    limits: Limits,
    day_zero: NaiveDate,
    calendar: &Calendar,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Refusal> {
    let date = |limit: Option<Limit>| limit.map(|limit| due(calendar, day_zero, limit)).transpose();
    Ok((date(limits.promised)?, date(limits.statutory)?))
}

fn due_without(
    calendar: &Calendar,
    day_zero: NaiveDate,
    limit: Limit,
    suspensions: &[Suspension],
) -> Option<NaiveDate> {
    deadline::due(calendar, day_zero, limit, suspensions).map(|deadline| deadline.due)
}

impl Case {
    /// How the promised and the statutory date come about, counted from acceptance, or from receipt
    /// before it.
    pub fn deadlines(&self, calendar: &Calendar) -> (Option<Deadline>, Option<Deadline>) {
        let Some(start) = self.accepted_on.or(self.receipt_day) else { return (None, None) };
        let clock = self.clock_from(start);
        (clock.promised_due(calendar), clock.statutory_due(calendar))
    }

    /// The promised and the statutory date.
    pub(super) fn handling_dates(&self, calendar: &Calendar) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let (promised, statutory) = self.deadlines(calendar);
        (promised.map(|deadline| deadline.due), statutory.map(|deadline| deadline.due))
    }

    /// How the receipt clock's last day comes about.
    pub fn receipt_deadline(&self, calendar: &Calendar) -> Option<Deadline> {
        deadline::due(calendar, self.receipt_day?, RECEIPT_LIMIT, &self.work.receipt_pauses)
    }

    /// The dates that it has.
    pub(super) fn dates(&self) -> Dates {
        Dates {
            receipt_due: self.receipt_due,
            reply_by: self.work.reply_by,
            promised_due: self.promised_due,
            statutory_due: self.statutory_due,
            supplement_by: self.work.deferral.as_ref().map(|deferral| deferral.due),
            tasks: self.work.tasks.iter().map(|task| task.due).collect(),
        }
    }

    /// The dates that it should have by this calendar. What is over keeps its date.
    pub(super) fn dates_by(&self, calendar: &Calendar) -> Dates {
        let mut dates = self.dates();
        match self.status {
            Status::Submitted | Status::Received => {
                dates.receipt_due = self.receipt_deadline(calendar).map(|deadline| deadline.due);
                // What the first receipt said stays until acceptance counts anew.
                if self.work.answered_on.is_none() {
                    (dates.promised_due, dates.statutory_due) = self.handling_dates(calendar);
                }
            }
            Status::Correction => dates.reply_by = self.reply_due(calendar),
            Status::Accepted | Status::Review => self.handled_dates(calendar, &mut dates),
            Status::Suspended => dates.supplement_by = self.supplement_due(calendar),
            Status::Draft
            | Status::NotAccepted
            | Status::Decided
            | Status::Certificate
            | Status::Delivered
            | Status::Closed
            | Status::Withdrawn
            | Status::Abandoned
            | Status::Terminated
            | Status::Void => {}
        }
        dates
    }

    fn handled_dates(&self, calendar: &Calendar, dates: &mut Dates) {
        (dates.promised_due, dates.statutory_due) = self.handling_dates(calendar);
        dates.supplement_by = self.supplement_due(calendar);
        let suspensions = self.suspensions();
        let tasks = self.work.tasks.iter().map(|task| {
            let limit = self.process.step(&task.step).and_then(|step| step.limit);
            let open = task.agrees.is_none();
            limit.filter(|_| open).map_or(task.due, |days| {
                due_without(calendar, task.opened, Limit::workdays(days), &suspensions)
            })
        });
        dates.tasks = tasks.collect();
    }

    fn reply_due(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let asked = self.work.asked_on.filter(|_| self.work.reply_by.is_some());
        let limit = Limit::workdays(self.process.reply);
        asked.and_then(|day| due_without(calendar, day, limit, &[])).or(self.work.reply_by)
    }

    /// 容缺: counted from acceptance, whether or not the handling clock stands still.
    fn supplement_due(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let deferral = self.work.deferral.as_ref()?;
        let limit = self.process.deferral.filter(|_| deferral.supplied.is_none());
        match (self.accepted_on, limit) {
            (Some(day), Some(days)) => due_without(calendar, day, Limit::workdays(days), &[]),
            (Some(_) | None, _) => Some(deferral.due),
        }
    }
}
