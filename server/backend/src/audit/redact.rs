//! Identity numbers never enter the trail: what looks like one is masked.

use sea_orm::JsonValue as Json;

/// Masks every identity number in a text.
pub(crate) fn text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() || (matches!(c, 'x' | 'X') && run.len() == 17) {
            run.push(c);
        } else {
            clean.push_str(&masked(&run));
            run.clear();
            clean.push(c);
        }
    }
    clean.push_str(&masked(&run));
    clean
}

/// Masks every identity number in the strings of a value.
pub(super) fn json(value: Json) -> Json {
    match value {
        Json::String(string) => Json::String(text(&string)),
        Json::Array(values) => Json::Array(values.into_iter().map(json).collect()),
        Json::Object(fields) => Json::Object(fields.into_iter().map(|(k, v)| (text(&k), json(v))).collect()),
        Json::Null | Json::Bool(_) | Json::Number(_) => value,
    }
}

/// A run of 18 characters is taken for a number; case numbers are longer.
fn masked(run: &str) -> String {
    if run.len() == 18 { "*".repeat(18) } else { run.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_masked_and_a_case_number_is_not() {
        assert_eq!(text("of 22990119900101002X."), "of ******************.");
        let case_no = "1".repeat(43);
        assert_eq!(text(&case_no), case_no);
        let detail = json(serde_json::json!({"a": ["229901199001010021", 7]}));
        assert_eq!(detail, serde_json::json!({"a": ["******************", 7]}));
    }
}
