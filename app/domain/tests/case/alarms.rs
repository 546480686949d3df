//! 预警与督办: the alarms of a case, told as stories.

use crate::acts::{about, ask, grant, mend, online, submission, suspend, words};
use crate::people::{FIRE, HEALTH, applicant, of, reviewer};
use crate::story::{Story, day, step, with_steps};
use domain::alarm::{AlarmKind, Rank, raised, schedule};
use domain::case::{Action, Submission};
use domain::permission::Actor;
use domain::process::{Place, Process, StepKind};

fn sent(process: Process) -> Story {
    Story::begin(process).then(&applicant(), online(day("2026-11-16")))
}

fn accepted(process: Process) -> Story {
    sent(process).then(&reviewer(), Action::Accept)
}

/// Day, rank and kind of all that is coming.
fn plan(story: &Story) -> Vec<String> {
    let alarms = schedule(&story.case, &story.calendar);
    alarms.iter().map(|one| format!("{} {} {}", one.on, one.rank.as_str(), one.kind.as_str())).collect()
}

#[test]
fn on_the_last_day_of_the_receipt_clock_the_holder() {
    assert_eq!(plan(&sent(Process::default())), ["2026-11-23 holder receipt_near"]);
    assert!(plan(&sent(Process::default()).then(&reviewer(), ask(&[about("住址")]))).is_empty());
}

#[test]
fn the_lights_go_upwards() {
    let expected = [
        "2026-11-26 holder yellow",
        "2026-11-30 head yellow",
        "2026-12-01 holder red",
        "2026-12-01 head red",
        "2026-12-03 supervisor red",
        "2026-12-15 holder black",
        "2026-12-15 head black",
        "2026-12-15 supervisor black",
    ];
    assert_eq!(plan(&accepted(Process::default())), expected);
}

#[test]
fn what_was_told_by_now() {
    let story = accepted(Process::default());
    let count = |today| raised(&story.case, &story.calendar, day(today)).len();
    assert_eq!([count("2026-11-25"), count("2026-11-26"), count("2026-12-01")], [0, 1, 4]);
    assert_eq!(count("2027-01-01"), 8);
}

#[test]
fn silence_and_a_repeated_request_stay_told() {
    let story = sent(Process::default()).on("2026-11-24").then(&Actor::portal(), Action::DeemAccept);
    let story = story.then(&reviewer(), grant());
    let told = ["2026-11-24 head deemed", "2026-11-24 supervisor deemed"];
    assert!(told.iter().all(|one| plan(&story).contains(&(*one).to_owned())));

    let again = ask(&[about("电话")]);
    let story = sent(Process::default()).then(&reviewer(), ask(&[about("住址")]));
    let story = story.on("2026-11-21").then(&applicant(), mend(&["住址"])).then(&reviewer(), again);
    // On a Saturday: told on Monday.
    let told = ["2026-11-23 head correction_repeated", "2026-11-23 supervisor correction_repeated"];
    assert_eq!(plan(&story), told);
}

#[test]
fn a_late_step_is_told_to_each_department_that_is_late() {
    let both = [Place::Department(FIRE), Place::Department(HEALTH)];
    let story = accepted(with_steps(vec![step("会", StepKind::Joint, &both, &[], Some(2))]));
    let late = |story: &Story| {
        let alarms = schedule(&story.case, &story.calendar).into_iter();
        let steps = alarms.filter(|one| one.kind == AlarmKind::StepLate);
        steps.map(|one| (one.on.to_string(), one.rank, one.department)).collect::<Vec<_>>()
    };
    let told = |rank, department| ("2026-11-19".to_owned(), rank, department);
    let (holder, head) = (Rank::Holder, Rank::Head);
    let all = [told(holder, FIRE), told(holder, HEALTH), told(head, FIRE), told(head, HEALTH)];
    assert_eq!(late(&story), all);
    let story = story.then(&of(FIRE), crate::acts::opinion("会"));
    assert_eq!(late(&story), [told(holder, HEALTH), told(head, HEALTH)]);
    assert!(late(&story.then(&of(HEALTH), crate::acts::opinion("会"))).is_empty());
}

#[test]
fn a_special_procedure_longer_than_was_said() {
    let story = accepted(Process::default()).then(&reviewer(), suspend("2026-11-20"));
    // A Friday; three working days on.
    let told = [
        "2026-11-23 holder special_long",
        "2026-11-23 head special_long",
        "2026-11-25 supervisor special_long",
    ];
    assert_eq!(plan(&story), told);
}

#[test]
fn a_request_waits_for_the_head_and_then_not_any_longer() {
    let want = Action::AskExtension { workdays: 3, reason: words() };
    let story = accepted(Process::default()).then(&reviewer(), want);
    let waiting: Vec<_> = plan(&story).into_iter().filter(|one| one.ends_with("extension_waiting")).collect();
    assert_eq!(waiting, ["2026-11-16 head extension_waiting", "2026-11-18 supervisor extension_waiting"]);
}

#[test]
fn delivery_and_a_promise_not_looked_into() {
    let process = Process { commitment: Some(5), ..Process::default() };
    let committed = Submission { committed: true, ..submission(day("2026-11-16")) };
    let story = Story::begin(process).then(&applicant(), Action::Submit(committed));
    let story = story.then(&reviewer(), Action::Accept).then(&reviewer(), grant());
    let told = [
        "2026-11-23 holder unverified",
        "2026-11-24 head unverified",
        "2026-12-01 holder delivery_late",
        "2026-12-01 head delivery_late",
    ];
    assert_eq!(plan(&story), told);
    let story = story.then(&reviewer(), Action::Close);
    assert_eq!(plan(&story), told[..2]);
    let verify = Action::VerifyCommitment { kept: true, opinion: words() };
    assert!(plan(&story.then(&reviewer(), verify)).is_empty());
}

#[test]
fn names_read_back() {
    assert!(AlarmKind::ALL.into_iter().all(|kind| AlarmKind::parse(kind.as_str()) == Some(kind)));
    assert!(Rank::ALL.into_iter().all(|rank| Rank::parse(rank.as_str()) == Some(rank)));
}
