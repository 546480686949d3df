//! From the phone to the decision, and what comes before acceptance.

use crate::acts::{about, ask, grant, mend, online, submission};
use crate::people::{applicant, clerk, colleague, head, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Outcome, Refusal, Status, Submission, Timing};
use domain::item::{CaseKind, Channel};
use domain::process::Process;

fn sent() -> Story {
    Story::begin(Process::default()).then(&applicant(), online(day("2026-11-16")))
}

#[test]
fn from_the_phone_to_the_decision() {
    let story = sent();
    assert_eq!(story.case.status, Status::Submitted);
    assert_eq!(story.case.receipt_due, Some(day("2026-11-23")));
    let story = story.then(&reviewer(), Action::Take).on("2026-11-17").then(&reviewer(), Action::Accept);
    assert_eq!((story.case.status, story.case.accepted_on), (Status::Review, Some(day("2026-11-17"))));
    assert_eq!(story.case.promised_due, Some(day("2026-12-01")));
    let story = story.on("2026-11-20").then(&reviewer(), grant());
    assert_eq!((story.case.handling_days, story.case.timing()), (Some(3), Some(Timing::Early)));
    assert_eq!(story.then(&reviewer(), Action::Close).case.status, Status::Closed);
}

#[test]
fn what_came_online_is_looked_through_once_before_its_papers_come() {
    let story = sent();
    assert!(story.offers(&reviewer(), ActionKind::PreReview));
    let story = story.then(&reviewer(), Action::PreReview);
    assert!(story.case.work.pre_reviewed);
    assert_eq!(story.case.status, Status::Submitted);
    assert_eq!(story.case.receipt_due, Some(day("2026-11-23")));
    assert!(!story.offers(&reviewer(), ActionKind::PreReview));
    assert!(matches!(story.refused(&reviewer(), Action::PreReview), Refusal::WrongStatus { .. }));
    assert_eq!(story.then(&reviewer(), Action::Receive).case.status, Status::Received);
}

#[test]
fn at_the_counter_it_is_received_at_once() {
    let at_counter =
        Submission { channel: Channel::Window, at_counter: true, ..submission(day("2026-11-16")) };
    let story = Story::begin(Process::default()).then(&clerk(), Action::Submit(at_counter));
    assert_eq!((story.case.status, story.case.version), (Status::Received, 2));
}

#[test]
fn an_immediate_item_is_done_in_one_step_and_only_such() {
    let now = || Action::DecideNow { outcome: Outcome::Granted, reason: "当场办结".into() };
    let story = Story::of(CaseKind::Instant, crate::story::LIMITS, Process::default())
        .then(&applicant(), online(day("2026-11-16")))
        .then(&reviewer(), now());
    assert_eq!((story.case.status, story.case.handling_days), (Status::Closed, Some(0)));
    assert_eq!(sent().refused(&reviewer(), now()), Refusal::NotImmediate);
}

#[test]
fn refusing_at_the_door_takes_a_reason_and_remedies() {
    let not = |reason: &str, remedies: &str| Action::NotAccept {
        reason: reason.into(),
        competent_body: String::new(),
        remedies: remedies.into(),
    };
    assert_eq!(sent().refused(&reviewer(), not("", "复议")), Refusal::Missing("reason"));
    assert_eq!(sent().refused(&reviewer(), not("不属于职权", " ")), Refusal::Missing("remedies"));
    assert_eq!(sent().then(&reviewer(), not("不属于职权", "复议")).case.status, Status::NotAccepted);
}

#[test]
fn an_opinion_is_never_empty() {
    let accepted = sent().then(&reviewer(), Action::Accept);
    let empty = Action::Decide { outcome: Outcome::Refused, reason: " ".into() };
    assert_eq!(accepted.refused(&reviewer(), empty), Refusal::Missing("opinion"));
    let void = Action::Void { reason: String::new() };
    assert_eq!(accepted.refused(&clerk(), void), Refusal::Missing("reason"));
}

#[test]
fn accepting_holds_for_whoever_of_the_department_has_nothing_to_yield_to() {
    for actor in [reviewer(), colleague(), head()] {
        assert_eq!(sent().then(&actor, Action::Accept).case.status, Status::Accepted);
    }
    let held = sent().then(&reviewer(), Action::Take);
    assert_eq!(held.refused(&head(), Action::Accept), Refusal::HeldBy(reviewer().name));
}

#[test]
fn after_hours_it_is_received_on_the_next_working_day() {
    let friday = Story { after_hours: true, ..Story::begin(Process::default()).on("2026-11-20") };
    let story = friday.clone().then(&applicant(), online(friday.receipt_day()));
    assert_eq!(story.case.receipt_day, Some(day("2026-11-23")));
    assert_eq!(story.case.receipt_due, Some(day("2026-11-30")));
    let waiting = story.then(&reviewer(), ask(&[about("住址")]));
    let answered = waiting.on("2026-11-24").then(&applicant(), mend(&["住址"]));
    assert_eq!(answered.case.work.answered_on, Some(day("2026-11-25")));
    assert_eq!(answered.case.receipt_due, Some(day("2026-12-02")));
}
