//! The decision, by a person or by rule, and what follows it; and the other ways out.

use super::Said;
use super::clocks::decision_by;
use crate::lang::Lang;
use crate::ui::timeline::{Audience, Teller};
use chrono::NaiveDate;
use domain::case::{Delivery, Outcome, RuleResult};

/// Each rule with what came of it; to a stranger only whether all were met.
pub(super) fn rules(teller: &Teller<'_>, rules: &[RuleResult]) -> Said {
    let lang = teller.lang;
    let lines = rules.iter().map(|rule| rule_words(lang, rule));
    let list = if teller.audience == Audience::Stranger { vec![] } else { lines.collect() };
    if rules.iter().all(|rule| rule.met == Some(true)) {
        let text = lang.t("系统用数据核对了全部条件：", "Every condition was checked on data:");
        return Said::done(lang.t("自动核验通过", "Checked by rule: all met"), vec![text.to_owned()])
            .with(list);
    }
    let text = lang.t(
        "有条件没有核对上，不会自动批准，由工作人员看过再决定。",
        "Not every condition could be confirmed, so nothing is decided by rule: a person looks at it.",
    );
    Said::done(lang.t("转由工作人员办理", "A person looks at it"), vec![text.to_owned()]).with(list)
}

/// A rule in words with what came of it.
fn rule_words(lang: Lang, rule: &RuleResult) -> String {
    let verdict = match rule.met {
        Some(true) => lang.t("符合", "met"),
        Some(false) => lang.t("不符合", "not met"),
        None => lang.t("查不到", "not known"),
    };
    lang.t(format!("{verdict}：{}", rule.zh), format!("{}: {verdict}", rule.en))
}

pub(super) fn decided(
    teller: &Teller<'_>,
    outcome: Outcome,
    reason: &str,
    days: u32,
    automatic: bool,
) -> Said {
    let lang = teller.lang;
    if automatic {
        let how = lang.t(
            "条件全部符合，系统当场批准，没有人工审查。您可以要求工作人员重新看。",
            "Every condition was met, so it was granted at once by rule. You may ask a person to look at it again.",
        );
        return Said::done(lang.t("决定：准予（秒批）", "Decision: granted by rule"), vec![how.to_owned()]);
    }
    let text = vec![teller.free(reason), took(lang, days)];
    match outcome {
        Outcome::Granted => Said::done(lang.t("决定：准予", "Decision: granted"), text),
        Outcome::Refused => Said::alert(lang.t("决定：不予", "Decision: refused"), text),
    }
}

fn took(lang: Lang, days: u32) -> String {
    match (lang, days) {
        (Lang::Zh, 0) => "受理当天办好。".to_owned(),
        (Lang::Zh, _) => format!("用了 {days} 个工作日。"),
        (Lang::En, 0) => "Done on the day it was accepted.".to_owned(),
        (Lang::En, 1) => "It took 1 working day.".to_owned(),
        (Lang::En, _) => format!("It took {days} working days."),
    }
}

pub(super) fn person_asked(teller: &Teller<'_>, reason: &str, due: Option<NaiveDate>) -> Said {
    let lang = teller.lang;
    let anew = lang.t(
        "申请人要求工作人员来决定。自动作出的决定不再算数，由工作人员重新办理。",
        "The applicant asked for a person to decide. The decision by rule no longer counts; a person decides anew.",
    );
    let text = vec![anew.to_owned(), teller.free(reason), decision_by(lang, due)];
    Said::done(lang.t("已转人工办理", "Handed to a person"), text)
}

pub(super) fn certificate(teller: &Teller<'_>, number: &str) -> Said {
    let lang = teller.lang;
    let number = teller.free(number);
    let told = lang.t(format!("证照编号：{number}"), format!("Number: {number}"));
    let told = if number.is_empty() { number } else { told };
    Said::done(lang.t("证照已做好", "The certificate is made"), vec![told])
}

pub(super) fn delivered(teller: &Teller<'_>, delivery: Delivery, proof: &str) -> Said {
    let lang = teller.lang;
    let proof = teller.free(proof);
    let (title, told) = match delivery {
        Delivery::Window => (
            lang.t("结果已在窗口领取", "The result was collected at a window"),
            lang.t(format!("签收：{proof}"), format!("Signed: {proof}")),
        ),
        Delivery::Post => (
            lang.t("结果已寄出", "The result was sent by post"),
            lang.t(format!("邮寄单号：{proof}"), format!("Tracking number: {proof}")),
        ),
        Delivery::Electronic => (
            lang.t("结果已电子送达", "The result was delivered electronically"),
            lang.t(format!("阅读记录：{proof}"), format!("Record of reading: {proof}")),
        ),
    };
    Said::done(title, vec![if proof.is_empty() { proof } else { told }])
}

pub(super) fn verified(teller: &Teller<'_>, kept: bool, opinion: &str) -> Said {
    let lang = teller.lang;
    let opinion = teller.free(opinion);
    if kept {
        return Said::done(lang.t("承诺已核查：属实", "The promise was verified: true"), vec![opinion]);
    }
    let what = lang.t(
        "核查发现承诺的内容不属实，原来的决定已撤销，并记入信用记录；修复前不能再用承诺代替材料。",
        "What was promised is not true. The decision is revoked and the broken promise is on record; until it is mended no promise can stand in for papers.",
    );
    Said::alert(
        lang.t("承诺不属实，决定已撤销", "The promise was broken: decision revoked"),
        vec![what.to_owned(), opinion],
    )
}

pub(super) fn abandoned(lang: Lang) -> Said {
    let why = lang.t(
        "到期没有收到补正，按放弃申请处理。需要时可以重新申请。",
        "The corrections did not come in time, so the application counts as given up. You may apply again.",
    );
    Said::alert(lang.t("视为放弃申请", "Taken as given up"), vec![why.to_owned()])
}

pub(super) fn terminated(teller: &Teller<'_>, reason: &str, broken_promise: bool) -> Said {
    let lang = teller.lang;
    let why = lang.t(
        "答应后补的材料到期没有补齐，办理终止，并记入信用记录。需要时可以备齐材料重新申请。",
        "What was promised to follow did not come in time. The case ends, and the broken promise is on record. You may apply again with all papers.",
    );
    let text = if broken_promise { why.to_owned() } else { teller.free(reason) };
    Said::alert(lang.t("已终止办理", "The case was ended"), vec![text])
}

pub(super) fn voided(teller: &Teller<'_>, reason: &str) -> Said {
    let lang = teller.lang;
    let why =
        lang.t("工作人员收错了件，这件办件作废。", "The staff made an error; this case does not count.");
    Said::alert(lang.t("已作废", "Void"), vec![why.to_owned(), teller.free(reason)])
}
