//! One test in words.

use super::Pair;
use super::compared::{age, city, count, general};
use super::said::owned;
use crate::rule::phrases::{self, Phrase};
use crate::rule::{Op, Test, Value};

type Names<'a> = &'a dyn Fn(&str) -> Option<Pair>;

pub(super) fn of(test: &Test, certificate: Names<'_>) -> Pair {
    match test.field.strip_prefix("cert.") {
        Some(code) => of_certificate(code, test, certificate),
        None => of_field(test),
    }
}

fn of_field(test: &Test) -> Pair {
    let op = test.op;
    match (phrases::of(&test.field), &test.value) {
        (Some(Phrase::Flag(yes, no)), Value::Bool(wanted)) if matches!(op, Op::Eq | Op::Ne) => {
            owned(if *wanted == (op == Op::Eq) { yes } else { no })
        }
        (Some(Phrase::Age(whose)), Value::Number(_)) => age(whose, test),
        (Some(Phrase::Count(name, unit)), _) => count(owned(name), unit, test),
        (Some(Phrase::Grade(name)), Value::Number(grade)) if op == Op::Le => {
            (format!("{}为 1 至 {grade} 级", name.0), format!("{} of grade 1 to {grade}", name.1))
        }
        (Some(Phrase::Share(name)), Value::Number(share)) => {
            let percent = Test { value: share.percent().into(), ..test.clone() };
            count(owned(name), ("%", "%"), &percent)
        }
        (Some(Phrase::City(name)), _) => city(name, test),
        (Some(phrase), _) => general(name_of(phrase), test),
        (None, _) => general(readable(&test.field), test),
    }
}

/// The name of a field asked in a way its phrase does not foresee.
fn name_of(phrase: Phrase) -> Pair {
    match phrase {
        Phrase::Flag(yes, _) => (format!("“{}”", yes.0), format!("“{}”", yes.1)),
        Phrase::Age(whose) => (format!("{}年龄", whose.0), format!("{}age", whose.1)),
        Phrase::Count(name, _)
        | Phrase::Grade(name)
        | Phrase::Share(name)
        | Phrase::Choice(name)
        | Phrase::City(name)
        | Phrase::Given(name) => owned(name),
    }
}

/// `person.some_field` without a phrase: its last words, unjoined.
fn readable(field: &str) -> Pair {
    let name = field.rsplit('.').next().unwrap_or(field).replace('_', " ");
    (format!("“{name}”"), format!("“{name}”"))
}

fn of_certificate(code: &str, test: &Test, certificate: Names<'_>) -> Pair {
    let (code, attribute) = code.split_once('.').map_or((code, None), |(code, rest)| (code, Some(rest)));
    let unknown = || (format!("证照“{code}”"), format!("certificate “{code}”"));
    let (zh, en) = certificate(code).unwrap_or_else(unknown);
    match (attribute.map(|name| (phrases::of_attribute(name), name)), test.op) {
        (None, Op::Present) => (format!("持有{zh}"), format!("holds the {}", lower(&en))),
        (None, Op::Absent) => (format!("尚未持有{zh}"), format!("does not hold the {}", lower(&en))),
        (None, Op::Eq | Op::Ne | Op::Lt | Op::Le | Op::Gt | Op::Ge | Op::In) => general((zh, en), test),
        (Some((_, "expired")), Op::Eq | Op::Ne) => {
            let expired = (test.value == Value::Bool(true)) == (test.op == Op::Eq);
            let (zh_how, en_how) = if expired { ("已过", "has") } else { ("未过", "has not") };
            (format!("{zh}{zh_how}有效期"), format!("the {} {en_how} expired", lower(&en)))
        }
        (Some((Some((name, unit)), _)), _) => {
            count((format!("{zh}{}", name.0), format!("{en}, {}:", name.1)), unit, test)
        }
        (Some((None, attribute)), _) => {
            let name = readable(attribute);
            general((format!("{zh}的{}", name.0), format!("{en}: {}", name.1)), test)
        }
    }
}

/// Certificate names begin with a capital; inside a phrase they do not.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
