//! Rules of the catalogue: three values, what is still to ask, JSON both ways, and words.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test tells of its failure by panicking")]

use domain::rule::{Decimal, Facts, Op, Rule, Test, Truth, Value, words};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

const FIELDS: [&str; 4] = ["a", "b", "c", "d"];

fn rule(json: Json) -> Rule {
    serde_json::from_value(json).unwrap()
}

fn test(field: &str, op: &str, value: Json) -> Json {
    json!({ "field": field, "op": op, "value": value })
}

fn truth(field: &str, op: &str, value: Json, facts: &Facts) -> Truth {
    rule(test(field, op, value)).truth(facts)
}

fn is(field: &str) -> Rule {
    Rule::Is(Test { field: field.to_owned(), op: Op::Eq, value: Value::Bool(true) })
}

#[test]
fn kleene() {
    use Truth::{Met, NotMet, Unknown};
    let and = [
        (Met, Met, Met),
        (Met, Unknown, Unknown),
        (Met, NotMet, NotMet),
        (Unknown, Unknown, Unknown),
        (Unknown, NotMet, NotMet),
        (NotMet, NotMet, NotMet),
    ];
    for (a, b, both) in and {
        assert_eq!((a.and(b), b.and(a)), (both, both));
        assert_eq!(((!a).or(!b), (!b).or(!a)), (!both, !both));
    }
    assert_eq!((Met.or(Unknown), NotMet.or(Unknown), !Unknown), (Met, Unknown, Unknown));
}

#[test]
fn numbers_are_compared_exactly() {
    let facts = Facts::none().with("n", 60).with("share", "0.6667".parse::<Decimal>().unwrap());
    for (op, at, below) in [
        ("ge", true, true),
        ("gt", false, true),
        ("le", true, false),
        ("lt", false, false),
        ("eq", true, false),
    ] {
        assert_eq!(truth("n", op, json!(60), &facts), at.into(), "{op} 60");
        assert_eq!(truth("n", op, json!(59), &facts), below.into(), "{op} 59");
    }
    assert_eq!(truth("share", "ge", json!(0.6667), &facts), Truth::Met);
    assert_eq!(truth("share", "gt", json!(0.6667), &facts), Truth::NotMet);
    assert_eq!(truth("n", "ne", json!(60), &facts), Truth::NotMet);
    assert_eq!(truth("n", "in", json!([1, 60]), &facts), Truth::Met);
    assert_eq!(truth("n", "in", json!([1, 2]), &facts), Truth::NotMet);
}

#[test]
fn what_is_not_known_or_not_readable_is_unknown() {
    let facts = Facts::none().with("age", "sixty").with("n", 60).with("list", Value::List(vec![]));
    for op in ["eq", "ne", "ge", "lt"] {
        assert_eq!(truth("missing", op, json!(60), &facts), Truth::Unknown);
        assert_eq!(truth("age", op, json!(60), &facts), Truth::Unknown);
        assert_eq!(truth("list", op, json!(60), &facts), Truth::Unknown);
        assert_eq!(truth("n", op, json!("LOCAL"), &facts), Truth::Unknown);
    }
    assert_eq!(truth("n", "in", json!(["x"]), &facts), Truth::Unknown);
    assert_eq!(truth("n", "ge", json!("LIMIT"), &facts), Truth::Unknown);
    let unreadable = rule(test("age", "ge", json!(60)));
    assert_eq!(unreadable.undecided(&facts), BTreeSet::from(["age"]));
}

