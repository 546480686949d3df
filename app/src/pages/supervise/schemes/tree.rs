//! A scheme as its tree, with the state of each entry.

use super::entry::{EntryView, entry};
use crate::lang::Lang;
use leptos::prelude::*;

/// An aspect, a block, a group of tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeView {
    /// Its name.
    pub name: String,
    /// Points at most.
    pub points: Option<String>,
    /// What is to be said of it.
    pub note: Option<String>,
    /// What is in it.
    pub nodes: Vec<NodeView>,
    /// Its entries.
    pub entries: Vec<EntryView>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct SchemePage {
    /// The language.
    pub lang: Lang,
    /// Short stable name.
    pub key: String,
    /// The version.
    pub version: i32,
    /// Whether it is in force.
    pub active: bool,
    /// Its name.
    pub name: String,
    /// The document.
    pub document: String,
    /// What is to be said of it.
    pub note: Option<String>,
    /// Whether it scores anything.
    pub scored: bool,
    /// Over which days the portal's figures are.
    pub since: String,
    /// Counts by their names: entries, evidence, measured, reported …
    pub counts: Vec<(&'static str, usize)>,
    /// The tree.
    pub nodes: Vec<NodeView>,
}

/// The view.
pub fn scheme(page: SchemePage) -> AnyView {
    let lang = page.lang;
    let state = if page.active {
        view! { <span class="tag status-done">{lang.t("启用", "In force")}</span> }.into_any()
    } else {
        view! { <span class="tag">{lang.t("未启用", "Not in force")}</span> }.into_any()
    };
    let counts = page.counts.iter().map(|(name, n)| {
        view! { <div><dt>{*name}</dt><dd>{*n}</dd></div> }
    });
    let version = lang.t(format!("第 {} 版", page.version), format!("version {}", page.version));
    let nodes = page.nodes.iter().map(|node| self::node(lang, node, 2)).collect_view();
    view! {
        <a class="back-link" href="/supervise/schemes">{super::title(lang)}</a>
        <div class="row between">
            <div class="page-head">
                <h1>{page.name.clone()}</h1>
                <p class="lead">{page.document.clone()}" "<span class="nowrap">{version}" "{state}</span></p>
            </div>
            {links(lang, &page)}
        </div>
        {page.note.clone().map(|note| view! { <p class="prose">{note}</p> })}
        <dl class="summary-list">{counts.collect_view()}</dl>
        <p class="meta">{lang.t(
            format!("平台统计的数值为 {} 的合计；点开条目看要求、佐证和来源。", page.since),
            format!("What the portal measures covers {}. Open an entry for what it asks, its evidence and its source.", page.since),
        )}</p>
        {nodes}
    }
    .into_any()
}

fn links(lang: Lang, page: &SchemePage) -> AnyView {
    let scores = format!("/supervise/schemes/{}/scores", page.key);
    let reports = format!("/supervise/reports?scheme={}", page.key);
    let scores = page.scored.then(|| {
        view! { <li><a class="button secondary" href=scores>{lang.t("计分", "Scores")}</a></li> }
    });
    view! {
        <ul class="page-actions row">
            {scores}
            <li><a class="button secondary" href=reports>{lang.t("部门填报", "Reports")}</a></li>
        </ul>
    }
    .into_any()
}

fn node(lang: Lang, one: &NodeView, level: u8) -> AnyView {
    let points = one.points.clone().map(|n| lang.t(format!("（{n}分）"), format!(" ({n} points)")));
    let name = view! { {one.name.clone()}{points} };
    let heading = match level {
        2 => view! { <h2>{name}</h2> }.into_any(),
        3 => view! { <h3>{name}</h3> }.into_any(),
        _ => view! { <h4>{name}</h4> }.into_any(),
    };
    let entries = one.entries.iter().map(|one| entry(lang, one)).collect_view();
    let below = one.nodes.iter().map(|node| self::node(lang, node, level.saturating_add(1))).collect_view();
    let class = if level == 2 { "panel stack" } else { "stack" };
    view! {
        <section class=class>
            {heading}
            {one.note.clone().map(|note| view! { <p class="meta">{note}</p> })}
            {entries}
            {below}
        </section>
    }
    .into_any()
}
