//! Baotou worked out by hand, and what cannot be worked out.

use super::*;
use crate::assessment::file::SchemeFile;
use crate::assessment::{SchemeFault, SchemeProblem};
use serde_json::{Value, json};

fn read(file: Value) -> Result<Scheme, Vec<SchemeFault>> {
    let file: SchemeFile = serde_json::from_value(file).unwrap();
    Scheme::read(&file, &|key| key == "one_window")
}

fn half(part: u32) -> Period {
    Period::new(2026, crate::assessment::PeriodKind::HalfYear, part).unwrap()
}

fn exact(text: &str) -> Exact {
    Exact::from(text.parse::<crate::rule::Decimal>().unwrap())
}

fn facts(inputs: &[(Period, &str, &str)]) -> Facts {
    let inputs = inputs.iter().map(|(period, key, value)| ((*period, (*key).to_owned()), exact(value)));
    Facts { inputs: inputs.collect(), ..Facts::default() }
}

fn entry(key: &str) -> Value {
    json!({"key": key, "name": key, "description": "…", "period": "half_year", "class": "CORE"})
}

fn small(score: Value) -> Value {
    json!({
        "key": "small", "name": "小市", "city": "小市", "document": "考评办法",
        "scores": {"half_year": score, "year": {"mean": [{"score_of": "first_half"}, {"score_of": "second_half"}]}},
        "nodes": [{
            "key": "a", "name": "第一方面",
            "formula": {"sum": {"of": [{"points": {"entry": "T-1", "max": 2}}, {"points": {"entry": "T-2", "max": 2}}], "cap": 3}},
            "entries": [entry("T-1"), entry("T-2")]
        }]
    })
}

fn problem(file: Value) -> (String, SchemeProblem) {
    let faults = read(file).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    let fault = faults.into_iter().next().unwrap();
    (fault.at, fault.problem)
}

#[test]
fn baotou_is_what_the_hand_works_out() {
    let file: Value =
        serde_json::from_str(include_str!("../../../../../server/data/schemes/baotou.json")).unwrap();
    let file: SchemeFile = serde_json::from_value(file).unwrap();
    let scheme = Scheme::read(&file, &|_| true).unwrap();
    let (first, second) = (half(1), half(2));
    // Blocks of the first aspect, of 25 points: (一) 2 + 1.5 = 3.5 → capped 3; (二) 0.8 + 0.7 = 1.5;
    // (三) 1.2; (四) 0.6 + 0.7 + 0.7 = 2; (五) 0.5 + 0.3 = 0.8; (六) 0.8 + 0.8 + 0.8 = 2.4 → capped 2;
    // (七) 0.2 + 0.3 + 0.2 + 0.1 = 0.8; (八) 0.5; (九) 4 × 0.4 + 0.9 + 0.4 + 1 + 0.5 + 0.4 + 0.8 = 5.6,
    // and 4.4 of the 5.5 whose tasks are missing: 10.
    // Together 3 + 1.5 + 1.2 + 2 + 0.8 + 2 + 0.8 + 0.5 + 10 = 21.8; of 100: 87.2.
    let tasks = [
        ("BT-01", "2"),
        ("BT-02", "1.5"),
        ("BT-03", "0.8"),
        ("BT-04", "0.7"),
        ("BT-05", "1.2"),
        ("BT-06", "0.6"),
        ("BT-07", "0.7"),
        ("BT-08", "0.7"),
        ("BT-09", "0.5"),
        ("BT-10", "0.3"),
        ("BT-11", "0.8"),
        ("BT-12", "0.8"),
        ("BT-13", "0.8"),
        ("BT-14", "0.2"),
        ("BT-15", "0.3"),
        ("BT-16", "0.2"),
        ("BT-17", "0.1"),
        ("BT-18", "0.5"),
        ("BT-19", "0.4"),
        ("BT-20", "0.4"),
        ("BT-21", "0.4"),
        ("BT-22", "0.4"),
        ("BT-23", "0.9"),
        ("BT-24", "0.4"),
        ("BT-25", "1"),
        ("BT-26", "0.5"),
        ("BT-27", "0.4"),
        ("BT-28", "0.8"),
        ("bt-9-rest", "4.4"),
    ];
    // Six aspects whose text is missing, of 100 each: with 87.2 they make 602, and 602 ÷ 7 = 86.
    let aspects = [
        ("bt-aspect-2-score", "80"),
        ("bt-aspect-3-score", "85"),
        ("bt-aspect-4-score", "90"),
        ("bt-aspect-5-score", "84.8"),
        ("bt-aspect-6-score", "86"),
        ("bt-aspect-7-score", "89"),
    ];
    let mut put_in: Vec<(Period, &str, &str)> = Vec::new();
    for period in [first, second] {
        put_in.extend(tasks.iter().chain(&aspects).map(|(key, value)| (period, *key, *value)));
    }
    // First half: 60 % × 86 + 20 % × 92 + 10 % × 81 + 10 % × 78 = 51.6 + 18.4 + 8.1 + 7.8 = 85.9.
    put_in.extend([
        (first, "bt-research", "92"),
        (first, "bt-opinion", "81"),
        (first, "bt-third-party", "78"),
    ]);
    // Second half: 51.6 + 20 % × 88.5 + 10 % × 83.2 + 10 % × 80 = 51.6 + 17.7 + 8.32 + 8 = 85.62.
    put_in.extend([
        (second, "bt-research", "88.5"),
        (second, "bt-opinion", "83.2"),
        (second, "bt-third-party", "80"),
    ]);
    let facts = facts(&put_in);
    let at = |period| work_out(&scheme, period, &facts).unwrap();
    assert_eq!(at(first).value, Some(exact("85.9")));
    assert_eq!(at(second).value, Some(exact("85.62")));
    // The year: (85.9 + 85.62) ÷ 2 = 85.76.
    let year = at(Period::new(2026, crate::assessment::PeriodKind::Year, 1).unwrap());
    assert_eq!(year.value, Some(exact("85.76")));
    assert_eq!(year.lines[0].how.zh, "(85.9 + 85.62) ÷ 2");
    let line = |name: &str| at(first).lines.into_iter().find(|line| line.label.zh.contains(name)).unwrap();
    assert_eq!(line("上半年").how.zh, "60% × 86 + 20% × 92 + 10% × 81 + 10% × 78");
    assert_eq!(line("一体化政务服务平台建设").how.zh, "2 + 1.5 = 3.5，超过封顶3，计3");
    assert_eq!(line("一网通办").value, Some(exact("87.2")));
    assert_eq!(line("日常监测").value, Some(exact("86")));
}

