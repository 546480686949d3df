//! Which days, grouped how.

use super::address::Query;
use super::figures::CompletionPage;
use super::heads::{By, Head as _};
use super::period::Preset;
use crate::lang::Lang;
use chrono::NaiveDate;
use leptos::prelude::*;

pub(super) fn picker(page: &CompletionPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    view! { {presets(lang, query, page.today, "/supervise")}{days(lang, query, "/supervise", &By::ALL)} }
        .into_any()
}

/// Spans that end today, as links to the same page.
pub(super) fn presets(lang: Lang, query: &Query, today: NaiveDate, page: &str) -> AnyView {
    let mut found = false;
    let links = Preset::ALL.map(|preset| {
        let period = preset.period(today);
        // On the first of a month several spans are the same one; one of them is the chosen.
        let chosen = !found && period == query.period;
        found |= chosen;
        let href = Query { period, ..query.clone() }.at(page);
        view! { <li><a href=href aria-current=chosen.then_some("page")>{preset.name(lang)}</a></li> }
    });
    let links = links.collect_view();
    view! { <nav class="tabs no-print" aria-label=lang.t("时间", "Period")><ul>{links}</ul></nav> }.into_any()
}

/// The days, and by what figures are grouped where there is a choice.
pub(super) fn days(lang: Lang, query: &Query, page: &'static str, by: &[By]) -> AnyView {
    let kept = query.heads.given().map(|(by, key)| {
        let key = key.to_owned();
        view! { <input type="hidden" name=by.as_str() value=key/> }
    });
    let grouping = (!by.is_empty()).then(|| grouping(lang, query, by));
    view! {
        <form class="toolbar period" method="get" action=page aria-label=lang.t("选择时间和分组", "Choose days and grouping")>
            {kept.collect_view()}
            <div class="field">
                <label for="from">{lang.t("从", "From")}</label>
                <input type="date" id="from" name="from" value=query.period.from.to_string() required/>
            </div>
            <div class="field">
                <label for="to">{lang.t("到", "To")}</label>
                <input type="date" id="to" name="to" value=query.period.to.to_string() required/>
            </div>
            {grouping}
            <button class="button small">{lang.t("查看", "Show")}</button>
        </form>
    }
    .into_any()
}

pub(super) fn grouping(lang: Lang, query: &Query, by: &[By]) -> AnyView {
    let choices = by.iter().map(|by| {
        view! { <option value=by.as_str() selected={*by == query.by}>{by.name(lang)}</option> }
    });
    view! {
        <div class="field">
            <label for="by">{lang.t("分组", "Group by")}</label>
            <select id="by" name="by">{choices.collect_view()}</select>
        </div>
    }
    .into_any()
}
