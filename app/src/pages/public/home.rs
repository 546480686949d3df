//! Home: a search that takes any words, what most people come for, and one's own cases.

use super::themes::glyph;
use crate::lang::Lang;
use crate::pages::citizen::my::{CaseLine, case_list};
use crate::ui::item_card::{ItemLine, how_long, visits_words};
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

/// A hall with its hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HallLine {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// When it is open.
    pub hours: String,
    /// Its number.
    pub phone: String,
}

/// What home shows.
#[derive(Clone, Debug, PartialEq)]
pub struct HomePage {
    /// The language.
    pub lang: Lang,
    /// The items most people come for.
    pub top: Vec<ItemLine>,
    /// 人生事 and 一件事.
    pub events: Vec<Way>,
    /// 主题.
    pub themes: Vec<Way>,
    /// Items by kind: 即办, 全程网办, 跨省通办 …
    pub kinds: Vec<Way>,
    /// The cases of who is signed in, those that ask for something first.
    pub cases: Option<Vec<CaseLine>>,
    /// How many items the catalogue has.
    pub items: u64,
    /// In how many places and situations they are done.
    pub implementations: u64,
    /// Where one may go.
    pub halls: Vec<HallLine>,
}

/// The page.
pub fn home(page: HomePage) -> impl IntoView {
    let lang = page.lang;
    view! {
        {hero(&page)}
        <div class="wrap">
            {urgent(lang, page.cases.as_deref().unwrap_or_default())}
            <div class="home-first">
                {track_box(lang)}
                {top(lang, &page.top)}
            </div>
            {page.cases.as_deref().map(|cases| my_cases(lang, cases))}
            {ways(lang, lang.t("人生大事，一次办好", "Life events"), "events", &page.events)}
            {ways(lang, lang.t("按主题找", "By theme"), "themes", &page.themes)}
            {kinds(&page)}
            {halls(lang, &page.halls)}
        </div>
    }
    .into_any()
}

fn hero(page: &HomePage) -> AnyView {
    let lang = page.lang;
    let words = [
        ("社保卡", "Social security card"),
        ("高龄津贴", "Old-age allowance"),
        ("居住证", "Residence permit"),
        ("公积金提取", "Housing fund"),
        ("新生儿", "Newborn child"),
    ];
    let chips = words.map(|(words, name)| {
        let href = format!("/items?q={}", super::search::encoded(words));
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

/// What the person must do comes before everything else.
fn urgent(lang: Lang, cases: &[CaseLine]) -> Option<AnyView> {
    let urgent: Vec<CaseLine> = cases.iter().filter(|case| case.is_urgent()).cloned().collect();
    (!urgent.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.t("请您先做这件事", "Please do this first")}</h2>
                {case_list(lang, &urgent)}
            </section>
        }
        .into_any()
    })
}

fn my_cases(lang: Lang, cases: &[CaseLine]) -> AnyView {
    let cases: Vec<CaseLine> = cases.iter().filter(|case| !case.is_urgent()).cloned().collect();
    let list = if cases.is_empty() {
        view! { <p class="meta">{lang.t("没有其他办件。", "No other cases.")}</p> }.into_any()
    } else {
        case_list(lang, &cases)
    };
    view! {
        <section class="section">
            <div class="row between">
                <h2>{lang.t("我的办件", "My cases")}</h2>
                <a class="action-link" href="/my">{lang.t("全部办件和草稿", "All cases and drafts")}</a>
            </div>
            {list}
        </section>
    }
    .into_any()
}

fn track_box(lang: Lang) -> AnyView {
    view! {
        <form class="track-box" method="post" action="/track" aria-labelledby="track-title">
            <h2 id="track-title">{lang.t("查办件进度", "Track a case")}</h2>
            <div class="fields">
                <div class="field">
                    <label for="case_no">{lang.t("办件编号", "Case number")}</label>
                    <input id="case_no" name="case_no" class="width-full code" autocomplete="off" spellcheck="false"/>
                </div>
                <div class="field">
                    <label for="query_code">{lang.t("查询码", "Query code")}</label>
                    <input id="query_code" name="query_code" class="width-full code" autocomplete="off" spellcheck="false"/>
                </div>
                <button class="button secondary">{lang.t("查询", "Track")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn top(lang: Lang, items: &[ItemLine]) -> AnyView {
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

/// Ways shown at once; the rest unfolds.
const SHOWN: usize = 12;

fn ways(lang: Lang, title: &'static str, id: &'static str, ways: &[Way]) -> Option<AnyView> {
    if ways.is_empty() {
        return None;
    }
    let line = |way: &Way| {
        view! {
            <li><a href=way.href.clone()>
                <span class="glyph" aria-hidden="true">{glyph(&way.key)}</span>
                <span class="name">{way.name.clone()}</span>
                <span class="count">{lang.t(format!("{} 项", way.count), way.count.to_string())}</span>
            </a></li>
        }
    };
    let (first, rest) = ways.split_at(ways.len().min(SHOWN));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>{lang.t(format!("另外 {} 类", rest.len()), format!("{} more", rest.len()))}</summary>
                <ul class="theme-grid">{rest.iter().map(line).collect_view()}</ul>
            </details>
        }
    });
    Some(
        view! {
            <section class="section" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <ul class="theme-grid">{first.iter().map(line).collect_view()}</ul>
                {more}
            </section>
        }
        .into_any(),
    )
}

fn kinds(page: &HomePage) -> AnyView {
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

fn halls(lang: Lang, halls: &[HallLine]) -> Option<AnyView> {
    if halls.is_empty() {
        return None;
    }
    let lines = halls.iter().map(office).collect_view();
    Some(
        view! {
            <section class="section" aria-labelledby="halls">
                <h2 id="halls">{lang.t("办事大厅", "Service halls")}</h2>
                <div class="hall-list">{lines}</div>
            </section>
        }
        .into_any(),
    )
}

/// A hall: where, when, and its number.
pub fn office(hall: &HallLine) -> AnyView {
    let phone = hall.phone.clone();
    let call =
        (!phone.is_empty()).then(|| view! { <p><a href=format!("tel:{phone}")>{phone.clone()}</a></p> });
    view! {
        <address class="office">
            <h3>{hall.name.clone()}</h3>
            <p>{hall.address.clone()}</p>
            <p>{hall.hours.clone()}</p>
            {call}
        </address>
    }
    .into_any()
}
