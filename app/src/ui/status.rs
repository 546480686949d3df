//! Status, outcome, lights and channels in words, each with its own shape and hue.

use crate::lang::Lang;
use domain::case::{ActionKind, Delivery, Outcome, Status};
use domain::item::Channel;
use domain::process::StepKind;
use leptos::prelude::*;

/// The name of a status, as people say it.
pub fn status_name(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Draft => lang.t("草稿", "Draft"),
        Status::Submitted => lang.t("已提交", "Submitted"),
        Status::Received => lang.t("已收件", "Received"),
        Status::Correction => lang.t("待补正", "Correction needed"),
        Status::NotAccepted => lang.t("不予受理", "Not accepted"),
        Status::Accepted => lang.t("已受理", "Accepted"),
        Status::Review => lang.t("审查中", "In review"),
        Status::Suspended => lang.t("暂停计时", "Clock stopped"),
        Status::Decided => lang.t("已决定", "Decided"),
        Status::Certificate => lang.t("制证中", "Certificate being made"),
        Status::Delivered => lang.t("已送达", "Delivered"),
        Status::Closed => lang.t("已办结", "Closed"),
        Status::Withdrawn => lang.t("已撤回", "Withdrawn"),
        Status::Abandoned => lang.t("视为放弃", "Abandoned"),
        Status::Terminated => lang.t("已终止", "Terminated"),
        Status::Void => lang.t("已作废", "Void"),
    }
}

/// The status as a tag.
pub fn status_tag(lang: Lang, status: Status) -> impl IntoView {
    view! { <span class=format!("tag status-{}", status.as_str())>{status_name(lang, status)}</span> }
}

/// What was decided, as a tag.
pub fn outcome_tag(lang: Lang, outcome: Outcome) -> impl IntoView {
    let name = match outcome {
        Outcome::Granted => lang.t("准予", "Granted"),
        Outcome::Refused => lang.t("不予", "Refused"),
    };
    view! { <span class=format!("tag status-{}", outcome.as_str())>{name}</span> }
}

/// The name of a channel.
pub fn channel_name(lang: Lang, channel: Channel) -> &'static str {
    match channel {
        Channel::Window => lang.t("窗口", "Window"),
        Channel::Online => lang.t("网上", "Online"),
        Channel::Mobile => lang.t("移动端", "Mobile"),
        Channel::Kiosk => lang.t("自助终端", "Kiosk"),
        Channel::Phone => lang.t("热线", "Hotline"),
        Channel::Post => lang.t("邮寄", "Post"),
    }
}

/// The verb of an action, as on its button.
pub fn action_name(lang: Lang, action: ActionKind) -> &'static str {
    match action {
        ActionKind::Submit => lang.t("提交", "Submit"),
        ActionKind::AnswerCorrection => lang.t("提交补正", "Answer corrections"),
        ActionKind::Supplement => lang.t("补交容缺材料", "Bring what was to follow"),
        ActionKind::Take => lang.t("取件", "Take"),
        ActionKind::PreReview => lang.t("预审通过", "Passed pre-review"),
        ActionKind::Receive => lang.t("收件", "Receive"),
        ActionKind::Accept => lang.t("受理", "Accept"),
        ActionKind::AcceptDeferred => lang.t("容缺受理", "Accept, the rest to follow"),
        ActionKind::AskCorrection => lang.t("一次性告知补正", "Ask for corrections"),
        ActionKind::NotAccept => lang.t("不予受理", "Do not accept"),
        ActionKind::TakeStep => lang.t("环节取件", "Take the step"),
        ActionKind::GiveOpinion => lang.t("出具环节意见", "Give an opinion"),
        ActionKind::ReturnStep => lang.t("退回上一环节", "Send a step back"),
        ActionKind::Decide => lang.t("作出决定", "Decide"),
        ActionKind::DecideNow => lang.t("即办", "Decide at once"),
        ActionKind::Suspend => lang.t("启动特别程序", "Stop the clock"),
        ActionKind::Resume => lang.t("恢复计时", "Resume the clock"),
        ActionKind::AskExtension => lang.t("申请延期", "Ask for an extension"),
        ActionKind::ApproveExtension => lang.t("批准延期", "Approve the extension"),
        ActionKind::RefuseExtension => lang.t("不批准延期", "Refuse the extension"),
        ActionKind::MakeCertificate => lang.t("制证", "Make the certificate"),
        ActionKind::Deliver => lang.t("送达", "Deliver"),
        ActionKind::Close => lang.t("办结", "Close"),
        ActionKind::VerifyCommitment => lang.t("核查承诺", "Verify the commitment"),
        ActionKind::AskPerson => lang.t("转人工办理", "Ask for a person"),
        ActionKind::Withdraw => lang.t("撤回申请", "Withdraw"),
        ActionKind::WithdrawConsent => lang.t("撤回同意", "Withdraw consent"),
        ActionKind::Assign => lang.t("分派", "Assign"),
        ActionKind::HandOver => lang.t("移交", "Hand over"),
        ActionKind::Release => lang.t("退回待办", "Give back"),
        ActionKind::Terminate => lang.t("终止办理", "Terminate"),
        ActionKind::Void => lang.t("作废", "Void"),
        ActionKind::DeemAccept => lang.t("视为受理", "Deem accepted"),
        ActionKind::Abandon => lang.t("视为放弃", "Deem abandoned"),
        ActionKind::DecideByRule => lang.t("秒批", "Decide by rule"),
        ActionKind::MoveDates => lang.t("重算期限", "Count the dates anew"),
    }
}

/// The name of a way to deliver.
pub fn delivery_name(lang: Lang, delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Window => lang.t("窗口领取", "Handed over at the window"),
        Delivery::Post => lang.t("邮寄", "By post"),
        Delivery::Electronic => lang.t("电子送达", "Electronically"),
    }
}

/// What is done in a step.
pub fn step_kind_name(lang: Lang, kind: StepKind) -> &'static str {
    match kind {
        StepKind::Review => lang.t("审查", "Examination"),
        StepKind::Joint => lang.t("会商联审", "Joint review"),
        StepKind::Site => lang.t("实地核查", "Site visit"),
    }
}
