//! What will happen: which body decides and why, by when and why that day.

use crate::lang::Lang;
use crate::ui::automatic::{Foreseen, foreseen};
use crate::ui::date_strip::{WhyDate, limit_words, why_date};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The prediction.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The body that decides; empty while the place is not known.
    pub body: String,
    /// Why that body.
    pub reason: String,
    /// Decided on the spot.
    pub immediate: bool,
    /// 秒批: the rules that would decide at once.
    pub by_rule: Option<Foreseen>,
    /// The promised date.
    pub promise: Option<Promise>,
    /// The last day to say whether it is accepted.
    pub receipt_due: Option<NaiveDate>,
    /// The fee in words.
    pub fee: String,
    /// Materials still missing.
    pub missing: Vec<String>,
}

/// A date with its days.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The last day in time.
    pub due: NaiveDate,
    /// How it was counted.
    pub why: WhyDate,
}

/// The panel.
pub(super) fn outcome(lang: Lang, outcome: Outcome) -> AnyView {
    view! {
        <section class="panel accent outcome" aria-labelledby="outcome">
            <header><h2 id="outcome">{lang.t("将会怎样", "What will happen")}</h2></header>
            {due(lang, outcome.immediate, outcome.promise)}
            {outcome.by_rule.as_ref().map(|seen| foreseen(lang, seen))}
            {facts(lang, outcome.body, outcome.reason, outcome.receipt_due, outcome.fee)}
            {missing(lang, outcome.missing)}
        </section>
    }
    .into_any()
}

fn due(lang: Lang, immediate: bool, promise: Option<Promise>) -> AnyView {
    match promise {
        _ if immediate => view! { <p class="due">{lang.t("当场办结", "Decided on the spot")}</p> }.into_any(),
        None => view! { <p class="due">{lang.t("没有承诺时限", "No promised date")}</p> }.into_any(),
        Some(promise) => promised(lang, promise),
    }
}

fn promised(lang: Lang, promise: Promise) -> AnyView {
    let expected = promise.why.expected.then(|| lang.t("（预计）", " (expected)"));
    let day = lang.day(promise.due);
    view! {
        <p class="due">
            {lang.t("最晚 ", "Answer by ")}<time datetime=promise.due.to_string()>{day}</time>
            {lang.t(" 答复", "")}{expected}
        </p>
        <p class="meta">{limit_words(lang, promise.why.limit)}</p>
        {why_date(lang, &promise.why, false)}
    }
    .into_any()
}

fn facts(lang: Lang, body: String, reason: String, receipt_due: Option<NaiveDate>, fee: String) -> AnyView {
    let body = if body.is_empty() {
        lang.t("填好现住地后确定", "known once the address is").to_owned()
    } else {
        body
    };
    let line = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    };
    let receipt = receipt_due.map(|day| lang.day(day)).unwrap_or_default();
    view! {
        <dl class="facts-list">
            {line(lang.t("办理机关", "Decided by"), body)}
            {line(lang.t("理由", "Because"), reason)}
            {line(lang.t("受理答复", "Accepted or not by"), receipt)}
            {line(lang.t("费用", "Fee"), fee)}
        </dl>
    }
    .into_any()
}

fn missing(lang: Lang, missing: Vec<String>) -> Option<AnyView> {
    if missing.is_empty() {
        return None;
    }
    let lines = missing.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    Some(
        view! {
            <div class="notice warning">
                <p class="title">{lang.t("还缺", "Still missing")}</p>
                <ul>{lines}</ul>
            </div>
        }
        .into_any(),
    )
}
