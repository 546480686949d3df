//! The whole table of states, acts and hands.

use super::*;

#[test]
fn every_state_and_act_leads_where_the_table_says_and_nowhere_else() {
    use Act::{Reopen, Return, Save, SignOff, Submit};
    let expected = |state: State, act: Act| match (state, act) {
        (State::Draft, Save) => Some(State::Draft),
        (State::Returned, Save) => Some(State::Returned),
        (State::Reopened, Save) => Some(State::Reopened),
        (State::Draft | State::Returned | State::Reopened, Submit) => Some(State::Submitted),
        (State::Submitted, Return) => Some(State::Returned),
        (State::Submitted, SignOff) => Some(State::SignedOff),
        (State::SignedOff, Reopen) => Some(State::Reopened),
        (State::Draft | State::Returned | State::Reopened, Return | SignOff | Reopen)
        | (State::Submitted, Save | Submit | Reopen)
        | (State::SignedOff, Save | Submit | Return | SignOff) => None,
    };
    for state in State::ALL {
        for act in Act::ALL {
            assert_eq!(state.after(act), expected(state, act), "{state:?} {act:?}");
        }
    }
}

#[test]
fn each_hand_is_offered_its_own() {
    for state in State::ALL {
        assert_eq!(offered(Hand::Stranger, state), [], "{state:?}");
        for act in Act::ALL {
            let offered_to: Vec<Hand> = [Hand::Department, Hand::Supervisor]
                .into_iter()
                .filter(|hand| offered(*hand, state).contains(&act))
                .collect();
            let wanted = if state.after(act).is_some() { vec![act.hand()] } else { Vec::new() };
            assert_eq!(offered_to, wanted, "{state:?} {act:?}");
        }
    }
}

#[test]
fn only_the_head_of_the_department_reports() {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let actor = |role, department, head| Actor { role, department, head, ..Actor::portal() };
    let reviewer = |department, head| actor(Some(Role::Reviewer), department, head);
    assert_eq!(hand(&reviewer(Some(own), true), Some(own)), Hand::Department);
    assert_eq!(hand(&reviewer(Some(own), false), Some(own)), Hand::Stranger);
    assert_eq!(hand(&reviewer(Some(other), true), Some(own)), Hand::Stranger);
    assert_eq!(hand(&reviewer(None, true), None), Hand::Stranger);
    assert_eq!(hand(&actor(Some(Role::Supervisor), None, false), Some(own)), Hand::Supervisor);
    for role in [Role::Citizen, Role::Clerk, Role::Admin, Role::Auditor] {
        assert_eq!(hand(&actor(Some(role), Some(own), true), Some(own)), Hand::Stranger, "{role:?}");
    }
    assert_eq!(hand(&Actor::portal(), Some(own)), Hand::Stranger);
}

#[test]
fn names_read_back() {
    for state in State::ALL {
        assert_eq!(State::parse(state.as_str()), Some(state));
    }
    for act in Act::ALL {
        assert_eq!(Act::parse(act.as_str()), Some(act));
    }
}

#[test]
fn overdue_is_what_lies_with_the_department_after_its_day() {
    let day = |n| NaiveDate::from_ymd_opt(2026, 10, n).unwrap();
    for state in [State::Draft, State::Returned, State::Reopened] {
        assert!(state.is_overdue(Some(day(21)), day(22)));
        assert!(!state.is_overdue(Some(day(21)), day(21)));
        assert!(!state.is_overdue(None, day(21)));
    }
    for state in [State::Submitted, State::SignedOff] {
        assert!(!state.is_overdue(Some(day(21)), day(22)));
    }
}
