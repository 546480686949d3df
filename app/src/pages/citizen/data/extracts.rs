//! What registries said, in words.

use crate::lang::Lang;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What one registry said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtractLine {
    /// The registry.
    pub name: String,
    /// Who keeps it.
    pub keeper: String,
    /// As things were on this day.
    pub as_of: NaiveDate,
    /// Too old to be relied on.
    pub stale: bool,
    /// What it says, each in a few words.
    pub facts: Vec<String>,
}

/// The list.
pub fn extracts(lang: Lang, lines: &[ExtractLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <p>{lang.t("没有取过部门登记的信息。", "Nothing was asked of registries yet.")}</p> }
            .into_any();
    }
    let lines = lines.iter().map(|one| line(lang, one)).collect_view();
    view! { <ul class="case-list">{lines}</ul> }.into_any()
}

fn line(lang: Lang, one: &ExtractLine) -> AnyView {
    let facts = one.facts.iter().map(|fact| view! { <li>{fact.clone()}</li> }).collect_view();
    let stale = one.stale.then(|| view! { " · "{lang.t("已过期，不再采用", "too old, not relied on")} });
    view! {
        <li>
            <h3>{one.name.clone()}</h3>
            <ul class="bullets">{facts}</ul>
            <p class="meta">{one.keeper.clone()}" · "{lang.t(
                format!("{}的情况", lang.date(one.as_of)),
                format!("as of {}", lang.date(one.as_of)),
            )}{stale}</p>
        </li>
    }
    .into_any()
}
