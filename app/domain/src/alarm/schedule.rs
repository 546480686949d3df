//! When each alarm is told, and to whom.

use super::{Alarm, AlarmKind, Rank};
use crate::calendar::Calendar;
use crate::case::{Case, DELIVERY_LIMIT, Outcome, Status};
use crate::deadline::{self, Limit, Target};
use chrono::NaiveDate;
use uuid::Uuid;

/// A red light goes on to the supervisor after so many working days.
const RED_PATIENCE: u16 = 3;
/// What waits for a head goes on to the supervisor after so many working days.
const HEAD_PATIENCE: u16 = 2;

/// Every alarm that this case has coming, or had, if nothing more happens to it; earliest first.
pub fn schedule(case: &Case, calendar: &Calendar) -> Vec<Alarm> {
    let mut plan = Plan { calendar, department: case.department, alarms: Vec::new() };
    plan.conduct(case);
    match case.status {
        Status::Submitted | Status::Received => plan.receipt(case),
        Status::Accepted | Status::Review => plan.handling(case),
        Status::Suspended => plan.suspended(case),
        Status::Decided | Status::Certificate => plan.delivery(case),
        Status::Delivered | Status::Closed => plan.commitment(case),
        Status::Draft
        | Status::Correction
        | Status::NotAccepted
        | Status::Withdrawn
        | Status::Abandoned
        | Status::Terminated
        | Status::Void => {}
    }
    plan.alarms.sort();
    plan.alarms
}

/// What should have been told by the end of `today`.
pub fn raised(case: &Case, calendar: &Calendar, today: NaiveDate) -> Vec<Alarm> {
    schedule(case, calendar).into_iter().filter(|alarm| alarm.on <= today).collect()
}

struct Plan<'a> {
    calendar: &'a Calendar,
    department: Uuid,
    alarms: Vec<Alarm>,
}

impl Plan<'_> {
    /// Alarms are told on working days: what falls on a day off is told on the next that is worked.
    fn tell(&mut self, rank: Rank, kind: AlarmKind, day: Option<NaiveDate>, basis: NaiveDate) {
        let on = day.and_then(|day| self.calendar.workday_from(day));
        let (step, department) = (String::new(), self.department);
        self.alarms.extend(on.map(|on| Alarm { on, rank, kind, basis, step, department }));
    }

    /// So many working days later.
    fn later(&self, day: NaiveDate, workdays: u16) -> Option<NaiveDate> {
        deadline::due(self.calendar, day, Limit::workdays(workdays), &[]).map(|deadline| deadline.due)
    }

    /// What somebody did or left undone stays told, wherever the case went since.
    fn conduct(&mut self, case: &Case) {
        if let Some(day) = case.work.deemed_on {
            self.tell(Rank::Head, AlarmKind::Deemed, Some(day), day);
            self.tell(Rank::Supervisor, AlarmKind::Deemed, Some(day), day);
        }
        if let Some(day) = case.work.repeated_on {
            self.tell(Rank::Head, AlarmKind::CorrectionRepeated, Some(day), day);
            self.tell(Rank::Supervisor, AlarmKind::CorrectionRepeated, Some(day), day);
        }
    }

    fn receipt(&mut self, case: &Case) {
        let Some(due) = case.receipt_due else { return };
        self.tell(Rank::Holder, AlarmKind::ReceiptNear, Some(due), due);
    }

    fn handling(&mut self, case: &Case) {
        self.lights(case);
        self.steps(case);
        if let Some(asked) = &case.work.extension_request {
            self.tell(Rank::Head, AlarmKind::ExtensionWaiting, Some(asked.day), asked.day);
            let patience = self.later(asked.day, HEAD_PATIENCE);
            self.tell(Rank::Supervisor, AlarmKind::ExtensionWaiting, patience, asked.day);
        }
    }

    fn lights(&mut self, case: &Case) {
        let (promised, statutory) = case.deadlines(self.calendar);
        let targets = [promised, statutory].map(|deadline| deadline.as_ref().map(Target::from));
        let [promised, statutory] = targets;
        if let Some(target) = promised.or(statutory) {
            let near = deadline::yellow_from(self.calendar, target).max(case.accepted_on);
            self.tell(Rank::Holder, AlarmKind::Yellow, near, target.due);
            // The last day is the head's too.
            self.tell(Rank::Head, AlarmKind::Yellow, Some(target.due), target.due);
        }
        if let Some(due) = promised.map(|target| target.due) {
            self.tell(Rank::Holder, AlarmKind::Red, due.succ_opt(), due);
            self.tell(Rank::Head, AlarmKind::Red, due.succ_opt(), due);
            self.tell(Rank::Supervisor, AlarmKind::Red, self.later(due, RED_PATIENCE), due);
        }
        if let Some(due) = statutory.map(|target| target.due) {
            for rank in Rank::ALL {
                self.tell(rank, AlarmKind::Black, due.succ_opt(), due);
            }
        }
    }

    fn steps(&mut self, case: &Case) {
        let open = case.work.tasks.iter().filter(|task| task.agrees.is_none());
        for task in open {
            let Some(due) = task.due else { continue };
            let on = due.succ_opt().and_then(|day| self.calendar.workday_from(day));
            let alarm = |rank| {
                let (kind, step, department) = (AlarmKind::StepLate, task.step.clone(), task.department);
                on.map(|on| Alarm { on, rank, kind, basis: due, step, department })
            };
            self.alarms.extend([Rank::Holder, Rank::Head].into_iter().filter_map(alarm));
        }
    }

    /// The clock stands still, but not for longer than the applicant was told.
    fn suspended(&mut self, case: &Case) {
        let Some(special) = case.special() else { return };
        let over = special.expected;
        self.tell(Rank::Holder, AlarmKind::SpecialLong, over.succ_opt(), over);
        self.tell(Rank::Head, AlarmKind::SpecialLong, over.succ_opt(), over);
        self.tell(Rank::Supervisor, AlarmKind::SpecialLong, self.later(over, RED_PATIENCE), over);
    }

    fn delivery(&mut self, case: &Case) {
        self.commitment(case);
        let Some(decided) = case.decided_on else { return };
        let due = deadline::due(self.calendar, decided, DELIVERY_LIMIT, &[]).map(|deadline| deadline.due);
        let Some(due) = due else { return };
        self.tell(Rank::Holder, AlarmKind::DeliveryLate, due.succ_opt(), due);
        self.tell(Rank::Head, AlarmKind::DeliveryLate, due.succ_opt(), due);
    }

    /// 承诺核查: on its last day to the holder, the day after to the head.
    fn commitment(&mut self, case: &Case) {
        let open = case.work.committed && case.work.kept.is_none() && case.outcome == Some(Outcome::Granted);
        let due = case
            .decided_on
            .zip(case.process.commitment)
            .filter(|_| open)
            .and_then(|(day, days)| self.later(day, days));
        let Some(due) = due else { return };
        self.tell(Rank::Holder, AlarmKind::Unverified, Some(due), due);
        self.tell(Rank::Head, AlarmKind::Unverified, due.succ_opt(), due);
    }
}
