//! 电子监察 in words: cards, states, and what a rule saw.

use crate::lang::Lang;
use domain::watch::{AlertState, Card, Evidence, OrderState, RuleKind, STEP_ACCEPT, STEP_DECIDE, Threshold};
use leptos::prelude::*;

/// 黄牌, 红牌.
pub fn card_name(lang: Lang, card: Card) -> &'static str {
    match card {
        Card::Yellow => lang.t("黄牌", "Yellow card"),
        Card::Red => lang.t("红牌", "Red card"),
    }
}

/// The card as a lamp with its name.
pub fn card(lang: Lang, card: Card) -> AnyView {
    view! { <span class=format!("light {}", card.as_str())>{card_name(lang, card)}</span> }.into_any()
}

/// Where an alert stands.
pub fn alert_state(lang: Lang, state: AlertState) -> &'static str {
    match state {
        AlertState::Open => lang.t("待处理", "Open"),
        AlertState::Ordered => lang.t("督办中", "Under order"),
        AlertState::Settled => lang.t("已销号", "Settled"),
        AlertState::Dismissed => lang.t("不予督办", "Dismissed"),
    }
}

/// Where an order stands.
pub fn order_state(lang: Lang, state: OrderState) -> &'static str {
    match state {
        OrderState::Issued => lang.t("待回复", "Reply owed"),
        OrderState::Answered => lang.t("已回复，待审核", "Replied, to be read"),
        OrderState::Returned => lang.t("退回重办", "Sent back"),
        OrderState::Accepted => lang.t("已认可，待销号", "Accepted, to be closed"),
        OrderState::Closed => lang.t("已销号", "Closed"),
    }
}

/// Where it stands, and that it is late.
pub fn order_tag(lang: Lang, state: OrderState, late: bool) -> AnyView {
    let late =
        late.then(|| view! { " "<span class="light red">{lang.t("逾期未回复", "Reply overdue")}</span> });
    view! { <span class="tag">{order_state(lang, state)}</span>{late} }.into_any()
}

/// What a threshold counts, as the name of its field.
pub fn threshold_name(lang: Lang, threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::WorkdaysOver => lang.t("超期几个工作日以内不提醒", "Working days over that are let go by"),
        Threshold::WorkdaysOverStep => {
            lang.t("超过环节时限几个工作日以内不提醒", "Working days over the step that are let go by")
        }
        Threshold::Times => lang.t("从第几次补正起", "From which request on"),
        Threshold::WorkdaysSince => {
            lang.t("办结后几个工作日以内重启", "Within how many working days after closing")
        }
    }
}

/// What the rule saw, in a sentence or two.
pub fn seen(lang: Lang, kind: RuleKind, step: &str, evidence: &Evidence) -> String {
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| lang.date(date)).unwrap_or_default();
    let (due, since, seen) = (day(evidence.due), day(evidence.since), day(evidence.seen));
    let days = evidence.workdays.unwrap_or_default();
    let name = step_name(lang, step, evidence);
    let over = over(lang, days);
    match kind {
        RuleKind::OverPromise => lang.t(
            format!("承诺 {due} 前办结；{seen} 发现{over}。"),
            format!("Promised by {due}; on {seen} it was {over}."),
        ),
        RuleKind::OverStatute => lang.t(
            format!("法定 {due} 前办结；{seen} 发现{over}。"),
            format!("By statute due {due}; on {seen} it was {over}."),
        ),
        RuleKind::SecondCorrection => {
            let times = evidence.times.unwrap_or_default();
            lang.t(
                format!("{seen} 第 {times} 次要求补正，其中有本可一次告知的内容。"),
                format!("Request no. {times} on {seen}, with what could have been told at once."),
            )
        }
        RuleKind::StepSkipped => lang.t(
            format!("{seen} 没有完成“{name}”环节就往下办理。"),
            format!("On {seen} it went on without the step “{name}”."),
        ),
        RuleKind::Dwell => lang.t(
            format!("“{name}”环节 {since} 开始，应在 {due} 前完成；{seen} 发现{over}。"),
            format!("The step “{name}” began on {since} and was due {due}; on {seen} it was {over}."),
        ),
        RuleKind::NoRemedy => lang.t(
            format!("{seen} 作出的不予决定没有告知复议、诉讼等救济途径。"),
            format!("The refusal of {seen} says nothing on how to object."),
        ),
        RuleKind::UnlistedMaterial => {
            let asked = evidence.materials.join(lang.t("；", "; "));
            lang.t(
                format!("{seen} 要求提供办事指南没有列出的材料：{asked}"),
                format!("On {seen} asked for what the guide does not list: {asked}"),
            )
        }
        RuleKind::Reopened => lang.t(
            format!("{since} 办结，{seen} 重新办理，相隔 {days} 个工作日。"),
            format!("Closed on {since}, opened again on {seen}, {days} working days later."),
        ),
    }
}

/// Past a date, by how much.
fn over(lang: Lang, workdays: u32) -> String {
    match workdays {
        0 => lang.t("已过期，不到 1 个工作日", "past it, by less than a working day").to_owned(),
        days => lang.t(format!("已超 {days} 个工作日"), format!("{days} working days past it")),
    }
}

fn step_name(lang: Lang, step: &str, evidence: &Evidence) -> String {
    match (step, &evidence.step) {
        (STEP_ACCEPT, _) => lang.t("受理", "acceptance").to_owned(),
        (STEP_DECIDE, _) => lang.t("决定", "decision").to_owned(),
        (_, Some(name)) => lang.pick(name, &evidence.step_en).to_owned(),
        (key, None) => key.to_owned(),
    }
}

/// What happened to an order.
pub fn order_event(lang: Lang, kind: &str) -> String {
    let words = match kind {
        "issued" => lang.t("发出督办单", "Issued"),
        "answered" => lang.t("部门回复", "The department replied"),
        "accepted" => lang.t("认可回复", "The reply was accepted"),
        "returned" => lang.t("退回重办", "Sent back to be done again"),
        "escalated" => lang.t("升级为红牌", "Escalated to a red card"),
        "closed" => lang.t("销号", "Closed"),
        "reminded" => lang.t("期限将到，已提醒部门", "The department was reminded: the last day is near"),
        "lapsed" => lang.t("逾期未回复，自动升级为红牌", "No reply by the last day: escalated to a red card"),
        other => other,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_says_what_it_saw() {
        for lang in [Lang::Zh, Lang::En] {
            let said: std::collections::BTreeSet<String> =
                RuleKind::ALL.map(|kind| seen(lang, kind, "", &Evidence::default())).into_iter().collect();
            assert_eq!(said.len(), RuleKind::ALL.len());
        }
    }
}
