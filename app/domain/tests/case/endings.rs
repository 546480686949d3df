//! 撤回, 终止, 作废.

use crate::acts::{grant, online, suspend, words};
use crate::people::{applicant, clerk, head, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Event, Refusal, Status};
use domain::permission::Actor;
use domain::process::Process;

fn sent() -> Story {
    Story::begin(Process::default()).then(&applicant(), online(day("2026-11-16")))
}

fn accepted() -> Story {
    sent().then(&reviewer(), Action::Accept)
}

fn withdraw() -> Action {
    Action::Withdraw { reason: String::new() }
}

#[test]
fn the_applicant_may_withdraw_until_the_decision_and_need_not_say_why() {
    for story in [sent(), accepted(), accepted().then(&reviewer(), suspend("2026-12-01"))] {
        assert_eq!(story.then(&applicant(), withdraw()).case.status, Status::Withdrawn);
    }
    let decided = accepted().then(&reviewer(), grant());
    assert!(matches!(decided.refused(&applicant(), withdraw()), Refusal::WrongStatus { .. }));
    assert_eq!(sent().refused(&reviewer(), withdraw()), Refusal::NotYours(ActionKind::Withdraw));
}

#[test]
fn a_termination_by_people_is_no_broken_promise() {
    let end = || Action::Terminate { reason: "申请人死亡".into() };
    let events = accepted().attempt(&head(), end()).unwrap();
    assert!(matches!(events.as_slice(), [Event::Terminated { broken_promise: false, .. }]), "{events:?}");
    assert!(matches!(sent().refused(&reviewer(), end()), Refusal::WrongStatus { .. }));
    assert_eq!(accepted().refused(&Actor::portal(), end()), Refusal::TooEarly);
    let mute = Action::Terminate { reason: " ".into() };
    assert_eq!(accepted().refused(&reviewer(), mute), Refusal::Missing("reason"));
}

#[test]
fn an_error_of_the_staff_is_voided_with_its_reason() {
    for actor in [clerk(), reviewer(), head()] {
        let story = sent().then(&actor, Action::Void { reason: words() });
        assert_eq!(story.case.status, Status::Void);
    }
    let void = || Action::Void { reason: words() };
    assert_eq!(sent().refused(&applicant(), void()), Refusal::NotYours(ActionKind::Void));
    let decided = accepted().then(&reviewer(), grant());
    assert!(matches!(decided.refused(&clerk(), void()), Refusal::WrongStatus { .. }));
}
