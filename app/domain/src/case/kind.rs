//! The names of the actions.

use super::Action;
use serde::{Deserialize, Serialize};

/// Writes the list of names once: the type, its order, and its text in the API.
macro_rules! kinds {
    ($($kind:ident $pattern:pat => $text:literal,)*) => {
        /// The name of an action, without what it carries.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "the variants are explained at `Action`")]
        pub enum ActionKind {
            $($kind,)*
        }

        impl ActionKind {
            /// Every action, in the order in which a page offers them.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The name in the API.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $text,)*
                }
            }

            /// Reads the API's name.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == text)
            }
        }

        impl Action {
            /// The name of this action.
            pub fn kind(&self) -> ActionKind {
                match self {
                    $($pattern => ActionKind::$kind,)*
                }
            }
        }
    };
}

kinds! {
    Submit Action::Submit(_) => "submit",
    AnswerCorrection Action::AnswerCorrection { .. } => "answer_correction",
    Supplement Action::Supplement { .. } => "supplement",
    Take Action::Take => "take",
    DecideNow Action::DecideNow { .. } => "decide_now",
    PreReview Action::PreReview => "pre_review",
    Receive Action::Receive => "receive",
    Accept Action::Accept => "accept",
    AcceptDeferred Action::AcceptDeferred { .. } => "accept_deferred",
    AskCorrection Action::AskCorrection { .. } => "ask_correction",
    NotAccept Action::NotAccept { .. } => "not_accept",
    TakeStep Action::TakeStep { .. } => "take_step",
    GiveOpinion Action::GiveOpinion { .. } => "give_opinion",
    ReturnStep Action::ReturnStep { .. } => "return_step",
    Decide Action::Decide { .. } => "decide",
    Resume Action::Resume { .. } => "resume",
    Suspend Action::Suspend { .. } => "suspend",
    ApproveExtension Action::ApproveExtension { .. } => "approve_extension",
    RefuseExtension Action::RefuseExtension { .. } => "refuse_extension",
    AskExtension Action::AskExtension { .. } => "ask_extension",
    MakeCertificate Action::MakeCertificate { .. } => "make_certificate",
    Deliver Action::Deliver { .. } => "deliver",
    Close Action::Close => "close",
    VerifyCommitment Action::VerifyCommitment { .. } => "verify_commitment",
    AskPerson Action::AskPerson { .. } => "ask_person",
    Withdraw Action::Withdraw { .. } => "withdraw",
    WithdrawConsent Action::WithdrawConsent { .. } => "withdraw_consent",
    Assign Action::Assign { .. } => "assign",
    HandOver Action::HandOver { .. } => "hand_over",
    Release Action::Release => "release",
    Terminate Action::Terminate { .. } => "terminate",
    Void Action::Void { .. } => "void",
    DeemAccept Action::DeemAccept => "deem_accept",
    Abandon Action::Abandon => "abandon",
    DecideByRule Action::DecideByRule { .. } => "decide_by_rule",
    MoveDates Action::MoveDates => "move_dates",
}
