//! 期限重算: what an announced holiday moves.

use crate::acts::{about, ask, grant, mend, online, suspend, words};
use crate::people::{FIRE, applicant, of, reviewer};
use crate::story::{Story, day, step, with_steps};
use domain::calendar::{Calendar, SpecialDay, SpecialKind};
use domain::case::{Action, Event, Filed};
use domain::permission::Actor;
use domain::process::{CorrectionClock, Place, Process, StepKind};
use std::sync::Arc;
use uuid::Uuid;

/// Thursday, 19 November 2026 is off.
fn announced(story: Story) -> Story {
    let (name, name_en) = ("纪念日".to_owned(), "Memorial day".to_owned());
    let off = SpecialDay { date: day("2026-11-19"), kind: SpecialKind::Holiday, name, name_en };
    let calendar = Calendar::new(day("2026-01-01"), day("2026-12-31"), [off]).unwrap();
    Story { calendar: Arc::new(calendar), ..story }
}

fn sent(process: Process) -> Story {
    Story::begin(process).then(&applicant(), online(day("2026-11-16")))
}

fn moved(story: Story) -> Story {
    announced(story).then(&Actor::portal(), Action::MoveDates)
}

#[test]
fn before_acceptance_the_receipt_clock_and_the_dates_told() {
    let case = moved(sent(Process::default())).case;
    assert_eq!(case.receipt_due, Some(day("2026-11-24")));
    assert_eq!((case.promised_due, case.statutory_due), (Some(day("2026-12-01")), Some(day("2026-12-15"))));
}

#[test]
fn while_corrections_are_awaited_the_applicants_time() {
    let case = moved(sent(Process::default()).then(&reviewer(), ask(&[about("住址")]))).case;
    assert_eq!((case.work.reply_by, case.receipt_due), (Some(day("2026-12-08")), None));
}

#[test]
fn after_acceptance_both_dates_the_steps_and_what_is_to_follow() {
    let step = step("甲", StepKind::Review, &[Place::Department(FIRE)], &[], Some(3));
    let photo = Uuid::from_u128(7);
    let file = Filed { missing: vec![photo], deferrable: vec![photo], barred: false };
    let process = Process { deferral: Some(4), ..with_steps(vec![step]) };
    let defer = Action::AcceptDeferred { materials: vec![photo], signed: true };
    let case = moved(sent(process).filed(file).then(&reviewer(), defer)).case;
    assert_eq!((case.promised_due, case.statutory_due), (Some(day("2026-12-01")), Some(day("2026-12-15"))));
    assert_eq!(case.work.tasks[0].due, Some(day("2026-11-20")));
    assert_eq!(case.work.deferral.unwrap().due, day("2026-11-23"));
}

#[test]
fn an_opinion_given_keeps_the_date_it_had() {
    let step = step("甲", StepKind::Review, &[Place::Department(FIRE)], &[], Some(3));
    let story = sent(with_steps(vec![step])).then(&reviewer(), Action::Accept);
    let case = moved(story.then(&of(FIRE), crate::acts::opinion("甲"))).case;
    assert_eq!(case.work.tasks[0].due, Some(day("2026-11-19")));
    assert_eq!(case.promised_due, Some(day("2026-12-01")));
}

#[test]
fn a_clock_that_stands_still_moves_when_it_runs_again() {
    let story = sent(Process::default()).then(&reviewer(), Action::Accept).on("2026-11-18");
    let story = announced(story.then(&reviewer(), suspend("2026-12-01")));
    let nothing: Vec<Event> = Vec::new();
    assert_eq!(story.attempt(&Actor::portal(), Action::MoveDates), Ok(nothing));
    let story = story.on("2026-11-23").then(&reviewer(), Action::Resume { reason: words() });
    assert_eq!(story.case.promised_due, Some(day("2026-12-03")));
}

#[test]
fn nothing_is_written_where_nothing_moves() {
    let portal = Actor::portal();
    let answered = |correction| {
        let story = sent(Process { correction, ..Process::default() });
        story.then(&reviewer(), ask(&[about("住址")])).on("2026-11-18").then(&applicant(), mend(&["住址"]))
    };
    let accepted = || sent(Process::default()).then(&reviewer(), Action::Accept);
    for story in [
        sent(Process::default()),
        answered(CorrectionClock::Restart),
        answered(CorrectionClock::Pause),
        accepted(),
        accepted().then(&reviewer(), suspend("2026-12-01")),
    ] {
        assert_eq!(story.attempt(&portal, Action::MoveDates), Ok(Vec::new()), "{:?}", story.case.status);
    }
    let decided = announced(accepted().then(&reviewer(), grant()));
    assert_eq!(decided.refused(&portal, Action::MoveDates).code(), "wrong_status");
    assert_eq!(accepted().refused(&reviewer(), Action::MoveDates).code(), "not_yours");
}

#[test]
fn the_dates_before_and_now_stand_in_the_event() {
    let story = announced(sent(Process::default()).then(&reviewer(), Action::Accept));
    let events = story.attempt(&Actor::portal(), Action::MoveDates).unwrap();
    let [Event::DatesMoved { before, after }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(before.promised_due, Some(day("2026-11-30")));
    assert_eq!(after.promised_due, Some(day("2026-12-01")));
}
