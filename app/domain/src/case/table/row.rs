//! The rows themselves.

use super::Row;
use crate::case::{ActionKind, Status};
use crate::permission::Standing;

use Standing::{Applicant, Competent, Consulted, Counter, Head, Portal};
use Status as S;

/// Sent in, not yet accepted.
const INTAKE: &[S] = &[S::Submitted, S::Received];
/// The handling clock runs.
const RUNNING: &[S] = &[S::Accepted, S::Review];
/// Accepted and not decided.
const HANDLED: &[S] = &[S::Accepted, S::Review, S::Suspended];
/// Somebody of the department can get it in hand.
const OPEN: &[S] = &[S::Submitted, S::Received, S::Accepted, S::Review];
/// Somebody of the department may have it in hand.
const IN_HAND: &[S] = &[S::Submitted, S::Received, S::Review];
/// Everything before the decision.
const UNDECIDED: &[S] = &[S::Submitted, S::Received, S::Correction, S::Accepted, S::Review, S::Suspended];
/// Decided, whatever happened since.
const AFTER_DECISION: &[S] = &[S::Decided, S::Certificate, S::Delivered, S::Closed];
/// The department that decides.
const DECIDES: &[Standing] = &[Competent, Head];
/// Whose name is on the application, or the counter for them.
const APPLIES: &[Standing] = &[Applicant, Counter];

