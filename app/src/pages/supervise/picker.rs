//! Which days, grouped how.

use super::address::Query;
use super::figures::CompletionPage;
use super::heads::By;
use super::period::Preset;
use leptos::prelude::*;

pub(super) fn picker(page: &CompletionPage) -> AnyView {
    view! { {presets(page)}{form(page)} }.into_any()
}

fn presets(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let mut found = false;
    let links = Preset::ALL.map(|preset| {
        let period = preset.period(page.today);
        // On the first of a month several spans are the same one; one of them is the chosen.
        let chosen = !found && period == page.query.period;
        found |= chosen;
        let href = Query { period, ..page.query.clone() }.address();
        view! { <li><a href=href aria-current=chosen.then_some("page")>{preset.name(lang)}</a></li> }
    });
    let links = links.collect_view();
    view! { <nav class="tabs no-print" aria-label=lang.t("时间", "Period")><ul>{links}</ul></nav> }.into_any()
}

fn form(page: &CompletionPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let kept = query.heads.given().map(|(by, key)| {
        let key = key.to_owned();
        view! { <input type="hidden" name=by.as_str() value=key/> }
    });
    let choices = By::ALL.map(|by| {
        view! { <option value=by.as_str() selected={by == query.by}>{by.name(lang)}</option> }
    });
    view! {
        <form class="toolbar period" method="get" action="/supervise" aria-label=lang.t("选择时间和分组", "Choose days and grouping")>
            {kept.collect_view()}
            <div class="field">
                <label for="from">{lang.t("从", "From")}</label>
                <input type="date" id="from" name="from" value=query.period.from.to_string() required/>
            </div>
            <div class="field">
                <label for="to">{lang.t("到", "To")}</label>
                <input type="date" id="to" name="to" value=query.period.to.to_string() required/>
            </div>
            <div class="field">
                <label for="by">{lang.t("分组", "Group by")}</label>
                <select id="by" name="by">{choices.collect_view()}</select>
            </div>
            <button class="button small">{lang.t("查看", "Show")}</button>
        </form>
    }
    .into_any()
}