#[test]
fn what_is_lacking_is_named_and_no_number_comes_of_it() {
    let weighted = json!({"weighted": [
        {"weight": 60, "of": {"node": "a"}},
        {"weight": 40, "of": {"input": {"key": "opinion", "name": "民意调查", "max": 100}}}]});
    let scheme = read(small(weighted)).unwrap();
    let worked = work_out(&scheme, half(1), &facts(&[(half(1), "T-1", "2")])).unwrap();
    assert_eq!(worked.value, None);
    let gaps: Vec<String> = worked.gaps.iter().map(Gap::chinese).collect();
    assert_eq!(gaps, ["“T-2”2026年上半年尚未填报", "“民意调查”2026年上半年尚未填报"]);
    let all = [(half(1), "T-1", "2"), (half(1), "T-2", "2"), (half(1), "opinion", "50")];
    let worked = work_out(&scheme, half(1), &facts(&all)).unwrap();
    assert_eq!(worked.value, Some(exact("21.8")));
    assert!(worked.gaps.is_empty());
}

#[test]
fn a_division_by_zero_is_a_sentence() {
    let score =
        json!({"ratio": {"of": {"node": "a"}, "to": {"input": {"key": "n", "name": "任务数", "max": 9}}}});
    let scheme = read(small(score)).unwrap();
    let none = [(half(1), "T-1", "1"), (half(1), "T-2", "1"), (half(1), "n", "0")];
    let worked = work_out(&scheme, half(1), &facts(&none)).unwrap();
    assert_eq!(worked.value, None);
    assert_eq!(worked.gaps[0].chinese(), "“2026年上半年”的除数为0，没有得分");
}

#[test]
fn an_indicator_reaches_its_target_and_no_more() {
    let score = json!({"attainment": {"of": {"indicator": "one_window"}, "target": 90, "full": 100}});
    let scheme = read(small(score)).unwrap();
    let with = |value: Option<&str>| {
        let text = |zh: &str| Text { zh: zh.to_owned(), en: None };
        let measured =
            Measured { name: text("综合一窗率"), how: text("没有窗口"), value: value.map(exact) };
        let indicators = [((half(1), "one_window".to_owned()), measured)].into();
        work_out(&scheme, half(1), &Facts { indicators, ..Facts::default() }).unwrap()
    };
    assert_eq!(with(Some("81")).value, Some(exact("90")));
    assert_eq!(with(Some("95")).value, Some(exact("100")));
    assert_eq!(with(Some("-5")).value, Some(Exact::ZERO));
    assert_eq!(with(None).value, None);
    assert_eq!(with(None).gaps[0].chinese(), "指标“综合一窗率”2026年上半年没有数值：没有窗口");
}

