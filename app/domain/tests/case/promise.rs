//! 告知承诺: granted on a promise, verified afterwards.

use crate::acts::{grant, refuse, submission};
use crate::people::{applicant, clerk, colleague, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Filed, Refusal, Status, Submission};
use domain::process::Process;

fn submit(committed: bool) -> Action {
    Action::Submit(Submission { committed, ..submission(day("2026-11-16")) })
}

fn accepted(committed: bool) -> Story {
    let process = Process { commitment: Some(20), ..Process::default() };
    let story = Story::begin(process).then(&applicant(), submit(committed));
    story.then(&reviewer(), Action::Take).then(&reviewer(), Action::Accept)
}

fn verify(kept: bool) -> Action {
    Action::VerifyCommitment { kept, opinion: "已核查".into() }
}

#[test]
fn a_broken_promise_revokes_what_was_granted() {
    let story = accepted(true).then(&reviewer(), grant()).then(&reviewer(), Action::Close);
    // Long after, by any colleague.
    let story = story.on("2026-12-10").then(&colleague(), verify(false));
    assert_eq!(story.case.work.revoked_on, Some(day("2026-12-10")));
    assert_eq!((story.case.status, story.case.work.kept), (Status::Closed, Some(false)));
    assert_eq!(story.refused(&colleague(), verify(true)), Refusal::NothingPromised);
}

#[test]
fn a_kept_promise_leaves_all_as_it_is() {
    let story = accepted(true).then(&reviewer(), grant()).then(&reviewer(), verify(true));
    assert_eq!((story.case.work.kept, story.case.work.revoked_on), (Some(true), None));
}

#[test]
fn only_what_was_granted_on_a_promise_is_verified() {
    let without = accepted(false).then(&reviewer(), grant());
    let refused = accepted(true).then(&reviewer(), refuse());
    for story in [without, refused] {
        assert!(!story.offers(&reviewer(), ActionKind::VerifyCommitment));
        assert_eq!(story.refused(&reviewer(), verify(false)), Refusal::NothingPromised);
    }
    let granted = accepted(true).then(&reviewer(), grant());
    let mute = Action::VerifyCommitment { kept: true, opinion: String::new() };
    assert_eq!(granted.refused(&reviewer(), mute), Refusal::Missing("opinion"));
    assert_eq!(granted.refused(&clerk(), verify(true)).code(), "not_yours");
}

#[test]
fn who_broke_one_can_apply_but_promise_nothing() {
    let barred = || Filed { barred: true, ..Filed::default() };
    let story = Story::begin(Process::default()).filed(barred());
    assert_eq!(story.refused(&applicant(), submit(true)), Refusal::Barred);
    assert!(story.attempt(&applicant(), submit(false)).is_ok());
}
