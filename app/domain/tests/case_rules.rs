//! The life of a case: the story told end to end, and properties over every possible story.
#![expect(clippy::unwrap_used, reason = "a test tells of its failure by panicking")]

use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::case::{
    Action, ActionKind, Case, Context, Enclosed, Event, Limits, NOTE_MAX, Outcome, Refusal, Status,
    Submission, Timing, available, decide, evolve,
};
use domain::deadline::Limit;
use domain::field_error::{FieldCode, FieldError};
use domain::indicator::{Metric, tally};
use domain::item::{CaseKind, Channel};
use domain::permission::{Actor, Role};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

const PERSON: Uuid = Uuid::from_u128(1);
const DEPARTMENT: Uuid = Uuid::from_u128(2);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn actor(role: Role, id: u128) -> Actor {
    Actor {
        account: Some(Uuid::from_u128(id)),
        name: format!("{role:?} {id}"),
        role: Some(role),
        person: (role == Role::Citizen).then_some(PERSON),
        department: (role == Role::Reviewer).then_some(DEPARTMENT),
    }
}

fn draft(kind: CaseKind) -> Case {
    let limits = Limits { statutory: Some(Limit::workdays(20)), promised: Some(Limit::workdays(10)) };
    Case::draft(PERSON, None, DEPARTMENT, kind, limits)
}

struct Story {
    case: Case,
    today: NaiveDate,
    calendar: Calendar,
}

impl Story {
    fn begin(kind: CaseKind) -> Self {
        Self { case: draft(kind), today: day("2026-11-16"), calendar: Calendar::plain() }
    }

    fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    fn try_do(&self, actor: &Actor, action: Action) -> Result<Vec<Event>, Refusal> {
        let context = Context { actor, today: self.today, receipt_day: self.today, calendar: &self.calendar };
        decide(&self.case, action, &context)
    }

    fn then(mut self, actor: &Actor, action: Action) -> Self {
        let events = self.try_do(actor, action).unwrap();
        self.case = events.iter().fold(self.case, evolve);
        self
    }
}

fn online(day: NaiveDate) -> Action {
    Action::Submit(Submission { channel: Channel::Online, receipt_day: day, at_counter: false })
}

fn grant() -> Action {
    Action::Decide { outcome: Outcome::Granted, reason: "符合条件".into() }
}

fn answer(note: &str, enclosed: Enclosed) -> Action {
    Action::AnswerCorrection { note: note.to_owned(), enclosed }
}

/// A case that waits for its applicant.
fn waiting() -> Story {
    let ask = Action::AskCorrection { list: vec!["房产证".into(), "签名".into()] };
    Story::begin(CaseKind::Promise)
        .then(&actor(Role::Citizen, 10), online(day("2026-11-16")))
        .then(&actor(Role::Reviewer, 20), ask)
}

#[test]
fn from_the_phone_to_the_decision() {
    let (citizen, reviewer) = (actor(Role::Citizen, 10), actor(Role::Reviewer, 20));
    let story = Story::begin(CaseKind::Promise).then(&citizen, online(day("2026-11-16")));
    assert_eq!(story.case.status, Status::Submitted);
    assert_eq!(story.case.receipt_due, Some(day("2026-11-23")));
    let story = story.then(&reviewer, Action::Take).on("2026-11-17").then(&reviewer, Action::Accept);
    assert_eq!((story.case.status, story.case.accepted_on), (Status::Review, Some(day("2026-11-17"))));
    assert_eq!(story.case.promised_due, Some(day("2026-12-01")));
    let story = story.on("2026-11-20").then(&reviewer, grant());
    assert_eq!((story.case.handling_days, story.case.timing()), (Some(3), Some(Timing::Early)));
    let story = story.then(&reviewer, Action::Close);
    assert_eq!(story.case.status, Status::Closed);
}

#[test]
fn corrections_are_asked_for_once_and_the_clock_starts_anew() {
    let (citizen, reviewer) = (actor(Role::Citizen, 10), actor(Role::Reviewer, 20));
    let ask = || Action::AskCorrection { list: vec![" 户口簿首页 ".into(), "  ".into()] };
    let story =
        Story::begin(CaseKind::Promise).then(&citizen, online(day("2026-11-16"))).then(&reviewer, ask());
    assert_eq!((story.case.status, story.case.next_due()), (Status::Correction, None));
    let story = story.on("2026-11-20").then(&citizen, answer("户口簿已上传", Enclosed::default()));
    assert_eq!((story.case.status, story.case.receipt_due), (Status::Received, Some(day("2026-11-27"))));
    assert_eq!(story.try_do(&reviewer, ask()), Err(Refusal::CorrectionOnce));
    assert!(!available(&story.case, &reviewer).contains(&ActionKind::AskCorrection));
}

