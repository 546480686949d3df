//! 环节: one after another, side by side, together, on site, and back again.

use crate::acts::{grant, online, opinion, words};
use crate::people::{FIRE, HEALTH, applicant, of, reviewer};
use crate::story::{Story, day, step, with_steps};
use domain::case::{Action, ActionKind, Event, Refusal, Status};
use domain::process::{Place, StepKind, StepSpec};

pub fn fire(key: &str, after: &[&str]) -> StepSpec {
    step(key, StepKind::Review, &[Place::Department(FIRE)], after, Some(3))
}

pub fn health(key: &str, after: &[&str]) -> StepSpec {
    step(key, StepKind::Review, &[Place::Department(HEALTH)], after, Some(3))
}

pub fn accepted(steps: Vec<StepSpec>) -> Story {
    let story = Story::begin(with_steps(steps)).then(&applicant(), online(day("2026-11-16")));
    story.then(&reviewer(), Action::Accept)
}

/// The open steps, in order.
fn open(story: &Story) -> Vec<&str> {
    let tasks = story.case.work.tasks.iter().filter(|task| task.agrees.is_none());
    tasks.map(|task| task.step.as_str()).collect()
}

fn back(step: &str) -> Action {
    Action::ReturnStep { step: step.into(), reason: words() }
}

#[test]
fn one_after_another() {
    let story = accepted(vec![fire("甲", &[]), health("乙", &["甲"])]);
    assert_eq!(open(&story), ["甲"]);
    assert_eq!(story.refused(&of(HEALTH), opinion("乙")), Refusal::NotYours(ActionKind::GiveOpinion));
    let story = story.on("2026-11-18").then(&of(FIRE), opinion("甲"));
    assert_eq!(open(&story), ["乙"]);
    assert_eq!(story.case.work.tasks[1].due, Some(day("2026-11-23")));
    assert!(open(&story.then(&of(HEALTH), opinion("乙"))).is_empty());
}

#[test]
fn side_by_side_and_then_what_waits_for_both() {
    let last = step("丙", StepKind::Review, &[Place::Competent], &["甲", "乙"], None);
    let story = accepted(vec![fire("甲", &[]), health("乙", &[]), last]);
    assert_eq!(open(&story), ["甲", "乙"]);
    let story = story.then(&of(HEALTH), opinion("乙"));
    assert_eq!(open(&story), ["甲"]);
    let story = story.then(&of(FIRE), opinion("甲"));
    assert_eq!(open(&story), ["丙"]);
    assert_eq!(story.case.work.tasks[2].due, None);
    assert!(open(&story.then(&reviewer(), opinion("丙"))).is_empty());
}

#[test]
fn several_departments_together() {
    let both = [Place::Department(FIRE), Place::Department(HEALTH)];
    let story = accepted(vec![step("会商", StepKind::Joint, &both, &[], Some(2)), fire("后", &["会商"])]);
    assert_eq!(open(&story), ["会商", "会商"]);
    let story = story.then(&of(FIRE), opinion("会商"));
    assert_eq!(open(&story), ["会商"]);
    assert_eq!(story.refused(&of(FIRE), opinion("会商")), Refusal::NoStep);
    assert_eq!(open(&story.then(&of(HEALTH), opinion("会商"))), ["后"]);
}

#[test]
fn on_site_it_takes_two() {
    let site = step("勘验", StepKind::Site, &[Place::Department(FIRE)], &[], None);
    let story = accepted(vec![site]);
    let alone = Action::GiveOpinion {
        step: "勘验".into(),
        agrees: false,
        opinion: "消防通道堵塞".into(),
        second: " ".into(),
    };
    assert_eq!(story.refused(&of(FIRE), alone), Refusal::Missing("second"));
    let events = story.attempt(&of(FIRE), opinion("勘验")).unwrap();
    assert!(matches!(&events[..], [Event::OpinionGiven { second, .. }] if second == "王某"), "{events:?}");
}

#[test]
fn an_opinion_has_words() {
    let mute =
        Action::GiveOpinion { step: "甲".into(), agrees: true, opinion: " ".into(), second: String::new() };
    assert_eq!(accepted(vec![fire("甲", &[])]).refused(&of(FIRE), mute), Refusal::Missing("opinion"));
}

#[test]
fn the_decision_waits_for_the_steps_and_names_them() {
    let story = accepted(vec![fire("甲", &[]), health("乙", &["甲"])]);
    let names = vec!["环节甲".to_owned(), "环节乙".to_owned()];
    assert_eq!(story.refused(&reviewer(), grant()), Refusal::StepsOpen(names));
    assert!(!story.offers(&reviewer(), ActionKind::Decide));
    let story = story.then(&of(FIRE), opinion("甲"));
    assert_eq!(story.refused(&reviewer(), grant()), Refusal::StepsOpen(vec!["环节乙".to_owned()]));
    let story = story.then(&of(HEALTH), opinion("乙")).then(&reviewer(), grant());
    assert_eq!(story.case.status, Status::Decided);
}

#[test]
fn what_depends_on_a_returned_step_is_asked_again_too() {
    let story = accepted(vec![fire("甲", &[]), health("乙", &["甲"]), health("丁", &[])]);
    let story = story.then(&of(FIRE), opinion("甲")).then(&of(HEALTH), opinion("乙"));
    let story = story.then(&of(HEALTH), opinion("丁")).on("2026-11-20").then(&reviewer(), back("甲"));
    assert_eq!(open(&story), ["甲"]);
    // 丁 does not wait for 甲 and stays done.
    assert_eq!(story.case.work.tasks.len(), 2);
    let again = story.case.work.tasks.iter().find(|task| task.step == "甲").unwrap();
    assert_eq!((again.opened, again.due), (day("2026-11-20"), Some(day("2026-11-25"))));
    // The whole runs on.
    assert_eq!(story.case.promised_due, Some(day("2026-11-30")));
    assert_eq!(open(&story.then(&of(FIRE), opinion("甲"))), ["乙"]);
}

#[test]
fn a_department_may_return_what_its_own_step_rests_on_and_no_more() {
    let story = accepted(vec![fire("甲", &[]), health("乙", &["甲"]), fire("丁", &[])]);
    let story = story.then(&of(FIRE), opinion("丁"));
    assert_eq!(story.refused(&reviewer(), back("甲")), Refusal::NoStep);
    let story = story.then(&of(FIRE), opinion("甲"));
    assert_eq!(story.refused(&of(HEALTH), back("丁")), Refusal::NoStep);
    assert!(!story.offers(&of(FIRE), ActionKind::ReturnStep));
    assert_eq!(story.refused(&of(FIRE), back("甲")), Refusal::NoStep);
    let story = story.then(&of(HEALTH), back("甲"));
    assert_eq!(open(&story), ["甲"]);
    // No part of it any more: nothing of it is theirs.
    assert_eq!(story.refused(&of(HEALTH), opinion("乙")), Refusal::NotYours(ActionKind::GiveOpinion));
}
