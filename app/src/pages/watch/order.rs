//! One order in full: printable, with its history in words, and what can be done with it.

use super::alerts::AlertLine;
use super::history::{Happened, history};
use super::new_order::listed;
use super::notes::{NoteLine, notes};
use super::{Place, button};
use crate::lang::Lang;
use crate::pages::admin::values::Values;
use crate::ui::error_summary::named_error_summary;
use crate::ui::file_field::{FileField, KeptFile, RefusedFile, refused_summary};
use crate::ui::panel::panel;
use crate::ui::watch::{card, order_tag};
use chrono::{DateTime, Utc};
use domain::watch::{Order, OrderAction};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct OrderPage {
    /// The language.
    pub lang: Lang,
    /// Whose page it is.
    pub place: Place,
    /// Key.
    pub id: String,
    /// 督〔2026〕17号.
    pub number: String,
    /// To whom.
    pub department: String,
    /// As the rules see it.
    pub order: Order,
    /// A reply is owed, and its day has passed.
    pub late: bool,
    /// As the page shows it.
    pub version: i32,
    /// What it says.
    pub words: String,
    /// Who issued it.
    pub issued_by: String,
    /// When.
    pub issued_at: DateTime<Utc>,
    /// What it is about.
    pub alerts: Vec<AlertLine>,
    /// What happened.
    pub events: Vec<Happened>,
    /// The notes of supervision.
    pub notes: Vec<NoteLine>,
    /// Working days to choose from, each with its date.
    pub limits: Vec<(String, String)>,
    /// Most megabytes of a file.
    pub megabytes: u64,
    /// What was typed.
    pub values: Values,
    /// Files of a try before.
    pub kept: Vec<KeptFile>,
    /// A file that was not taken.
    pub refused: RefusedFile,
    /// Somebody was faster.
    pub stale: bool,
}

fn name(lang: Lang, field: &str) -> &'static str {
    match field {
        "words" => lang.t("内容", "Words"),
        "workdays" => lang.t("回复期限", "Reply by"),
        "file" => lang.t("附件", "Files"),
        "note" => lang.t("备注", "Note"),
        _ => "",
    }
}

/// The view.
pub fn order(page: &OrderPage) -> AnyView {
    let (lang, place) = (page.lang, page.place);
    let words = page.words.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    let note_action = format!("{}/note", place.order(&page.id));
    view! {
        <a class="back-link" href=place.orders()>{lang.t("返回督办单", "Back to the orders")}</a>
        {page.stale.then(|| super::alert::stale(lang))}
        {refused_summary(lang, &page.refused)}
        {named_error_summary(lang, &page.values.errors, |field| name(lang, field))}
        {head(page)}
        {panel(lang.t("督办内容", "What it says"), words)}
        {panel(lang.t("督办事由", "About"), listed(lang, place, &page.alerts))}
        {panel(lang.t("经过", "History"), history(lang, &page.events))}
        {forms(page)}
        {(place == Place::Supervise).then(|| notes(lang, &note_action, &page.notes, &page.values))}
    }
    .into_any()
}

fn head(page: &OrderPage) -> AnyView {
    let (lang, order) = (page.lang, &page.order);
    let times = order.escalations;
    let escalated = if times > 0 {
        lang.t(format!("已升级 {times} 次"), format!("Escalated {times} times"))
    } else {
        String::new()
    };
    let due = lang.date(order.reply_by);
    view! {
        <div class="page-head">
            <h1>{lang.t("督办单 ", "Order ")}{page.number.clone()}</h1>
            <p class="lead">{card(lang, order.card)}" "{order_tag(lang, order.state, page.late)}</p>
            <dl class="facts-list">
                <div><dt>{lang.t("部门", "Department")}</dt><dd>{page.department.clone()}</dd></div>
                <div><dt>{lang.t("回复期限", "Reply by")}</dt><dd>{due}</dd></div>
                <div><dt>{lang.t("发出", "Issued")}</dt><dd>{lang.moment(page.issued_at)}" · "{page.issued_by.clone()}</dd></div>
                {(!escalated.is_empty()).then(|| view! { <div><dt>{lang.t("升级", "Escalated")}</dt><dd>{escalated}</dd></div> })}
            </dl>
        </div>
    }
    .into_any()
}

fn forms(page: &OrderPage) -> Option<AnyView> {
    let admits = |action| page.order.admits(action);
    match page.place {
        Place::Review => admits(OrderAction::Answer).then(|| reply(page)),
        Place::Supervise => admits(OrderAction::Close).then(|| decisions(page)),
    }
}

/// 回复, with files.
fn reply(page: &OrderPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let hint = lang.t("说明原因、整改措施和完成时间。", "Say why, what is done about it, and by when.");
    let files = FileField {
        lang,
        material: "",
        label: lang.t("附件（选填）", "Files (optional)").to_owned(),
        megabytes: page.megabytes,
        error: Some(page.refused.why.clone()).filter(|why| !why.is_empty()),
        kept: &page.kept,
    };
    let body = view! {
        <form method="post" enctype="multipart/form-data" action=format!("{}/answer", page.place.order(&page.id)) autocomplete="off">
            <input type="hidden" name="version" value=page.version/>
            {values.field(lang, "words", lang.t("回复内容", "Reply")).hint(hint).textarea("8")}
            {files.view()}
            {button(lang.t("提交回复", "Send the reply"), "button")}
        </form>
    };
    view! { <div class="no-print">{panel(lang.t("回复", "Reply"), body)}</div> }.into_any()
}

/// One form with a button for each thing that can be done as it stands.
fn decisions(page: &OrderPage) -> AnyView {
    let (lang, values, order) = (page.lang, &page.values, &page.order);
    let hint = lang.t(
        "退回、升级和未经认可的销号要写明意见。",
        "To send back, to escalate, and to close what was not accepted, say why.",
    );
    let limit = order.admits(OrderAction::SendBack(1)) || order.admits(OrderAction::Escalate(1));
    let days_hint = lang.t("退回或升级后的新期限。", "The new last day after sending back or escalating.");
    let choice = |action: OrderAction, value: &'static str, text: &'static str, class: &'static str| {
        order.admits(action).then(|| view! { <button class=class name="action" value=value>{text}</button> })
    };
    let body = view! {
        <form method="post" action=format!("{}/act", page.place.order(&page.id)) autocomplete="off">
            <input type="hidden" name="version" value=page.version/>
            {values.field(lang, "words", lang.t("意见", "Opinion")).hint(hint).textarea("3")}
            {limit.then(|| values.sized(lang, "workdays", name(lang, "workdays"), "width-30").hint(days_hint).select(page.limits.clone()))}
            <div class="page-actions">
                {choice(OrderAction::Accept, "accept", lang.t("认可回复", "Accept the reply"), "button")}
                {choice(OrderAction::SendBack(1), "send_back", lang.t("退回重办", "Send back"), "button secondary")}
                {choice(OrderAction::Escalate(1), "escalate", lang.t("升级为红牌", "Escalate to red"), "button secondary")}
                {choice(OrderAction::Close, "close", lang.t("销号", "Close"), "button secondary")}
            </div>
        </form>
    };
    view! { <div class="no-print">{panel(lang.t("处理", "Deal with it"), body)}</div> }.into_any()
}
