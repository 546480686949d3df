//! What was stored by an earlier release still reads.

use crate::people::{applicant, reviewer};
use crate::story::{Story, day};
use domain::case::{Event, Manner, Mark, Status, Work, evolve};
use domain::process::Process;
use serde_json::json;

fn stored(json: serde_json::Value) -> Event {
    serde_json::from_value(json).unwrap()
}

fn submitted() -> Event {
    stored(json!({
        "kind": "submitted", "channel": "online", "receipt_day": "2026-11-16",
        "receipt_due": "2026-11-23", "promised_due": "2026-11-30", "statutory_due": null,
    }))
}

fn asked() -> Event {
    stored(json!({
        "kind": "correction_asked", "list": ["房产证", "签名"], "reply_by": "2026-12-07",
    }))
}

fn answered() -> Event {
    stored(json!({
        "kind": "correction_answered", "receipt_day": "2026-11-20", "receipt_due": "2026-11-27",
    }))
}

#[test]
fn a_submission_wanted_no_person_and_promised_nothing() {
    let Event::Submitted { person_wanted, committed, .. } = submitted() else { panic!("{:?}", submitted()) };
    assert!(!person_wanted && !committed);
}

#[test]
fn corrections_were_words_alone_without_a_day() {
    let Event::CorrectionAsked { list, day, pauses, repeated, .. } = asked() else { panic!("{:?}", asked()) };
    assert_eq!(list, [Mark::words("房产证"), Mark::words("签名")]);
    assert_eq!((day, pauses, repeated), (None, false, false));
}

#[test]
fn an_answer_had_no_words_and_no_day_of_its_own() {
    let Event::CorrectionAnswered { note, papers, day, changed, .. } = answered() else {
        panic!("{:?}", answered())
    };
    assert!(note.is_empty() && !papers && changed.is_empty());
    assert_eq!(day, None);
}

#[test]
fn acceptance_was_normal_and_people_decided() {
    let accepted = json!({
        "kind": "accepted", "day": "2026-11-23", "promised_due": null, "statutory_due": null,
    });
    assert!(matches!(stored(accepted), Event::Accepted { manner: Manner::Normal, .. }));
    let decided = json!({
        "kind": "decided", "outcome": "granted", "reason": "", "day": "2026-11-24", "handling_days": 1,
    });
    assert!(matches!(stored(decided), Event::Decided { automatic: false, .. }));
}

#[test]
fn all_the_other_shapes_of_the_first_release() {
    let by = json!({ "account": "00000000-0000-0000-0000-000000000014", "name": "赵" });
    for (event, kind) in [
        (json!({ "kind": "received" }), "received"),
        (json!({ "kind": "taken", "by": by }), "taken"),
        (json!({ "kind": "released" }), "released"),
        (json!({ "kind": "closed", "day": "2026-11-24" }), "closed"),
        (json!({ "kind": "withdrawn", "reason": "" }), "withdrawn"),
        (
            json!({ "kind": "not_accepted", "reason": "a", "competent_body": "", "remedies": "b" }),
            "not_accepted",
        ),
    ] {
        assert_eq!(stored(event).kind(), kind);
    }
}

#[test]
fn an_old_case_goes_on_by_the_new_rules() {
    let mut story = Story::begin(Process::default());
    for event in [submitted(), asked(), answered()] {
        story.case = evolve(story.case, &event);
    }
    assert_eq!((story.case.status, story.case.receipt_due), (Status::Received, Some(day("2026-11-27"))));
    assert_eq!(story.case.work.answered_on, Some(day("2026-11-20")));
    let story = story.on("2026-11-23").then(&reviewer(), domain::case::Action::Accept);
    assert_eq!(story.case.promised_due, Some(day("2026-12-07")));
    assert!(!story.offered(&applicant()).is_empty());
}

#[test]
fn what_is_as_at_the_start_is_not_written() {
    assert_eq!(serde_json::to_string(&Work::default()).unwrap(), "{}");
    assert_eq!(serde_json::from_str::<Work>("{}").unwrap(), Work::default());
}
