//! 申请表: the questions of an item as data, and what is wrong with the answers.
//!
//! Answers are kept as typed. [`check()`] reads them again each time a page is shown, so that nothing
//! typed is ever lost and no error ever travels in an address.

mod check;

pub use check::{check, check_field, digits};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a person typed, by field key.
pub type Answers = BTreeMap<String, String>;

/// The questions of one item, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormSpec {
    /// One question each.
    pub fields: Vec<FieldSpec>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSpec {
    /// The name in forms and in the API.
    pub key: String,
    /// The question.
    pub label: String,
    /// The question in English.
    #[serde(default)]
    pub label_en: Option<String>,
    /// What helps to answer it.
    #[serde(default)]
    pub hint: Option<String>,
    /// The same in English.
    #[serde(default)]
    pub hint_en: Option<String>,
    /// What kind of answer.
    pub kind: FieldKind,
    /// Must be answered.
    #[serde(default)]
    pub required: bool,
    /// Most characters.
    #[serde(default)]
    pub max: Option<u16>,
    /// What one can choose from.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Where a known value comes from: `identity`, `certificate:CODE`, `registry:FACT` or nothing.
    #[serde(default)]
    pub source: Option<String>,
    /// May be taken from an earlier case: what does not change with the matter.
    #[serde(default)]
    pub reuse: bool,
    /// What a valid certificate states of it holds: whoever finds it wrong has the certificate mended.
    #[serde(default)]
    pub fixed: bool,
    /// Asked only where this holds; always, where there is nothing.
    #[serde(default)]
    pub asked_if: Option<Condition>,
}

/// Holds where another question of the form is asked, and its answer is one of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The other question, one that stands before.
    pub field: String,
    /// The answers for which it holds.
    pub is: Vec<String>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// What is shown in English.
    #[serde(default)]
    pub label_en: Option<String>,
}

/// The kinds of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Multiline,
    /// A Chinese mobile or fixed number.
    Phone,
    /// A day.
    Date,
    /// One of several.
    Choice,
    /// 是 or 否.
    Yesno,
    /// A whole number.
    Number,
    /// A bank card or account number.
    BankAccount,
    /// A division of the city.
    Division,
    /// A citizen ID number.
    IdNumber,
    /// A unified social credit code.
    CreditCode,
    /// An amount in yuan.
    Money,
}

impl FieldSpec {
    /// A question with a key and a kind, and nothing else: optional, without words.
    pub fn new(key: impl Into<String>, kind: FieldKind) -> Self {
        Self {
            key: key.into(),
            label: String::new(),
            label_en: None,
            hint: None,
            hint_en: None,
            kind,
            required: false,
            max: None,
            options: Vec::new(),
            source: None,
            asked_if: None,
            reuse: false,
            fixed: false,
        }
    }

    /// One can choose this.
    pub fn offers(&self, value: &str) -> bool {
        match self.kind {
            FieldKind::Yesno => matches!(value, "yes" | "no"),
            FieldKind::Choice => self.options.iter().any(|option| option.value == value),
            FieldKind::Text
            | FieldKind::Multiline
            | FieldKind::Phone
            | FieldKind::Date
            | FieldKind::Number
            | FieldKind::BankAccount
            | FieldKind::Division
            | FieldKind::IdNumber
            | FieldKind::CreditCode
            | FieldKind::Money => false,
        }
    }
}

impl FormSpec {
    /// The question with this key.
    pub fn field(&self, key: &str) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The questions that these answers lead to, in order. What was answered to the others does not
    /// count, yet is kept in a draft in case one comes back to it.
    pub fn asked<'a>(&'a self, answers: &'a Answers) -> impl DoubleEndedIterator<Item = &'a FieldSpec> {
        self.fields.iter().filter(|field| self.is_asked(field, answers))
    }

    fn is_asked(&self, field: &FieldSpec, answers: &Answers) -> bool {
        let Some(Condition { field: key, is }) = &field.asked_if else { return true };
        let said = answers.get(key).map(|answer| answer.trim());
        // Only a question that stands before can be meant, so this ends.
        let mut before = self.fields.iter().take_while(|other| other.key != field.key);
        said.is_some_and(|said| is.iter().any(|one| one == said))
            && before.find(|other| other.key == *key).is_some_and(|other| self.is_asked(other, answers))
    }
}
