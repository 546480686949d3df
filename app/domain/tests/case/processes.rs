//! 办理规程: what is wrong with one, told before it can come into force.

use crate::people::{FIRE, HEALTH};
use crate::story::{LIMITS, step, with_steps};
use domain::case::Limits;
use domain::deadline::{Limit, Unit};
use domain::process::{Place, Process, ProcessFault as Fault, StepKind, StepSpec};
use std::collections::BTreeSet;

const PLACE: &[Place] = &[Place::Department(FIRE)];
const BOTH: &[Place] = &[Place::Department(FIRE), Place::Department(HEALTH)];

fn review(key: &str, after: &[&str], limit: Option<u16>) -> StepSpec {
    step(key, StepKind::Review, PLACE, after, limit)
}

fn named(name: &str, key: &str) -> StepSpec {
    StepSpec { name: name.to_owned(), ..review(key, &[], None) }
}

#[test]
fn the_default_and_a_sound_one_have_no_fault() {
    let joint = step("乙", StepKind::Joint, BOTH, &["甲"], Some(4));
    let sound = Process {
        deferral: Some(10),
        ..with_steps(vec![review("甲", &[], Some(6)), joint, named("丙", "丙")])
    };
    for process in [Process::default(), sound] {
        assert_eq!(process.faults(LIMITS), []);
    }
}

#[test]
fn each_fault_of_a_step_is_named() {
    let name = || "环节甲".to_owned();
    let long = "长".repeat(41);
    let joint = |places| step("甲", StepKind::Joint, places, &[], None);
    for (steps, fault) in [
        (vec![named(" ", "甲")], Fault::Name(" ".into())),
        (vec![named(&long, "甲")], Fault::Name(long.clone())),
        (vec![named("名", "")], Fault::Name("名".into())),
        (vec![review("甲", &[], None), review("甲", &[], None)], Fault::Twice("甲".into())),
        (vec![step("甲", StepKind::Review, &[], &[], None)], Fault::Places(name())),
        (vec![joint(&[PLACE[0], PLACE[0], BOTH[1]])], Fault::Places(name())),
        (vec![joint(PLACE)], Fault::Alone(name())),
        (vec![review("甲", &["乙"], None), review("乙", &[], None)], Fault::After(name())),
        (vec![review("甲", &["甲"], None)], Fault::After(name())),
        (vec![review("甲", &[], Some(0))], Fault::Limit(name())),
    ] {
        assert_eq!(with_steps(steps).faults(LIMITS), [fault]);
    }
}

#[test]
fn each_fault_of_the_whole_is_named() {
    let in_order = with_steps(vec![review("甲", &[], Some(6)), review("乙", &["甲"], Some(5))]);
    assert_eq!(in_order.faults(LIMITS), [Fault::TooLong { steps: 11, promised: 10 }]);
    let side_by_side = with_steps(vec![review("甲", &[], Some(6)), review("乙", &[], Some(5))]);
    assert_eq!(side_by_side.faults(LIMITS), []);
    for deferral in [0, 11] {
        let process = Process { deferral: Some(deferral), ..Process::default() };
        assert_eq!(process.faults(LIMITS), [Fault::Deferral]);
    }
    let by_rule = Process { steps: vec![review("甲", &[], None)], ..crate::by_rule::automatic() };
    assert_eq!(by_rule.faults(LIMITS), [Fault::Automatic]);
    let promise = Limits { promised: Some(Limit::workdays(21)), ..LIMITS };
    assert_eq!(Process::default().faults(promise), [Fault::Promise]);
}

#[test]
fn steps_must_fit_the_statute_where_nothing_is_promised_and_no_limit_where_there_is_none() {
    let long = with_steps(vec![review("甲", &[], Some(21))]);
    let statute = Limits { promised: None, ..LIMITS };
    assert_eq!(long.faults(statute), [Fault::TooLong { steps: 21, promised: 20 }]);
    let days = Limits { promised: Some(Limit { value: 5, unit: Unit::Day }), statutory: None };
    for limits in [Limits::default(), days] {
        assert_eq!(long.faults(limits), []);
    }
}

#[test]
fn the_longest_way_is_the_one_that_counts() {
    let diamond = with_steps(vec![
        review("甲", &[], Some(2)),
        review("乙", &["甲"], Some(3)),
        review("丙", &["甲"], Some(5)),
        review("丁", &["乙", "丙"], None),
        review("戊", &["丁"], Some(1)),
        review("己", &[], Some(7)),
    ]);
    assert_eq!(diamond.longest_way(), 8);
    assert_eq!(Process::default().longest_way(), 0);
}

#[test]
fn a_step_and_all_that_follow_it() {
    let steps = vec![review("甲", &[], None), review("乙", &["甲"], None), review("丙", &[], None)];
    let process = with_steps([steps, vec![review("丁", &["乙", "丙"], None)]].concat());
    assert_eq!(process.from_step("丙"), BTreeSet::from(["丙", "丁"]));
    assert_eq!(process.from_step("甲"), BTreeSet::from(["甲", "乙", "丁"]));
    assert!(process.from_step("无").is_empty());
}

#[test]
fn a_process_reads_back_and_an_empty_one_is_the_default() {
    let process = with_steps(vec![step("乙", StepKind::Joint, BOTH, &[], Some(4))]);
    let json = serde_json::to_string(&process).unwrap();
    assert_eq!(serde_json::from_str::<Process>(&json).unwrap(), process);
    assert_eq!(serde_json::from_str::<Process>("{}").unwrap(), Process::default());
}
