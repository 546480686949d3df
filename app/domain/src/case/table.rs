//! The state table: which action may start where, and whose it is. The one place that knows.

use super::{ActionKind, Status};
use crate::permission::Standing;

/// Whether `action` may start while a case is in `status`.
///
/// Written out status by status, so that a new status or action does not compile unnoticed.
pub(super) fn starts_from(status: Status, action: ActionKind) -> bool {
    use ActionKind as A;
    match status {
        Status::Draft => matches!(action, A::Submit),
        Status::Submitted => matches!(
            action,
            A::Receive
                | A::Take
                | A::Release
                | A::AskCorrection
                | A::Accept
                | A::NotAccept
                | A::DecideNow
                | A::Withdraw
        ),
        Status::Received => matches!(
            action,
            A::Take | A::Release | A::AskCorrection | A::Accept | A::NotAccept | A::DecideNow | A::Withdraw
        ),
        Status::Correction => matches!(action, A::AnswerCorrection | A::NotAccept | A::Withdraw),
        Status::Accepted | Status::Review => {
            matches!(action, A::Take | A::Release | A::Decide | A::Withdraw)
        }
        Status::Decided | Status::Certificate | Status::Delivered => matches!(action, A::Close),
        // Nothing starts here yet; the special procedure has its own actions (行政许可法 art. 45).
        Status::Suspended => false,
        Status::NotAccepted
        | Status::Closed
        | Status::Withdrawn
        | Status::Abandoned
        | Status::Terminated
        | Status::Void => false,
    }
}

/// Whether an action belongs to somebody who stands to the case like this.
pub(super) fn belongs_to(action: ActionKind, standing: Standing) -> bool {
    use ActionKind as A;
    match standing {
        Standing::Applicant => matches!(action, A::Submit | A::AnswerCorrection | A::Withdraw),
        // At the counter the clerk acts for the person who stands there.
        Standing::Counter => matches!(action, A::Submit | A::AnswerCorrection | A::Withdraw),
        Standing::Competent => matches!(
            action,
            A::Receive
                | A::Take
                | A::Release
                | A::AskCorrection
                | A::Accept
                | A::NotAccept
                | A::Decide
                | A::DecideNow
                | A::Close
        ),
        Standing::Portal => matches!(action, A::Receive | A::Accept | A::Close),
        Standing::Observer | Standing::Stranger => false,
    }
}
