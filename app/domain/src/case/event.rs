//! What happened to a case. Events are facts: written once, never changed.

mod name;

use super::{Assignee, Dates, Delivery, Manner, Mark, Outcome, Procedure, RuleResult, Target, Task};
use crate::item::Channel;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One fact in the life of a case. Who and when stand beside it in storage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// 提交: the receipt clock starts.
    Submitted {
        /// The way it came.
        channel: Channel,
        /// The day of receipt, day 0 of the receipt clock.
        receipt_day: NaiveDate,
        /// The last day to answer: afterwards it is deemed accepted (行政许可法 art. 32).
        receipt_due: NaiveDate,
        /// The promised date if it is accepted on the day of receipt.
        promised_due: Option<NaiveDate>,
        /// The statutory date, likewise.
        statutory_due: Option<NaiveDate>,
        /// The applicant wants a person, not a rule, to decide.
        #[serde(default)]
        person_wanted: bool,
        /// 告知承诺: a promise stands in for a proof.
        #[serde(default)]
        committed: bool,
    },
    /// 预审通过.
    PreReviewed,
    /// 收件.
    Received,
    /// 取件: somebody has it in hand.
    Taken {
        /// Who.
        by: Assignee,
    },
    /// 退回待办.
    Released,
    /// 分派.
    Assigned {
        /// To whom.
        to: Assignee,
    },
    /// 移交.
    HandedOver {
        /// To whom.
        to: Assignee,
        /// Why.
        reason: String,
    },
    /// 补正告知: the receipt clock stops.
    CorrectionAsked {
        /// Everything that is missing.
        list: Vec<Mark>,
        /// The day by which the applicant should answer.
        reply_by: NaiveDate,
        /// The day on which it was asked; none in events from before it was kept.
        #[serde(default)]
        day: Option<NaiveDate>,
        /// The clock pauses from this day on, instead of starting anew.
        #[serde(default)]
        pauses: bool,
        /// Something of it could have been told the time before: against art. 32 (4).
        #[serde(default)]
        repeated: bool,
    },
    /// 补正: the receipt clock runs again.
    CorrectionAnswered {
        /// Day 0 of the receipt clock: the day of the full answer, or the old one where it paused.
        receipt_day: NaiveDate,
        /// The new last day to answer.
        receipt_due: NaiveDate,
        /// What the applicant said to it; events from before there were words have none.
        #[serde(default)]
        note: String,
        /// Papers were handed over at the counter.
        #[serde(default)]
        papers: bool,
        /// The day of the full answer; the day of receipt in events from before it was kept.
        #[serde(default)]
        day: Option<NaiveDate>,
        /// The answers and materials that were mended.
        #[serde(default)]
        changed: Vec<Target>,
    },
    /// 受理: the handling clock starts the next day.
    Accepted {
        /// Day 0 of the handling clock.
        day: NaiveDate,
        /// 承诺时限, where the item promises one.
        promised_due: Option<NaiveDate>,
        /// 法定时限, where a law sets one.
        statutory_due: Option<NaiveDate>,
        /// 正常, 视为, 容缺.
        #[serde(default)]
        manner: Manner,
    },
    /// 容缺补交.
    Supplemented {
        /// The day.
        day: NaiveDate,
    },
    /// 不予受理.
    NotAccepted {
        /// Why.
        reason: String,
        /// Who is competent instead.
        competent_body: String,
        /// How to object.
        remedies: String,
    },
    /// 环节开始: a department is asked.
    StepOpened {
        /// What it is asked.
        task: Task,
    },
    /// 环节取件.
    StepTaken {
        /// The step.
        step: String,
        /// The department.
        department: Uuid,
        /// Who.
        by: Assignee,
    },
    /// 环节意见.
    OpinionGiven {
        /// The step.
        step: String,
        /// The department.
        department: Uuid,
        /// Whether it agrees to granting.
        agrees: bool,
        /// The opinion.
        opinion: String,
        /// The second member of the staff who went along.
        second: String,
        /// The day.
        day: NaiveDate,
    },
    /// 退回上一环节: this step and all that followed it begin anew.
    StepReturned {
        /// The step to do again.
        step: String,
        /// Why.
        reason: String,
    },
    /// 特别程序: the handling clock stands still.
    Suspended {
        /// Which one.
        procedure: Procedure,
        /// Why.
        reason: String,
        /// First day that does not count.
        from: NaiveDate,
        /// The day by which it should be over.
        expected: NaiveDate,
    },
    /// 恢复: the handling clock runs again.
    Resumed {
        /// First day that counts again.
        until: NaiveDate,
        /// What came of it.
        reason: String,
        /// The new promised date.
        promised_due: Option<NaiveDate>,
        /// The new statutory date.
        statutory_due: Option<NaiveDate>,
    },
    /// 申请延期.
    ExtensionAsked {
        /// Working days wanted.
        workdays: u16,
        /// Why.
        reason: String,
        /// Who asked: may not approve it.
        by: Option<Uuid>,
        /// The day.
        day: NaiveDate,
    },
    /// 批准延期: told to the applicant with its reason.
    ExtensionApproved {
        /// Working days added.
        workdays: u16,
        /// The day.
        day: NaiveDate,
        /// Why it was asked for.
        reason: String,
        /// The head's opinion.
        opinion: String,
        /// The new promised date.
        promised_due: Option<NaiveDate>,
        /// The new statutory date.
        statutory_due: Option<NaiveDate>,
    },
    /// 不批准延期.
    ExtensionRefused {
        /// The head's opinion.
        opinion: String,
    },
    /// 秒批核验: each rule, and what came of it.
    RulesApplied {
        /// The rules.
        rules: Vec<RuleResult>,
    },
    /// 决定: the handling clock ends.
    Decided {
        /// What was decided.
        outcome: Outcome,
        /// The opinion, for a refusal its reason.
        reason: String,
        /// The day of the decision.
        day: NaiveDate,
        /// Working days from acceptance to decision, without suspended ones.
        handling_days: u32,
        /// 秒批: decided by rule.
        #[serde(default)]
        automatic: bool,
    },
    /// 转人工: what a rule decided is decided anew by a person.
    PersonAsked {
        /// What the applicant says.
        reason: String,
        /// Day 0 of a new handling clock.
        day: NaiveDate,
        /// 承诺时限.
        promised_due: Option<NaiveDate>,
        /// 法定时限.
        statutory_due: Option<NaiveDate>,
    },
    /// 制证.
    CertificateMade {
        /// Its number.
        number: String,
    },
    /// 送达.
    Delivered {
        /// How.
        delivery: Delivery,
        /// The proof.
        proof: String,
        /// The day.
        day: NaiveDate,
    },
    /// 办结.
    Closed {
        /// The day of closing.
        day: NaiveDate,
    },
    /// 承诺核查. A broken promise revokes what was granted on it.
    CommitmentVerified {
        /// Whether it was kept.
        kept: bool,
        /// What was found.
        opinion: String,
        /// The day.
        day: NaiveDate,
    },
    /// 撤回.
    Withdrawn {
        /// Why, if the applicant said so.
        reason: String,
    },
    /// 撤回同意: materials that rested on the applicant's consent are no longer there.
    ConsentWithdrawn {
        /// Their names.
        materials: Vec<String>,
        /// The day.
        day: NaiveDate,
    },
    /// 视为放弃.
    Abandoned {
        /// The day.
        day: NaiveDate,
    },
    /// 终止.
    Terminated {
        /// Why.
        reason: String,
        /// The day.
        day: NaiveDate,
        /// 容缺: the promise to bring what was missing was broken.
        broken_promise: bool,
    },
    /// 作废.
    Voided {
        /// Which error.
        reason: String,
        /// The day.
        day: NaiveDate,
    },
    /// 期限重算: what a change of the calendar moved.
    DatesMoved {
        /// The dates before.
        before: Dates,
        /// The dates now.
        after: Dates,
    },
}
