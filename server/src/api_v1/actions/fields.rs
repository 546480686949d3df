//! Single fields of an action: each read, or told by its name.

use super::wanted::{MarkBody, Wanted};
use domain::case::{Assignee, Delivery, Mark, Outcome, Procedure, Target};
use domain::field_error::{FieldCode, FieldError};
use uuid::Uuid;

/// The text, unless it is blank.
pub(super) fn given(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.trim().is_empty())
}

/// What must be there.
fn needed<T>(name: &str, value: Option<T>) -> Result<T, FieldError> {
    value.ok_or_else(|| FieldError::new(name, FieldCode::Missing))
}

/// One of the names of an enumeration.
fn one_of<T>(name: &str, text: &Option<String>, parse: fn(&str) -> Option<T>) -> Result<T, FieldError> {
    let text = needed(name, given(text))?;
    parse(text.trim()).ok_or_else(|| FieldError::new(name, FieldCode::Choice))
}

impl Wanted {
    pub(super) fn reason(&self) -> String {
        given(&self.reason).or_else(|| given(&self.opinion)).unwrap_or_default()
    }

    /// Marks first, then the list; where neither is given, the lines of the opinion.
    pub(super) fn corrections(&self) -> Vec<Mark> {
        let lines: Vec<String> = match &self.list {
            Some(list) => list.clone(),
            None if self.marks.is_empty() => self.reason().lines().map(str::to_owned).collect(),
            None => Vec::new(),
        };
        self.marks.iter().map(mark).chain(lines.into_iter().map(Mark::words)).collect()
    }

    pub(super) fn outcome(&self) -> Result<Outcome, FieldError> {
        one_of("outcome", &self.outcome, |text| match text {
            "granted" | "grant" => Some(Outcome::Granted),
            "refused" | "refuse" => Some(Outcome::Refused),
            _ => None,
        })
    }

    pub(super) fn step(&self) -> Result<String, FieldError> {
        needed("step", given(&self.step))
    }

    pub(super) fn agrees(&self) -> Result<bool, FieldError> {
        needed("agrees", self.agrees)
    }

    pub(super) fn kept(&self) -> Result<bool, FieldError> {
        needed("kept", self.kept)
    }

    pub(super) fn procedure(&self) -> Result<Procedure, FieldError> {
        one_of("procedure", &self.procedure, Procedure::parse)
    }

    pub(super) fn expected(&self) -> Result<chrono::NaiveDate, FieldError> {
        let text = needed("expected", given(&self.expected))?;
        text.trim().parse().map_err(|_| FieldError::new("expected", FieldCode::Date))
    }

    pub(super) fn workdays(&self) -> Result<u16, FieldError> {
        needed("workdays", self.workdays)
    }

    pub(super) fn delivery(&self) -> Result<Delivery, FieldError> {
        one_of("delivery", &self.delivery, Delivery::parse)
    }

    /// Only the account; the name is looked up.
    pub(super) fn to(&self) -> Result<Assignee, FieldError> {
        let account: Uuid = needed("to", self.to)?;
        Ok(Assignee { account, name: String::new() })
    }
}

fn mark(body: &MarkBody) -> Mark {
    let answer = given(&body.answer).map(Target::Answer);
    Mark { words: body.words.clone(), target: answer.or_else(|| body.material.map(Target::Material)) }
}
