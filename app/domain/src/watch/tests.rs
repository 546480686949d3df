//! Each rule, by table: what it finds, and what it does not.

mod orders;
mod story;

use super::{Card, RuleKind, STEP_ACCEPT, STEP_DECIDE};
use crate::case::{Event, Mark, Outcome, Target};
use story::{MATERIAL, Story, date, uuid};

fn decided(day: &str, outcome: Outcome, reason: &str) -> Event {
    Event::Decided { outcome, reason: reason.into(), day: date(day), handling_days: 1, automatic: false }
}

fn closed(day: &str) -> Event {
    Event::Closed { day: date(day) }
}

fn asked(words: &str, target: Option<Target>, repeated: bool) -> Event {
    let list = vec![Mark { words: words.into(), target }];
    Event::CorrectionAsked { list, reply_by: date("2026-03-20"), day: None, pauses: false, repeated }
}

fn answered(day: &str) -> Event {
    Event::CorrectionAnswered {
        receipt_day: date(day),
        receipt_due: date("2026-03-20"),
        note: String::new(),
        papers: true,
        day: Some(date(day)),
        changed: Vec::new(),
    }
}

const GRANTED: Outcome = Outcome::Granted;

/// A rule, the days and events, and what it finds: basis, step, day, event.
type Row = (
    RuleKind,
    &'static str,
    Vec<(&'static str, Event)>,
    Vec<(&'static str, &'static str, &'static str, u32)>,
);

#[test]
fn each_rule_finds_what_it_should() {
    // Promised 03-06, statutory 03-13; accepted 02-27, a Friday.
    let table: Vec<Row> = vec![
        (RuleKind::OverPromise, "in time", vec![("2026-03-06", decided("2026-03-06", GRANTED, ""))], vec![]),
        (
            RuleKind::OverPromise,
            "a day late",
            vec![("2026-03-09", decided("2026-03-09", GRANTED, ""))],
            vec![("2026-03-06", "", "2026-03-07", 3)],
        ),
        (
            RuleKind::OverStatute,
            "past the promise alone",
            vec![("2026-03-09", decided("2026-03-09", GRANTED, ""))],
            vec![],
        ),
        (
            RuleKind::OverStatute,
            "past the statute",
            vec![("2026-03-16", decided("2026-03-16", GRANTED, ""))],
            vec![("2026-03-13", "", "2026-03-14", 3)],
        ),
        (
            RuleKind::SecondCorrection,
            "the first",
            vec![("2026-02-27", asked("照片不清", None, false))],
            vec![],
        ),
        (
            RuleKind::SecondCorrection,
            "the second, which could have been told",
            vec![
                ("2026-02-27", asked("照片不清", None, false)),
                ("2026-03-02", answered("2026-03-02")),
                ("2026-03-03", asked("缺签名", None, true)),
            ],
            vec![("2026-03-03", "2", "2026-03-03", 5)],
        ),
        (
            RuleKind::SecondCorrection,
            "the second, on what the answer brought",
            vec![
                ("2026-02-27", asked("照片不清", None, false)),
                ("2026-03-02", answered("2026-03-02")),
                ("2026-03-03", asked("新照片仍不清", None, false)),
            ],
            vec![],
        ),
        (
            RuleKind::NoRemedy,
            "with a remedy",
            vec![("2026-03-03", decided("2026-03-03", Outcome::Refused, "不符合条件。可申请行政复议。"))],
            vec![],
        ),
        (
            RuleKind::NoRemedy,
            "without one",
            vec![("2026-03-03", decided("2026-03-03", Outcome::Refused, "不符合条件。"))],
            vec![("2026-03-03", "", "2026-03-03", 3)],
        ),
        (RuleKind::NoRemedy, "granted", vec![("2026-03-03", decided("2026-03-03", GRANTED, "同意"))], vec![]),
        (
            RuleKind::NoRemedy,
            "not accepted, with a remedy that is none",
            vec![(
                "2026-03-03",
                Event::NotAccepted { reason: "x".into(), competent_body: "y".into(), remedies: "无".into() },
            )],
            vec![("2026-03-03", "", "2026-03-03", 3)],
        ),
        (
            RuleKind::UnlistedMaterial,
            "a paper of the guide",
            vec![("2026-02-27", asked("请补交身份证复印件", None, false))],
            vec![],
        ),
        (
            RuleKind::UnlistedMaterial,
            "another paper",
            vec![("2026-02-27", asked("请提供单位出具的收入证明", None, false))],
            vec![("2026-02-27", "1", "2026-02-27", 3)],
        ),
        (
            RuleKind::UnlistedMaterial,
            "something mended in a paper",
            vec![("2026-02-27", asked("收入证明缺少单位盖章", None, false))],
            vec![],
        ),
        (
            RuleKind::UnlistedMaterial,
            "a material by its key",
            vec![("2026-02-27", asked("缺页", Some(Target::Material(uuid(MATERIAL))), false))],
            vec![],
        ),
        (
            RuleKind::UnlistedMaterial,
            "a material of another item",
            vec![("2026-02-27", asked("缺页", Some(Target::Material(uuid(77))), false))],
            vec![("2026-02-27", "1", "2026-02-27", 3)],
        ),
        (
            RuleKind::UnlistedMaterial,
            "an answer of the form",
            vec![("2026-02-27", asked("请提供证明", Some(Target::Answer("phone".into())), false))],
            vec![],
        ),
        (
            RuleKind::Reopened,
            "closed, then opened",
            vec![
                ("2026-03-03", decided("2026-03-03", GRANTED, "")),
                ("2026-03-03", closed("2026-03-03")),
                (
                    "2026-03-05",
                    Event::PersonAsked {
                        reason: "x".into(),
                        day: date("2026-03-05"),
                        promised_due: None,
                        statutory_due: None,
                    },
                ),
            ],
            vec![("2026-03-05", "", "2026-03-05", 5)],
        ),
        (
            RuleKind::Reopened,
            "only closed",
            vec![("2026-03-03", decided("2026-03-03", GRANTED, "")), ("2026-03-03", closed("2026-03-03"))],
            vec![],
        ),
    ];
    for (kind, name, events, expected) in table {
        let found = Story::plain().told(kind, &events);
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(basis, step, on, seq)| (date(basis), step.to_owned(), date(on), seq))
            .collect();
        assert_eq!(found, expected, "{kind:?}: {name}");
    }
}

#[test]
fn a_step_that_decide_would_not_let_by_is_found() {
    let skipped = |events: &[(&'static str, Event)]| -> Vec<String> {
        let found = Story::stepped().told(RuleKind::StepSkipped, events);
        found.into_iter().map(|(_, step, _, _)| step).collect()
    };
    let day = "2026-03-03";
    let (first, second) = (Story::opened("first", day), Story::opened("second", day));
    let given = |step| Story::opinion(step, day);
    let done = decided(day, GRANTED, "");
    let all: Vec<(&str, Event)> =
        [first.clone(), given("first"), second.clone(), given("second"), done.clone()]
            .map(|e| (day, e))
            .into();
    assert!(skipped(&all).is_empty());
    assert_eq!(skipped(&[(day, done.clone())]), ["first", "second"]);
    assert_eq!(
        skipped(&[(day, first.clone()), (day, done.clone())]),
        ["first", "second"],
        "begun is not done"
    );
    assert_eq!(skipped(&[(day, second.clone())]), ["first"], "opened too early");
    // The same left-out step of the same round is one, however often it shows.
    assert_eq!(skipped(&[(day, second), (day, given("second")), (day, done)]), ["first"]);
}

#[test]
fn a_case_without_acceptance_or_decision_is_found() {
    let found = Story::unaccepted()
        .told(RuleKind::StepSkipped, &[("2026-03-03", decided("2026-03-03", GRANTED, ""))]);
    assert_eq!(found.into_iter().map(|one| one.1).collect::<Vec<_>>(), [STEP_ACCEPT]);
    let found = Story::plain().told(RuleKind::StepSkipped, &[("2026-03-03", closed("2026-03-03"))]);
    assert_eq!(found.into_iter().map(|one| one.1).collect::<Vec<_>>(), [STEP_DECIDE]);
}

#[test]
fn a_step_that_takes_too_long_is_the_asked_departments() {
    let story = Story::stepped().then(&[("2026-03-02", Story::opened("first", "2026-03-02"))]);
    // Its limit of two working days ends on 03-04.
    for (day, n) in [("2026-03-04", 0), ("2026-03-05", 1), ("2026-03-20", 1)] {
        let found = story.by_date(RuleKind::Dwell, day);
        assert_eq!(found.len(), n, "{day}");
        for one in found {
            assert_eq!((one.basis, one.on), (date("2026-03-02"), date("2026-03-05")));
            assert_eq!(one.department, uuid(9));
            assert_eq!(one.evidence.due, Some(date("2026-03-04")));
        }
    }
}

#[test]
fn a_threshold_lets_working_days_go_by() {
    // Promised 03-06, a Friday: with two days let go by, over from 03-11 on.
    for (threshold, day, n) in [(0, "2026-03-07", 1), (2, "2026-03-10", 0), (2, "2026-03-11", 1)] {
        let mut rule = story::rule(RuleKind::OverPromise);
        rule.threshold = Some(threshold);
        assert_eq!(Story::plain().found_with(&rule, day).len(), n, "{threshold} {day}");
    }
}

#[test]
fn a_clock_that_stands_still_is_not_late() {
    let stopped = Event::Suspended {
        procedure: crate::case::Procedure::Hearing,
        reason: "x".into(),
        from: date("2026-03-02"),
        expected: date("2026-03-20"),
    };
    let story = Story::plain().then(&[("2026-03-02", stopped)]);
    assert!(story.by_date(RuleKind::OverPromise, "2026-04-20").is_empty());
}

#[test]
fn a_rule_that_is_off_finds_nothing() {
    let mut rule = story::rule(RuleKind::OverPromise);
    rule.on = false;
    assert!(Story::plain().found_with(&rule, "2026-04-20").is_empty());
}

#[test]
fn names_are_read_back_and_the_first_rules_are_sound() {
    assert!(RuleKind::ALL.iter().all(|kind| RuleKind::parse(kind.as_str()) == Some(*kind)));
    assert!(Card::ALL.iter().all(|card| Card::parse(card.as_str()) == Some(*card)));
    let rules = story::rules();
    assert!(rules.iter().all(super::Rule::is_sound));
    assert!(RuleKind::ALL.iter().all(|kind| rules.iter().any(|rule| rule.kind == *kind)));
}