#[test]
fn the_words_of_an_answer_are_kept_in_its_event() {
    let said = "  第1项：没有房产证。\r\n第2项：已补。 ";
    let events = waiting().try_do(&actor(Role::Citizen, 10), answer(said, Enclosed::default())).unwrap();
    let [Event::CorrectionAnswered { note, papers, .. }] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((note.as_str(), *papers), ("第1项：没有房产证。\n第2项：已补。", false));
}

#[test]
fn an_answer_says_something_and_not_too_much() {
    let (story, citizen, clerk) = (waiting(), actor(Role::Citizen, 10), actor(Role::Clerk, 30));
    let wrong = |code| Err(Refusal::Field(FieldError::new("note", code)));
    let (files, papers) =
        (Enclosed { files: 1, ..Enclosed::default() }, Enclosed { papers: true, ..Enclosed::default() });
    assert_eq!(story.try_do(&citizen, answer(" \r\n ", Enclosed::default())), wrong(FieldCode::NoAnswer));
    assert_eq!(story.try_do(&clerk, answer("", Enclosed::default())), wrong(FieldCode::NoAnswer));
    assert!(story.try_do(&citizen, answer("", files)).is_ok());
    // Papers are seen at the counter, nowhere else.
    assert_eq!(story.try_do(&citizen, answer("", papers)), wrong(FieldCode::NoAnswer));
    let events = story.try_do(&clerk, answer("", papers)).unwrap();
    assert!(matches!(events.as_slice(), [Event::CorrectionAnswered { papers: true, .. }]), "{events:?}");

    let most = "证".repeat(NOTE_MAX);
    assert!(story.try_do(&citizen, answer(&most, Enclosed::default())).is_ok());
    let more = answer(&format!("{most}件"), files);
    assert_eq!(story.try_do(&citizen, more), wrong(FieldCode::TooLong { max: NOTE_MAX }));
}

#[test]
fn an_answer_stored_before_there_were_words_still_reads() {
    let stored = r#"{"kind":"correction_answered","receipt_day":"2026-11-20","receipt_due":"2026-11-27"}"#;
    let event: Event = serde_json::from_str(stored).unwrap();
    assert!(matches!(&event, Event::CorrectionAnswered { note, papers: false, .. } if note.is_empty()));
}

#[test]
fn an_empty_list_an_empty_opinion_and_missing_remedies_are_refused() {
    let (citizen, reviewer) = (actor(Role::Citizen, 10), actor(Role::Reviewer, 20));
    let story = Story::begin(CaseKind::Promise).then(&citizen, online(day("2026-11-16")));
    let refused = |action| story.try_do(&reviewer, action).unwrap_err();
    assert_eq!(refused(Action::AskCorrection { list: vec![" ".into()] }), Refusal::Missing("list"));
    let not = |reason: &str, remedies: &str| Action::NotAccept {
        reason: reason.into(),
        competent_body: String::new(),
        remedies: remedies.into(),
    };
    assert_eq!(refused(not("", "复议")), Refusal::Missing("reason"));
    assert_eq!(refused(not("不属于职权", "")), Refusal::Missing("remedies"));
    let story = story.then(&reviewer, Action::Accept);
    let empty = Action::Decide { outcome: Outcome::Refused, reason: " ".into() };
    assert_eq!(story.try_do(&reviewer, empty), Err(Refusal::Missing("opinion")));
}

#[test]
fn one_takes_the_case_and_the_other_is_told_who() {
    let (citizen, first, second) =
        (actor(Role::Citizen, 10), actor(Role::Reviewer, 20), actor(Role::Reviewer, 21));
    let story =
        Story::begin(CaseKind::Promise).then(&citizen, online(day("2026-11-16"))).then(&first, Action::Take);
    assert_eq!(story.try_do(&second, Action::Take), Err(Refusal::HeldBy(first.name.clone())));
    assert_eq!(story.try_do(&second, Action::Accept), Err(Refusal::HeldBy(first.name.clone())));
    assert!(available(&story.case, &second).is_empty());
    let story = story.then(&first, Action::Release);
    assert!(available(&story.case, &second).contains(&ActionKind::Take));
}

#[test]
fn an_immediate_item_is_done_in_one_step_and_only_such() {
    let (clerk, reviewer) = (actor(Role::Clerk, 30), actor(Role::Reviewer, 20));
    let at_counter = || {
        Action::Submit(Submission {
            channel: Channel::Window,
            receipt_day: day("2026-11-16"),
            at_counter: true,
        })
    };
    let now = || Action::DecideNow { outcome: Outcome::Granted, reason: "当场办结".into() };
    let story = Story::begin(CaseKind::Instant).then(&clerk, at_counter()).then(&reviewer, now());
    assert_eq!((story.case.status, story.case.handling_days), (Status::Closed, Some(0)));
    let promise = Story::begin(CaseKind::Promise).then(&clerk, at_counter());
    assert_eq!(promise.try_do(&reviewer, now()), Err(Refusal::NotImmediate));
}

