//! What somebody wants done to a case, with all it needs.

use super::correction::{Enclosed, Mark, Target};
use super::{Assignee, Delivery, Outcome, Procedure, RuleResult, Submission};
use chrono::NaiveDate;
use uuid::Uuid;

/// An action with all it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// 提交: the applicant sends it, or a clerk takes it in.
    Submit(Submission),
    /// 预审通过: what came online was looked through before its papers are received.
    PreReview,
    /// 收件: the department confirms that the papers are in the house.
    Receive,
    /// 取件: a reviewer takes the case; one wins.
    Take,
    /// 退回待办: gives it back to the department's list.
    Release,
    /// 分派: to somebody by name (the head), or to who has least (the portal).
    Assign {
        /// Who gets it.
        to: Assignee,
    },
    /// 移交: to a colleague.
    HandOver {
        /// Who gets it.
        to: Assignee,
        /// Why.
        reason: String,
    },
    /// 补正告知: everything that is missing, told once (行政许可法 art. 32 (4)).
    AskCorrection {
        /// Each missing or wrong thing: words the applicant can act on, and what they are about.
        list: Vec<Mark>,
    },
    /// 补正: the applicant answers the whole list, in words, by what comes with them, or both.
    AnswerCorrection {
        /// What the applicant says to it; may be empty where something comes with it.
        note: String,
        /// What comes with the words.
        enclosed: Enclosed,
        /// The answers and materials that were mended.
        changed: Vec<Target>,
    },
    /// 受理.
    Accept,
    /// 容缺受理: accepted, though materials that may follow are missing.
    AcceptDeferred {
        /// The materials that must follow.
        materials: Vec<Uuid>,
        /// The applicant has signed the promise to bring them (容缺承诺书).
        signed: bool,
    },
    /// 容缺补交: what was missing has come.
    Supplement {
        /// How many files came.
        files: usize,
        /// Papers were handed over at the counter.
        papers: bool,
    },
    /// 视为受理: nobody answered in five working days (行政许可法 art. 32).
    DeemAccept,
    /// 视为放弃: the corrections never came.
    Abandon,
    /// 不予受理 (行政许可法 art. 32 (1), (2)).
    NotAccept {
        /// Why.
        reason: String,
        /// Who is competent instead, where somebody is.
        competent_body: String,
        /// 复议 or 诉讼: how to object.
        remedies: String,
    },
    /// 特别程序: the clock stops (行政许可法 art. 45).
    Suspend {
        /// Which one.
        procedure: Procedure,
        /// Why it is needed.
        reason: String,
        /// The day by which it should be over: the applicant must be told the time needed.
        expected: NaiveDate,
    },
    /// 恢复: the clock runs again from today.
    Resume {
        /// What came of it.
        reason: String,
    },
    /// 申请延期: the reviewer asks the head (行政许可法 art. 42).
    AskExtension {
        /// Working days wanted.
        workdays: u16,
        /// Why; told to the applicant if it is approved.
        reason: String,
    },
    /// 批准延期.
    ApproveExtension {
        /// The head's opinion.
        opinion: String,
    },
    /// 不批准延期.
    RefuseExtension {
        /// The head's opinion.
        opinion: String,
    },
    /// 环节取件: a colleague of the department asked takes its part of a step.
    TakeStep {
        /// The step.
        step: String,
    },
    /// 环节意见: a department's opinion in a step.
    GiveOpinion {
        /// The step.
        step: String,
        /// Whether it agrees to granting.
        agrees: bool,
        /// The opinion.
        opinion: String,
        /// The second member of the staff who went along (行政许可法 art. 34).
        second: String,
    },
    /// 退回上一环节: a step must be done again, and what followed it too.
    ReturnStep {
        /// The step to do again.
        step: String,
        /// Why.
        reason: String,
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
    /// 秒批: granted by rule, or left to a person where one rule is not met or not known.
    DecideByRule {
        /// Each rule and what came of it.
        rules: Vec<RuleResult>,
    },
    /// 转人工: the applicant wants a person to look at what a rule decided.
    AskPerson {
        /// What is wrong with it, in the applicant's words.
        reason: String,
    },
    /// 制证.
    MakeCertificate {
        /// The certificate's number.
        number: String,
    },
    /// 送达, with proof (行政许可法 art. 44).
    Deliver {
        /// How.
        delivery: Delivery,
        /// Who signed, the tracking number, the record of reading.
        proof: String,
    },
    /// 办结: result handed over, nothing left to do.
    Close,
    /// 承诺核查: whether what was promised is true (国办发〔2020〕42号).
    VerifyCommitment {
        /// Whether the promise was kept.
        kept: bool,
        /// What was found.
        opinion: String,
    },
    /// 撤回: by the applicant, before the decision.
    Withdraw {
        /// Why, if the applicant wants to say so.
        reason: String,
    },
    /// 撤回同意: what was agreed to with the application may no longer be used.
    WithdrawConsent {
        /// The materials that are no longer there, by name.
        materials: Vec<String>,
    },
    /// 终止: nothing is left to decide, or what was promised never came.
    Terminate {
        /// Why.
        reason: String,
    },
    /// 作废: an error of the staff.
    Void {
        /// Which.
        reason: String,
    },
    /// 期限重算: the calendar was changed.
    MoveDates,
}
