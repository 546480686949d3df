//! The consistency rules of the catalogue in words: what is wrong and how to put it right.

use crate::lang::Lang;
use domain::item::lint::{Finding, Rule, Severity};
use leptos::prelude::*;

/// The sentence for a finding.
pub fn sentence(lang: Lang, finding: &Finding) -> String {
    let text = rule(lang, finding.rule);
    match &finding.detail {
        Some(detail) => lang.t(format!("{text}（{detail}）"), format!("{text} ({detail})")),
        None => text.to_owned(),
    }
}

/// The sentence for a rule.
pub fn rule(lang: Lang, rule: Rule) -> &'static str {
    limits(lang, rule)
        .or_else(|| handling(lang, rule))
        .or_else(|| fees(lang, rule))
        .unwrap_or_else(|| identity(lang, rule))
}

fn limits(lang: Lang, rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::InstantPromise => lang.t(
            "即办件的承诺时限应是“即办”，承诺件不能是“即办”；请改办件类型或承诺时限",
            "An immediate item promises the same day, a promised one does not. Change the kind or the promise",
        ),
        Rule::PromiseBeyondStatute => lang.t(
            "承诺时限比法定时限长；请缩短承诺时限",
            "The promise is longer than the statute allows. Shorten it",
        ),
        Rule::PromiseMissing => {
            lang.t("承诺件没有承诺时限；请填写大于 0 的时限", "A promised item promises nothing. Give a limit above 0")
        }
        _ => return None,
    })
}

fn handling(lang: Lang, rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::VisitReasonMissing => {
            lang.t("要到现场，却没有写必须到场的原因", "A visit is needed, but not why. Give the reason")
        }
        Rule::VisitReasonIdle => lang.t(
            "不用到现场，却写了必须到场的原因；请清空",
            "No visit is needed, yet a reason is given. Clear it",
        ),
        Rule::NoWayIn => lang.t(
            "到场次数为 0，又不能网上申请，也不能邮寄；请至少开通一种",
            "No visit, not online, not by post: nobody can apply. Open at least one way",
        ),
        Rule::FullyOnlineVisits => {
            lang.t("全程网办的到场次数应为 0", "What is wholly online needs no visit: set visits to 0")
        }
        Rule::FullyOnlineOffline => {
            lang.t("全程网办的事项应能网上申请", "What is wholly online must be open online")
        }
        Rule::SamePhone => lang.t(
            "咨询电话与投诉电话是同一个；请写两个不同的号码",
            "Enquiries and complaints have the same telephone. Give two",
        ),
        Rule::AreaCode => lang.t("固定电话没有区号", "A telephone lacks its area code"),
        Rule::PermitQuestions => {
            lang.t("行政许可至少要有 1 个常见问题", "A licence should answer at least one question")
        }
        Rule::PermitSteps => {
            lang.t("行政许可的办理流程缺少环节", "A licence's steps are incomplete; these are missing")
        }
        Rule::ResultKind => lang.t(
            "结果名称与结果类型不符：…证是出证办结，…文是出文办结，…批复是审批办结",
            "The result's name does not fit its kind: certificate, document or approval",
        ),
        Rule::ResultSample => lang.t("写了结果名称，却没有样本", "A result is named but no sample is shown"),
        _ => return None,
    })
}

fn fees(lang: Lang, rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::FeeBasis => lang.t("收费却没有写收费依据", "A fee is charged without its legal basis"),
        Rule::FeeItems => lang.t("收费却没有写收费项目", "A fee is charged without saying for what"),
        Rule::FeeStandard => lang.t("收费却没有写收费标准", "A fee is charged without saying how much"),
        Rule::FeePayment => {
            lang.t("收费事项没有写明能否网上支付", "It is not said whether the fee can be paid online")
        }
        Rule::FreePayment => {
            lang.t("不收费的事项不应有网上支付", "Nothing is charged, so there is nothing to pay online")
        }
        _ => return None,
    })
}

/// The rest. Exhaustive, so that a new rule without a sentence does not compile.
fn identity(lang: Lang, rule: Rule) -> &'static str {
    match rule {
        Rule::PersonTopics => lang.t(
            "服务对象有自然人，却不属于任何个人主题，或者反过来；请改服务对象或主题",
            "It is for people but in no topic for people, or the other way round. Change one of the two",
        ),
        Rule::OrganisationTopics => lang.t(
            "服务对象有法人或组织，却不属于任何法人主题，或者反过来；请改服务对象或主题",
            "It is for organisations but in no topic for them, or the other way round. Change one of the two",
        ),
        Rule::NoSubject => lang.t("没有选服务对象", "It is not said whom it is for"),
        Rule::BaseCode => lang.t("基本编码应是 12 位数字", "The base code must have twelve digits"),
        Rule::BaseCodeType => {
            lang.t("基本编码中的事项类型与所填类型不一致", "The base code names another type of item")
        }
        Rule::BaseCodeDepartment => {
            lang.t("基本编码中的部门与所属部门不一致", "The base code names another department")
        }
        Rule::InstantPromise
        | Rule::PromiseBeyondStatute
        | Rule::PromiseMissing
        | Rule::ResultKind
        | Rule::ResultSample
        | Rule::VisitReasonMissing
        | Rule::VisitReasonIdle
        | Rule::NoWayIn
        | Rule::FullyOnlineVisits
        | Rule::FullyOnlineOffline
        | Rule::FeeBasis
        | Rule::FeeItems
        | Rule::FeeStandard
        | Rule::FeePayment
        | Rule::FreePayment
        | Rule::SamePhone
        | Rule::AreaCode
        | Rule::PermitQuestions
        | Rule::PermitSteps => "",
    }
}

/// Every rule, for the page that lists them.
pub const RULES: [Rule; 25] = [
    Rule::InstantPromise,
    Rule::PromiseBeyondStatute,
    Rule::PromiseMissing,
    Rule::VisitReasonMissing,
    Rule::VisitReasonIdle,
    Rule::NoWayIn,
    Rule::FullyOnlineVisits,
    Rule::FullyOnlineOffline,
    Rule::FeeBasis,
    Rule::FeeItems,
    Rule::FeeStandard,
    Rule::FeePayment,
    Rule::FreePayment,
    Rule::SamePhone,
    Rule::AreaCode,
    Rule::PermitQuestions,
    Rule::PermitSteps,
    Rule::ResultKind,
    Rule::ResultSample,
    Rule::PersonTopics,
    Rule::OrganisationTopics,
    Rule::NoSubject,
    Rule::BaseCode,
    Rule::BaseCodeType,
    Rule::BaseCodeDepartment,
];

/// Findings as a list; the severity is said in words too.
pub fn findings(lang: Lang, findings: &[Finding]) -> AnyView {
    if findings.is_empty() {
        return view! {
            <ul class="lint-list"><li class="ok"><span>{lang.t("各项一致，没有发现问题", "Consistent: nothing found")}</span></li></ul>
        }
        .into_any();
    }
    let lines = findings.iter().map(|finding| {
        let (class, word) = match finding.severity {
            Severity::Error => ("error", lang.t("错误：", "Error: ")),
            Severity::Warning => ("warning", lang.t("提醒：", "Warning: ")),
        };
        view! { <li class=class><span><span class="visually-hidden">{word}</span>{sentence(lang, finding)}</span></li> }
    });
    view! { <ul class="lint-list">{lines.collect_view()}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_sentence_in_both_languages() {
        for one in RULES {
            assert!(!rule(Lang::Zh, one).is_empty(), "{one:?}");
            assert!(rule(Lang::En, one).is_ascii() || one == Rule::AreaCode, "{one:?}");
        }
    }
}
