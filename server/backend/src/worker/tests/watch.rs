//! One case as somebody sees it who only reads what happened, and counts days on their fingers.

use super::days::{Days, Pause};
use chrono::NaiveDate;
use domain::case::{Event, Limits, Manner, Outcome};
use domain::deadline::Limit;
use domain::process::Process;
use std::sync::Arc;
use uuid::Uuid;

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Sent,
    Asked,
    Handled,
    Stopped,
    Decided,
    HandedOver,
    Over,
}

/// A department's part of a step.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub step: String,
    pub department: Uuid,
    pub opened: NaiveDate,
    pub open: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Watch {
    pub number: String,
    pub applicant: Uuid,
    pub department: Uuid,
    pub limits: Limits,
    pub process: Arc<Process>,
    pub phase: Phase,
    pub seen: i32,
    pub receipt: Option<NaiveDate>,
    pub pauses: Vec<Pause>,
    pub asked: Option<NaiveDate>,
    pub answered: Option<NaiveDate>,
    pub accepted: Option<NaiveDate>,
    pub stops: Vec<Pause>,
    pub expected: Option<NaiveDate>,
    pub extension: Option<u16>,
    pub request: Option<NaiveDate>,
    pub owed: bool,
    pub parts: Vec<Part>,
    pub decided: Option<NaiveDate>,
    pub promised_by_applicant: bool,
    pub to_verify: bool,
    pub deemed: Option<NaiveDate>,
    pub repeated: Option<NaiveDate>,
}

impl Watch {
    pub fn new(
        number: String,
        applicant: Uuid,
        department: Uuid,
        limits: Limits,
        process: Arc<Process>,
    ) -> Self {
        Self {
            number,
            applicant,
            department,
            limits,
            process,
            phase: Phase::Sent,
            seen: 0,
            receipt: None,
            pauses: Vec::new(),
            asked: None,
            answered: None,
            accepted: None,
            stops: Vec::new(),
            expected: None,
            extension: None,
            request: None,
            owed: false,
            parts: Vec::new(),
            decided: None,
            promised_by_applicant: false,
            to_verify: false,
            deemed: None,
            repeated: None,
        }
    }

    pub fn read(&mut self, event: &Event) {
        self.seen += 1;
        match event {
            Event::Submitted { receipt_day, committed, .. } => {
                (self.receipt, self.promised_by_applicant) = (Some(*receipt_day), *committed);
            }
            Event::CorrectionAsked { day, pauses, repeated, .. } => {
                (self.phase, self.asked) = (Phase::Asked, *day);
                self.pauses.extend(day.filter(|_| *pauses).map(|day| (day, None)));
                self.repeated = day.filter(|_| *repeated).or(self.repeated);
            }
            Event::CorrectionAnswered { day, .. } => {
                (self.phase, self.answered) = (Phase::Sent, *day);
                match self.pauses.last_mut() {
                    Some(pause) => pause.1 = *day,
                    None => self.receipt = *day,
                }
            }
            Event::Accepted { day, manner, .. } => {
                (self.phase, self.accepted) = (Phase::Handled, Some(*day));
                self.owed = matches!(manner, Manner::Deferred(_));
                if let Manner::Deemed { known } = manner {
                    self.deemed = Some(*known);
                }
            }
            Event::Supplemented { .. } => self.owed = false,
            Event::StepOpened { task } => {
                let (step, department, opened) = (task.step.clone(), task.department, task.opened);
                self.parts.push(Part { step, department, opened, open: true });
            }
            Event::OpinionGiven { step, department, .. } => {
                let mine = |part: &&mut Part| part.step == *step && part.department == *department;
                self.parts.iter_mut().filter(mine).for_each(|part| part.open = false);
            }
            Event::StepReturned { step, .. } => {
                let gone = self.process.from_step(step);
                self.parts.retain(|part| !gone.contains(part.step.as_str()));
            }
            Event::Suspended { from, expected, .. } => {
                (self.phase, self.expected) = (Phase::Stopped, Some(*expected));
                self.stops.push((*from, None));
            }
            Event::Resumed { until, .. } => {
                self.phase = Phase::Handled;
                self.stops.last_mut().unwrap().1 = Some(*until);
            }
            Event::ExtensionAsked { day, .. } => self.request = Some(*day),
            Event::ExtensionApproved { workdays, .. } => {
                (self.request, self.extension) = (None, Some(*workdays));
            }
            Event::ExtensionRefused { .. } => self.request = None,
            Event::Decided { outcome, day, .. } => {
                (self.phase, self.decided, self.request) = (Phase::Decided, Some(*day), None);
                self.to_verify = self.promised_by_applicant && *outcome == Outcome::Granted;
            }
            Event::PersonAsked { day, .. } => {
                (self.phase, self.accepted, self.decided) = (Phase::Handled, Some(*day), None);
                self.to_verify = false;
            }
            Event::Delivered { .. } | Event::Closed { .. } => self.phase = Phase::HandedOver,
            Event::CommitmentVerified { .. } => self.to_verify = false,
            Event::NotAccepted { .. }
            | Event::Withdrawn { .. }
            | Event::Abandoned { .. }
            | Event::Terminated { .. }
            | Event::Voided { .. } => self.phase = Phase::Over,
            Event::PreReviewed
            | Event::Received
            | Event::Taken { .. }
            | Event::Released
            | Event::Assigned { .. }
            | Event::HandedOver { .. }
            | Event::StepTaken { .. }
            | Event::RulesApplied { .. }
            | Event::CertificateMade { .. }
            | Event::ConsentWithdrawn { .. }
            | Event::DatesMoved { .. } => {}
        }
    }

    /// What happens by itself on a day: the event's name, and the day from which it is true.
    pub fn duty(&self, days: &Days, today: NaiveDate) -> Option<(&'static str, NaiveDate)> {
        let past = |last: Option<NaiveDate>| last.is_some_and(|last| today > last);
        match self.phase {
            Phase::Sent if past(self.answer_by(days)) => {
                Some(("deemed_accepted", self.answered.or(self.receipt)?))
            }
            Phase::Asked if past(self.reply_by(days)) => Some(("abandoned", today)),
            Phase::Handled | Phase::Stopped if self.owed && past(self.supplement_by(days)) => {
                Some(("terminated", today))
            }
            Phase::Sent
            | Phase::Asked
            | Phase::Handled
            | Phase::Stopped
            | Phase::Decided
            | Phase::HandedOver
            | Phase::Over => None,
        }
    }

    pub fn answer_by(&self, days: &Days) -> Option<NaiveDate> {
        days.nth(self.receipt?, 5, &self.pauses)
    }

    pub fn reply_by(&self, days: &Days) -> Option<NaiveDate> {
        days.nth(self.asked?, self.process.reply, &[])
    }

    pub fn supplement_by(&self, days: &Days) -> Option<NaiveDate> {
        days.nth(self.accepted?, self.process.deferral?, &[])
    }

    pub fn part_by(&self, days: &Days, part: &Part) -> Option<NaiveDate> {
        days.nth(part.opened, self.process.step(&part.step)?.limit?, &self.stops)
    }

    /// The last day of a limit that began with the receipt, or with acceptance.
    pub fn last(&self, days: &Days, limit: Option<Limit>) -> Option<NaiveDate> {
        let due = days.last(self.accepted.or(self.receipt)?, limit?, &self.stops)?;
        days.nth(due, self.extension.unwrap_or_default(), &self.stops)
    }
}