#[test]
fn weights_must_make_a_hundred() {
    let part = |weight: f64| json!({"weight": weight, "of": {"node": "a"}});
    let wrong = problem(small(json!({"weighted": [part(60.0), part(30.0), part(9.999_999)]})));
    assert_eq!(
        wrong,
        ("scores.half_year.weighted".to_owned(), SchemeProblem::Weights("99.999999".to_owned()))
    );
    assert!(read(small(json!({"weighted": [part(33.3), part(33.3), part(33.4)]}))).is_ok());
}

#[test]
fn what_is_not_known_is_refused_at_its_place() {
    for (score, at, problem_of) in [
        (json!({"node": "b"}), "scores.half_year.node", SchemeProblem::NoNode("b".into())),
        (
            json!({"points": {"entry": "T-9", "max": 1}}),
            "scores.half_year.points.entry",
            SchemeProblem::NoEntry("T-9".into()),
        ),
        (
            json!({"points": {"entry": "T-1"}}),
            "scores.half_year.points.max",
            SchemeProblem::NoMaximum("T-1".into()),
        ),
        (json!({"indicator": "x"}), "scores.half_year.indicator", SchemeProblem::NoIndicator("x".into())),
        (
            json!({"score_of": "quarter_1"}),
            "scores.half_year.score_of",
            SchemeProblem::NoScore("quarter_1".into()),
        ),
        (json!({"mean": []}), "scores.half_year.mean", SchemeProblem::Missing),
        (
            json!({"scaled": {"of": {"node": "a"}, "from": 0, "to": 100}}),
            "scores.half_year.scaled.from",
            SchemeProblem::NotAboveZero("0".into()),
        ),
        (
            json!({"sum": {"of": [{"node": "a"}], "cap": -1}}),
            "scores.half_year.sum.cap",
            SchemeProblem::OutOfRange("-1".into()),
        ),
    ] {
        assert_eq!(problem(small(score)), (at.to_owned(), problem_of));
    }
}

#[test]
fn a_formula_that_comes_back_to_itself_is_refused() {
    let mut file = small(json!({"node": "a"}));
    file["nodes"][0]["formula"] = json!({"node": "b"});
    file["nodes"][0]["nodes"] = json!([{"key": "b", "name": "乙", "formula": {"mean": [{"node": "a"}]}}]);
    let path = ["a", "b", "a"].map(str::to_owned).to_vec();
    assert_eq!(problem(file), ("nodes[0].formula".to_owned(), SchemeProblem::Circle(path)));
}

#[test]
fn a_formula_that_doubles_without_end_is_refused() {
    let mut file = small(json!({"node": "n40"}));
    let doubles = (1..=40).map(|n| {
        let below = if n == 1 { "a".to_owned() } else { format!("n{}", n - 1) };
        json!({"key": format!("n{n}"), "name": "双", "formula": {"mean": [{"node": below}, {"node": below}]}})
    });
    file["nodes"].as_array_mut().unwrap().extend(doubles);
    let faults = read(file).unwrap_err();
    assert!(faults.iter().all(|fault| matches!(fault.problem, SchemeProblem::TooLarge(_))), "{faults:?}");
}

#[test]
fn keys_are_given_once_and_evidence_is_numbered() {
    let mut file = small(json!({"node": "a"}));
    file["nodes"][0]["entries"][1]["key"] = json!("T-1");
    let faults = read(file).unwrap_err();
    assert_eq!(faults[0].at, "nodes[0].entries[1].key");
    assert_eq!(faults[0].problem, SchemeProblem::Twice("nodes[0].entries[0]".into()));
    let mut file = small(json!({"node": "a"}));
    file["nodes"][0]["entries"][1]["evidence"] =
        json!([{"number": 1, "text": "甲"}, {"number": 3, "text": "丙"}]);
    assert_eq!(
        problem(file),
        (
            "nodes[0].entries[1].evidence[1].number".to_owned(),
            SchemeProblem::Numbering { expected: 2, found: 3 }
        )
    );
    let mut file = small(json!({"node": "a"}));
    file["nodes"][0]["entries"][1]["reported"] = json!(false);
    assert_eq!(problem(file), ("nodes[0].entries[1]".to_owned(), SchemeProblem::Unreported));
}
