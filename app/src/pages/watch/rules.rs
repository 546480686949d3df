//! The rules: what each watches, its threshold and card; and what a change would have found.

use super::parts;
use crate::lang::Lang;
use crate::pages::admin::values::Values;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use crate::ui::table::{Caption, Table};
use crate::ui::watch::{card, card_name, threshold_name};
use chrono::{DateTime, Utc};
use domain::watch::{Card, Rule};
use leptos::prelude::*;

/// A rule.
#[derive(Clone, Debug)]
pub struct RuleLine {
    /// The rule.
    pub rule: Rule,
    /// Whether it has looked at all cases as it is now.
    pub settled: bool,
    /// When it was changed, and by whom; none while it is as it came.
    pub changed: Option<(String, DateTime<Utc>)>,
    /// Counted from 1, one more with each change.
    pub revision: i32,
}

impl RuleLine {
    fn name(&self, lang: Lang) -> String {
        lang.t(self.rule.name.clone(), self.rule.name_en.clone())
    }

    fn article(&self, lang: Lang) -> String {
        lang.t(self.rule.article.clone(), self.rule.article_en.clone())
    }
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("监察规则", "Rules of watch")
}

/// The list.
pub fn rules(lang: Lang, lines: &[RuleLine]) -> AnyView {
    let lead = lang.t(
        "规则是数据：改了阈值，系统会按新规则重新看一遍所有办件；已记下的提醒保留当时的证据。",
        "Rules are data: after a change every case is looked at once more; alerts keep the evidence of their time.",
    );
    let threshold = move |line: &RuleLine| match line.rule.kind.threshold() {
        Some(kind) => format!("{}：{}", threshold_name(lang, kind), line.rule.limit()),
        None => lang.t("没有阈值", "none").to_owned(),
    };
    let table = Table::new(Caption::heard("rules-caption", title(lang)))
        .stacked()
        .row_name(lang.t("规则", "Rule"), move |line: &RuleLine| {
            view! { <a href=format!("/supervise/rules/{}", line.rule.key)>{line.name(lang)}</a> }
        })
        .column(lang.t("依据", "Rests on"), move |line| line.article(lang))
        .column(lang.t("阈值", "Threshold"), threshold)
        .short(lang.t("牌", "Card"), move |line| card(lang, line.rule.card))
        .short(lang.t("回复期限", "Reply within"), move |line| {
            let days = line.rule.reply;
            lang.t(format!("{days} 个工作日"), format!("{days} working days"))
        })
        .short(lang.t("状态", "State"), move |line| state(lang, line))
        .column(lang.t("最近修改", "Changed"), move |line| changed(lang, line));
    view! {
        <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
        {parts(lang, "/supervise/rules")}
        {table.panel(lines, lang.t("没有规则", "No rule"), ())}
    }
    .into_any()
}

fn state(lang: Lang, line: &RuleLine) -> AnyView {
    let on = if line.rule.on { lang.t("启用", "On") } else { lang.t("停用", "Off") };
    let looking = (line.rule.on && !line.settled)
        .then(|| view! { " "<span class="meta">{lang.t("正在回看", "looking back")}</span> });
    view! { <span class="tag">{on}</span>{looking} }.into_any()
}

fn changed(lang: Lang, line: &RuleLine) -> String {
    match &line.changed {
        Some((who, at)) => format!("{} · {who}", lang.moment(*at)),
        None => "—".to_owned(),
    }
}

/// What a change would have found: days, cases then, cases now.
pub type WouldFind = (u64, u64, u64);

/// One rule, to be changed.
#[derive(Clone, Debug)]
pub struct RulePage {
    /// The language.
    pub lang: Lang,
    /// The rule.
    pub line: RuleLine,
    /// What was typed.
    pub values: Values,
    /// What the typed change would have found, where that was asked.
    pub would: Option<WouldFind>,
    /// Somebody was faster.
    pub stale: bool,
}

fn name(lang: Lang, line: &RuleLine, field: &str) -> &'static str {
    match field {
        "threshold" => line.rule.kind.threshold().map_or("", |kind| threshold_name(lang, kind)),
        "usual" => {
            lang.t("没有时限的环节最多几个工作日", "Working days of a step without a limit of its own")
        }
        "card" => lang.t("牌", "Card"),
        "reply" => lang.t("督办单回复期限（工作日）", "Working days to reply to an order"),
        _ => "",
    }
}

/// The view.
pub fn rule(page: &RulePage) -> AnyView {
    let (lang, line, values) = (page.lang, &page.line, &page.values);
    let label = |field: &str| name(lang, line, field);
    let number = |field: &str| {
        Field { inputmode: "numeric", ..values.sized(lang, field, label(field), "width-4") }.view()
    };
    let cards = Card::ALL.map(|card| (card.as_str().to_owned(), card_name(lang, card).to_owned()));
    view! {
        <a class="back-link" href="/supervise/rules">{lang.t("返回监察规则", "Back to the rules")}</a>
        {page.stale.then(|| super::alert::stale(lang))}
        {named_error_summary(lang, &values.errors, label)}
        <div class="page-head">
            <h1>{line.name(lang)}</h1>
            <p class="lead">{line.article(lang)}</p>
        </div>
        {would(lang, page.would)}
        <form class="edit-form" method="post" action=format!("/supervise/rules/{}", line.rule.key) autocomplete="off">
            <input type="hidden" name="revision" value=values.get("revision").to_owned()/>
            {values.tick("on", lang.t("启用这条规则", "Watch by this rule"))}
            {line.rule.kind.threshold().map(|_| number("threshold"))}
            {line.rule.usual.map(|_| number("usual"))}
            {values.sized(lang, "card", label("card"), "width-12").select(cards.to_vec())}
            {number("reply")}
            <div class="page-actions">
                <button class="button secondary" name="do" value="try">{lang.t("先试算最近 90 天", "Try it on the last 90 days")}</button>
                <button class="button">{lang.t("保存", "Save")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn would(lang: Lang, would: Option<WouldFind>) -> Option<AnyView> {
    let (days, then, now) = would?;
    let words = lang.t(
        format!("最近 {days} 天：改后会发现 {then} 件办件，现行规则是 {now} 件。还没有保存。"),
        format!("In the last {days} days: {then} cases after the change, {now} as the rule is. Nothing was saved yet."),
    );
    Some(view! { <div class="notice" role="status"><p>{words}</p></div> }.into_any())
}
