//! A version as typed: every field a text, the steps in a row, so that a plain form carries all of it.

mod read;
mod steps;

use std::collections::BTreeMap;

use domain::deadline::Limit;
use domain::process::{Place, StepSpec};

use super::ItemVersion;

pub use steps::StepForm;

/// What a ticked box sends.
const TICKED: &str = "on";
/// Stands for the department that decides.
const COMPETENT: &str = "competent";

/// A version as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionForm {
    /// The fields beside the steps, by name: `kind`, `legal_value`, `legal_unit`, `promise_value`,
    /// `promise_unit`, `assignment`, `correction`, `reply`, `extension`, `deferral`, `commitment`,
    /// `certificate`, `automatic`, `note`.
    pub fields: BTreeMap<String, String>,
    /// The steps in order.
    pub steps: Vec<StepForm>,
}

impl VersionForm {
    /// What a version says.
    pub fn of(version: &ItemVersion) -> Self {
        let process = &version.process;
        let number = |value: Option<u16>| value.map(|value| value.to_string()).unwrap_or_default();
        let value = |limit: Option<Limit>| number(limit.map(|limit| limit.value));
        let unit =
            |limit: Option<Limit>| limit.map(|limit| limit.unit.as_str().to_owned()).unwrap_or_default();
        let ticked = |ticked: bool| if ticked { TICKED.to_owned() } else { String::new() };
        let (legal, promise) = (version.limits.statutory, version.limits.promised);
        let fields = [
            ("kind", version.kind.as_str().to_owned()),
            ("legal_value", value(legal)),
            ("legal_unit", unit(legal)),
            ("promise_value", value(promise)),
            ("promise_unit", unit(promise)),
            ("assignment", process.assignment.as_str().to_owned()),
            ("correction", process.correction.as_str().to_owned()),
            ("reply", process.reply.to_string()),
            ("extension", process.extension.to_string()),
            ("deferral", number(process.deferral)),
            ("commitment", number(process.commitment)),
            ("certificate", ticked(process.certificate)),
            ("automatic", ticked(process.automatic.is_some())),
            ("note", version.note.clone()),
        ];
        Self {
            fields: fields.map(|(name, value)| (name.to_owned(), value)).into(),
            steps: process.steps.iter().map(StepForm::of).collect(),
        }
    }

    /// Reads the fields of a form back: `step-0-name` and so on for the steps.
    pub fn typed(mut typed: BTreeMap<String, String>) -> Self {
        let mut steps = Vec::new();
        while let Some(step) = StepForm::typed(&mut typed, steps.len()) {
            steps.push(step);
        }
        Self { fields: typed, steps }
    }

    /// Every field by its name, those of the steps too.
    pub fn values(&self) -> BTreeMap<String, String> {
        let mut values = self.fields.clone();
        for (at, step) in self.steps.iter().enumerate() {
            values.extend(step.values(at));
        }
        values
    }

    fn get(&self, name: &str) -> &str {
        self.fields.get(name).map(|text| text.trim()).unwrap_or_default()
    }
}

impl StepForm {
    fn of(step: &StepSpec) -> Self {
        let place = |place: &Place| match place {
            Place::Competent => COMPETENT.to_owned(),
            Place::Department(id) => id.to_string(),
        };
        Self {
            key: step.key.clone(),
            name: step.name.clone(),
            name_en: step.name_en.clone().unwrap_or_default(),
            kind: step.kind.as_str().to_owned(),
            limit: step.limit.map(|limit| limit.to_string()).unwrap_or_default(),
            places: step.places.iter().map(place).collect(),
            after: step.after.clone(),
        }
    }
}