#[test]
fn after_the_decision_nothing_is_withdrawn() {
    let (citizen, reviewer) = (actor(Role::Citizen, 10), actor(Role::Reviewer, 20));
    let story = Story::begin(CaseKind::Promise)
        .then(&citizen, online(day("2026-11-16")))
        .then(&reviewer, Action::Accept)
        .then(&reviewer, grant());
    let withdraw = Action::Withdraw { reason: String::new() };
    assert!(matches!(story.try_do(&citizen, withdraw), Err(Refusal::WrongStatus { .. })));
}

#[test]
fn nobody_acts_for_another_department_or_another_person() {
    let citizen = actor(Role::Citizen, 10);
    let story = Story::begin(CaseKind::Promise).then(&citizen, online(day("2026-11-16")));
    let stranger = Actor { person: Some(Uuid::from_u128(99)), ..actor(Role::Citizen, 11) };
    let elsewhere = Actor { department: Some(Uuid::from_u128(98)), ..actor(Role::Reviewer, 22) };
    for other in
        [stranger, elsewhere, actor(Role::Supervisor, 40), actor(Role::Admin, 50), actor(Role::Auditor, 60)]
    {
        assert!(available(&story.case, &other).is_empty(), "{other:?}");
        assert!(matches!(story.try_do(&other, Action::Accept), Err(Refusal::NotYours(_))), "{other:?}");
    }
}

fn any_action(kind: ActionKind, today: NaiveDate) -> Action {
    let text = || "理由".to_owned();
    match kind {
        ActionKind::Submit => online(today),
        ActionKind::Receive => Action::Receive,
        ActionKind::Take => Action::Take,
        ActionKind::Release => Action::Release,
        ActionKind::AskCorrection => Action::AskCorrection { list: vec![text()] },
        ActionKind::AnswerCorrection => answer(&text(), Enclosed::default()),
        ActionKind::Accept => Action::Accept,
        ActionKind::NotAccept => {
            Action::NotAccept { reason: text(), competent_body: text(), remedies: text() }
        }
        ActionKind::Decide => Action::Decide { outcome: Outcome::Refused, reason: text() },
        ActionKind::DecideNow => Action::DecideNow { outcome: Outcome::Granted, reason: text() },
        ActionKind::Close => Action::Close,
        ActionKind::Withdraw => Action::Withdraw { reason: text() },
    }
}

fn actors() -> Vec<Actor> {
    vec![
        actor(Role::Citizen, 10),
        actor(Role::Clerk, 30),
        actor(Role::Reviewer, 20),
        actor(Role::Reviewer, 21),
        actor(Role::Supervisor, 40),
        Actor::portal(),
    ]
}

proptest! {
    /// Whatever people try, in whatever order: what is offered is allowed and what is not offered
    /// is refused, a case that has ended stays so, and every counter follows from the events.
    #[test]
    fn every_story_obeys_the_table(
        instant in any::<bool>(),
        steps in prop::collection::vec((0..12_usize, 0..6_usize, 0..4_i64), 1..40),
    ) {
        let kind = if instant { CaseKind::Instant } else { CaseKind::Promise };
        let mut story = Story::begin(kind);
        let mut counters: BTreeMap<Metric, i64> = BTreeMap::new();
        for (action, who, days) in steps {
            story.today += chrono::Duration::days(days);
            let actors = actors();
            let (actor, kind) = (&actors[who], ActionKind::ALL[action]);
            let offered = available(&story.case, actor).contains(&kind);
            let result = story.try_do(actor, any_action(kind, story.today));
            prop_assert_eq!(offered, result.is_ok(), "{:?} {:?} {:?}", kind, actor.name, story.case.status);
            for event in result.unwrap_or_default() {
                prop_assert!(!story.case.status.is_final(), "{:?}", event);
                let after = evolve(story.case.clone(), &event);
                for delta in tally(&story.case, &event, &after, story.today) {
                    *counters.entry(delta.metric).or_default() += delta.n;
                }
                story.case = after;
            }
        }
        let count = |metric| counters.get(&metric).copied().unwrap_or_default();
        let is = i64::from;
        prop_assert_eq!(count(Metric::Received), is(story.case.status != Status::Draft));
        prop_assert_eq!(count(Metric::Received) - count(Metric::Ended), is(story.case.status.is_open()));
        prop_assert_eq!(count(Metric::Closed), is(story.case.status == Status::Closed));
        prop_assert_eq!(count(Metric::OnTime) + count(Metric::Late), count(Metric::Closed));
        prop_assert_eq!(count(Metric::Due), is(story.case.status.clock_runs()));
        prop_assert!(count(Metric::Early) <= count(Metric::OnTime));
    }
}
