//! Every rule of the catalogue: each way through it leads where it says, nothing is a dead end, and
//! what the browser is handed judges as the server does.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test tells of its failure by panicking")]

use domain::eligibility::{Verdict, faults, judge, parts, paths, questions, sample, wire};
use domain::rule::{Facts, Op, Rule, Test, Truth, Value};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::sync::LazyLock;

fn catalogue() -> Vec<(String, Rule)> {
    let file: Json = serde_json::from_str(include_str!("../../../server/data/items.json")).unwrap();
    let items = file["items"].as_array().unwrap().clone();
    let rule = |item: &Json| serde_json::from_value(item["eligibility_rule"].clone()).unwrap();
    items.iter().map(|item| (item["id"].as_str().unwrap().to_owned(), rule(item))).collect()
}

fn rule(json: Json) -> Rule {
    serde_json::from_value(json).unwrap()
}

fn certificate(code: &str) -> Option<(String, String)> {
    Some((code.to_owned(), code.to_owned()))
}

fn is(field: &str, op: &str, value: Json) -> Json {
    json!({ "field": field, "op": op, "value": value })
}

#[test]
fn every_way_through_every_rule_leads_where_it_says() {
    let mut ways = 0;
    for (id, rule) in catalogue() {
        let paths = paths(&rule, &Facts::none());
        assert!(!paths.cut, "{id}");
        for (found, wanted) in [(&paths.yes, Truth::Met), (&paths.no, Truth::NotMet)] {
            for path in found {
                let facts =
                    path.facts.as_ref().unwrap_or_else(|| panic!("{id} contradicts itself: {path:?}"));
                assert_eq!(rule.truth(facts), wanted, "{id} {path:?}");
                ways += 1;
            }
        }
    }
    assert!(ways > 300, "{ways}");
}

#[test]
fn no_rule_of_the_catalogue_has_faults() {
    for (id, rule) in catalogue() {
        let paths = paths(&rule, &Facts::none());
        let faults = faults(&rule, &paths);
        assert!(faults.contradictions.is_empty() && !faults.never && !faults.always, "{id} {faults:?}");
        assert!(faults.idle.is_empty(), "{id} {faults:?}");
    }
}

#[test]
fn every_fact_of_every_rule_can_be_asked_or_is_a_figure_of_the_city() {
    for (id, rule) in catalogue() {
        let asked = questions(&rule, &certificate);
        for field in rule.fields() {
            let figure = field == "LOCAL" || field.starts_with("PARAM.");
            assert!(figure || asked.iter().any(|one| one.field == field), "{id}: nobody can say {field}");
        }
        assert!(asked.iter().all(|one| !one.zh.is_empty() && one.en.is_ascii()), "{id} {asked:?}");
    }
}

/// Whatever comes out of all tests together, one way says so.
#[test]
fn the_ways_leave_nothing_out() {
    for (id, rule) in catalogue() {
        let tests = rule.tests();
        let paths = paths(&rule, &Facts::none());
        for mask in 0_u32..1 << tests.len().min(10) {
            let wanted: Vec<(&Test, bool)> =
                tests.iter().enumerate().map(|(at, test)| (*test, mask & (1 << at) != 0)).collect();
            let Some(facts) = sample(&wanted, &Facts::none()) else { continue };
            let ways = if rule.truth(&facts) == Truth::Met { &paths.yes } else { &paths.no };
            let taken = |test: &Test, met: bool| test.truth(&facts) == met.into();
            assert!(
                ways.iter().any(|path| path.tests.iter().all(|(test, met)| taken(test, *met))),
                "{id} {facts:?}"
            );
        }
    }
}

