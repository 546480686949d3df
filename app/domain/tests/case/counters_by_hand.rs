//! The counters that each deed moves, by hand.

use crate::acts::{ask, grant, mend, online, opinion, refuse, suspend, words};
use crate::people::{FIRE, applicant, of, reviewer};
use crate::steps::{accepted, fire};
use crate::story::{Story, day};
use domain::case::{Action, Mark, evolve};
use domain::indicator::{Metric, When, day_number, tally};
use domain::permission::Actor;
use domain::process::Process;

/// Metric, day, part, bucket and by how many.
type Moved = (Metric, &'static str, &'static str, u32, i64);

const MONDAY: &str = "2026-11-16";

fn number(text: &str) -> u32 {
    day_number(day(text))
}

/// Does it, and says which counters it moved; the case was submitted on Monday.
fn told(story: Story, actor: &Actor, action: Action, expected: &[Moved]) -> Story {
    let when = When { day: story.today, hour: 9, received: day(MONDAY) };
    let events = story.attempt(actor, action.clone()).unwrap();
    let (mut before, mut moved) = (story.case.clone(), Vec::new());
    for event in &events {
        let after = evolve(before.clone(), event);
        let deltas = tally(&before, event, &after, &when).into_iter();
        moved.extend(deltas.map(|one| (one.metric, one.day, one.part, one.bucket, one.n)));
        before = after;
    }
    let expected =
        expected.iter().map(|&(metric, on, part, bucket, n)| (metric, day(on), part.to_owned(), bucket, n));
    let mut expected: Vec<_> = expected.collect();
    moved.sort();
    expected.sort();
    assert_eq!(moved, expected, "{action:?}");
    story.then(actor, action)
}

fn asked() -> Action {
    ask(&[Mark::words("户口簿首页")])
}

#[test]
fn corrections_are_counted_with_the_day_of_submission() {
    use Metric::{Corrected, CorrectedOnce, Corrections, Passed, Received, RepeatedCorrections};
    let story = Story::begin(Process::default());
    let story =
        told(story, &applicant(), online(day(MONDAY)), &[(Received, MONDAY, "", 9, 1)]).on("2026-11-17");
    let once = [
        (Corrections, "2026-11-17", "", 0, 1),
        (Corrected, MONDAY, "", 0, 1),
        (CorrectedOnce, MONDAY, "", 0, 1),
    ];
    let story = told(story, &reviewer(), asked(), &once).on("2026-11-19");
    let back = [(Passed, "2026-11-19", "correction", number("2026-11-17"), 1)];
    let story = told(story, &applicant(), mend(&[]), &back).on("2026-11-20");
    let twice = [
        (Corrections, "2026-11-20", "", 0, 1),
        (RepeatedCorrections, "2026-11-20", "", 0, 1),
        (CorrectedOnce, MONDAY, "", 0, -1),
    ];
    told(story, &reviewer(), asked(), &twice);
}

#[test]
fn what_left_is_counted_with_the_day_on_which_it_came() {
    use Metric::{Ended, Resulted, Withdrawn};
    let story = Story::begin(Process::default()).then(&applicant(), online(day(MONDAY))).on("2026-11-18");
    let gone = [
        (Withdrawn, "2026-11-18", "", 0, 1),
        (Ended, "2026-11-18", "", number(MONDAY), 1),
        (Resulted, MONDAY, "withdrawn", 0, 1),
    ];
    told(story, &applicant(), Action::Withdraw { reason: words() }, &gone);
}

#[test]
fn stages_are_counted_on_the_day_on_which_they_end() {
    use Metric::{Accepted, Closed, Due, Early, Ended, Granted, HandlingDays, OnTime, Passed, Resulted};
    let story = Story::begin(Process::default()).then(&applicant(), online(day(MONDAY))).on("2026-11-17");
    let begun = [
        (Accepted, "2026-11-17", "", 0, 1),
        (Due, "2026-12-01", "", 0, 1),
        (Passed, "2026-11-17", "receipt", number(MONDAY), 1),
    ];
    let story = told(story, &reviewer(), Action::Accept, &begun).on("2026-11-20");
    let decided = [
        (Granted, "2026-11-20", "", 0, 1),
        (Due, "2026-12-01", "", 0, -1),
        (Passed, "2026-11-20", "decision", number("2026-11-17"), 1),
    ];
    let story = told(story, &reviewer(), grant(), &decided).on("2026-11-23");
    let closed = [
        (Closed, "2026-11-23", "", 0, 1),
        (OnTime, "2026-11-23", "", 0, 1),
        (Early, "2026-11-23", "", 0, 1),
        (HandlingDays, "2026-11-23", "", 3, 1),
        (Ended, "2026-11-23", "", number(MONDAY), 1),
        (Passed, "2026-11-23", "delivery", number("2026-11-20"), 1),
        (Resulted, MONDAY, "granted", 0, 1),
    ];
    told(story, &reviewer(), Action::Close, &closed);
}

#[test]
fn a_special_procedure_and_a_refusal() {
    use Metric::{Due, Passed, Refused, Suspended};
    let story = Story::begin(Process::default()).then(&applicant(), online(day(MONDAY)));
    let story = story.then(&reviewer(), Action::Accept).on("2026-11-18");
    let stopped = [(Suspended, "2026-11-18", "", 0, 1), (Due, "2026-11-30", "", 0, -1)];
    let story = told(story, &reviewer(), suspend("2026-11-25"), &stopped).on("2026-11-24");
    let began = story.case.special().unwrap().from;
    let on = story.clone().then(&reviewer(), Action::Resume { reason: words() });
    let due = on.case.due().unwrap().to_string();
    let due: &'static str = Box::leak(due.into_boxed_str());
    let again = [(Passed, "2026-11-24", "special", day_number(began), 1), (Due, due, "", 0, 1)];
    let story = told(story, &reviewer(), Action::Resume { reason: words() }, &again).on("2026-11-26");
    let refused = [
        (Refused, "2026-11-26", "", 0, 1),
        (Due, due, "", 0, -1),
        (Passed, "2026-11-26", "decision", number(MONDAY), 1),
    ];
    told(story, &reviewer(), refuse(), &refused);
}

#[test]
fn steps_are_counted_by_the_answer_and_by_the_return() {
    use Metric::{Opinions, Passed, Returned};
    let story = accepted(vec![fire("消防", &[])]).on("2026-11-19");
    let answered =
        [(Opinions, "2026-11-19", "", 0, 1), (Passed, "2026-11-19", "step:消防", number(MONDAY), 1)];
    let story = told(story, &of(FIRE), opinion("消防"), &answered).on("2026-11-20");
    let back = Action::ReturnStep { step: "消防".into(), reason: words() };
    told(story, &reviewer(), back, &[(Returned, "2026-11-20", "", 0, 1)]);
}
