//! Values in words.

use super::Pair;
use crate::rule::Value;
use crate::rule::phrases::{self, Both};

pub(crate) fn value(value: &Value) -> Pair {
    match value {
        Value::Bool(true) => owned(("是", "yes")),
        Value::Bool(false) => owned(("否", "no")),
        Value::Number(number) => (number.to_string(), number.to_string()),
        Value::Text(text) => phrases::of_named(text).map_or_else(|| unknown_text(text), owned),
        Value::List(values) => {
            let (zh, en): (Vec<_>, Vec<_>) = values.iter().map(self::value).unzip();
            (choice(&zh, "、", "或"), choice(&en, ", ", " or "))
        }
    }
}

/// Several words, the last one after an "or".
fn choice(words: &[String], comma: &str, or: &str) -> String {
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{}{or}{last}", others.join(comma)),
        None => String::new(),
    }
}

/// A text without words of its own: a figure of the department, or what the rule has.
fn unknown_text(text: &str) -> Pair {
    match text.strip_prefix("PARAM.") {
        Some(name) => {
            let name = name.replace('_', " ");
            (format!("主管部门规定的“{name}”"), format!("the department's “{name}”"))
        }
        None => (format!("“{text}”"), format!("“{text}”")),
    }
}

pub(super) fn owned((zh, en): Both) -> Pair {
    (zh.to_owned(), en.to_owned())
}
