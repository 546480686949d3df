//! 容缺受理: accepted though something is missing that may follow.

use crate::acts::{grant, online, refuse};
use crate::people::{applicant, clerk, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Duty, Filed, Refusal, Status};
use domain::permission::Actor;
use domain::process::Process;
use uuid::Uuid;

const PHOTO: Uuid = Uuid::from_u128(0xa1);
const PLAN: Uuid = Uuid::from_u128(0xa2);

fn missing(missing: &[Uuid], barred: bool) -> Filed {
    Filed { missing: missing.to_vec(), deferrable: vec![PHOTO, PLAN], barred }
}

fn sent(file: Filed) -> Story {
    let process = Process { deferral: Some(5), ..Process::default() };
    Story::begin(process).filed(file).then(&applicant(), online(day("2026-11-16")))
}

fn defer(materials: &[Uuid], signed: bool) -> Action {
    Action::AcceptDeferred { materials: materials.to_vec(), signed }
}

fn owed() -> Story {
    sent(missing(&[PHOTO], false)).then(&reviewer(), defer(&[PHOTO], true))
}

#[test]
fn all_that_is_missing_follows_within_the_days_of_the_item() {
    let story = owed();
    let deferral = story.case.work.deferral.clone().unwrap();
    assert_eq!((deferral.due, story.case.status), (day("2026-11-23"), Status::Accepted));
    assert!(story.case.supplement_owed());
    assert_eq!(story.refused(&reviewer(), grant()), Refusal::SupplementOwed);
    let brought = Action::Supplement { files: 1, papers: false };
    let story = story.on("2026-11-20").then(&applicant(), brought.clone());
    assert_eq!(story.refused(&applicant(), brought), Refusal::NothingPromised);
    assert!(!story.offers(&applicant(), ActionKind::Supplement));
    assert_eq!(story.then(&reviewer(), grant()).case.status, Status::Decided);
}

#[test]
fn it_takes_a_signature() {
    let story = sent(missing(&[PHOTO], false));
    assert_eq!(story.refused(&reviewer(), defer(&[PHOTO], false)), Refusal::Missing("signed"));
}

#[test]
fn who_broke_a_promise_gets_no_more() {
    let story = sent(missing(&[PHOTO], true));
    assert_eq!(story.refused(&reviewer(), defer(&[PHOTO], true)), Refusal::Barred);
    assert!(!story.offers(&reviewer(), ActionKind::AcceptDeferred));
}

#[test]
fn only_what_may_follow_and_all_of_it() {
    let key = Uuid::from_u128(0xff);
    for (file, materials) in [
        (missing(&[key], false), vec![key]),
        (missing(&[PHOTO, key], false), vec![PHOTO]),
        // Partial: the plan is missing too.
        (missing(&[PHOTO, PLAN], false), vec![PHOTO]),
        // Not missing at all.
        (missing(&[PHOTO], false), vec![PHOTO, PLAN]),
        (missing(&[], false), vec![]),
        (missing(&[PHOTO], false), vec![]),
    ] {
        assert_eq!(sent(file).refused(&reviewer(), defer(&materials, true)), Refusal::NotDeferrable);
    }
    let without = Story::begin(Process::default()).filed(missing(&[PHOTO], false));
    let without = without.then(&applicant(), online(day("2026-11-16")));
    assert_eq!(without.refused(&reviewer(), defer(&[PHOTO], true)), Refusal::NotDeferrable);
}

#[test]
fn something_must_really_come_and_papers_only_at_the_counter() {
    let papers = || Action::Supplement { files: 0, papers: true };
    assert_eq!(owed().refused(&applicant(), papers()), Refusal::Missing("file"));
    assert!(!owed().then(&clerk(), papers()).case.supplement_owed());
}

#[test]
fn it_may_be_refused_before_the_rest_comes() {
    assert_eq!(owed().then(&reviewer(), refuse()).case.status, Status::Decided);
}

#[test]
fn the_portal_terminates_the_day_after_and_never_before() {
    let portal = Actor::portal();
    let end = || Duty::Terminate.action();
    assert_eq!(owed().case.duty(), Some((Duty::Terminate, day("2026-11-24"))));
    assert_eq!(owed().on("2026-11-23").refused(&portal, end()), Refusal::TooEarly);
    assert_eq!(owed().on("2026-11-24").then(&portal, end()).case.status, Status::Terminated);
    let came = owed().then(&applicant(), Action::Supplement { files: 1, papers: false });
    assert_eq!(came.case.duty(), None);
    assert_eq!(came.on("2026-12-24").refused(&portal, end()), Refusal::TooEarly);
}

#[test]
fn a_clock_that_stands_still_does_not_stop_the_applicants_time() {
    let story = owed().then(&reviewer(), crate::acts::suspend("2026-12-10"));
    assert_eq!(story.case.duty(), Some((Duty::Terminate, day("2026-11-24"))));
}
