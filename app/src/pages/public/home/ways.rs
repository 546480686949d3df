//! Ways into the catalogue: life events, themes, kinds.

use super::HomePage;
use crate::lang::Lang;
use crate::pages::public::themes::glyph;
use leptos::prelude::*;

/// A way into the catalogue with the number of items behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is shown.
    pub name: String,
    /// What the icon is chosen by: the Chinese name.
    pub key: String,
    /// Where it leads.
    pub href: String,
    /// How many items.
    pub count: u64,
}

/// Ways shown at once; the rest unfolds.
const SHOWN: usize = 12;

pub(super) fn ways(lang: Lang, title: &'static str, id: &'static str, ways: &[Way]) -> Option<AnyView> {
    let (first, rest) = ways.split_at(ways.len().min(SHOWN));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>{lang.t(format!("另外 {} 类", rest.len()), format!("{} more", rest.len()))}</summary>
                {grid(lang, rest)}
            </details>
        }
    });
    (!ways.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby=id><h2 id=id>{title}</h2>{grid(lang, first)}{more}</section>
        }
        .into_any()
    })
}

fn grid(lang: Lang, ways: &[Way]) -> AnyView {
    let lines = ways.iter().map(|way| {
        view! {
            <li><a href=way.href.clone()>
                <span class="glyph" aria-hidden="true">{glyph(&way.key)}</span>
                <span class="name">{way.name.clone()}</span>
                <span class="count">{lang.t(format!("{} 项", way.count), way.count.to_string())}</span>
            </a></li>
        }
    });
    view! { <ul class="theme-grid">{lines.collect_view()}</ul> }.into_any()
}

pub(super) fn kinds(page: &HomePage) -> AnyView {
    let lang = page.lang;
    let lines = page.kinds.iter().map(|way| {
        view! { <li><a class="chip" href=way.href.clone()>{way.name.clone()}" "<span class="count">{way.count}</span></a></li> }
    });
    let (items, places) = (page.items, page.implementations);
    view! {
        <section class="section" aria-labelledby="kinds">
            <h2 id="kinds">{lang.t("按办法找", "By how it is done")}</h2>
            <ul class="chips">{lines.collect_view()}</ul>
            <p class="meta">{lang.t(
                format!("共 {items} 个事项，在全市各级办理点有 {places} 个实施清单。"),
                format!("{items} services in all, done by the city's bodies in {places} variants."),
            )}</p>
        </section>
    }
    .into_any()
}
