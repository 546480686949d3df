//! What an event makes of a case. The only reader of events; it never refuses.

use super::{Case, Event, Status};

/// The case after `event`.
pub fn evolve(mut case: Case, event: &Event) -> Case {
    case.version = case.version.saturating_add(1);
    match event {
        Event::Submitted { receipt_day, receipt_due, promised_due, statutory_due, channel: _ } => {
            case.status = Status::Submitted;
            case.receipt_day = Some(*receipt_day);
            case.receipt_due = Some(*receipt_due);
            (case.promised_due, case.statutory_due) = (*promised_due, *statutory_due);
        }
        Event::Received => case.status = Status::Received,
        Event::Taken { by } => {
            case.assignee = Some(by.clone());
            if case.status == Status::Accepted {
                case.status = Status::Review;
            }
        }
        Event::Released => {
            case.assignee = None;
            if case.status == Status::Review {
                case.status = Status::Accepted;
            }
        }
        Event::CorrectionAsked { .. } => {
            case.status = Status::Correction;
            case.corrections = case.corrections.saturating_add(1);
            // The applicant has the word: nothing is due from the department.
            case.receipt_due = None;
        }
        Event::CorrectionAnswered { receipt_day, receipt_due, note: _, papers: _ } => {
            case.status = Status::Received;
            case.receipt_day = Some(*receipt_day);
            case.receipt_due = Some(*receipt_due);
        }
        Event::Accepted { day, promised_due, statutory_due } => {
            case.status = if case.assignee.is_some() { Status::Review } else { Status::Accepted };
            case.accepted_on = Some(*day);
            (case.promised_due, case.statutory_due) = (*promised_due, *statutory_due);
        }
        Event::NotAccepted { .. } => case.status = Status::NotAccepted,
        Event::Decided { outcome, day, handling_days, reason: _ } => {
            case.status = Status::Decided;
            case.outcome = Some(*outcome);
            case.decided_on = Some(*day);
            case.handling_days = Some(*handling_days);
        }
        Event::Closed { day } => {
            case.status = Status::Closed;
            case.closed_on = Some(*day);
        }
        Event::Withdrawn { .. } => case.status = Status::Withdrawn,
    }
    case
}
