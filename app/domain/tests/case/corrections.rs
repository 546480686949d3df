//! 补正: told once, answered in full, and what it does to the receipt clock.

use crate::acts::{about, ask, mend, online};
use crate::people::{applicant, clerk, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Enclosed, Event, Mark, NOTE_MAX, Refusal, Status, Target};
use domain::field_error::{FieldCode, FieldError};
use domain::process::{CorrectionClock, Process};

fn sent(correction: CorrectionClock) -> Story {
    let process = Process { correction, ..Process::default() };
    Story::begin(process).then(&applicant(), online(day("2026-11-16")))
}

/// A case that waits for its applicant.
fn waiting() -> Story {
    sent(CorrectionClock::Restart).then(&reviewer(), ask(&[about("住址"), Mark::words("签名")]))
}

fn answer(note: &str, files: usize, papers: bool) -> Action {
    let enclosed = Enclosed { files, papers };
    Action::AnswerCorrection { note: note.into(), enclosed, changed: Vec::new() }
}

#[test]
fn the_clock_starts_anew_with_the_full_answer() {
    let story = waiting();
    assert_eq!((story.case.status, story.case.next_due()), (Status::Correction, None));
    assert_eq!(story.case.work.reply_by, Some(day("2026-12-07")));
    let story = story.on("2026-11-20").then(&applicant(), mend(&["住址"]));
    assert_eq!((story.case.status, story.case.receipt_due), (Status::Received, Some(day("2026-11-27"))));
}

#[test]
fn where_the_item_says_so_the_clock_only_pauses() {
    // Tuesday, Wednesday and Thursday count; from Friday on it stands still.
    let story = sent(CorrectionClock::Pause).on("2026-11-20").then(&reviewer(), ask(&[about("住址")]));
    let story = story.on("2026-12-02").then(&applicant(), mend(&["住址"]));
    assert_eq!(story.case.receipt_day, Some(day("2026-11-16")));
    assert_eq!(story.case.receipt_due, Some(day("2026-12-03")));
    // A second pause adds to the first.
    let story = story.on("2026-12-03").then(&reviewer(), ask(&[about("住址")]));
    let story = story.on("2026-12-09").then(&applicant(), mend(&["住址"]));
    assert_eq!(story.case.receipt_due, Some(day("2026-12-09")));
}

#[test]
fn a_second_request_is_flagged() {
    for second in [about("电话"), Mark::words("签名不清")] {
        let story = waiting().on("2026-11-20").then(&applicant(), mend(&["住址"]));
        let events = story.attempt(&reviewer(), ask(&[about("住址"), second])).unwrap();
        assert!(matches!(events.as_slice(), [Event::CorrectionAsked { repeated: true, .. }]), "{events:?}");
        let story = story.then(&reviewer(), ask(&[about("电话")]));
        assert_eq!((story.case.corrections, story.case.work.repeated_on), (2, Some(day("2026-11-20"))));
    }
}

#[test]
fn what_only_the_answer_changed_may_be_asked_for_again() {
    let story = waiting().then(&applicant(), mend(&["住址"])).then(&reviewer(), ask(&[about("住址")]));
    assert_eq!((story.case.corrections, story.case.work.repeated_on), (2, None));
    // Not mended, though asked for: could have been told better the first time.
    let story = waiting().then(&applicant(), mend(&[])).then(&reviewer(), ask(&[about("住址")]));
    assert!(story.case.work.repeated_on.is_some());
}

#[test]
fn only_what_was_asked_for_can_be_mended() {
    assert_eq!(waiting().refused(&applicant(), mend(&["住址", "姓名"])), Refusal::NotAsked);
    let material = Target::Material(uuid::Uuid::from_u128(7));
    let enclosed = Enclosed::default();
    let action = Action::AnswerCorrection { note: "补".into(), enclosed, changed: vec![material] };
    assert_eq!(waiting().refused(&applicant(), action), Refusal::NotAsked);
}

#[test]
fn an_empty_list_is_refused_and_blank_lines_are_left_out() {
    let blank = Mark::words("  ");
    let story = sent(CorrectionClock::Restart);
    assert_eq!(story.refused(&reviewer(), ask(std::slice::from_ref(&blank))), Refusal::Missing("list"));
    let events = story.attempt(&reviewer(), ask(&[Mark::words(" 户口簿 "), blank])).unwrap();
    let [Event::CorrectionAsked { list, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(list, &[Mark::words("户口簿")]);
}

#[test]
fn the_words_of_an_answer_are_kept_in_its_event() {
    let said = "  第1项：没有房产证。\r\n第2项：已补。 ";
    let events = waiting().attempt(&applicant(), answer(said, 0, false)).unwrap();
    let [Event::CorrectionAnswered { note, papers, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((note.as_str(), *papers), ("第1项：没有房产证。\n第2项：已补。", false));
}

#[test]
fn an_answer_says_something_and_not_too_much() {
    let story = waiting();
    let wrong = |code| Refusal::Field(FieldError::new("note", code));
    assert_eq!(story.refused(&applicant(), answer(" \r\n ", 0, false)), wrong(FieldCode::NoAnswer));
    assert_eq!(story.refused(&clerk(), answer("", 0, false)), wrong(FieldCode::NoAnswer));
    assert!(story.attempt(&applicant(), answer("", 1, false)).is_ok());
    // Papers are seen at the counter, nowhere else.
    assert_eq!(story.refused(&applicant(), answer("", 0, true)), wrong(FieldCode::NoAnswer));
    let events = story.attempt(&clerk(), answer("", 0, true)).unwrap();
    assert!(matches!(events.as_slice(), [Event::CorrectionAnswered { papers: true, .. }]), "{events:?}");

    let most = "证".repeat(NOTE_MAX);
    assert!(story.attempt(&applicant(), answer(&most, 0, false)).is_ok());
    let more = answer(&format!("{most}件"), 1, false);
    assert_eq!(story.refused(&applicant(), more), wrong(FieldCode::TooLong { max: NOTE_MAX }));
}

#[test]
fn silence_gives_it_up_the_day_after_the_last_day() {
    let portal = domain::permission::Actor::portal();
    let story = waiting().on("2026-12-07");
    assert_eq!(story.refused(&portal, Action::Abandon), Refusal::TooEarly);
    assert_eq!(story.case.duty().map(|(_, from)| from), Some(day("2026-12-08")));
    assert!(!story.offers(&reviewer(), ActionKind::Abandon));
    assert_eq!(story.on("2026-12-08").then(&portal, Action::Abandon).case.status, Status::Abandoned);
}
