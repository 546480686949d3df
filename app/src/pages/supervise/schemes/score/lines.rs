//! The explanation of a score: each line before those it is made of.

use crate::lang::Lang;
use leptos::prelude::*;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    /// How deep it lies.
    pub depth: u32,
    /// What it is.
    pub label: String,
    /// How it came about.
    pub how: String,
    /// Its value, or a dash.
    pub value: String,
}

/// Lists in lists: heard as they are meant, and set in without a style of their own.
pub(super) fn lines(lang: Lang, lines: &[LineView]) -> AnyView {
    let mut rest = lines;
    let shown = level(&mut rest, 0);
    view! {
        <section class="panel">
            <header><h2>{lang.t("怎么算出来的", "How it came about")}</h2></header>
            {shown}
        </section>
    }
    .into_any()
}

/// The lines of one depth, each with those below it.
fn level(rest: &mut &[LineView], depth: u32) -> AnyView {
    let mut shown = Vec::new();
    while let Some((line, after)) = rest.split_first().filter(|(line, _)| line.depth >= depth) {
        *rest = after;
        let below = rest.first().is_some_and(|next| next.depth > line.depth);
        let below = below.then(|| level(rest, line.depth + 1));
        let LineView { label, how, value, .. } = line.clone();
        shown.push(view! { <li>{label}" "<strong class="num">{value}</strong>" "<span class="meta">{how}</span>{below}</li> });
    }
    view! { <ul class="prose">{shown}</ul> }.into_any()
}
