//! What an event makes of a case. The only reader of events; it never refuses.

use super::{Assignee, Case, Dates, Event, ExtensionRequest, Manner, Mark, Special, Status, Target};
use crate::deadline::{Extension, Suspension};
use chrono::NaiveDate;
use uuid::Uuid;

/// The case after `event`.
pub fn evolve(mut case: Case, event: &Event) -> Case {
    case.version = case.version.saturating_add(1);
    let of = &mut case;
    match event {
        Event::Submitted {
            receipt_day,
            receipt_due,
            promised_due,
            statutory_due,
            person_wanted,
            committed,
            ..
        } => {
            of.status = Status::Submitted;
            of.receipt(*receipt_day, *receipt_due);
            of.due_by(*promised_due, *statutory_due);
            (of.work.person_wanted, of.work.committed) = (*person_wanted, *committed);
        }
        Event::PreReviewed => of.work.pre_reviewed = true,
        Event::Received => of.status = Status::Received,
        Event::Taken { by } | Event::Assigned { to: by } | Event::HandedOver { to: by, .. } => of.taken(by),
        Event::Released => of.released(),
        Event::CorrectionAsked { list, reply_by, day, pauses, repeated } => {
            of.correction_asked(list, *reply_by, *day);
            if *repeated {
                of.work.repeated_on = *day;
            }
            of.work
                .receipt_pauses
                .extend(day.filter(|_| *pauses).map(|from| Suspension { from, until: None }));
        }
        Event::CorrectionAnswered { receipt_day, receipt_due, day, changed, .. } => {
            of.receipt(*receipt_day, *receipt_due);
            of.correction_answered(day.unwrap_or(*receipt_day), changed);
        }
        Event::Accepted { day, promised_due, statutory_due, manner } => {
            of.accepted_on = Some(*day);
            of.due_by(*promised_due, *statutory_due);
            of.status = of.in_hand();
            of.manner(manner);
        }
        Event::Supplemented { day } => {
            if let Some(deferral) = &mut of.work.deferral {
                deferral.supplied = Some(*day);
            }
        }
        Event::NotAccepted { .. } => of.status = Status::NotAccepted,
        Event::StepOpened { task } => of.work.tasks.push(task.clone()),
        Event::StepTaken { step, department, by } => of.step_taken(step, *department, by),
        Event::OpinionGiven { step, department, agrees, .. } => of.opinion(step, *department, *agrees),
        Event::StepReturned { step, .. } => of.step_returned(step),
        Event::Suspended { procedure, from, expected, reason: _ } => {
            of.status = Status::Suspended;
            of.due_by(None, None);
            let (procedure, from, expected) = (*procedure, *from, *expected);
            of.work.specials.push(Special { procedure, from, expected, until: None });
        }
        Event::Resumed { until, promised_due, statutory_due, reason: _ } => {
            of.resumed(*until);
            of.due_by(*promised_due, *statutory_due);
        }
        Event::ExtensionAsked { workdays, reason, by, day } => {
            let (workdays, reason, by, day) = (*workdays, reason.clone(), *by, *day);
            of.work.extension_request = Some(ExtensionRequest { workdays, reason, by, day });
        }
        Event::ExtensionApproved { workdays, day, promised_due, statutory_due, .. } => {
            of.work.extension_request = None;
            of.work.extension = Some(Extension { on: *day, workdays: *workdays });
            of.due_by(*promised_due, *statutory_due);
        }
        Event::ExtensionRefused { .. } => of.work.extension_request = None,
        Event::RulesApplied { .. } => of.work.ruled = true,
        Event::Decided { outcome, day, handling_days, automatic, reason: _ } => {
            of.status = Status::Decided;
            of.outcome = Some(*outcome);
            of.decided_on = Some(*day);
            of.handling_days = Some(*handling_days);
            of.work.automatic = *automatic;
            of.work.extension_request = None;
        }
        Event::PersonAsked { day, promised_due, statutory_due, reason: _ } => {
            of.reopened(*day);
            of.due_by(*promised_due, *statutory_due);
        }
        Event::CertificateMade { number } => {
            of.status = Status::Certificate;
            of.work.certificate = Some(number.clone());
        }
        Event::Delivered { day, .. } => {
            of.status = Status::Delivered;
            of.work.delivered_on = Some(*day);
        }
        Event::Closed { day } => {
            of.status = Status::Closed;
            of.closed_on = Some(*day);
        }
        Event::CommitmentVerified { kept, day, opinion: _ } => {
            of.work.kept = Some(*kept);
            of.work.revoked_on = (!kept).then_some(*day);
        }
        Event::Withdrawn { .. } => of.status = Status::Withdrawn,
        // What is missing is kept with the materials.
        Event::ConsentWithdrawn { .. } => {}
        Event::Abandoned { .. } => of.status = Status::Abandoned,
        Event::Terminated { .. } => of.status = Status::Terminated,
        Event::Voided { .. } => of.status = Status::Void,
        Event::DatesMoved { after, before: _ } => of.moved(after),
    }
    case
}

