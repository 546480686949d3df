//! Stages that an event ends, with the day on which they began.

use super::super::{Metric, Stage};
use super::{Delta, When, day_number};
use crate::case::{Case, Event};
use chrono::NaiveDate;

/// The stage that `event` ended. Days are kept, not their number: a change of the calendar changes how
/// many of them were worked, never what happened.
pub(super) fn passed(before: &Case, event: &Event, when: &When) -> Option<Delta> {
    let (stage, began) = match event {
        Event::Accepted { .. } => (Stage::Receipt, Some(when.received)),
        // Requests from before the day was kept have no beginning, and are not counted.
        Event::CorrectionAnswered { .. } => (Stage::Correction, before.work.asked_on),
        Event::Decided { .. } => (Stage::Decision, before.accepted_on),
        Event::Resumed { .. } => (Stage::Special, before.special().map(|special| special.from)),
        Event::Closed { .. } => (Stage::Delivery, before.decided_on),
        Event::OpinionGiven { step, department, .. } => {
            let task = before.work.tasks.iter().find(|task| task.is(step, *department));
            (Stage::Step(step.clone()), task.map(|task| task.opened))
        }
        Event::Submitted { .. }
        | Event::PreReviewed
        | Event::Received
        | Event::Taken { .. }
        | Event::Released
        | Event::Assigned { .. }
        | Event::HandedOver { .. }
        | Event::CorrectionAsked { .. }
        | Event::Supplemented { .. }
        | Event::NotAccepted { .. }
        | Event::StepOpened { .. }
        | Event::StepTaken { .. }
        | Event::StepReturned { .. }
        | Event::Suspended { .. }
        | Event::ExtensionAsked { .. }
        | Event::ExtensionApproved { .. }
        | Event::ExtensionRefused { .. }
        | Event::RulesApplied { .. }
        | Event::PersonAsked { .. }
        | Event::CertificateMade { .. }
        | Event::Delivered { .. }
        | Event::CommitmentVerified { .. }
        | Event::Withdrawn { .. }
        | Event::ConsentWithdrawn { .. }
        | Event::Abandoned { .. }
        | Event::Terminated { .. }
        | Event::Voided { .. }
        | Event::DatesMoved { .. } => return None,
    };
    began.map(|began| delta(&stage, began, when.day))
}

fn delta(stage: &Stage, began: NaiveDate, ended: NaiveDate) -> Delta {
    let bucket = day_number(began);
    Delta { bucket, part: stage.to_string(), ..Delta::one(ended, Metric::Passed) }
}
