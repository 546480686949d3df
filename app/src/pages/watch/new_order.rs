//! A new order: on which alerts, with which card, by when, and what it says.

use super::alerts::AlertLine;
use super::{Place, button};
use crate::lang::Lang;
use crate::pages::admin::values::Values;
use crate::ui::error_summary::named_error_summary;
use crate::ui::panel::panel;
use crate::ui::watch::{card, card_name};
use domain::watch::Card;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct NewOrderPage {
    /// The language.
    pub lang: Lang,
    /// The department.
    pub department: String,
    /// What it is about.
    pub alerts: Vec<AlertLine>,
    /// Working days to choose from, each with its date in words.
    pub limits: Vec<(String, String)>,
    /// What was typed.
    pub values: Values,
    /// Somebody was faster.
    pub stale: bool,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("发督办单", "Issue an order")
}

fn name(lang: Lang, field: &str) -> &'static str {
    match field {
        "alerts" => lang.t("监察提醒（须属于同一部门）", "Alerts (of one department)"),
        "card" => lang.t("牌", "Card"),
        "workdays" => lang.t("回复期限", "Reply by"),
        "words" => lang.t("督办内容", "What it says"),
        _ => "",
    }
}

/// The view.
pub fn new_order(page: &NewOrderPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let cards = Card::ALL.map(|card| (card.as_str().to_owned(), card_name(lang, card).to_owned()));
    let limit_hint = lang.t("按工作日计算，从明天起。", "Working days, from tomorrow on.");
    let ids = page.alerts.iter().map(|line| {
        let id = line.id.clone();
        view! { <input type="hidden" name="alert" value=id/> }
    });
    view! {
        <a class="back-link" href="/supervise/watch">{lang.t("返回监察提醒", "Back to the alerts")}</a>
        {page.stale.then(|| super::alert::stale(lang))}
        {named_error_summary(lang, &values.errors, |field| name(lang, field))}
        <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{page.department.clone()}</p></div>
        {panel(lang.t("督办事由", "About"), about(lang, &page.alerts))}
        <form class="edit-form" method="post" action="/supervise/orders" autocomplete="off">
            <div id="alerts">{ids.collect_view()}</div>
            {values.sized(lang, "card", name(lang, "card"), "width-12").select(cards.to_vec())}
            {values.sized(lang, "workdays", name(lang, "workdays"), "width-30").hint(limit_hint).select(page.limits.clone())}
            {values.field(lang, "words", name(lang, "words")).textarea("8")}
            {button(lang.t("发出", "Issue it"), "button")}
        </form>
    }
    .into_any()
}

/// The alerts in words.
pub(super) fn about(lang: Lang, alerts: &[AlertLine]) -> AnyView {
    listed(lang, Place::Supervise, alerts)
}

/// The alerts of an order, each leading to the case.
pub(super) fn listed(lang: Lang, place: Place, alerts: &[AlertLine]) -> AnyView {
    let line = |line: &AlertLine| {
        let href = place.event(&line.number, line.seq);
        view! {
            <li>
                {card(lang, line.card)}" "<strong>{line.rule.clone()}</strong>" · "{line.item.clone()}
                " · "<a class="code" href=href>{line.number.clone()}</a>
                <p>{line.seen.clone()}</p>
            </li>
        }
    };
    view! { <ul>{alerts.iter().map(line).collect_view()}</ul> }.into_any()
}
