//! Why the rules say no, in words that say what to do next; and the status of such an answer.

use app::lang::Lang;
use app::ui::sentence::sentence;
use app::ui::status::{action_name, status_name};
use domain::case::Refusal;
use http::StatusCode;

/// The status of an answer that the rules refuse: 403 to the wrong person, 422 to anything else.
pub fn refusal_status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotYours(_) | Refusal::OwnRequest => StatusCode::FORBIDDEN,
        Refusal::WrongStatus { .. }
        | Refusal::HeldBy(_)
        | Refusal::Missing(_)
        | Refusal::Field(_)
        | Refusal::NotAsked
        | Refusal::NotImmediate
        | Refusal::ExtendedOnce
        | Refusal::NoExtension
        | Refusal::TooLate
        | Refusal::TooEarly
        | Refusal::StepsOpen(_)
        | Refusal::NoStep
        | Refusal::SupplementOwed
        | Refusal::NotDeferrable
        | Refusal::Barred
        | Refusal::NothingPromised
        | Refusal::NotByRule
        | Refusal::NoDate => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Why the rules say no, and what to do next.
pub fn refusal_sentence(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotYours(action) => {
            let name = action_name(lang, *action);
            lang.t(
                format!("您不能对这件办件“{name}”，请交由有权办理的人员"),
                format!("“{name}” is not for you in this case; leave it to who may do it"),
            )
        }
        Refusal::WrongStatus { action, status } => {
            let (name, status) = (action_name(lang, *action), status_name(lang, *status));
            lang.t(
                format!("办件现在是“{status}”，不能“{name}”，请按现在的状态办理"),
                format!("The case is “{status}”: “{name}” is not possible now; see what is"),
            )
        }
        Refusal::HeldBy(name) => lang.t(
            format!("{name} 正在办理这件办件，请与其联系，或请负责人分派"),
            format!("{name} has this case in hand; ask them, or the head to assign it"),
        ),
        Refusal::Missing(what) => missing(lang, what).to_owned(),
        Refusal::Field(error) => sentence(lang, &error.code),
        Refusal::StepsOpen(names) => {
            let names = names.join(lang.t("、", ", "));
            lang.t(
                format!("还有环节没有完成：{names}；请等各部门出具意见后再决定"),
                format!("Steps are still open: {names}. Decide once every department has given its opinion"),
            )
        }
        Refusal::NotAsked
        | Refusal::NotImmediate
        | Refusal::OwnRequest
        | Refusal::ExtendedOnce
        | Refusal::NoExtension
        | Refusal::TooLate
        | Refusal::TooEarly
        | Refusal::NoStep
        | Refusal::SupplementOwed
        | Refusal::NotDeferrable
        | Refusal::Barred
        | Refusal::NothingPromised
        | Refusal::NotByRule
        | Refusal::NoDate => plain(lang, refusal).to_owned(),
    }
}

fn missing(lang: Lang, what: &str) -> &'static str {
    match what {
        "list" => lang.t("请把需要补正的内容一次写全", "List everything that must be corrected"),
        "remedies" => lang.t("请写明救济途径（复议、诉讼）", "State the remedies: review and court"),
        "signed" => lang.t(
            "请先收到申请人签名的容缺承诺书，再容缺受理",
            "Have the applicant sign the promise (容缺承诺书) first",
        ),
        "file" => {
            lang.t("请上传要补的材料，或在窗口交纸质材料", "Upload what is owed, or bring it to the counter")
        }
        "second" => lang.t(
            "实地核查须两名以上工作人员，请写明同行的人",
            "A site visit needs two members of the staff: say who went along",
        ),
        "number" => lang.t("请填写证照编号", "Give the number of the certificate"),
        "proof" => {
            lang.t("请写明送达证明：签收人或邮寄单号", "Give the proof: who signed, or the tracking number")
        }
        _ => lang.t("请写明意见和理由", "Write the opinion and its reasons"),
    }
}

/// Refusals without anything of the case in them.
fn plain(lang: Lang, refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotAsked => lang.t(
            "只能改要求补正的内容；其他内容有变，请在说明里写清",
            "Only what was asked for can be changed; write anything else into your words",
        ),
        Refusal::NotImmediate => lang.t(
            "只有没有会办环节的即办件可以一步办结，请先受理",
            "Only immediate items without steps are decided in one step; accept it first",
        ),
        Refusal::OwnRequest => lang.t(
            "自己申请的延期须由另一位负责人批准",
            "You asked for it yourself: another head has to approve it",
        ),
        Refusal::ExtendedOnce => lang.t(
            "已经延期一次，不能再延（行政许可法第 42 条），请在期限内决定",
            "It was extended once and cannot be again (art. 42); decide in time",
        ),
        Refusal::NoExtension => {
            lang.t("这个事项不能延期，请在期限内决定", "This item allows no extension; decide in time")
        }
        Refusal::TooLate => lang.t(
            "时间已过，不能再办这一步；请看经过和现在的期限",
            "The time for it is past; see the history and the dates as they are",
        ),
        Refusal::TooEarly => {
            lang.t("还没有到时候，期限过后才能办", "It is too early: it can be done once the time is over")
        }
        Refusal::NoStep => lang.t(
            "您的部门现在没有这个环节可办，请看“办理环节”",
            "No such step is open for your department; see the steps",
        ),
        Refusal::SupplementOwed => lang.t(
            "容缺材料还没有补齐，补齐后才能准予",
            "What was to follow is still missing; it can be granted once it has come",
        ),
        Refusal::NotDeferrable => lang.t(
            "缺的材料里有不能容缺的，请一次性告知补正",
            "Something is missing that may not follow later; ask for corrections instead",
        ),
        Refusal::Barred => lang.t(
            "申请人有未修复的失信记录，不能容缺或适用告知承诺；请补齐材料或先修复信用",
            "A broken promise stands against the applicant: bring everything, or have it mended first",
        ),
        Refusal::NothingPromised => {
            lang.t("这件没有承诺，或已经核查、补齐过", "Nothing was promised here, or it is settled already")
        }
        Refusal::NotByRule => lang.t(
            "这件不是由规则自动决定的，请按普通程序办理",
            "It is not decided by rule: a person handles it",
        ),
        Refusal::NoDate => lang.t(
            "期限算不出来，请核对事项时限和工作日历",
            "No date can be computed; check the limits and the calendar",
        ),
        Refusal::NotYours(_)
        | Refusal::WrongStatus { .. }
        | Refusal::HeldBy(_)
        | Refusal::Missing(_)
        | Refusal::Field(_)
        | Refusal::StepsOpen(_) => "",
    }
}