impl Case {
    fn receipt(&mut self, day: NaiveDate, due: NaiveDate) {
        self.receipt_day = Some(day);
        self.receipt_due = Some(due);
    }

    fn due_by(&mut self, promised: Option<NaiveDate>, statutory: Option<NaiveDate>) {
        (self.promised_due, self.statutory_due) = (promised, statutory);
    }

    /// Accepted, and in somebody's hands or in nobody's.
    fn in_hand(&self) -> Status {
        if self.assignee.is_some() { Status::Review } else { Status::Accepted }
    }

    fn taken(&mut self, by: &Assignee) {
        self.assignee = Some(by.clone());
        if self.status == Status::Accepted {
            self.status = Status::Review;
        }
    }

    fn released(&mut self) {
        self.assignee = None;
        if self.status == Status::Review {
            self.status = Status::Accepted;
        }
    }

    fn correction_asked(&mut self, list: &[Mark], reply_by: NaiveDate, day: Option<NaiveDate>) {
        self.status = Status::Correction;
        self.corrections = self.corrections.saturating_add(1);
        // The applicant has the word: nothing is due from the department.
        self.receipt_due = None;
        self.work.reply_by = Some(reply_by);
        self.work.asked_on = day;
        self.work.asked = list.iter().filter_map(|mark| mark.target.clone()).collect();
    }

    fn correction_answered(&mut self, day: NaiveDate, changed: &[Target]) {
        self.status = Status::Received;
        self.work.answered_on = Some(day);
        self.work.reply_by = None;
        self.work.mended = changed.to_vec();
        if let Some(pause) = self.work.receipt_pauses.last_mut() {
            pause.until.get_or_insert(day);
        }
    }

    fn manner(&mut self, manner: &Manner) {
        match manner {
            Manner::Normal => {}
            Manner::Deemed { known } => self.work.deemed_on = Some(*known),
            Manner::Deferred(deferral) => self.work.deferral = Some(deferral.clone()),
        }
    }

    fn step_taken(&mut self, step: &str, department: Uuid, by: &Assignee) {
        for task in self.work.tasks.iter_mut().filter(|task| task.is(step, department)) {
            task.holder = Some(by.clone());
        }
    }

    fn opinion(&mut self, step: &str, department: Uuid, agrees: bool) {
        for task in self.work.tasks.iter_mut().filter(|task| task.is(step, department)) {
            task.agrees = Some(agrees);
        }
    }

    /// The step and all that follows it are asked anew.
    fn step_returned(&mut self, step: &str) {
        let gone = self.process.from_step(step);
        self.work.tasks.retain(|task| !gone.contains(task.step.as_str()));
    }

    fn resumed(&mut self, until: NaiveDate) {
        self.status = self.in_hand();
        if let Some(special) = self.work.specials.last_mut() {
            special.until = Some(until);
        }
    }

    /// What a rule decided is open again, for a person.
    fn reopened(&mut self, day: NaiveDate) {
        self.status = self.in_hand();
        self.accepted_on = Some(day);
        (self.outcome, self.decided_on, self.handling_days, self.closed_on) = (None, None, None, None);
        (self.work.certificate, self.work.delivered_on) = (None, None);
        (self.work.automatic, self.work.person_wanted) = (false, true);
        (self.work.kept, self.work.revoked_on) = (None, None);
    }

    fn moved(&mut self, after: &Dates) {
        self.receipt_due = after.receipt_due;
        self.work.reply_by = after.reply_by;
        self.due_by(after.promised_due, after.statutory_due);
        if let (Some(deferral), Some(due)) = (&mut self.work.deferral, after.supplement_by) {
            deferral.due = due;
        }
        for (task, due) in self.work.tasks.iter_mut().zip(&after.tasks) {
            task.due = *due;
        }
    }
}
