//! The questions of each item, from the rules of `forms.json`.

use std::collections::BTreeMap;

use domain::intake::{FieldSpec, FormSpec};
use serde::Deserialize;
use serde_json::Value;

use super::file::FileItem;
use crate::import::{Fault, ImportError, Problem, read_json};

/// The file: questions by key, and which items ask them.
#[derive(Debug)]
pub(super) struct Forms {
    always: Vec<String>,
    fields: BTreeMap<String, FieldSpec>,
    rules: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
struct File {
    #[serde(default)]
    always: Vec<String>,
    fields: BTreeMap<String, Value>,
    rules: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
struct Rule {
    when: When,
    fields: Vec<String>,
}

/// Every condition given must hold; of each, one of the values.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct When {
    item: Vec<String>,
    type_code: Vec<String>,
    department: Vec<String>,
    subject: Vec<String>,
    theme: Vec<String>,
    level_code: Vec<String>,
}

impl Forms {
    /// Reads the file; every rule must name questions that exist.
    pub(super) fn parse(json: &str) -> Result<Self, ImportError> {
        let File { always, fields, rules } = read_json("forms", json)?;
        let mut faults = Vec::new();
        let mut known = BTreeMap::new();
        for (key, value) in fields {
            match field(&key, value) {
                Ok(field) => drop(known.insert(key, field)),
                Err(why) => faults.push(Fault::new(format!("fields.{key}"), Problem::Format(why))),
            }
        }
        for (at, rule) in rules.iter().enumerate() {
            let unknown = unknown(&rule.fields, &always, &known);
            faults.extend(
                unknown
                    .map(|key| Fault::new(format!("rules[{at}].fields"), Problem::Unknown(key.to_owned()))),
            );
        }
        if faults.is_empty() {
            Ok(Self { always, fields: known, rules })
        } else {
            Err(ImportError::Faults(faults))
        }
    }

    /// The questions of one item: those that everybody is asked first, then its own.
    pub(super) fn of(&self, item: &FileItem) -> FormSpec {
        let mut keys: Vec<&String> = Vec::new();
        let own = self.rules.iter().filter(|rule| rule.when.holds(item)).flat_map(|rule| &rule.fields);
        for key in self.always.iter().chain(own) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        FormSpec { fields: keys.into_iter().filter_map(|key| self.fields.get(key).cloned()).collect() }
    }
}

/// What a rule names that is not there: a question, or the question that decides whether it is asked,
/// which stands before it in the same rule or is asked of everybody.
fn unknown<'a>(
    rule: &'a [String],
    always: &'a [String],
    known: &'a BTreeMap<String, FieldSpec>,
) -> impl Iterator<Item = &'a str> {
    rule.iter().enumerate().filter_map(move |(at, key)| {
        let Some(field) = known.get(key) else { return Some(key.as_str()) };
        let condition = field.asked_if.as_ref()?;
        let mut before = always.iter().chain(rule.iter().take(at));
        let stands = before.any(|other| *other == condition.field);
        let answers =
            known.get(&condition.field).is_some_and(|other| condition.is.iter().all(|one| other.offers(one)));
        (!(stands && answers)).then_some(condition.field.as_str())
    })
}

fn field(key: &str, mut value: Value) -> Result<FieldSpec, String> {
    if let Some(object) = value.as_object_mut() {
        object.insert("key".to_owned(), Value::String(key.to_owned()));
    }
    serde_json::from_value(value).map_err(|error| error.to_string())
}

impl When {
    fn holds(&self, item: &FileItem) -> bool {
        let among =
            |values: &[String], value: &str| values.is_empty() || values.iter().any(|one| one == value);
        let subject =
            self.subject.is_empty() || self.subject.iter().any(|one| item.subject.contains(one.as_str()));
        among(&self.item, &item.id)
            && among(&self.type_code, &item.type_code)
            && among(&self.department, &item.department_key)
            && among(&self.theme, &item.theme)
            && among(&self.level_code, &item.level_code)
            && subject
    }
}
