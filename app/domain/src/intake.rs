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
    /// Where a known value comes from: `identity`, `certificate:CODE` or nothing.
    #[serde(default)]
    pub source: Option<String>,
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

impl FormSpec {
    /// The question with this key.
    pub fn field(&self, key: &str) -> Option<&FieldSpec> {
        self.fields.iter().find(|field| field.key == key)
    }
}
