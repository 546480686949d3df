//! Facts that make tests come out as wanted, if any do.

use crate::rule::{Decimal, Facts, Test, Truth, Value};

/// Stands for the city, and for figures that nobody has set.
const CITY: &str = "2299";
const FIGURE: i64 = 1000;
/// Steps beside a threshold, in millionths: for whole numbers, then for shares.
const STEPS: [i64; 7] = [0, 1_000_000, -1_000_000, 10_000, -10_000, 1, -1];

/// Facts with which each test comes out as wanted; none where no facts can do that. What `base`
/// knows of the city and its figures is used; what it lacks is made up.
pub fn sample(wanted: &[(&Test, bool)], base: &Facts) -> Option<Facts> {
    let named = wanted.iter().flat_map(|(test, _)| names(test));
    let base = named.fold(base.clone(), |facts, name| {
        let missing = facts.get(name).is_none();
        match missing {
            true if name == "LOCAL" => facts.with(name, CITY),
            true => facts.with(name, FIGURE),
            false => facts,
        }
    });
    let mut facts = base.clone();
    for (test, _) in wanted {
        if base.get(&test.field).is_none() && facts.get(&test.field).is_none() {
            let value = value_for(&test.field, wanted, &facts)?;
            facts = facts.with(test.field.as_str(), value);
        }
    }
    wanted.iter().all(|(test, met)| test.truth(&facts) == Truth::from(*met)).then_some(facts)
}

/// The facts that the test's value stands for.
fn names(test: &Test) -> impl Iterator<Item = &str> {
    test.fields().skip(1)
}

/// The first value of a field with which every test of it comes out as wanted.
fn value_for(field: &str, wanted: &[(&Test, bool)], known: &Facts) -> Option<Value> {
    let of_field: Vec<_> = wanted.iter().filter(|(test, _)| test.field == field).collect();
    let fits = |value: &Value| {
        let facts = known.clone().with(field, value.clone());
        of_field.iter().all(|(test, met)| test.truth(&facts) == Truth::from(*met))
    };
    let candidates = of_field.iter().flat_map(|(test, _)| candidates(test, known));
    let others = [Value::Bool(true), Value::Bool(false), "other".into()];
    candidates.chain(others).find(fits)
}

/// Values near what a test compares with.
fn candidates(test: &Test, known: &Facts) -> Vec<Value> {
    let near = |value: &Value| match known.get(value.text().unwrap_or_default()).unwrap_or(value) {
        Value::Number(limit) => beside(*limit),
        Value::Bool(yes) => vec![Value::Bool(*yes), Value::Bool(!yes)],
        Value::Text(text) => vec![text.as_str().into()],
        Value::List(_) => Vec::new(),
    };
    test.value.each().iter().flat_map(near).collect()
}

fn beside(limit: Decimal) -> Vec<Value> {
    let is_share = limit > Decimal::ZERO && limit < Decimal::from(1);
    let steps = STEPS.iter().filter(|step| !is_share || step.abs() < 1_000_000);
    steps.map(|step| limit.plus_millionths(*step).into()).collect()
}
