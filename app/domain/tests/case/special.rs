//! 特别程序: the handling clock stands still.

use crate::acts::{grant, online, suspend, words};
use crate::people::{FIRE, applicant, reviewer};
use crate::story::{Story, day, step, with_steps};
use domain::case::{Action, ActionKind, Refusal, Status};
use domain::field_error::{FieldCode, FieldError};
use domain::process::{Place, Process, StepKind};

fn accepted(process: Process) -> Story {
    Story::begin(process).then(&applicant(), online(day("2026-11-16"))).then(&reviewer(), Action::Accept)
}

fn resume() -> Action {
    Action::Resume { reason: words() }
}

#[test]
fn there_is_no_date_while_it_lasts() {
    let story = accepted(Process::default()).on("2026-11-18").then(&reviewer(), suspend("2026-11-27"));
    assert_eq!(story.case.status, Status::Suspended);
    assert_eq!((story.case.due(), story.case.statutory_due, story.case.next_due()), (None, None, None));
    assert!(story.case.special().is_some());
    assert!(matches!(story.refused(&reviewer(), grant()), Refusal::WrongStatus { .. }));
}

#[test]
fn the_dates_move_by_exactly_the_days_not_counted() {
    let story = accepted(Process::default());
    assert_eq!(story.case.promised_due, Some(day("2026-11-30")));
    // Wednesday to Sunday: three working days; counting again on Monday.
    let story = story.on("2026-11-18").then(&reviewer(), suspend("2026-11-27"));
    let story = story.on("2026-11-23").then(&reviewer(), resume());
    assert_eq!(story.case.promised_due, Some(day("2026-12-03")));
    assert_eq!(story.case.statutory_due, Some(day("2026-12-17")));
    // A second time adds to the first.
    let story = story.on("2026-12-03").then(&reviewer(), suspend("2026-12-05"));
    let story = story.on("2026-12-05").then(&reviewer(), resume());
    assert_eq!(story.case.promised_due, Some(day("2026-12-07")));
    let story = story.on("2026-12-07").then(&reviewer(), grant());
    assert_eq!(story.case.handling_days, Some(10));
}

#[test]
fn begun_and_ended_on_one_day_it_does_nothing() {
    let before = accepted(Process::default());
    let after = before.clone().then(&reviewer(), suspend("2026-11-27")).then(&reviewer(), resume());
    assert_eq!(before.case.promised_due, after.case.promised_due);
}

#[test]
fn begun_after_the_last_day_it_moves_nothing() {
    let story = accepted(Process::default()).on("2026-12-01").then(&reviewer(), suspend("2026-12-27"));
    assert_eq!(story.case.promised_due, None);
    let story = story.on("2026-12-09").then(&reviewer(), resume());
    assert_eq!(story.case.promised_due, Some(day("2026-11-30")));
}

#[test]
fn the_applicant_is_told_a_day_still_to_come() {
    let past = Refusal::Field(FieldError::new("expected", FieldCode::Past));
    for expected in ["2026-11-15", "2026-11-16"] {
        assert_eq!(accepted(Process::default()).refused(&reviewer(), suspend(expected)), past);
    }
    assert!(accepted(Process::default()).attempt(&reviewer(), suspend("2026-11-17")).is_ok());
}

#[test]
fn open_steps_wait_too() {
    let step = step("甲", StepKind::Review, &[Place::Department(FIRE)], &[], Some(3));
    let story = accepted(with_steps(vec![step]));
    assert_eq!(story.case.work.tasks[0].due, Some(day("2026-11-19")));
    let story = story.on("2026-11-18").then(&reviewer(), suspend("2026-11-27"));
    assert!(!story.offers(&crate::people::of(FIRE), ActionKind::GiveOpinion));
    let story = story.on("2026-11-20").then(&reviewer(), resume());
    assert_eq!(story.case.work.tasks[0].due, Some(day("2026-11-23")));
}
