//! Rules and facts as lines of text: how they stand in a page for the browser to judge.

use crate::rule::{Facts, Op, Rule, Test, Value};
use std::str::Lines;

/// Between parts of a line, and between values of a list.
const PART: char = '\t';
const ONE: char = '|';

/// A rule as lines; none where a text in it holds what separates.
pub fn encode(rule: &Rule) -> Option<String> {
    let mut out = String::new();
    write(rule, &mut out)?;
    Some(out)
}

fn write(rule: &Rule, out: &mut String) -> Option<()> {
    let mut group = |name: &str, rules: &[Rule]| {
        out.push_str(&format!("{name}{PART}{}\n", rules.len()));
        rules.iter().try_for_each(|rule| write(rule, out))
    };
    match rule {
        Rule::All(rules) => group("all", rules),
        Rule::Any(rules) => group("any", rules),
        Rule::Not(rule) => group("not", core::slice::from_ref(rule)),
        Rule::Is(test) => {
            let (field, op, value) = (plain(&test.field)?, test.op.as_str(), value(&test.value)?);
            out.push_str(&format!("is{PART}{field}{PART}{op}{PART}{value}\n"));
            Some(())
        }
    }
}

/// Facts as lines; one that cannot be written is left out, and so not known.
pub fn encode_facts(facts: &Facts) -> String {
    let line = |(field, fact)| Some(format!("{}{PART}{}\n", plain(field)?, value(fact)?));
    facts.iter().filter_map(line).collect()
}

fn plain(text: &str) -> Option<&str> {
    (!text.contains([PART, ONE, '\n', '\r'])).then_some(text)
}

fn value(value: &Value) -> Option<String> {
    Some(match value {
        Value::Bool(yes) => format!("b{}", u8::from(*yes)),
        Value::Number(number) => format!("n{number}"),
        Value::Text(text) => format!("t{}", plain(text)?),
        Value::List(values) => {
            let values: Option<Vec<String>> = values.iter().map(self::value).collect();
            format!("l{}", values?.join(&ONE.to_string()))
        }
    })
}

/// Reads a rule back.
pub fn decode(text: &str) -> Option<Rule> {
    let mut lines = text.lines();
    let rule = read(&mut lines)?;
    lines.next().is_none().then_some(rule)
}

fn read(lines: &mut Lines<'_>) -> Option<Rule> {
    let mut parts = lines.next()?.split(PART);
    let name = parts.next()?;
    if name == "is" {
        let field = parts.next()?.to_owned();
        let op = parts.next()?;
        let op = Op::ALL.into_iter().find(|one| one.as_str() == op)?;
        return Some(Rule::Is(Test { field, op, value: read_value(parts.next()?)? }));
    }
    let count: usize = parts.next()?.parse().ok()?;
    let mut rules: Vec<Rule> = (0..count).map(|_| read(lines)).collect::<Option<_>>()?;
    match name {
        "all" => Some(Rule::All(rules)),
        "any" => Some(Rule::Any(rules)),
        "not" => rules.pop().map(|rule| Rule::Not(Box::new(rule))),
        _ => None,
    }
}

/// Reads facts back; a line that is none is passed over.
pub fn decode_facts(text: &str) -> Facts {
    let read = |line: &str| {
        let (field, value) = line.split_once(PART)?;
        Some((field.to_owned(), read_value(value)?))
    };
    text.lines().filter_map(read).fold(Facts::none(), |facts, (field, value)| facts.with(field, value))
}

fn read_value(text: &str) -> Option<Value> {
    let mut rest = text.chars();
    let kind = rest.next()?;
    let rest = rest.as_str();
    match kind {
        'b' => Some((rest == "1").into()),
        'n' => rest.parse().ok().map(Value::Number),
        't' => Some(rest.into()),
        'l' if rest.is_empty() => Some(Value::List(Vec::new())),
        'l' => rest.split(ONE).map(read_value).collect::<Option<_>>().map(Value::List),
        _ => None,
    }
}
