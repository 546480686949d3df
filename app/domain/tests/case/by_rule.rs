//! 秒批: granted by rule, and a person asked afterwards.

use crate::acts::{grant, rule, submission};
use crate::people::{applicant, clerk, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Filed, Refusal, RuleResult, Status, Submission};
use domain::permission::Actor;
use domain::process::Process;
use uuid::Uuid;

pub fn automatic() -> Process {
    let rule = r#"{"field":"person.age","op":"ge","value":80}"#;
    Process { automatic: Some(serde_json::from_str(rule).unwrap()), ..Process::default() }
}

fn sent(person_wanted: bool) -> Story {
    let submission = Submission { person_wanted, ..submission(day("2026-11-16")) };
    Story::begin(automatic()).then(&applicant(), Action::Submit(submission))
}

fn apply(met: &[Option<bool>]) -> Action {
    Action::DecideByRule { rules: met.iter().map(|&met| rule(met)).collect::<Vec<RuleResult>>() }
}

fn ask_person() -> Action {
    Action::AskPerson { reason: "金额不对".into() }
}

fn granted() -> Story {
    sent(false).then(&Actor::portal(), apply(&[Some(true), Some(true)]))
}

#[test]
fn every_rule_met_grants_and_closes_at_once() {
    let story = granted();
    assert_eq!((story.case.status, story.case.work.automatic), (Status::Closed, true));
    assert_eq!((story.case.handling_days, story.case.closed_on), (Some(0), Some(day("2026-11-16"))));
}

#[test]
fn one_rule_not_met_or_not_known_leaves_it_to_a_person() {
    for met in [&[Some(true), Some(false)][..], &[Some(true), None], &[None], &[]] {
        let story = sent(false).then(&Actor::portal(), apply(met));
        assert_eq!((story.case.status, story.case.version), (Status::Submitted, 2), "{met:?}");
        assert_eq!(story.refused(&Actor::portal(), apply(&[Some(true)])), Refusal::NotByRule);
        let story = story.then(&reviewer(), Action::Accept).then(&reviewer(), grant());
        assert!(!story.case.work.automatic);
    }
}

#[test]
fn something_missing_leaves_it_to_a_person() {
    let file = Filed { missing: vec![Uuid::from_u128(7)], ..Filed::default() };
    let story = sent(false).filed(file).then(&Actor::portal(), apply(&[Some(true)]));
    assert_eq!(story.case.status, Status::Submitted);
}

#[test]
fn who_wants_a_person_gets_one_and_an_item_without_rules_none() {
    let portal = Actor::portal();
    assert_eq!(sent(true).refused(&portal, apply(&[Some(true)])), Refusal::NotByRule);
    let plain =
        Story::begin(Process::default()).then(&applicant(), Action::Submit(submission(day("2026-11-16"))));
    assert_eq!(plain.refused(&portal, apply(&[Some(true)])), Refusal::NotByRule);
    assert_eq!(sent(false).refused(&reviewer(), apply(&[Some(true)])).code(), "not_yours");
}

#[test]
fn a_person_looks_at_it_again_on_a_new_clock() {
    let story = granted().on("2026-11-20");
    assert!(story.offers(&applicant(), ActionKind::AskPerson));
    assert!(story.offers(&clerk(), ActionKind::AskPerson));
    let story = story.then(&applicant(), ask_person());
    assert_eq!((story.case.status, story.case.outcome), (Status::Accepted, None));
    assert_eq!((story.case.closed_on, story.case.decided_on), (None, None));
    assert_eq!(story.case.promised_due, Some(day("2026-12-04")));
    assert!(story.case.work.person_wanted && !story.case.work.automatic);
    let story = story.on("2026-11-23").then(&reviewer(), grant());
    assert_eq!(story.case.handling_days, Some(1));
    let story = story.then(&reviewer(), Action::Close);
    assert_eq!(story.refused(&applicant(), ask_person()), Refusal::NotByRule);
}

#[test]
fn whoever_had_it_in_hand_has_it_again() {
    let story = sent(false).then(&reviewer(), Action::Take).then(&Actor::portal(), apply(&[Some(true)]));
    assert_eq!(story.then(&applicant(), ask_person()).case.status, Status::Review);
}

#[test]
fn sixty_days_and_not_one_more() {
    assert!(granted().on("2027-01-15").attempt(&applicant(), ask_person()).is_ok());
    let late = granted().on("2027-01-16");
    assert_eq!(late.refused(&applicant(), ask_person()), Refusal::TooLate);
    assert!(!late.offers(&applicant(), ActionKind::AskPerson));
}

#[test]
fn what_a_person_decided_is_not_asked_about() {
    let story = sent(true).then(&reviewer(), Action::Accept).then(&reviewer(), grant());
    let story = story.then(&reviewer(), Action::Close);
    assert_eq!(story.refused(&applicant(), ask_person()), Refusal::NotByRule);
}
