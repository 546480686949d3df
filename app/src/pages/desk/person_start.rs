//! Start an item: type a few letters, or press the number of a likely one.

use super::item_line::ItemLine;
use crate::lang::Lang;
use leptos::prelude::*;

/// The third column of the person's page.
pub(super) fn start_item(lang: Lang, query: String, items: Vec<ItemLine>) -> AnyView {
    let title = if query.is_empty() {
        lang.t("这位办事人可能要办", "Likely for this person").to_owned()
    } else if items.is_empty() {
        lang.t(format!("没有找到“{query}”，换个说法试试"), format!("Nothing for “{query}”. Try other words"))
    } else {
        lang.t(format!("“{query}”"), format!("“{query}”"))
    };
    view! {
        <section class="panel" aria-labelledby="begin">
            <header><h2 id="begin">{lang.t("开始办事", "Start a service")}</h2></header>
            {search(lang, query)}
            <h3>{title}</h3>
            {pick_list(items)}
        </section>
    }
    .into_any()
}

/// Words of the catalogue only; nothing personal is ever typed here, so the address may hold it.
fn search(lang: Lang, query: String) -> AnyView {
    view! {
        <form class="search-box" role="search" method="get" action="/desk/person" aria-label=lang.t("找事项", "Find a service")>
            <label for="item-search">{lang.t("事项名称、拼音或首字母", "Name, pinyin or initials")}</label>
            <div class="bar">
                <input type="search" id="item-search" name="q" value=query autocomplete="off" autofocus
                    placeholder="gljt"/>
                <button class="button">{lang.t("找", "Find")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Items by number: `Alt` and the digit, or the digit alone where nothing is being typed.
pub(super) fn pick_list(items: Vec<ItemLine>) -> AnyView {
    let lines = items.into_iter().enumerate().map(|(index, item)| pick(index + 1, item)).collect_view();
    view! {
        <form method="post" action="/desk/intake">
            <ol class="pick-list">{lines}</ol>
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