#[test]
fn a_value_can_stand_for_a_fact() {
    let poor = rule(test("family.per_capita_income", "lt", json!("PARAM.dibao_standard")));
    let facts = Facts::none().with("family.per_capita_income", 800);
    assert_eq!(poor.truth(&facts), Truth::Unknown);
    assert_eq!(poor.undecided(&facts), BTreeSet::from(["PARAM.dibao_standard"]));
    let facts = facts.with("PARAM.dibao_standard", 900);
    assert_eq!(poor.truth(&facts), Truth::Met);
    assert_eq!(poor.truth(&facts.with("PARAM.dibao_standard", 800)), Truth::NotMet);

    let here = Facts::none().with("LOCAL", "229900");
    let local = |city: &str| truth("h", "eq", json!("LOCAL"), &here.clone().with("h", city));
    assert_eq!(
        (local("229900"), local("110000"), local("LOCAL")),
        (Truth::Met, Truth::NotMet, Truth::NotMet)
    );
    assert_eq!(truth("h", "in", json!(["LOCAL", "1"]), &here.clone().with("h", "1")), Truth::Met);
    assert_eq!(truth("h", "eq", json!("LOCAL"), &Facts::none().with("h", "LOCAL")), Truth::Unknown);
}

#[test]
fn a_certificate_is_held_or_not_or_nobody_knows() {
    for (known, present) in [(None, Truth::Unknown), (Some(true), Truth::Met), (Some(false), Truth::NotMet)] {
        let facts = known.map_or_else(Facts::none, |held| Facts::none().with("cert.EC_SSCARD", held));
        assert_eq!(truth("cert.EC_SSCARD", "present", json!(true), &facts), present);
        assert_eq!(truth("cert.EC_SSCARD", "absent", json!(true), &facts), !present);
    }
    let contact = |text: &str| Facts::none().with("applicant.contact", text);
    assert_eq!(truth("applicant.contact", "present", json!(true), &contact("12345")), Truth::Met);
    assert_eq!(truth("applicant.contact", "present", json!(true), &contact("")), Truth::NotMet);
}

#[test]
fn a_decided_branch_asks_for_nothing() {
    let a = || test("a", "eq", json!(true));
    let b = || test("b", "eq", json!(true));
    let c = || test("c", "eq", json!(true));
    let all = rule(json!({ "all": [{ "any": [a(), b()] }, c()] }));
    assert_eq!(all.fields(), BTreeSet::from(["a", "b", "c"]));
    assert_eq!(all.parts().len(), 2);
    assert_eq!(all.parts()[0].parts(), [all.parts()[0]]);
    assert_eq!(all.undecided(&Facts::none().with("a", true)), BTreeSet::from(["c"]));
    assert_eq!(all.undecided(&Facts::none().with("a", false)), BTreeSet::from(["b", "c"]));
    assert_eq!(all.undecided(&Facts::none().with("c", false)), BTreeSet::new());
}

#[test]
fn what_is_no_rule_is_refused() {
    let refused = [
        json!(null),
        json!({}),
        json!({ "all": [] }),
        json!({ "any": [] }),
        json!({ "all": test("a", "eq", json!(1)) }),
        json!({ "none": [] }),
        json!({ "all": [test("a", "eq", json!(1))], "any": [test("a", "eq", json!(1))] }),
        json!({ "all": [test("a", "eq", json!(1))], "field": "a" }),
        json!({ "field": "a", "op": "eq" }),
        json!({ "field": "a", "op": "eq", "value": 1, "unit": "day" }),
        test("", "eq", json!(1)),
        test("a", "like", json!(1)),
        test("a", "eq", json!(null)),
        test("a", "eq", json!({})),
        test("a", "eq", json!([1])),
        test("a", "ge", json!(true)),
        test("a", "in", json!(1)),
        test("a", "in", json!([])),
        test("a", "in", json!([[1]])),
        test("a", "present", json!(false)),
        test("a", "absent", json!("yes")),
        test("a", "ge", json!(0.123_456_7)),
        test("a", "ge", json!(u64::MAX)),
    ];
    for json in refused {
        assert!(serde_json::from_value::<Rule>(json.clone()).is_err(), "{json}");
    }
}

