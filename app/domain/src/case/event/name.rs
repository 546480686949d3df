//! The names of the events.

use super::Event;
use crate::case::Manner;

impl Event {
    /// 内部: what departments say to each other before the decision, and an extension that was asked for
    /// and not given. Not for those outside the house.
    pub fn is_internal(&self) -> bool {
        match self {
            Self::HandedOver { .. }
            | Self::StepOpened { .. }
            | Self::StepTaken { .. }
            | Self::OpinionGiven { .. }
            | Self::StepReturned { .. }
            | Self::ExtensionAsked { .. }
            | Self::ExtensionRefused { .. } => true,
            Self::Submitted { .. }
            | Self::PreReviewed
            | Self::Received
            | Self::Taken { .. }
            | Self::Released
            | Self::Assigned { .. }
            | Self::CorrectionAsked { .. }
            | Self::CorrectionAnswered { .. }
            | Self::Accepted { .. }
            | Self::Supplemented { .. }
            | Self::NotAccepted { .. }
            | Self::Suspended { .. }
            | Self::Resumed { .. }
            | Self::ExtensionApproved { .. }
            | Self::RulesApplied { .. }
            | Self::Decided { .. }
            | Self::PersonAsked { .. }
            | Self::CertificateMade { .. }
            | Self::Delivered { .. }
            | Self::Closed { .. }
            | Self::CommitmentVerified { .. }
            | Self::Withdrawn { .. }
            | Self::ConsentWithdrawn { .. }
            | Self::Abandoned { .. }
            | Self::Terminated { .. }
            | Self::Voided { .. }
            | Self::DatesMoved { .. } => false,
        }
    }

    /// The name under which it is stored and found: what is counted by itself has a name of its own.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Submitted { .. } => "submitted",
            Self::PreReviewed => "pre_reviewed",
            Self::Received => "received",
            Self::Taken { .. } => "taken",
            Self::Released => "released",
            Self::Assigned { .. } => "assigned",
            Self::HandedOver { .. } => "handed_over",
            Self::CorrectionAsked { repeated: true, .. } => "correction_repeated",
            Self::CorrectionAsked { .. } => "correction_asked",
            Self::CorrectionAnswered { .. } => "correction_answered",
            Self::Accepted { manner: Manner::Normal, .. } => "accepted",
            Self::Accepted { manner: Manner::Deemed { .. }, .. } => "deemed_accepted",
            Self::Accepted { manner: Manner::Deferred(_), .. } => "deferred_accepted",
            Self::Supplemented { .. } => "supplemented",
            Self::NotAccepted { .. } => "not_accepted",
            Self::StepOpened { .. } => "step_opened",
            Self::StepTaken { .. } => "step_taken",
            Self::OpinionGiven { .. } => "opinion_given",
            Self::StepReturned { .. } => "step_returned",
            Self::Suspended { .. } => "suspended",
            Self::Resumed { .. } => "resumed",
            Self::ExtensionAsked { .. } => "extension_asked",
            Self::ExtensionApproved { .. } => "extension_approved",
            Self::ExtensionRefused { .. } => "extension_refused",
            Self::RulesApplied { .. } => "rules_applied",
            Self::Decided { automatic: true, .. } => "decided_by_rule",
            Self::Decided { .. } => "decided",
            Self::PersonAsked { .. } => "person_asked",
            Self::CertificateMade { .. } => "certificate_made",
            Self::Delivered { .. } => "delivered",
            Self::Closed { .. } => "closed",
            Self::CommitmentVerified { .. } => "commitment_verified",
            Self::Withdrawn { .. } => "withdrawn",
            Self::ConsentWithdrawn { .. } => "consent_withdrawn",
            Self::Abandoned { .. } => "abandoned",
            Self::Terminated { .. } => "terminated",
            Self::Voided { .. } => "voided",
            Self::DatesMoved { .. } => "dates_moved",
        }
    }
}
