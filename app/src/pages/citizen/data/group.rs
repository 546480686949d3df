//! One kind of data, with why it is held and how long.

use crate::lang::Lang;
use leptos::prelude::*;

/// What is said of a kind of data.
pub(super) struct Group {
    /// Its place on the page.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Why it is held.
    pub why: &'static str,
    /// How long.
    pub how_long: &'static str,
}

pub(super) fn group(group: Group, body: AnyView, lang: Lang) -> AnyView {
    let Group { id, title, why, how_long } = group;
    view! {
        <section class="section" id=id>
            <h2>{title}</h2>
            {body}
            <p class="meta">{lang.t("为什么有：", "Why: ")}{why}</p>
            <p class="meta">{lang.t("留多久：", "How long: ")}{how_long}</p>
        </section>
    }
    .into_any()
}

/// Names with their values.
pub(super) fn facts(lang: Lang, lines: &[(String, String)]) -> AnyView {
    let unknown = lang.t("没有记录", "not recorded");
    let lines = lines.iter().map(|(name, value)| {
        let value = if value.trim().is_empty() { unknown.to_owned() } else { value.clone() };
        view! { <div><dt>{name.clone()}</dt><dd>{value}</dd></div> }
    });
    view! { <dl class="facts-list">{lines.collect_view()}</dl> }.into_any()
}
