//! Every history obeys the table, and pages offer what the rules admit.

use crate::acts::sensible;
use crate::history::{Moment, plans};
use crate::people::everybody;
use domain::case::{ActionKind, Event, Refusal, Status, evolve, table};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

/// Where it led is in its row.
fn leads(moment: &Moment) -> TestCaseResult {
    let (before, after) = (moment.before.case.status, moment.after().status);
    let row = table::row(moment.action.kind());
    let held = row.to.is_empty() && before == after;
    prop_assert!(held || row.to.contains(&after), "{:?}: {before:?} → {after:?}", moment.action);
    prop_assert!(row.from.contains(&before), "{:?} from {before:?}", moment.action);
    prop_assert!(row.by.contains(&moment.before.case.standing_of(&moment.actor)), "{:?}", moment.actor);
    Ok(())
}

/// What comes of it is the same each time, and each event counts.
fn counts(moment: &Moment) -> TestCaseResult {
    let again = moment.before.attempt(&moment.actor, moment.action.clone());
    prop_assert_eq!(&again, &moment.result);
    let events = moment.result.as_ref().map_or(0, Vec::len);
    let versions = usize::try_from(moment.after().version - moment.before.case.version).unwrap();
    prop_assert_eq!(events, versions);
    let folded = moment.result.iter().flatten().fold(moment.before.case.clone(), evolve);
    prop_assert_eq!(folded, moment.after());
    Ok(())
}

fn ends(moment: &Moment) -> TestCaseResult {
    let mut before = moment.before.case.status;
    for (event, after) in moment.folded() {
        if before.is_final() && before != after.status {
            let reopened = matches!(event, Event::PersonAsked { .. });
            prop_assert!(before == Status::Closed && reopened, "{event:?} after {before:?}");
        }
        before = after.status;
    }
    Ok(())
}

/// None of what is offered fails for who, where, or in whose hands.
fn keeps_word(moment: &Moment) -> TestCaseResult {
    for actor in everybody() {
        for kind in moment.before.offered(&actor) {
            let refusal = moment.before.attempt(&actor, sensible(kind, &moment.before, &actor, 5)).err();
            let broken = matches!(
                refusal,
                Some(
                    Refusal::NotYours(_)
                        | Refusal::WrongStatus { .. }
                        | Refusal::HeldBy(_)
                        | Refusal::NoStep
                        | Refusal::StepsOpen(_)
                        | Refusal::ExtendedOnce
                        | Refusal::OwnRequest
                        | Refusal::NotImmediate
                        | Refusal::NotDeferrable
                        | Refusal::NothingPromised
                        | Refusal::NoDate
                )
            );
            prop_assert!(!broken, "{kind:?} by {}: {refusal:?}", actor.name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn what_is_done_stands_in_the_table(plan in plans()) {
        for moment in plan.moments() {
            counts(&moment)?;
            if moment.result.is_ok() {
                leads(&moment)?;
                ends(&moment)?;
                // A consent is withdrawn beside the consent, never among the buttons of a case.
                let offered = moment.action.kind() == ActionKind::WithdrawConsent
                    || moment.before.offers(&moment.actor, moment.action.kind());
                prop_assert!(offered, "{:?} by {}", moment.action, moment.actor.name);
            } else {
                prop_assert_eq!(&moment.before.case, &moment.after());
            }
        }
    }

    #[test]
    fn what_is_offered_can_be_done(plan in plans()) {
        for moment in plan.moments().iter().step_by(3) {
            keeps_word(moment)?;
        }
    }

    /// With the calendar as it was, nothing ever moves.
    #[test]
    fn no_date_moves_by_itself(plan in plans()) {
        for moment in plan.moments() {
            if moment.action.kind() == ActionKind::MoveDates {
                prop_assert!(moment.result.is_err() || moment.result == Ok(Vec::new()), "{:?}", moment.result);
            }
            let moved = moment.before.attempt(
                &domain::permission::Actor::portal(), domain::case::Action::MoveDates);
            prop_assert!(moved.is_err() || moved == Ok(Vec::new()), "{:?} {moved:?}", moment.before.case);
        }
    }
}

/// The histories are worth something: together they do everything there is to do.
#[test]
fn histories_lead_everywhere() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut done = std::collections::BTreeSet::new();
    for _ in 0..300 {
        let plan = plans().new_tree(&mut runner).unwrap().current();
        let moments = plan.moments();
        done.extend(moments.iter().filter(|one| one.result.is_ok()).map(|one| one.action.kind()));
    }
    let never: Vec<_> = ActionKind::ALL.iter().filter(|kind| !done.contains(kind)).collect();
    assert!(never.is_empty(), "never done: {never:?}");
}
