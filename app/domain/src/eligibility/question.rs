//! What to ask a person so that a rule can be judged.

use super::Ask;
use crate::rule::phrases::{self, Phrase};
use crate::rule::{Rule, Test, Value, said};
use std::collections::BTreeSet;

/// A text to choose, in Chinese and in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A question about one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The fact.
    pub field: String,
    /// The question in Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What kind of answer it has.
    pub kind: Ask,
    /// Of [`Ask::Choice`] and of grades, what to choose from; else empty.
    pub choices: Vec<Choice>,
}

type Names<'a> = &'a dyn Fn(&str) -> Option<(String, String)>;
type Pair = (String, String);

/// A question for each fact of a rule that a person can be asked for, in the rule's order. Figures
/// of the city are none, nor are facts that have no words.
pub fn questions(rule: &Rule, certificate: Names<'_>) -> Vec<Question> {
    let mut seen = BTreeSet::new();
    let tests: Vec<&Test> = rule.tests();
    let fresh = tests.iter().filter(|test| seen.insert(test.field.as_str()));
    fresh.filter_map(|test| one(&test.field, &tests, certificate)).collect()
}

fn one(field: &str, tests: &[&Test], certificate: Names<'_>) -> Option<Question> {
    let (kind, words) = match field.strip_prefix("cert.") {
        Some(code) => of_certificate(code, certificate)?,
        None => of_phrase(phrases::of(field)?),
    };
    let choices = match phrases::of(field) {
        Some(Phrase::Grade(_)) => grades(),
        Some(_) | None if kind == Ask::Choice => offered(field, tests),
        Some(_) | None => Vec::new(),
    };
    Some(Question { field: field.to_owned(), zh: words.0, en: capital(&words.1), kind, choices })
}

fn of_phrase(phrase: Phrase) -> (Ask, Pair) {
    let ask = |(zh, en): (&str, &str)| (format!("{zh}？"), format!("{en}?"));
    let counted = |(zh, en): (&str, &str), (zh_unit, en_unit): (&str, &str)| {
        let en = en.trim_end_matches(':');
        let zh = if zh_unit.is_empty() { zh.to_owned() } else { format!("{zh}（{zh_unit}）") };
        let en = if en_unit.is_empty() { en.to_owned() } else { format!("{en} ({en_unit})") };
        (zh, en)
    };
    match phrase {
        Phrase::Flag(yes, _) => (Ask::YesNo, ask(yes)),
        Phrase::Age((zh, en)) => {
            (Ask::Number, counted((&format!("{zh}年龄"), &format!("{en}age")), ("周岁", "years")))
        }
        Phrase::Count(name, unit) => (Ask::Number, counted(name, unit)),
        Phrase::Grade(name) => (Ask::Number, counted(name, ("", ""))),
        Phrase::Share(name) => (Ask::Share, counted(name, ("%", "%"))),
        Phrase::Choice(name) => (Ask::Choice, counted(name, ("", ""))),
        Phrase::City((zh, en)) => (Ask::City, (format!("{zh}在哪里？"), format!("{en} where?"))),
        Phrase::Given((zh, en)) => (Ask::YesNo, (format!("能提供{zh}？"), format!("can you give {en}?"))),
    }
}

fn of_certificate(code: &str, certificate: Names<'_>) -> Option<(Ask, Pair)> {
    let (code, attribute) = code.split_once('.').map_or((code, None), |(code, rest)| (code, Some(rest)));
    let (zh, en) = certificate(code)?;
    Some(match attribute {
        None => (Ask::YesNo, (format!("持有有效的{zh}？"), format!("a valid {}?", en.to_lowercase()))),
        Some("expired") => {
            (Ask::YesNo, (format!("{zh}已过有效期？"), format!("has the {} expired?", en.to_lowercase())))
        }
        Some(attribute) => {
            let ((zh_name, en_name), (zh_unit, en_unit)) = phrases::of_attribute(attribute)?;
            (Ask::Number, (format!("{zh}{zh_name}（{zh_unit}）"), format!("{en}, {en_name} ({en_unit})")))
        }
    })
}

/// 残疾等级 and the like: 1 is the heaviest; who has none stands behind the last.
fn grades() -> Vec<Choice> {
    let grade = |n: u8| Choice { value: n.to_string(), zh: format!("{n} 级"), en: format!("grade {n}") };
    let none = Choice { value: "9".to_owned(), zh: "没有".to_owned(), en: "none".to_owned() };
    (1..=4).map(grade).chain([none]).collect()
}

/// The texts that the rule knows of a fact, and any other.
fn offered(field: &str, tests: &[&Test]) -> Vec<Choice> {
    let of_field = tests.iter().filter(|test| test.field == field);
    let mut known: Vec<&Value> = Vec::new();
    for value in of_field.flat_map(|test| test.value.each()) {
        if !known.contains(&value) {
            known.push(value);
        }
    }
    let choice = |value: &Value| {
        let (zh, en) = said::value(value);
        Some(Choice { value: value.text()?.to_owned(), zh, en })
    };
    let other = Choice { value: "other".to_owned(), zh: "其他".to_owned(), en: "other".to_owned() };
    known.into_iter().filter_map(choice).chain([other]).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
