//! 决定, 制证, 送达, 办结.

use crate::acts::{grant, online, refuse};
use crate::people::{applicant, clerk, reviewer};
use crate::story::{Story, day};
use domain::case::{Action, ActionKind, Delivery, Outcome, Refusal, Status, Timing};
use domain::permission::Actor;
use domain::process::Process;

fn accepted(certificate: bool) -> Story {
    let story = Story::begin(Process { certificate, ..Process::default() });
    story.then(&applicant(), online(day("2026-11-16"))).then(&reviewer(), Action::Accept)
}

fn certificate(number: &str) -> Action {
    Action::MakeCertificate { number: number.into() }
}

fn deliver(delivery: Delivery, proof: &str) -> Action {
    Action::Deliver { delivery, proof: proof.into() }
}

#[test]
fn a_certificate_is_made_handed_over_and_the_case_closed() {
    let story = accepted(true).then(&reviewer(), grant());
    assert_eq!(story.refused(&reviewer(), certificate(" ")), Refusal::Missing("number"));
    let story = story.then(&reviewer(), certificate("证第1号"));
    assert_eq!(story.case.work.certificate.as_deref(), Some("证第1号"));
    let story = story.on("2026-11-18").then(&clerk(), deliver(Delivery::Window, "本人签收"));
    assert_eq!(
        (story.case.status, story.case.work.delivered_on),
        (Status::Delivered, Some(day("2026-11-18")))
    );
    let story = story.then(&Actor::portal(), Action::Close);
    assert_eq!((story.case.status, story.case.closed_on), (Status::Closed, Some(day("2026-11-18"))));
}

#[test]
fn no_certificate_without_a_grant_or_where_the_item_has_none() {
    for story in [accepted(true).then(&reviewer(), refuse()), accepted(false).then(&reviewer(), grant())] {
        assert!(!story.offers(&reviewer(), ActionKind::MakeCertificate));
        assert!(matches!(story.refused(&reviewer(), certificate("1")), Refusal::WrongStatus { .. }));
    }
}

#[test]
fn what_is_handed_over_or_posted_has_a_proof() {
    let story = accepted(false).then(&reviewer(), grant());
    for delivery in [Delivery::Window, Delivery::Post] {
        assert_eq!(story.refused(&clerk(), deliver(delivery, " ")), Refusal::Missing("proof"));
    }
    assert!(story.attempt(&Actor::portal(), deliver(Delivery::Electronic, "")).is_ok());
    assert_eq!(story.refused(&applicant(), deliver(Delivery::Electronic, "")).code(), "not_yours");
}

#[test]
fn on_time_is_on_or_before_the_promised_day() {
    let timing = |today| accepted(false).on(today).then(&reviewer(), grant()).case.timing();
    assert_eq!(timing("2026-11-27"), Some(Timing::Early));
    assert_eq!(timing("2026-11-30"), Some(Timing::OnTheDay));
    assert_eq!(timing("2026-12-01"), Some(Timing::Late));
}

#[test]
fn the_decision_stops_the_clock_and_ends_an_open_request() {
    let want = Action::AskExtension { workdays: 3, reason: "复杂".into() };
    let story = accepted(false).then(&reviewer(), want).on("2026-11-25").then(&reviewer(), grant());
    assert_eq!(story.case.clock(), None);
    assert_eq!(story.case.work.extension_request, None);
    assert_eq!((story.case.outcome, story.case.handling_days), (Some(Outcome::Granted), Some(7)));
}
