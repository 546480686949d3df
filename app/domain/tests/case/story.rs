//! A case and what is known around it, to be told step by step.

use crate::people::{AGENT, OWN, PERSON};
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::case::{
    Action, ActionKind, Case, Context, Event, Filed, Limits, Refusal, available, decide, evolve,
};
use domain::deadline::Limit;
use domain::item::CaseKind;
use domain::permission::Actor;
use domain::process::{Place, Process, StepKind, StepSpec};
use std::sync::Arc;

pub use crate::announced::day;

/// Twenty working days by law, ten promised.
pub const LIMITS: Limits =
    Limits { statutory: Some(Limit::workdays(20)), promised: Some(Limit::workdays(10)) };

#[derive(Clone, Debug)]
pub struct Story {
    pub case: Case,
    pub today: NaiveDate,
    pub calendar: Arc<Calendar>,
    pub file: Filed,
    /// After hours: what comes now counts as received on the next working day.
    pub after_hours: bool,
}

impl Story {
    /// Of a 承诺件 on a Monday without holidays near.
    pub fn begin(process: Process) -> Self {
        Self::of(CaseKind::Promise, LIMITS, process)
    }

    pub fn of(kind: CaseKind, limits: Limits, process: Process) -> Self {
        let case = Case::draft(PERSON, Some(AGENT), OWN, kind, limits, Arc::new(process));
        let (today, calendar) = (day("2026-11-16"), Arc::new(Calendar::plain()));
        Self { case, today, calendar, file: Filed::default(), after_hours: false }
    }

    pub fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    pub fn filed(mut self, file: Filed) -> Self {
        self.file = file;
        self
    }

    pub fn context<'a>(&'a self, actor: &'a Actor) -> Context<'a> {
        let (today, receipt_day) = (self.today, self.receipt_day());
        Context { actor, today, receipt_day, calendar: &self.calendar, file: &self.file }
    }

    pub fn receipt_day(&self) -> NaiveDate {
        let next = self.calendar.next_workday(self.today).filter(|_| self.after_hours);
        next.unwrap_or(self.today)
    }

    pub fn attempt(&self, actor: &Actor, action: Action) -> Result<Vec<Event>, Refusal> {
        decide(&self.case, action, &self.context(actor))
    }

    /// Why it cannot be done.
    pub fn refused(&self, actor: &Actor, action: Action) -> Refusal {
        self.attempt(actor, action).unwrap_err()
    }

    pub fn then(mut self, actor: &Actor, action: Action) -> Self {
        let events = self.attempt(actor, action).unwrap();
        self.case = events.iter().fold(self.case, evolve);
        self
    }

    pub fn offered(&self, actor: &Actor) -> Vec<ActionKind> {
        available(&self.case, &self.context(actor))
    }

    pub fn offers(&self, actor: &Actor, kind: ActionKind) -> bool {
        self.offered(actor).contains(&kind)
    }
}

/// A step of one or several departments.
pub fn step(key: &str, kind: StepKind, places: &[Place], after: &[&str], limit: Option<u16>) -> StepSpec {
    StepSpec {
        key: key.to_owned(),
        name: format!("环节{key}"),
        name_en: None,
        kind,
        places: places.to_vec(),
        after: after.iter().map(|&key| key.to_owned()).collect(),
        limit,
    }
}

pub fn with_steps(steps: Vec<StepSpec>) -> Process {
    Process { steps, ..Process::default() }
}
