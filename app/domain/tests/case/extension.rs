//! 延期: asked by the reviewer, approved by the head, once.

use crate::acts::{online, suspend, words};
use crate::people::{applicant, head, reviewer};
use crate::story::{LIMITS, Story, day};
use domain::case::{Action, ActionKind, Limits, Refusal};
use domain::field_error::{FieldCode, FieldError};
use domain::item::CaseKind;
use domain::permission::Actor;
use domain::process::Process;

fn accepted(process: Process) -> Story {
    Story::begin(process).then(&applicant(), online(day("2026-11-16"))).then(&reviewer(), Action::Accept)
}

fn want(workdays: u16) -> Action {
    Action::AskExtension { workdays, reason: "情况复杂".into() }
}

fn approve() -> Action {
    Action::ApproveExtension { opinion: words() }
}

fn no() -> Action {
    Action::RefuseExtension { opinion: words() }
}

#[test]
fn it_adds_working_days_to_both_dates() {
    let story = accepted(Process::default()).then(&reviewer(), want(5));
    assert_eq!(story.case.promised_due, Some(day("2026-11-30")));
    let story = story.then(&head(), approve());
    assert_eq!(story.case.promised_due, Some(day("2026-12-07")));
    assert_eq!(story.case.statutory_due, Some(day("2026-12-21")));
}

#[test]
fn no_more_than_the_item_allows() {
    let range = |max| Refusal::Field(FieldError::new("workdays", FieldCode::Range { min: 1, max }));
    let story = accepted(Process::default());
    assert_eq!(story.refused(&reviewer(), want(11)), range(10));
    assert_eq!(story.refused(&reviewer(), want(0)), range(10));
    assert!(story.attempt(&reviewer(), want(10)).is_ok());
    let none = accepted(Process { extension: 0, ..Process::default() });
    assert_eq!(none.refused(&reviewer(), want(1)), Refusal::NoExtension);
    assert!(!none.offers(&reviewer(), ActionKind::AskExtension));
}

#[test]
fn without_a_date_there_is_nothing_to_extend() {
    let story = Story::of(CaseKind::Promise, Limits::default(), Process::default());
    let story = story.then(&applicant(), online(day("2026-11-16"))).then(&reviewer(), Action::Accept);
    assert_eq!(story.refused(&reviewer(), want(1)), Refusal::NoExtension);
}

#[test]
fn nobody_approves_their_own() {
    let story = accepted(Process::default()).then(&head(), want(5));
    assert_eq!(story.refused(&head(), approve()), Refusal::OwnRequest);
    assert_eq!(story.refused(&head(), no()), Refusal::OwnRequest);
    assert!(!story.offers(&head(), ActionKind::ApproveExtension));
    let other = Actor { account: Some(uuid::Uuid::from_u128(24)), ..head() };
    assert!(story.then(&other, approve()).case.work.extension.is_some());
}

#[test]
fn only_the_head_approves() {
    let story = accepted(Process::default()).then(&reviewer(), want(5));
    for actor in [reviewer(), crate::people::colleague(), Actor::portal(), applicant()] {
        assert_eq!(story.refused(&actor, approve()), Refusal::NotYours(ActionKind::ApproveExtension));
    }
}

#[test]
fn once_and_after_a_refusal_again() {
    let story = accepted(Process::default()).then(&reviewer(), want(5));
    assert!(matches!(story.refused(&reviewer(), want(5)), Refusal::WrongStatus { .. }));
    let story = story.then(&head(), no());
    assert_eq!((story.case.work.extension, story.case.promised_due), (None, Some(day("2026-11-30"))));
    let story = story.then(&reviewer(), want(3)).then(&head(), approve());
    assert_eq!(story.refused(&reviewer(), want(1)), Refusal::ExtendedOnce);
    assert!(!story.offers(&reviewer(), ActionKind::AskExtension));
    assert!(matches!(story.refused(&head(), approve()), Refusal::WrongStatus { .. }));
}

#[test]
fn past_the_statute_it_is_too_late() {
    let story = accepted(Process::default());
    assert!(story.clone().on("2026-12-14").attempt(&reviewer(), want(5)).is_ok());
    assert_eq!(story.on("2026-12-15").refused(&reviewer(), want(5)), Refusal::TooLate);
    let promise_only = Limits { statutory: None, ..LIMITS };
    let story = Story::of(CaseKind::Promise, promise_only, Process::default())
        .then(&applicant(), online(day("2026-11-16")))
        .then(&reviewer(), Action::Accept);
    assert_eq!(story.on("2026-12-01").refused(&reviewer(), want(5)), Refusal::TooLate);
}

#[test]
fn approved_while_the_clock_stands_still_it_counts_from_the_resumption() {
    // Overdue before it was suspended: even then there is no date while it lasts.
    let story = accepted(Process::default()).on("2026-12-03").then(&reviewer(), want(2));
    let story = story.on("2026-12-08").then(&reviewer(), suspend("2026-12-20")).then(&head(), approve());
    assert_eq!(story.case.due(), None);
    let story = story.on("2026-12-10").then(&reviewer(), Action::Resume { reason: words() });
    assert_eq!(story.case.promised_due, Some(day("2026-12-02")));
}
