//! What the rules need to know of a case: the fold of its events.

use super::{Outcome, Special, Status, Task, Work};
use crate::calendar::Calendar;
use crate::deadline::{Clock, Limit, Suspension};
use crate::item::CaseKind;
use crate::permission::{Actor, Parties, Standing, standing};
use crate::process::Process;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// The two limits of an item, each with its own unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// 法定时限; some services have none.
    pub statutory: Option<Limit>,
    /// 承诺时限, never longer than the statutory one.
    pub promised: Option<Limit>,
}

/// Who has a case in hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignee {
    /// The account.
    pub account: Uuid,
    /// The name that the others are told.
    pub name: String,
}

/// A case as the rules see it: no form, no names, no numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub status: Status,
    /// How many events made it what it is; the guard against a stale page.
    pub version: u32,
    /// The person who applies.
    pub applicant: Uuid,
    /// Who acts for them.
    pub agent: Option<Uuid>,
    /// The department that decides.
    pub department: Uuid,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// The item's limits on the day it was submitted.
    pub limits: Limits,
    /// The process in force on that day.
    pub process: Arc<Process>,
    /// Who has it in hand.
    pub assignee: Option<Assignee>,
    /// Day 0 of the receipt clock.
    pub receipt_day: Option<NaiveDate>,
    /// Last day of the receipt clock.
    pub receipt_due: Option<NaiveDate>,
    /// Day 0 of the handling clock.
    pub accepted_on: Option<NaiveDate>,
    /// 承诺办结日.
    pub promised_due: Option<NaiveDate>,
    /// 法定办结日.
    pub statutory_due: Option<NaiveDate>,
    /// How often corrections were asked for.
    pub corrections: u16,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Working days from acceptance to decision.
    pub handling_days: Option<u32>,
    /// The day of closing.
    pub closed_on: Option<NaiveDate>,
    /// What the procedure needs to remember.
    pub work: Work,
}

/// How a decision lies to the date that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// 提前: before the day.
    Early,
    /// 按时: on the very day.
    OnTheDay,
    /// 超期.
    Late,
}

impl Case {
    /// A case that has not been submitted.
    pub fn draft(
        applicant: Uuid,
        agent: Option<Uuid>,
        department: Uuid,
        kind: CaseKind,
        limits: Limits,
        process: Arc<Process>,
    ) -> Self {
        Self {
            status: Status::Draft,
            version: 0,
            applicant,
            agent,
            department,
            kind,
            limits,
            process,
            assignee: None,
            receipt_day: None,
            receipt_due: None,
            accepted_on: None,
            promised_due: None,
            statutory_due: None,
            corrections: 0,
            outcome: None,
            decided_on: None,
            handling_days: None,
            closed_on: None,
            work: Work::default(),
        }
    }

    /// How an actor stands to it.
    pub fn standing_of(&self, actor: &Actor) -> Standing {
        let mut consulted: Vec<Uuid> = self.work.tasks.iter().map(|task| task.department).collect();
        consulted.dedup();
        let Self { applicant, agent, department, .. } = *self;
        standing(actor, Parties { applicant, agent, department, consulted: &consulted })
    }

    /// The open tasks that this actor's department has not answered yet.
    pub fn tasks_of<'a>(&'a self, actor: &'a Actor) -> impl Iterator<Item = &'a Task> {
        let open = self.status.clock_runs();
        let mine =
            move |task: &&Task| open && task.agrees.is_none() && actor.department == Some(task.department);
        self.work.tasks.iter().filter(mine)
    }

    /// The date that the citizen was given: the promise, or the statute where nothing is promised.
    pub fn due(&self) -> Option<NaiveDate> {
        self.promised_due.or(self.statutory_due)
    }

    /// What the department owes next: the answer on acceptance, then the decision.
    pub fn next_due(&self) -> Option<NaiveDate> {
        match self.status {
            Status::Submitted | Status::Received => self.receipt_due,
            Status::Accepted | Status::Review => self.due(),
            Status::Draft
            | Status::Correction
            | Status::NotAccepted
            | Status::Suspended
            | Status::Decided
            | Status::Certificate
            | Status::Delivered
            | Status::Closed
            | Status::Withdrawn
            | Status::Abandoned
            | Status::Terminated
            | Status::Void => None,
        }
    }

    /// The handling clock, from acceptance until the decision.
    pub fn clock(&self) -> Option<Clock> {
        let day_zero = self.accepted_on.filter(|_| self.status.is_handled())?;
        Some(self.clock_from(day_zero))
    }

    /// The handling clock as if it had begun after `day_zero`.
    pub fn clock_from(&self, day_zero: NaiveDate) -> Clock {
        Clock {
            day_zero,
            promised: self.limits.promised,
            statutory: self.limits.statutory,
            suspensions: self.suspensions(),
            extension: self.work.extension,
        }
    }

    /// What the handling clock does not count.
    pub fn suspensions(&self) -> Vec<Suspension> {
        self.work.specials.iter().map(Suspension::from).collect()
    }

    /// The special procedure that is going on.
    pub fn special(&self) -> Option<&Special> {
        self.work.specials.last().filter(|special| special.until.is_none())
    }

    /// Working days after `day_zero` up to `day`, without suspended ones.
    pub(super) fn days_worked(&self, calendar: &Calendar, day_zero: NaiveDate, day: NaiveDate) -> u32 {
        let suspensions = self.suspensions();
        let counts = |date: &NaiveDate| {
            calendar.day(*date).kind.is_workday() && !suspensions.iter().any(|one| one.covers(*date))
        };
        if suspensions.is_empty() {
            return calendar.workdays_between(day_zero, day);
        }
        let days = day_zero.iter_days().skip(1).take_while(|&date| date <= day).filter(counts);
        u32::try_from(days.count()).unwrap_or(u32::MAX)
    }

    /// On time is "decided on or before the date given" (domain rulings, lights); a case without
    /// any date cannot be late.
    pub fn timing(&self) -> Option<Timing> {
        let decided = self.decided_on?;
        Some(match self.due() {
            Some(due) if decided > due => Timing::Late,
            Some(due) if decided < due => Timing::Early,
            Some(_) | None => Timing::OnTheDay,
        })
    }
}
