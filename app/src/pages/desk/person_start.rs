//! Start an item: type a few letters, or press the number of a likely one.

use super::item_line::ItemLine;
use crate::lang::Lang;
use leptos::prelude::*;

/// What can be started, in its groups; the digits run on from `first`.
#[derive(Clone, Debug, Default)]
pub struct Startable {
    /// What was typed to find an item.
    pub query: String,
    /// 可能可以办: what they may have.
    pub entitled: Vec<ItemLine>,
    /// What fits the words; without any, what most people come for.
    pub items: Vec<ItemLine>,
}

/// The third column. Digits begin at `first`, for other lists stand before it.
pub(super) fn start_item(
    lang: Lang,
    start: Startable,
    first: usize,
    (action, entity): (&'static str, bool),
) -> AnyView {
    let Startable { query, entitled, items } = start;
    let title = if query.is_empty() {
        lang.t("常办的", "Often done").to_owned()
    } else if items.is_empty() {
        lang.t(format!("没有找到“{query}”，换个说法试试"), format!("Nothing for “{query}”. Try other words"))
    } else {
        lang.t(format!("“{query}”"), format!("“{query}”"))
    };
    let next = first + entitled.len();
    let may = (!entitled.is_empty()).then(|| {
        view! {
            <h3>{lang.t("可能可以办", "They may have")}</h3>
            {picks(entitled, first, entity)}
        }
    });
    let others = (!items.is_empty() || !query.is_empty()).then(|| {
        view! { <h3>{title}</h3>{picks(items, next, entity)} }
    });
    view! {
        <section class="panel" aria-labelledby="begin">
            <header><h2 id="begin">{lang.t("开始办事", "Start a service")}</h2></header>
            {search(lang, query, action)}
            {may}
            {others}
        </section>
    }
    .into_any()
}

/// Words of the catalogue only; nothing personal is ever typed here, so the address may hold it.
/// It has no focus of itself: a digit picks at once, and its key leads here.
fn search(lang: Lang, query: String, action: &'static str) -> AnyView {
    view! {
        <form class="search-box" role="search" method="get" action=action aria-label=lang.t("找事项", "Find a service")>
            <label for="item-search">{lang.t("事项名称、拼音或首字母", "Name, pinyin or initials")}" "<kbd class="kbd">"Alt F"</kbd></label>
            <div class="bar">
                <input type="search" id="item-search" name="q" value=query autocomplete="off" accesskey="f"
                    placeholder="gljt"/>
                <button class="button">{lang.t("找", "Find")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Items by number: `Alt` and the digit, or the digit alone where nothing is being typed.
pub(super) fn pick_list(items: Vec<ItemLine>) -> AnyView {
    picks(items, 1, false)
}

/// The same with digits from `first`; for the organisation at the counter, or for the person.
pub(super) fn picks(items: Vec<ItemLine>, first: usize, entity: bool) -> AnyView {
    let lines = items.into_iter().enumerate().map(|(index, item)| pick(first + index, item)).collect_view();
    let whom = entity.then(|| view! { <input type="hidden" name="whom" value="entity"/> });
    view! {
        <form method="post" action="/desk/intake">
            {whom}
            <ol class="pick-list" start=first.to_string()>{lines}</ol>
        </form>
    }
    .into_any()
}

fn pick(number: usize, item: ItemLine) -> AnyView {
    let key = (number <= 9).then(|| number.to_string());
    let shown = key.clone().unwrap_or_default();
    view! {
        <li>
            <button name="item" value=item.id accesskey=key.clone() data-pick=key>
                <kbd class="kbd">{shown}</kbd>
                <span class="name">{item.name}</span>
                <span class="meta">{item.meta}</span>
            </button>
        </li>
    }
    .into_any()
}
