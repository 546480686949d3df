//! What somebody wants done to a case.

use super::{Outcome, Submission};
use serde::{Deserialize, Serialize};

/// An action with all it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// 提交: the applicant sends it, or a clerk takes it in.
    Submit(Submission),
    /// 收件: the department confirms that the papers are in the house.
    Receive,
    /// 取件: a reviewer takes the case; one wins.
    Take,
    /// 退回待办: gives it back to the department's list.
    Release,
    /// 补正告知: everything that is missing, told once (行政许可法 art. 32 (4)).
    AskCorrection {
        /// Each missing or wrong thing, in words the applicant can act on.
        list: Vec<String>,
    },
    /// 补正: the applicant answers the whole list, in words, by what comes with them, or both.
    AnswerCorrection {
        /// What the applicant says to it; may be empty where something comes with it.
        note: String,
        /// What comes with the words.
        enclosed: Enclosed,
    },
    /// 受理.
    Accept,
    /// 不予受理 (行政许可法 art. 32 (1), (2)).
    NotAccept {
        /// Why.
        reason: String,
        /// Who is competent instead, where somebody is.
        competent_body: String,
        /// 复议 or 诉讼: how to object.
        remedies: String,
    },
    /// 准予 or 不予, with reasons.
    Decide {
        /// What was decided.
        outcome: Outcome,
        /// The reviewer's opinion; for a refusal its reason.
        reason: String,
    },
    /// 即办: accepts, decides and closes in one step.
    DecideNow {
        /// What was decided.
        outcome: Outcome,
        /// The reviewer's opinion; for a refusal its reason.
        reason: String,
    },
    /// 办结: result handed over, nothing left to do.
    Close,
    /// 撤回: by the applicant, before the decision.
    Withdraw {
        /// Why, if the applicant wants to say so.
        reason: String,
    },
}

/// What comes with an answer to corrections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Enclosed {
    /// How many files were given for it.
    pub files: usize,
    /// Papers were handed over at the counter; counts only where a clerk says so.
    pub papers: bool,
}

/// The name of an action, without what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants are explained at `Action`")]
pub enum ActionKind {
    Submit,
    Receive,
    Take,
    Release,
    AskCorrection,
    AnswerCorrection,
    Accept,
    NotAccept,
    Decide,
    DecideNow,
    Close,
    Withdraw,
}

impl ActionKind {
    /// Every action, in the order in which a page offers them.
    pub const ALL: [Self; 12] = [
        Self::Submit,
        Self::AnswerCorrection,
        Self::Take,
        Self::DecideNow,
        Self::Receive,
        Self::Accept,
        Self::AskCorrection,
        Self::NotAccept,
        Self::Decide,
        Self::Close,
        Self::Withdraw,
        Self::Release,
    ];

    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Receive => "receive",
            Self::Take => "take",
            Self::Release => "release",
            Self::AskCorrection => "ask_correction",
            Self::AnswerCorrection => "answer_correction",
            Self::Accept => "accept",
            Self::NotAccept => "not_accept",
            Self::Decide => "decide",
            Self::DecideNow => "decide_now",
            Self::Close => "close",
            Self::Withdraw => "withdraw",
        }
    }

    /// Reads the API's name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl Action {
    /// The name of this action.
    pub fn kind(&self) -> ActionKind {
        match self {
            Self::Submit(_) => ActionKind::Submit,
            Self::Receive => ActionKind::Receive,
            Self::Take => ActionKind::Take,
            Self::Release => ActionKind::Release,
            Self::AskCorrection { .. } => ActionKind::AskCorrection,
            Self::AnswerCorrection { .. } => ActionKind::AnswerCorrection,
            Self::Accept => ActionKind::Accept,
            Self::NotAccept { .. } => ActionKind::NotAccept,
            Self::Decide { .. } => ActionKind::Decide,
            Self::DecideNow { .. } => ActionKind::DecideNow,
            Self::Close => ActionKind::Close,
            Self::Withdraw { .. } => ActionKind::Withdraw,
        }
    }
}
