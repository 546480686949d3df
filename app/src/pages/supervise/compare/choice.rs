//! Which days, which grouping, which two groups.

use super::super::figures::Group;
use super::super::heads::By;
use super::super::picker::grouping;
use super::{ComparePage, PAGE};
use leptos::prelude::*;

pub(super) fn choice(page: &ComparePage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let kept = query.heads.given().filter(|(by, _)| *by != query.by).map(|(by, key)| {
        let key = key.to_owned();
        view! { <input type="hidden" name=by.as_str() value=key/> }
    });
    view! {
        <form class="toolbar period" method="get" action=PAGE aria-label=lang.t("选择两组", "Choose two groups")>
            {kept.collect_view()}
            <div class="field">
                <label for="from">{lang.t("从", "From")}</label>
                <input type="date" id="from" name="from" value=query.period.from.to_string() required/>
            </div>
            <div class="field">
                <label for="to">{lang.t("到", "To")}</label>
                <input type="date" id="to" name="to" value=query.period.to.to_string() required/>
            </div>
            {grouping(lang, query, &By::ALL)}
            {side(page, "a", lang.t("第一组", "First"), 0)}
            {side(page, "b", lang.t("第二组", "Second"), 1)}
            <button class="button small">{lang.t("比较", "Compare")}</button>
        </form>
        <p class="meta no-print">
            {lang.t("换了分组，先按“比较”，再选两组。", "After changing the grouping, press Compare, then choose.")}
        </p>
    }
    .into_any()
}

fn side(page: &ComparePage, name: &'static str, label: &'static str, at: usize) -> AnyView {
    let lang = page.lang;
    let chosen = page.chosen.get(at).cloned().flatten();
    let option = |group: &Group| {
        let (key, text) = (group.key.clone(), lang.pick(&group.name, &group.name_en).to_owned());
        let selected = chosen.as_deref() == Some(key.as_str());
        view! { <option value=key selected=selected>{text}</option> }
    };
    let options = page.groups.iter().map(option).collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>
                <option value="">{lang.t("请选择", "Choose")}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
