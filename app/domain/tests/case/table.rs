//! 状态表: every action in every status, by everybody.

use crate::acts::{about, ask, grant, online, opinion, sensible, suspend, words};
use crate::people::{ELSEWHERE, FIRE, HEALTH, applicant, clerk, everybody, of, other_citizen, reviewer};
use crate::steps::{fire, health};
use crate::story::{Story, day, with_steps};
use domain::case::{Action, ActionKind, Refusal, Status, table};
use domain::permission::{Actor, Standing};
use domain::process::Process;

/// A case that stands there, however it came to it.
fn standing(status: Status) -> Story {
    let mut story = Story::begin(Process::default()).then(&applicant(), online(day("2026-11-16")));
    story.case.status = status;
    story
}

#[test]
fn what_may_not_start_here_is_refused_and_not_offered() {
    for &kind in ActionKind::ALL {
        for status in Status::ALL {
            let story = standing(status);
            for actor in everybody() {
                let row = table::row(kind);
                let result = story.attempt(&actor, sensible(kind, &story, &actor, 5));
                if !row.by.contains(&story.case.standing_of(&actor)) {
                    assert_eq!(result, Err(Refusal::NotYours(kind)), "{status:?} {actor:?}");
                } else if !row.from.contains(&status) {
                    assert_eq!(result, Err(Refusal::WrongStatus { action: kind, status }), "{actor:?}");
                } else {
                    continue;
                }
                assert!(!story.offers(&actor, kind), "{kind:?} {status:?} {actor:?}");
            }
        }
    }
}

#[test]
fn no_row_is_empty_and_none_leads_out_of_an_end() {
    for &kind in ActionKind::ALL {
        let row = table::row(kind);
        assert!(!row.from.is_empty() && !row.by.is_empty() && !row.clock.is_empty(), "{kind:?}");
        assert!(!row.law.is_empty(), "{kind:?}");
        assert!(!row.by.contains(&Standing::Observer) && !row.by.contains(&Standing::Stranger));
        let ends = row.from.iter().any(|status| status.is_final());
        assert_eq!(ends, matches!(kind, ActionKind::AskPerson | ActionKind::VerifyCommitment), "{kind:?}");
    }
}

#[test]
fn every_status_but_the_first_is_led_to() {
    for status in Status::ALL.into_iter().filter(|&status| status != Status::Draft) {
        let leads = |&&kind: &&ActionKind| table::row(kind).to.contains(&status);
        assert!(ActionKind::ALL.iter().any(|kind| leads(&kind)), "{status:?}");
    }
}

#[test]
fn every_name_reads_back() {
    for &kind in ActionKind::ALL {
        assert_eq!(ActionKind::parse(kind.as_str()), Some(kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        let story = standing(Status::Submitted);
        assert_eq!(sensible(kind, &story, &reviewer(), 1).kind(), kind);
    }
    for status in Status::ALL {
        assert_eq!(Status::parse(status.as_str()), Some(status));
    }
}

#[test]
fn a_department_is_a_party_once_it_is_asked() {
    let story = Story::begin(with_steps(vec![fire("甲", &[]), health("乙", &["甲"])]));
    let story = story.then(&applicant(), online(day("2026-11-16")));
    let not_yours = Refusal::NotYours(ActionKind::GiveOpinion);
    assert_eq!(story.refused(&of(FIRE), opinion("甲")), not_yours);
    let story = story.then(&reviewer(), Action::Accept);
    assert_eq!(story.case.standing_of(&of(FIRE)), Standing::Consulted);
    assert_eq!(story.case.standing_of(&of(HEALTH)), Standing::Stranger);
    // What it is asked is all it may do.
    for action in [grant(), suspend("2026-12-01"), Action::Take, Action::Void { reason: words() }] {
        let kind = action.kind();
        assert_eq!(story.refused(&of(FIRE), action), Refusal::NotYours(kind));
    }
    for actor in [of(ELSEWHERE), other_citizen(), clerk(), Actor::portal()] {
        assert_eq!(story.refused(&actor, opinion("甲")), not_yours, "{actor:?}");
    }
}

#[test]
fn nobody_acts_on_the_case_of_another_person() {
    let story = standing(Status::Correction);
    for kind in [ActionKind::Withdraw, ActionKind::AnswerCorrection, ActionKind::Supplement] {
        let action = sensible(kind, &story, &other_citizen(), 1);
        assert_eq!(story.refused(&other_citizen(), action), Refusal::NotYours(kind));
    }
    let story = standing(Status::Received);
    assert_eq!(story.refused(&clerk(), ask(&[about("住址")])).code(), "not_yours");
    assert_eq!(story.refused(&of(ELSEWHERE), Action::Accept).code(), "not_yours");
}
