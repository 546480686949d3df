//! Stages of a case and what comes of it, in words.

use crate::lang::Lang;
use domain::indicator::{Fate, Stage};

/// The name of a stage; a step goes by its key.
pub fn stage_name(lang: Lang, stage: &Stage) -> String {
    let name = match stage {
        Stage::Receipt => lang.t("收件至受理", "Receipt to acceptance"),
        Stage::Correction => lang.t("等待补正", "Waiting for corrections"),
        Stage::Decision => lang.t("受理至决定", "Acceptance to decision"),
        Stage::Special => lang.t("特别程序", "Special procedure"),
        Stage::Delivery => lang.t("决定至办结", "Decision to closing"),
        Stage::Step(key) => return key.clone(),
    };
    name.to_owned()
}

/// What came of a case.
pub fn fate_name(lang: Lang, fate: Fate) -> &'static str {
    match fate {
        Fate::Open => lang.t("在办", "Open"),
        Fate::Granted => lang.t("准予", "Granted"),
        Fate::Refused => lang.t("不予许可", "Refused"),
        Fate::NotAccepted => lang.t("不予受理", "Not accepted"),
        Fate::Withdrawn => lang.t("撤回", "Withdrawn"),
        Fate::Abandoned => lang.t("视为放弃", "Abandoned"),
        Fate::Terminated => lang.t("终止", "Terminated"),
        Fate::Voided => lang.t("作废", "Void"),
    }
}