/// The row of an action.
pub const fn row(action: ActionKind) -> Row {
    use ActionKind as A;
    match action {
        A::Submit => Row {
            from: &[S::Draft],
            by: APPLIES,
            to: &[S::Submitted, S::Received],
            clock: "receipt clock starts: 5 working days from the next day",
            document: "收件凭证",
            law: "行政许可法 29, 32",
        },
        A::PreReview => Row {
            from: &[S::Submitted],
            by: DECIDES,
            to: &[],
            clock: "receipt clock runs on",
            document: "",
            law: "local practice (网上预审)",
        },
        A::Receive => Row {
            from: &[S::Submitted],
            by: &[Competent, Head, Portal],
            to: &[S::Received],
            clock: "receipt clock runs on",
            document: "收件凭证",
            law: "行政许可法 32",
        },
        A::Take => Row {
            from: OPEN,
            by: DECIDES,
            to: &[S::Submitted, S::Received, S::Review],
            clock: "none",
            document: "",
            law: "internal",
        },
        A::Release => Row {
            from: IN_HAND,
            by: DECIDES,
            to: &[S::Submitted, S::Received, S::Accepted],
            clock: "none",
            document: "",
            law: "internal",
        },
        A::Assign => Row {
            from: OPEN,
            by: &[Head, Portal],
            to: &[S::Submitted, S::Received, S::Review],
            clock: "none",
            document: "",
            law: "internal (分派)",
        },
        A::HandOver => Row {
            from: IN_HAND,
            by: DECIDES,
            to: &[S::Submitted, S::Received, S::Review],
            clock: "none",
            document: "交接记录",
            law: "internal (移交)",
        },
        A::AskCorrection => Row {
            from: INTAKE,
            by: DECIDES,
            to: &[S::Correction],
            clock: "receipt clock stops; the applicant's time starts",
            document: "一次性告知书",
            law: "行政许可法 32 (4); a second request is flagged",
        },
        A::AnswerCorrection => Row {
            from: &[S::Correction],
            by: APPLIES,
            to: &[S::Received],
            clock: "receipt clock starts anew, or resumes where the item says so",
            document: "收件凭证",
            law: "行政许可法 32 (5)",
        },
        A::Accept => Row {
            from: INTAKE,
            by: &[Competent, Head, Portal],
            to: &[S::Accepted, S::Review],
            clock: "receipt clock ends; handling clock starts the next day",
            document: "受理通知书",
            law: "行政许可法 32 (5), 42",
        },
        A::AcceptDeferred => Row {
            from: INTAKE,
            by: DECIDES,
            to: &[S::Accepted, S::Review],
            clock: "receipt clock ends; handling clock starts; the time to supplement starts",
            document: "容缺受理通知书, 容缺承诺书",
            law: "local rules (容缺受理)",
        },
        A::Supplement => Row {
            from: HANDLED,
            by: APPLIES,
            to: &[],
            clock: "the time to supplement ends",
            document: "收件凭证",
            law: "local rules (容缺受理)",
        },
        A::DeemAccept => Row {
            from: INTAKE,
            by: &[Portal],
            to: &[S::Accepted, S::Review],
            clock: "handling clock starts the day after the receipt",
            document: "系统记录, 督办",
            law: "行政许可法 32: silence for 5 working days",
        },
        A::NotAccept => Row {
            from: &[S::Submitted, S::Received, S::Correction],
            by: DECIDES,
            to: &[S::NotAccepted],
            clock: "receipt clock ends",
            document: "不予受理通知书",
            law: "行政许可法 32 (1), (2)",
        },
        A::Abandon => Row {
            from: &[S::Correction],
            by: &[Portal],
            to: &[S::Abandoned],
            clock: "ends",
            document: "系统记录",
            law: "local rules: no answer to corrections in time",
        },
        A::TakeStep => Row {
            from: RUNNING,
            by: &[Competent, Head, Consulted],
            to: &[],
            clock: "none",
            document: "",
            law: "internal",
        },
        A::GiveOpinion => Row {
            from: RUNNING,
            by: &[Competent, Head, Consulted],
            to: &[],
            clock: "the step's limit ends; the next steps' limits start",
            document: "审查意见",
            law: "行政许可法 26, 34",
        },
        A::ReturnStep => Row {
            from: RUNNING,
            by: &[Competent, Head, Consulted],
            to: &[],
            clock: "the step's limit starts anew inside the whole, which runs on",
            document: "退回意见",
            law: "internal",
        },
        A::Suspend => Row {
            from: RUNNING,
            by: DECIDES,
            to: &[S::Suspended],
            clock: "handling clock stops",
            document: "特别程序告知书",
            law: "行政许可法 45",
        },
        A::Resume => Row {
            from: &[S::Suspended],
            by: DECIDES,
            to: &[S::Accepted, S::Review],
            clock: "handling clock resumes; days in between do not count",
            document: "",
            law: "行政许可法 45",
        },
        A::AskExtension => Row {
            from: RUNNING,
            by: DECIDES,
            to: &[],
            clock: "none until the head approves",
            document: "延期申请",
            law: "行政许可法 42",
        },
        A::ApproveExtension => Row {
            from: HANDLED,
            by: &[Head],
            to: &[],
            clock: "working days are added to both dates, once",
            document: "延长期限告知书",
            law: "行政许可法 42",
        },
        A::RefuseExtension => {
            Row {
                from: HANDLED, by: &[Head], to: &[], clock: "none", document: "", law: "行政许可法 42"
            }
        }
        A::Decide => Row {
            from: RUNNING,
            by: DECIDES,
            to: &[S::Decided],
            clock: "handling clock ends; 10 working days to deliver start",
            document: "决定书",
            law: "行政许可法 34, 38, 44",
        },
        A::DecideNow => Row {
            from: INTAKE,
            by: DECIDES,
            to: &[S::Closed],
            clock: "receipt and handling clock end at once",
            document: "决定书",
            law: "行政许可法 34: on the spot",
        },
        A::DecideByRule => Row {
            from: INTAKE,
            by: &[Portal],
            to: &[S::Submitted, S::Received, S::Closed],
            clock: "all clocks end at once where every rule is met; else none",
            document: "决定书",
            law: "local rules (秒批)",
        },
        A::AskPerson => Row {
            from: &[S::Closed],
            by: APPLIES,
            to: &[S::Accepted, S::Review],
            clock: "a new handling clock starts the next day",
            document: "收件凭证",
            law: "个人信息保护法 24: no decision by machine alone against one's will",
        },
        A::MakeCertificate => Row {
            from: &[S::Decided],
            by: DECIDES,
            to: &[S::Certificate],
            clock: "none",
            document: "证照",
            law: "行政许可法 39",
        },
        A::Deliver => Row {
            from: &[S::Decided, S::Certificate],
            by: &[Competent, Head, Counter, Portal],
            to: &[S::Delivered],
            clock: "the time to deliver ends",
            document: "送达回证",
            law: "行政许可法 44",
        },
        A::Close => Row {
            from: &[S::Decided, S::Certificate, S::Delivered],
            by: &[Competent, Head, Portal],
            to: &[S::Closed],
            clock: "none",
            document: "",
            law: "internal (办结)",
        },
        A::VerifyCommitment => Row {
            from: AFTER_DECISION,
            by: DECIDES,
            to: &[],
            clock: "none; a broken promise revokes the decision",
            document: "核查记录",
            law: "国办发〔2020〕42号",
        },
        A::Withdraw => Row {
            from: UNDECIDED,
            by: APPLIES,
            to: &[S::Withdrawn],
            clock: "ends",
            document: "撤回申请",
            law: "common practice: before the decision",
        },
        A::WithdrawConsent => Row {
            from: UNDECIDED,
            by: APPLIES,
            to: &[],
            clock: "none; the materials that rested on it are missing from now on",
            document: "撤回同意记录",
            law: "个人信息保护法 15",
        },
        A::Terminate => Row {
            from: HANDLED,
            by: &[Competent, Head, Portal],
            to: &[S::Terminated],
            clock: "ends",
            document: "终止办理通知书",
            law: "local rules; 容缺 not supplemented in time",
        },
        A::Void => Row {
            from: UNDECIDED,
            by: &[Counter, Competent, Head],
            to: &[S::Void],
            clock: "ends",
            document: "作废记录",
            law: "internal: an error of the staff, with its reason",
        },
        A::MoveDates => Row {
            from: UNDECIDED,
            by: &[Portal],
            to: &[],
            clock: "every date is counted anew on the changed calendar",
            document: "系统记录",
            law: "行政许可法 82: statutory holidays do not count",
        },
    }
}
