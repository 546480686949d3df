//! 环节取件: whose a step is inside the department that was asked.

use crate::acts::opinion;
use crate::people::{FIRE, assignee, head_of, of, reviewer, second_of};
use crate::steps::{accepted, fire};
use crate::story::Story;
use domain::case::{Action, ActionKind, Refusal};
use domain::permission::Actor;

fn take() -> Action {
    Action::TakeStep { step: "甲".into() }
}

fn taken() -> Story {
    accepted(vec![fire("甲", &[])]).then(&of(FIRE), take())
}

#[test]
fn what_one_has_taken_the_other_leaves_alone() {
    let held = Refusal::HeldBy(of(FIRE).name);
    assert_eq!(taken().refused(&second_of(FIRE), take()), held);
    assert_eq!(taken().refused(&second_of(FIRE), opinion("甲")), held);
    assert!(taken().offered(&second_of(FIRE)).is_empty());
    assert_eq!(taken().refused(&of(FIRE), take()), held);
    assert!(taken().attempt(&of(FIRE), opinion("甲")).is_ok());
}

#[test]
fn nobody_has_to_take_it_first() {
    assert!(accepted(vec![fire("甲", &[])]).attempt(&second_of(FIRE), opinion("甲")).is_ok());
}

#[test]
fn the_head_takes_it_over() {
    assert!(taken().offers(&head_of(FIRE), ActionKind::TakeStep));
    assert_eq!(taken().refused(&head_of(FIRE), opinion("甲")), Refusal::HeldBy(of(FIRE).name));
    let story = taken().then(&head_of(FIRE), take());
    assert_eq!(story.case.work.tasks[0].holder, Some(assignee(&head_of(FIRE))));
    assert_eq!(story.refused(&of(FIRE), opinion("甲")), Refusal::HeldBy(head_of(FIRE).name));
}

#[test]
fn the_deputy_of_an_absent_holder_does_it() {
    let deputy = Actor { stands_in_for: vec![of(FIRE).account.unwrap()], ..second_of(FIRE) };
    assert!(taken().offers(&deputy, ActionKind::GiveOpinion));
    assert!(taken().attempt(&deputy, opinion("甲")).is_ok());
    let story = taken().then(&deputy, take());
    assert_eq!(story.case.work.tasks[0].holder, Some(assignee(&deputy)));
}

#[test]
fn who_decides_takes_no_other_departments_step() {
    assert_eq!(taken().refused(&reviewer(), take()), Refusal::NoStep);
    assert_eq!(taken().refused(&reviewer(), opinion("甲")), Refusal::NoStep);
    assert_eq!(taken().refused(&of(FIRE), opinion("乙")), Refusal::NoStep);
}
