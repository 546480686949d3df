//! 取件, 分派, 移交, 代班: in whose hands a case is.

use crate::acts::{grant, online, words};
use crate::people::{applicant, assignee, colleague, deputy, head, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Refusal, Status};
use domain::permission::Actor;
use domain::process::Process;

fn sent() -> Story {
    Story::begin(Process::default()).then(&applicant(), online(day("2026-11-16")))
}

fn assign(to: &Actor) -> Action {
    Action::Assign { to: assignee(to) }
}

fn hand_over(to: &Actor) -> Action {
    Action::HandOver { to: assignee(to), reason: words() }
}

#[test]
fn one_takes_the_case_and_the_other_is_told_who() {
    let story = sent().then(&reviewer(), Action::Take);
    let held = Refusal::HeldBy(reviewer().name);
    assert_eq!(story.refused(&colleague(), Action::Take), held);
    assert_eq!(story.refused(&colleague(), Action::Accept), held);
    assert_eq!(story.refused(&reviewer(), Action::Take), held);
    assert!(story.offered(&colleague()).is_empty());
    let story = story.then(&reviewer(), Action::Release);
    assert!(story.offers(&colleague(), ActionKind::Take));
    assert!(!story.offers(&colleague(), ActionKind::Release));
}

#[test]
fn the_head_and_the_portal_assign_by_name() {
    for actor in [head(), Actor::portal()] {
        let story = sent().then(&actor, assign(&reviewer()));
        assert_eq!(story.case.assignee, Some(assignee(&reviewer())));
    }
    assert_eq!(sent().refused(&reviewer(), assign(&reviewer())), Refusal::NotYours(ActionKind::Assign));
    // Out of anybody's hands.
    let story = sent().then(&reviewer(), Action::Take).then(&head(), assign(&colleague()));
    assert_eq!(story.case.assignee, Some(assignee(&colleague())));
    let accepted = sent().then(&reviewer(), Action::Accept).then(&head(), assign(&colleague()));
    assert_eq!(accepted.case.status, Status::Review);
}

#[test]
fn who_has_it_hands_it_over_with_a_reason() {
    assert!(matches!(sent().refused(&reviewer(), hand_over(&colleague())), Refusal::WrongStatus { .. }));
    let story = sent().then(&reviewer(), Action::Take);
    assert_eq!(story.refused(&colleague(), hand_over(&head())), Refusal::HeldBy(reviewer().name));
    assert_eq!(story.refused(&reviewer(), hand_over(&reviewer())), Refusal::HeldBy(reviewer().name));
    let mute = Action::HandOver { to: assignee(&colleague()), reason: " ".into() };
    assert_eq!(story.refused(&reviewer(), mute), Refusal::Missing("reason"));
    let story = story.then(&reviewer(), hand_over(&colleague()));
    assert_eq!(story.case.assignee, Some(assignee(&colleague())));
}

#[test]
fn an_absent_holders_deputy_acts_and_may_take_it() {
    let story = sent().then(&reviewer(), Action::Take);
    let accepted = story.clone().then(&deputy(), Action::Accept).then(&deputy(), grant());
    assert_eq!(accepted.case.status, Status::Decided);
    assert_eq!(story.then(&deputy(), Action::Take).case.assignee, Some(assignee(&deputy())));
    let of_another = sent().then(&colleague(), Action::Take);
    assert_eq!(of_another.refused(&deputy(), Action::Accept), Refusal::HeldBy(colleague().name));
}