#[test]
fn decimals() {
    for text in ["0", "4.5", "-0.25", "60", "0.000001", "9223372036854775807.5"] {
        assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
    }
    for text in ["", ".", "1.", ".5", "+1", "1e3", "NaN", "0.1234567", "--1", "9223372036854775808"] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
    }
    assert_eq!("4.50".parse::<Decimal>().unwrap().percent(), Decimal::from(450));
}

// Every rule of the catalogue.

struct Catalogue {
    rules: Vec<(String, Json)>,
    certificates: BTreeMap<String, (String, String)>,
}

fn text(json: &Json) -> String {
    json.as_str().unwrap().to_owned()
}

fn catalogue() -> Catalogue {
    let file: Json = serde_json::from_str(include_str!("../../../server/data/items.json")).unwrap();
    let rules = file["items"].as_array().unwrap().iter();
    let certificates = file["e_certificates"].as_array().unwrap().iter();
    Catalogue {
        rules: rules.map(|item| (text(&item["id"]), item["eligibility_rule"].clone())).collect(),
        certificates: certificates
            .map(|one| (text(&one["code"]), (text(&one["name"]), text(&one["name_en"]))))
            .collect(),
    }
}

#[test]
fn every_rule_of_the_catalogue_reads_and_writes_back() {
    for (id, json) in catalogue().rules {
        let read: Rule = serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(serde_json::to_value(&read).unwrap(), json, "{id}");
        assert_eq!(read.truth(&Facts::none()), Truth::Unknown, "{id}");
        assert_eq!(read.undecided(&Facts::none()), read.fields(), "{id}");
    }
}

#[test]
fn every_rule_of_the_catalogue_has_words_in_both_languages() {
    let catalogue = catalogue();
    let certificate = |code: &str| catalogue.certificates.get(code).cloned();
    for (id, json) in &catalogue.rules {
        let (zh, en) = words(&rule(json.clone()), &certificate);
        assert!(!zh.is_empty() && !zh.chars().any(|c| c.is_ascii_alphabetic()), "{id}: {zh}");
        assert!(!en.contains('_') && !en.contains('“') && en.is_ascii(), "{id}: {en}");
        assert!(!en.contains(": not ") && !en.contains(": yes"), "{id}: {en}");
    }
}

#[test]
fn words_for_people() {
    let catalogue = catalogue();
    let certificate = |code: &str| catalogue.certificates.get(code).cloned();
    let said = |id: &str| {
        let (_, json) = catalogue.rules.iter().find(|(item, _)| item == id).unwrap();
        words(&rule(json.clone()), &certificate)
    };
    let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    assert_eq!(
        said("MZ-002"),
        pair(
            "年满 60 周岁，且（户籍在本市，或者持有本市居住证）",
            "aged 60 or over, and (household registered in this city, or holds a residence permit of this city)"
        )
    );
    assert_eq!(said("RS-003"), pair("持有社会保障卡", "holds the social security card"));
    assert_eq!(
        said("RS-002"),
        pair(
            "持有社会保障卡，或者社会保障卡已过有效期",
            "holds the social security card, or the social security card has expired"
        )
    );
    assert_eq!(
        said("ZJ-005"),
        pair(
            "参与表决的比例不少于 66.67%，且表决同意的比例超过 50%",
            "owners taking part in the vote: at least 66.67%, and votes in favour: more than 50%"
        )
    );
    assert_eq!(
        words(&rule(test("pet.has_chip", "eq", json!(true))), &|_| None),
        pair("“has chip”为是", "“has chip”: yes")
    );
    assert_eq!(
        words(&rule(json!({ "not": test("cert.EC_X", "present", json!(true)) })), &|_| None),
        pair("不属于以下情形：持有证照“EC_X”", "not the following: holds the certificate “EC_X”")
    );
}

// Properties over small rules of yes-or-no fields.

fn rules() -> impl Strategy<Value = Rule> {
    let leaf = prop::sample::select(&FIELDS[..]).prop_map(is);
    leaf.prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Rule::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Rule::Any),
            inner.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    prop::array::uniform4(prop::option::of(any::<bool>())).prop_map(|known| {
        FIELDS
            .iter()
            .zip(known)
            .filter_map(|(field, value)| Some((*field, value?)))
            .fold(Facts::none(), |facts, (field, value)| facts.with(field, value))
    })
}

