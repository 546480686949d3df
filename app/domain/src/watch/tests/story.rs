//! A case told event by event, and what one rule finds in it.

use super::super::{Around, Finding, Listed, Rule, RuleKind, found, found_by_date};
use crate::calendar::Calendar;
use crate::case::{Assignee, Case, Event, Limits, Manner, Task, evolve};
use crate::item::{CaseKind, Channel};
use crate::process::{Place, Process, StepKind, StepSpec};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

/// The material of the guide.
pub(super) const MATERIAL: u128 = 5;

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// The rules that a city begins with.
pub(super) fn rules() -> Vec<Rule> {
    serde_json::from_str(include_str!("../../../../../server/data/watch-rules.json")).unwrap()
}

pub(super) fn rule(kind: RuleKind) -> Rule {
    rules().into_iter().find(|rule| rule.kind == kind).unwrap()
}

pub(super) struct Story(Case);

/// Basis, step, day and event of a finding.
type Short = (NaiveDate, String, NaiveDate, u32);

impl Story {
    fn begun(process: Process) -> Self {
        let submitted = Event::Submitted {
            channel: Channel::Window,
            receipt_day: date("2026-02-26"),
            receipt_due: date("2026-03-05"),
            promised_due: None,
            statutory_due: None,
            person_wanted: false,
            committed: false,
        };
        let (applicant, department) = (uuid(1), uuid(2));
        let limits = Limits::default();
        let draft = Case::draft(applicant, None, department, CaseKind::Promise, limits, Arc::new(process));
        Self(evolve(draft, &submitted))
    }

    fn accepted(self) -> Self {
        let accepted = Event::Accepted {
            day: date("2026-02-27"),
            promised_due: Some(date("2026-03-06")),
            statutory_due: Some(date("2026-03-13")),
            manner: Manner::Normal,
        };
        Self(evolve(self.0, &accepted))
    }

    /// Accepted, handled by one reviewer.
    pub fn plain() -> Self {
        Self::begun(Process::default()).accepted()
    }

    /// Not accepted yet.
    pub fn unaccepted() -> Self {
        let taken = Event::Taken { by: Assignee { account: uuid(3), name: "x".into() } };
        Self(evolve(Self::begun(Process::default()).0, &taken))
    }

    /// Two steps, the second after the first; the first within two working days.
    pub fn stepped() -> Self {
        let step = |key: &str, after: &[&str], limit| StepSpec {
            key: key.into(),
            name: key.into(),
            name_en: None,
            kind: StepKind::Review,
            places: vec![Place::Department(uuid(9))],
            after: after.iter().map(|key| (*key).into()).collect(),
            limit,
        };
        let steps = vec![step("first", &[], Some(2)), step("second", &["first"], None)];
        Self::begun(Process { steps, ..Process::default() }).accepted()
    }

    pub fn opened(step: &str, day: &str) -> Event {
        let (department, opened) = (uuid(9), date(day));
        Event::StepOpened {
            task: Task { step: step.into(), department, opened, due: None, holder: None, agrees: None },
        }
    }

    pub fn opinion(step: &str, day: &str) -> Event {
        Event::OpinionGiven {
            step: step.into(),
            department: uuid(9),
            agrees: true,
            opinion: "x".into(),
            second: String::new(),
            day: date(day),
        }
    }

    /// After more events.
    pub fn then(self, events: &[(&'static str, Event)]) -> Self {
        Self(events.iter().fold(self.0, |case, (_, event)| evolve(case, event)))
    }

    /// What one rule finds in the events, each on its day; each once.
    pub fn told(self, kind: RuleKind, events: &[(&'static str, Event)]) -> Vec<Short> {
        let (rules, calendar, mut case) = ([rule(kind)], Calendar::plain(), self.0);
        let guide = [Listed { id: uuid(MATERIAL), name: "居民身份证（原件）".into() }];
        let (mut seen, mut all) = (HashSet::new(), Vec::new());
        for (day, event) in events {
            let around = Around { today: date(day), calendar: &calendar, guide: &guide };
            let after = evolve(case.clone(), event);
            for one in found(&rules, &case, event, &after, &around) {
                if seen.insert((one.basis, one.step.clone(), one.department)) {
                    all.push((one.basis, one.step, one.on, one.seq));
                }
            }
            case = after;
        }
        all
    }

    pub fn by_date(&self, kind: RuleKind, day: &str) -> Vec<Finding> {
        self.found_with(&rule(kind), day)
    }

    pub fn found_with(&self, rule: &Rule, day: &str) -> Vec<Finding> {
        let calendar = Calendar::plain();
        let around = Around { today: date(day), calendar: &calendar, guide: &[] };
        found_by_date(std::slice::from_ref(rule), &self.0, &around)
    }
}
