use super::*;
use crate::intake::Answers;
use crate::rule::Decimal;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn field(key: &str, kind: FieldKind, source: &str) -> FieldSpec {
    FieldSpec {
        label: key.to_owned(),
        required: true,
        source: Some(source.to_owned()),
        ..FieldSpec::new(key, kind)
    }
}

fn data(key: &str, value: &str) -> Answers {
    Answers::from([(key.to_owned(), value.to_owned())])
}

fn page(code: &str, as_of: &str, key: &str, value: &str) -> Page {
    Page {
        code: code.to_owned(),
        name: code.to_owned(),
        name_en: None,
        issuer: "公安".to_owned(),
        as_of: day(as_of),
        data: data(key, value),
    }
}

fn said(number: &str, on: &str, key: &str, value: &str) -> Said {
    Said { number: number.to_owned(), on: day(on), answers: data(key, value) }
}

fn one(field: &FieldSpec, known: &Known) -> Option<Prefilled> {
    of_field(field, known, today())
}

#[test]
fn the_most_trusted_source_is_taken() {
    let asked =
        FieldSpec { reuse: true, ..field("x", FieldKind::Text, "certificate:EC_A registry:person.x") };
    let registered = Registered {
        value: Value::Text("registry".to_owned()),
        registry: "人口库".to_owned(),
        as_of: today(),
    };
    let mut known = Known {
        identity: data("x", "identity"),
        certificates: vec![page("EC_A", "2020-01-01", "x", "certificate")],
        registered: [("person.x".to_owned(), registered)].into(),
        cases: vec![said("1", "2026-01-01", "x", "older"), said("2", "2026-05-01", "x", "last")],
        ..Known::default()
    };
    let value = |known: &Known| one(&asked, known).map(|found| found.value);
    assert_eq!(value(&known).as_deref(), Some("certificate"));
    known.certificates.clear();
    assert_eq!(value(&known).as_deref(), Some("identity"));
    known.identity.clear();
    assert_eq!(value(&known).as_deref(), Some("registry"));
    known.registered.clear();
    assert_eq!(value(&known).as_deref(), Some("last"));
    known.cases.clear();
    assert_eq!(value(&known), None);
}

#[test]
fn only_what_may_be_repeated_comes_from_an_earlier_case() {
    let known = Known { cases: vec![said("1", "2026-01-01", "sum", "500")], ..Known::default() };
    assert_eq!(one(&field("sum", FieldKind::Text, "none"), &known), None);
    let again = FieldSpec { reuse: true, ..field("sum", FieldKind::Text, "none") };
    let found = one(&again, &known).unwrap();
    assert_eq!(found.mark.origin, Origin::Case { number: "1".to_owned() });
    assert_eq!((found.mark.as_of, found.mark.correctable), (day("2026-01-01"), true));
}

#[test]
fn what_the_question_would_not_take_is_not_filled_in() {
    let known = Known {
        identity: data("phone", "0431-8888"),
        certificates: vec![page("EC_A", "2020-01-01", "phone", "none")],
        cases: vec![said("1", "2026-01-01", "phone", "138 0013 8000")],
        ..Known::default()
    };
    let asked = FieldSpec { reuse: true, ..field("phone", FieldKind::Phone, "certificate:EC_A") };
    assert_eq!(one(&asked, &known).unwrap().value, "13800138000", "the next source, in its normal form");
}

#[test]
fn a_certificate_fixes_what_it_states_unless_another_says_something_else() {
    let asked = FieldSpec { fixed: true, ..field("no", FieldKind::Text, "certificate:EC_A") };
    let correctable = |pages: &[(&str, &str)]| {
        let certificates = pages.iter().map(|(as_of, value)| page("EC_A", as_of, "no", value)).collect();
        let found = one(&asked, &Known { certificates, ..Known::default() }).unwrap();
        (found.value, found.mark.correctable)
    };
    assert_eq!(correctable(&[("2020-01-01", "甲")]), ("甲".to_owned(), false));
    assert_eq!(correctable(&[("2020-01-01", "甲"), ("2021-01-01", "甲")]), ("甲".to_owned(), false));
    assert_eq!(correctable(&[("2020-01-01", "甲"), ("2021-01-01", "乙")]), ("乙".to_owned(), true));
}

#[test]
fn facts_answer_as_one_would_type() {
    let known = |value: Value| {
        let registered = Registered { value, registry: "库".to_owned(), as_of: today() };
        Known { registered: [("f".to_owned(), registered)].into(), ..Known::default() }
    };
    for (kind, value, typed) in [
        (FieldKind::Yesno, Value::Bool(true), Some("yes")),
        (FieldKind::Yesno, Value::Number(Decimal::from(0)), Some("no")),
        (FieldKind::Yesno, Value::Number(Decimal::from(2)), Some("yes")),
        (FieldKind::Number, Value::Number(Decimal::from(3)), Some("3")),
        (FieldKind::Text, Value::Bool(true), None),
        (FieldKind::Text, Value::Text("甲".to_owned()), Some("甲")),
    ] {
        let found = one(&field("f", kind, "registry:f"), &known(value.clone())).map(|found| found.value);
        assert_eq!(found.as_deref(), typed, "{kind:?} {value:?}");
    }
}

#[test]
fn a_mark_reads_back_and_names_no_value() {
    let known = Known { certificates: vec![page("EC_A", "2020-01-01", "no", "机密")], ..Known::default() };
    let found = one(&field("no", FieldKind::Text, "certificate:EC_A"), &known).unwrap();
    let stored = serde_json::to_string(&found.mark).unwrap();
    assert!(!stored.contains("机密") && !format!("{found:?}{known:?}").contains("机密"));
    assert_eq!(serde_json::from_str::<Mark>(&stored).unwrap(), found.mark);
    assert_eq!(found.mark.origin.what(), "EC_A");
}
