//! One alert: the rule, what it saw, and what becomes of it.

use super::alerts::{AlertLine, state};
use super::notes::{NoteLine, notes};
use super::{Place, button};
use crate::lang::Lang;
use crate::pages::admin::values::Values;
use crate::ui::code_number::code_number;
use crate::ui::error_summary::named_error_summary;
use crate::ui::panel::panel;
use crate::ui::status::status_tag;
use crate::ui::watch::card;
use chrono::{DateTime, Utc};
use domain::watch::AlertState;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct AlertPage {
    /// The language.
    pub lang: Lang,
    /// The alert.
    pub line: AlertLine,
    /// What the rule rests on.
    pub article: String,
    /// When found.
    pub found_at: DateTime<Utc>,
    /// Who dismissed it or closed its order, and when.
    pub settled: Option<(String, DateTime<Utc>)>,
    /// The notes on it.
    pub notes: Vec<NoteLine>,
    /// What was typed.
    pub values: Values,
    /// Somebody was faster.
    pub stale: bool,
}

/// The view.
pub fn alert(page: &AlertPage) -> AnyView {
    let (lang, line) = (page.lang, &page.line);
    let name = |field: &str| match field {
        "reason" => lang.t("理由", "Reason"),
        _ => lang.t("备注", "Note"),
    };
    view! {
        <a class="back-link" href="/supervise/watch">{lang.t("返回监察提醒", "Back to the alerts")}</a>
        {page.stale.then(|| stale(lang))}
        {named_error_summary(lang, &page.values.errors, name)}
        <div class="page-head">
            <h1>{line.rule.clone()}</h1>
            <p class="lead">{card(lang, line.card)}" "{line.department.clone()}</p>
        </div>
        <div class="columns-2">
            {panel(lang.t("证据", "Evidence"), facts(page))}
            {panel(lang.t("处理", "What becomes of it"), handling(page))}
        </div>
        {notes(lang, &format!("/supervise/watch/{}/note", line.id), &page.notes, &page.values)}
    }
    .into_any()
}

/// Somebody was faster: what was typed stands below.
pub(super) fn stale(lang: Lang) -> AnyView {
    let words = lang.t(
        "刚才已有人处理过，您的内容没有提交；请看过现在的情况再决定。",
        "Somebody dealt with it a moment ago; nothing was sent. See how it stands now, then decide.",
    );
    view! { <div class="notice warning" role="alert"><p>{words}</p></div> }.into_any()
}

fn facts(page: &AlertPage) -> AnyView {
    let (lang, line) = (page.lang, &page.line);
    let href = Place::Supervise.event(&line.number, line.seq);
    view! {
        <p>{line.seen.clone()}</p>
        <p><a class="button" href=href>{lang.t("到办件的这一步看", "See it in the case")}</a></p>
        <dl class="facts-list">
            <div><dt>{lang.t("依据", "Rests on")}</dt><dd>{page.article.clone()}</dd></div>
            <div><dt>{lang.t("事项", "Service")}</dt><dd>{line.item.clone()}</dd></div>
            <div><dt>{lang.t("办件编号", "Case number")}</dt><dd>{code_number(&line.number, "")}</dd></div>
            <div><dt>{lang.t("办件现状", "Case now")}</dt><dd>{status_tag(lang, line.status)}</dd></div>
            <div><dt>{lang.t("发生日期", "Day")}</dt><dd>{lang.date(line.on)}</dd></div>
            <div><dt>{lang.t("发现时间", "Found")}</dt><dd><time datetime=page.found_at.to_rfc3339()>{lang.moment(page.found_at)}</time></dd></div>
        </dl>
    }
    .into_any()
}

fn handling(page: &AlertPage) -> AnyView {
    let (lang, line) = (page.lang, &page.line);
    if line.state == AlertState::Open {
        return open(page);
    }
    let settled = page.settled.as_ref().map(|(who, at)| {
        view! { <p class="meta">{who.clone()}" · "<time datetime=at.to_rfc3339()>{lang.moment(*at)}</time></p> }
    });
    let reason = (!line.reason.is_empty()).then(|| {
        view! { <p>{lang.t("理由：", "Reason: ")}{line.reason.clone()}</p> }
    });
    view! { <p>{state(lang, line)}</p>{reason}{settled} }.into_any()
}

fn open(page: &AlertPage) -> AnyView {
    let (lang, line) = (page.lang, &page.line);
    let hint = lang.t(
        "部门负责人会看到理由；不再计牌。",
        "The head of the department reads it; it gives no card any more.",
    );
    let reason = page.values.field(lang, "reason", lang.t("理由", "Reason")).hint(hint).textarea("3");
    view! {
        <p><a class="button" href=format!("/supervise/orders/new?alert={}", line.id)>{lang.t("发督办单", "Issue an order")}</a></p>
        <details class="disclosure" open=!page.values.get("reason").is_empty() || page.values.errors.iter().any(|error| error.field == "reason")>
            <summary>{lang.t("不予督办", "Dismiss it")}</summary>
            <form method="post" action=format!("/supervise/watch/{}/dismiss", line.id)>
                {reason}
                {button(lang.t("不予督办", "Dismiss"), "button secondary")}
            </form>
        </details>
    }
    .into_any()
}