/// All ways the missing fields could turn out.
fn completions(facts: &Facts) -> Vec<Facts> {
    FIELDS.iter().filter(|field| facts.get(field).is_none()).fold(vec![facts.clone()], |all, field| {
        all.into_iter().flat_map(|one| [one.clone().with(*field, true), one.with(*field, false)]).collect()
    })
}

fn asked_once(rule: &Rule, seen: &mut BTreeSet<String>) -> bool {
    match rule {
        Rule::All(rules) | Rule::Any(rules) => rules.iter().all(|rule| asked_once(rule, seen)),
        Rule::Not(rule) => asked_once(rule, seen),
        Rule::Is(test) => seen.insert(test.field.clone()),
    }
}

/// Whether turning the field round changes the answer somewhere.
fn matters(rule: &Rule, facts: &Facts, field: &str) -> bool {
    facts.get(field).is_none()
        && completions(facts)
            .into_iter()
            .any(|one| rule.truth(&one.clone().with(field, true)) != rule.truth(&one.with(field, false)))
}

proptest! {
    #[test]
    fn de_morgan(a in rules(), b in rules(), facts in facts()) {
        let not = |rule: &Rule| Rule::Not(Box::new(rule.clone()));
        let all = Rule::All(vec![a.clone(), b.clone()]);
        let any = Rule::Any(vec![a.clone(), b.clone()]);
        prop_assert_eq!(not(&all).truth(&facts), Rule::Any(vec![not(&a), not(&b)]).truth(&facts));
        prop_assert_eq!(not(&any).truth(&facts), Rule::All(vec![not(&a), not(&b)]).truth(&facts));
    }

    #[test]
    fn more_facts_never_overturn(rule in rules(), known in facts(), field in prop::sample::select(&FIELDS[..]), value: bool) {
        let before = rule.truth(&known);
        if before != Truth::Unknown && known.get(field).is_none() {
            prop_assert_eq!(rule.truth(&known.with(field, value)), before);
        }
    }

    #[test]
    fn something_is_to_ask_when_undecided_and_only_then(rule in rules(), facts in facts()) {
        let open = rule.undecided(&facts);
        prop_assert_eq!(open.is_empty(), rule.truth(&facts) != Truth::Unknown);
        prop_assert!(open.is_subset(&rule.fields()) && open.iter().all(|field| facts.get(field).is_none()));
        for field in FIELDS {
            prop_assert!(!matters(&rule, &facts, field) || open.contains(field));
        }
    }

    #[test]
    fn agrees_with_every_way_it_could_turn_out(rule in rules(), facts in facts()) {
        let ends: BTreeSet<bool> =
            completions(&facts).iter().map(|one| rule.truth(one) == Truth::Met).collect();
        let truth = rule.truth(&facts);
        prop_assert!(truth == Truth::Unknown || ends == BTreeSet::from([truth == Truth::Met]));
        // A field asked twice can settle itself (a or not a); three values do not see that.
        if asked_once(&rule, &mut BTreeSet::new()) {
            prop_assert_eq!(truth == Truth::Unknown, ends.len() == 2);
            for field in FIELDS {
                prop_assert_eq!(rule.undecided(&facts).contains(field), matters(&rule, &facts, field));
            }
        }
    }

    #[test]
    fn written_and_read_again(rule in rules()) {
        let json = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
    }

    #[test]
    fn any_decimal_reads_back(millionths in -4_503_599_627_370_i64..4_503_599_627_370) {
        let (sign, size) = (if millionths < 0 { "-" } else { "" }, millionths.unsigned_abs());
        let decimal: Decimal = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000).parse().unwrap();
        let json = serde_json::to_string(&decimal).unwrap();
        prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), decimal);
    }
}
