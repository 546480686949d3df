//! What was typed, read; and what cannot be.

use std::ops::RangeInclusive;

use domain::case::Limits;
use domain::deadline::{Limit, Unit};
use domain::field_error::FieldCode;
use domain::item::CaseKind;
use domain::process::{Assignment, CorrectionClock, Place, Process, StepKind, StepSpec};
use domain::rule::Rule;

use super::super::Content;
use super::{COMPETENT, StepForm, VersionForm};
use crate::Result;
use crate::organisation::Reading;

/// Most characters of a note, and of an English name.
const NOTE_MAX: usize = 200;
/// Most characters of a step's name that are kept at all; a draft may be too long.
const KEPT: usize = 80;

impl VersionForm {
    /// What was typed; `rule` is the one that would decide by itself.
    pub(in super::super) fn read(&self, rule: Option<Rule>) -> Result<Content> {
        let mut reading = Reading::default();
        let kind = CaseKind::parse(self.get("kind"));
        let limits = Limits {
            statutory: self.limit(&mut reading, "legal"),
            promised: self.limit(&mut reading, "promise"),
        };
        let process = self.process(&mut reading, rule);
        let note = reading.optional("note", self.get("note"), NOTE_MAX).unwrap_or_default();
        if kind.is_none() {
            reading.wrong("kind", FieldCode::Choice);
        }
        reading.done()?;
        Ok(Content { kind: kind.unwrap_or(CaseKind::Promise), limits, process, note })
    }

    fn process(&self, reading: &mut Reading, rule: Option<Rule>) -> Process {
        let assignment = Assignment::parse(self.get("assignment"));
        let correction = CorrectionClock::parse(self.get("correction"));
        for (name, read) in [("assignment", assignment.is_some()), ("correction", correction.is_some())] {
            if !read {
                reading.wrong(name, FieldCode::Choice);
            }
        }
        let ticked = |name: &str| !self.get(name).is_empty();
        if ticked("automatic") && rule.is_none() {
            reading.wrong("automatic", FieldCode::Unknown);
        }
        let steps = self.steps.iter().enumerate();
        Process {
            steps: steps.map(|(at, step)| step.read(reading, at)).collect(),
            assignment: assignment.unwrap_or_default(),
            correction: correction.unwrap_or_default(),
            extension: self.number(reading, "extension", 0..=90),
            reply: self.number(reading, "reply", 1..=90),
            deferral: days(reading, "deferral", self.get("deferral"), 0..=999),
            commitment: days(reading, "commitment", self.get("commitment"), 1..=999),
            certificate: ticked("certificate"),
            automatic: rule.filter(|_| ticked("automatic")),
        }
    }

    /// A limit in two fields; none where no number is.
    fn limit(&self, reading: &mut Reading, name: &str) -> Option<Limit> {
        let (value, unit) = (format!("{name}_value"), format!("{name}_unit"));
        let value = days(reading, &value, self.get(&value), 0..=999)?;
        match self.get(&unit).parse::<Unit>() {
            Ok(unit) => Some(Limit { value, unit }),
            Err(_) => {
                reading.wrong(&unit, FieldCode::Choice);
                None
            }
        }
    }

    fn number(&self, reading: &mut Reading, name: &str, range: RangeInclusive<u16>) -> u16 {
        let typed = self.get(name);
        if typed.is_empty() {
            reading.wrong(name, FieldCode::Missing);
        }
        days(reading, name, typed, range).unwrap_or_default()
    }
}

impl StepForm {
    fn read(&self, reading: &mut Reading, at: usize) -> StepSpec {
        let field = |part: &str| format!("step-{at}-{part}");
        let kind = StepKind::parse(&self.kind);
        if kind.is_none() {
            reading.wrong(&field("kind"), FieldCode::Choice);
        }
        let places: Vec<Place> = self.places.iter().filter_map(|text| place(text)).collect();
        if places.len() < self.places.len() {
            reading.wrong(&field("place"), FieldCode::Choice);
        }
        let name = reading.optional(&field("name"), &self.name, KEPT);
        StepSpec {
            key: self.key.clone(),
            name: name.unwrap_or_default(),
            name_en: reading.optional(&field("name_en"), &self.name_en, NOTE_MAX),
            kind: kind.unwrap_or_default(),
            places,
            after: self.after.clone(),
            limit: days(reading, &field("limit"), &self.limit, 0..=999),
        }
    }
}

fn place(text: &str) -> Option<Place> {
    if text == COMPETENT { Some(Place::Competent) } else { text.parse().ok().map(Place::Department) }
}

/// A number of days; none where nothing was typed.
fn days(reading: &mut Reading, field: &str, typed: &str, range: RangeInclusive<u16>) -> Option<u16> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse::<u16>();
    match read {
        Ok(value) if range.contains(&value) => return Some(value),
        Ok(_) => {
            let (min, max) = (i64::from(*range.start()), i64::from(*range.end()));
            reading.wrong(field, FieldCode::Range { min, max });
        }
        Err(_) => reading.wrong(field, FieldCode::Number),
    }
    None
}
