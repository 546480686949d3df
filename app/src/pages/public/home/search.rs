//! A field that takes any words, and what most people come for.

use crate::lang::Lang;
use crate::pages::public::search::encoded;
use crate::ui::item_card::{ItemLine, how_long, visits_words};
use leptos::prelude::*;

pub(super) fn hero(lang: Lang) -> AnyView {
    let words = [
        ("社保卡", "Social security card"),
        ("高龄津贴", "Old-age allowance"),
        ("居住证", "Residence permit"),
        ("公积金提取", "Housing fund"),
        ("新生儿", "Newborn child"),
    ];
    let chips = words.map(|(words, name)| {
        let href = format!("/items?q={}", encoded(words));
        view! { <li><a class="chip" href=href>{lang.t(words, name)}</a></li> }
    });
    view! {
        <div class="hero-band"><div class="wrap">
            <form class="search-box hero" role="search" action="/items">
                <h1><label for="q">{lang.t("您要办什么事？", "What do you need to do?")}</label></h1>
                <div class="bar">
                    <input type="search" id="q" name="q" autofocus autocomplete="off" aria-describedby="q-hint"/>
                    <button class="button large">{lang.t("搜索", "Search")}</button>
                </div>
                <p class="hint" id="q-hint">{lang.t(
                    "说您平常说的话就行，也可以用拼音或首字母，例如 gljt",
                    "Chinese words, pinyin or initials all work, e.g. gljt",
                )}</p>
            </form>
            <ul class="chips" aria-label=lang.t("大家常搜", "Often searched")>
                <li class="chips-label">{lang.t("常搜", "Often")}</li>
                {chips.collect_view()}
            </ul>
        </div></div>
    }
    .into_any()
}

pub(super) fn top(lang: Lang, items: &[ItemLine]) -> AnyView {
    let lines = items.iter().map(|item| {
        let meta =
            format!("{} · {}", how_long(lang, item.kind, item.promised), visits_words(lang, item.visits));
        view! {
            <li><a href=format!("/items/{}", item.id)>
                <span class="glyph" aria-hidden="true">{item_glyph(&item.name)}</span>
                <span class="name">{item.name.clone()}</span>
                <span class="meta">{meta}</span>
            </a></li>
        }
    });
    view! {
        <section class="section">
            <h2>{lang.t("大家最近常办", "Most used lately")}</h2>
            <ol class="top-items">{lines.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// The first character that tells items apart.
fn item_glyph(name: &str) -> char {
    name.chars().find(|c| c.is_alphabetic()).unwrap_or('事')
}
