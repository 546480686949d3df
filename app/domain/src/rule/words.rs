//! A rule in words for people, in both languages.

mod compared;
mod join;
mod line;
pub(crate) mod said;

use super::Rule;

/// Chinese and English.
type Pair = (String, String);

/// The rule as a phrase in Chinese and in English: 年满 60 周岁, "aged 60 or over".
///
/// `certificate` gives the two names of an electronic certificate by its code (`EC_SSCARD`); a code
/// it does not know is shown as it is. A field without a phrase of its own gets a readable one.
pub fn words(rule: &Rule, certificate: &dyn Fn(&str) -> Option<(String, String)>) -> (String, String) {
    match rule {
        Rule::All(rules) => join::all(each(rules, certificate)),
        Rule::Any(rules) => join::any(each(rules, certificate)),
        Rule::Not(rule) => join::not(words(rule, certificate)),
        Rule::Is(test) => line::of(test, certificate),
    }
}

/// Rules inside another one; brackets keep together what belongs together.
fn each(rules: &[Rule], certificate: &dyn Fn(&str) -> Option<(String, String)>) -> Vec<Pair> {
    let alone = rules.len() == 1;
    let one = |rule| {
        let (zh, en) = words(rule, certificate);
        if alone || !is_joined(rule) { (zh, en) } else { (format!("（{zh}）"), format!("({en})")) }
    };
    rules.iter().map(one).collect()
}

/// Whether its words are several phrases side by side.
fn is_joined(rule: &Rule) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => match rules.as_slice() {
            [only] => is_joined(only),
            _ => rules.len() > 1,
        },
        Rule::Not(_) | Rule::Is(_) => false,
    }
}

/// What a fact is called that a value stands for (`PARAM.points_line`), in Chinese and in English;
/// its own name in quotes where it has no words.
pub fn named(field: &str) -> (String, String) {
    said::value(&super::Value::Text(field.to_owned()))
}
