//! 视为受理: silence for five working days accepts, from the day of receipt.

use crate::acts::{about, ask, mend, online};
use crate::people::{applicant, reviewer};
use crate::story::{LIMITS, Story, day};
use domain::case::{Action, Duty, Limits, Refusal, Status};
use domain::deadline::{Light, Limit};
use domain::item::CaseKind;
use domain::permission::Actor;
use domain::process::{CorrectionClock, Process};

fn sent(limits: Limits, process: Process) -> Story {
    Story::of(CaseKind::Promise, limits, process).then(&applicant(), online(day("2026-11-16")))
}

#[test]
fn not_a_day_early() {
    let story = sent(LIMITS, Process::default()).on("2026-11-23");
    assert_eq!(story.case.duty(), Some((Duty::DeemAccept, day("2026-11-24"))));
    assert_eq!(story.refused(&Actor::portal(), Action::DeemAccept), Refusal::TooEarly);
    assert_eq!(story.refused(&reviewer(), Action::DeemAccept).code(), "not_yours");
    let story = story.on("2026-11-24").then(&Actor::portal(), Action::DeemAccept);
    assert_eq!((story.case.status, story.case.version), (Status::Accepted, 3));
}

#[test]
fn it_dates_from_the_receipt() {
    let story = sent(LIMITS, Process::default()).on("2026-11-24").then(&Actor::portal(), Action::DeemAccept);
    assert_eq!(story.case.accepted_on, Some(day("2026-11-16")));
    assert_eq!(story.case.promised_due, Some(day("2026-11-30")));
    assert_eq!(story.case.work.deemed_on, Some(day("2026-11-24")));
}

#[test]
fn after_corrections_it_dates_from_the_full_answer() {
    for correction in [CorrectionClock::Restart, CorrectionClock::Pause] {
        let process = Process { correction, ..Process::default() };
        let story = sent(LIMITS, process).then(&reviewer(), ask(&[about("住址")])).on("2026-11-19");
        let story = story.then(&applicant(), mend(&["住址"]));
        let due = story.case.receipt_due.unwrap();
        let story = story.on(&due.succ_opt().unwrap().to_string());
        let story = story.then(&Actor::portal(), Action::DeemAccept);
        assert_eq!(story.case.accepted_on, Some(day("2026-11-19")), "{correction:?}");
    }
}

#[test]
fn the_handling_clock_may_be_late_on_the_day_it_becomes_known() {
    let limits = Limits { promised: Some(Limit::workdays(3)), ..LIMITS };
    let story = sent(limits, Process::default()).on("2026-11-24").then(&Actor::portal(), Action::DeemAccept);
    let light = story.case.clock().unwrap().light_on(&story.calendar, story.today);
    assert_eq!((story.case.promised_due, light), (Some(day("2026-11-19")), Some(Light::Red)));
}

#[test]
fn whoever_has_it_in_hand_keeps_it() {
    let story = sent(LIMITS, Process::default()).then(&reviewer(), Action::Take).on("2026-11-24");
    assert_eq!(story.then(&Actor::portal(), Action::DeemAccept).case.status, Status::Review);
}