#[test]
fn contradictions_idle_tests_and_rules_for_nobody_are_found() {
    let both = rule(json!({ "all": [is("person.age", "ge", json!(60)), is("person.age", "lt", json!(18))] }));
    let found = paths(&both, &Facts::none());
    let faults_of = faults(&both, &found);
    assert_eq!(faults_of.contradictions.len(), 1);
    assert!(faults_of.never && !faults_of.always);

    let twice =
        rule(json!({ "all": [is("person.age", "ge", json!(60)), is("person.age", "ge", json!(18))] }));
    let found = paths(&twice, &Facts::none());
    let idle: Vec<_> = faults(&twice, &found).idle.iter().map(|test| test.value.clone()).collect();
    assert_eq!(idle, [Value::from(18)]);

    let anyone = rule(json!({ "any": [is("a", "eq", json!(true)), is("a", "ne", json!(true))] }));
    let found = paths(&anyone, &Facts::none());
    assert!(faults(&anyone, &found).always);
}

#[test]
fn a_verdict_has_its_reasons() {
    let rule = rule(json!({ "all": [is("person.age", "ge", json!(60)), is("x", "eq", json!(true))] }));
    let young = Facts::none().with("person.age", 30);
    let Verdict::No { because } = judge(&rule, &young) else { panic!("no") };
    assert_eq!(because, [rule.parts()[0]]);
    let old = Facts::none().with("person.age", 70);
    let Verdict::Unknown { would_decide } = judge(&rule, &old) else { panic!("unknown") };
    assert_eq!(would_decide.into_iter().collect::<Vec<_>>(), ["x"]);
    assert_eq!(judge(&rule, &old.clone().with("x", true)), Verdict::Yes);
    let truths: Vec<Truth> = parts(&rule, &old).into_iter().map(|part| part.truth).collect();
    assert_eq!(truths, [Truth::Met, Truth::Unknown]);
}

/// Facts for a rule out of a seed: some unknown, the others near what its tests compare with.
fn some_facts(rule: &Rule, seed: &mut u64) -> Facts {
    let mut next = |most: u64| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) % most
    };
    let mut facts = Facts::none().with("LOCAL", "2299");
    for test in rule.tests() {
        let wanted = match next(3) {
            0 => continue,
            way => way == 1,
        };
        if let Some(made) = sample(&[(test, wanted)], &facts) {
            facts = facts.or(&made);
        }
    }
    facts
}

#[test]
fn what_the_browser_is_handed_judges_as_the_server_does() {
    let mut seed = 4;
    let mut verdicts = [0; 3];
    for (id, rule) in catalogue() {
        let there = wire::decode(&wire::encode(&rule).unwrap()).unwrap();
        assert_eq!(there, rule, "{id}");
        for _ in 0..200 {
            let facts = some_facts(&rule, &mut seed);
            let handed = wire::decode_facts(&wire::encode_facts(&facts));
            assert_eq!(handed, facts, "{id}");
            let (here, there) = (judge(&rule, &facts), judge(&there, &handed));
            assert_eq!(here, there, "{id} {facts:?}");
            verdicts[usize::from(here.name() != "yes") + usize::from(here.name() == "unknown")] += 1;
        }
    }
    assert!(verdicts.iter().all(|count| *count > 1000), "{verdicts:?}");
}

#[test]
fn broken_lines_are_no_rule() {
    for broken in ["", "all\t2\nis\ta\teq\tb1\n", "is\ta\tlike\tb1", "some\t1\nis\ta\teq\tb1", "is\ta\teq\tx"]
    {
        assert_eq!(wire::decode(broken), None, "{broken}");
    }
    let tabbed = Rule::Is(Test { field: "a\tb".into(), op: Op::Eq, value: true.into() });
    assert_eq!(wire::encode(&tabbed), None);
}

static RULES: LazyLock<Vec<(String, Rule)>> = LazyLock::new(catalogue);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// More facts never overturn a verdict.
    #[test]
    fn a_verdict_stands(seed in any::<u64>(), more in any::<u64>()) {
        for (id, rule) in RULES.iter() {
            let (mut seed, mut more) = (seed, more);
            let facts = some_facts(rule, &mut seed);
            let all = facts.clone().or(&some_facts(rule, &mut more));
            let (before, after) = (judge(rule, &facts).name(), judge(rule, &all).name());
            prop_assert!(before == "unknown" || before == after, "{id}: {before} then {after}, {all:?}");
        }
    }
}
