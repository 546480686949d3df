//! ID numbers masked wherever they stand in an export: in fields of their own, in answers, in words.

use chrono::NaiveDate;
use domain::resident_id::ResidentId;
use serde_json::Value;

/// The value with every ID number in its texts masked.
pub(super) fn masked(value: Value) -> Value {
    match value {
        Value::String(string) => Value::String(text(&string)),
        Value::Array(values) => Value::Array(values.into_iter().map(masked).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(key, value)| (key, masked(value))).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}

/// Letters and digits that stand together are looked at together: a number within a longer one is none.
fn text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            run.push(c);
        } else {
            clean.push_str(&shown(&run));
            run.clear();
            clean.push(c);
        }
    }
    clean.push_str(&shown(&run));
    clean
}

/// Fifteen digits are a case number, not a number of the old kind.
fn shown(run: &str) -> String {
    let number = ResidentId::parse(run, NaiveDate::MAX).ok().filter(|_| run.len() == 18);
    number.map_or_else(|| run.to_owned(), |number| number.masked())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_masked_and_codes_are_not() {
        let number = crate::testing::number(1);
        let all = json!({ "a": [format!("见{}。", number.reveal())], "b": "11100000000013338W", "c": 7 });
        let want = json!({ "a": [format!("见{}。", number.masked())], "b": "11100000000013338W", "c": 7 });
        assert_eq!(masked(all), want);
        assert_eq!(masked(json!("261009264918408")), json!("261009264918408"));
    }
}
