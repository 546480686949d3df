//! The results of a search, with the ways to narrow it.

use super::search::{Dimension, Search};
use crate::lang::Lang;
use crate::ui::item_card::{ItemLine, item_line};
use crate::ui::pager::pager;
use leptos::prelude::*;

/// One value to narrow a search by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// As it stands in the address.
    pub value: String,
    /// What is shown.
    pub name: String,
    /// Items it would leave.
    pub count: u64,
}

/// One dimension with its values, most items first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Which.
    pub dimension: Dimension,
    /// Its values.
    pub values: Vec<FacetValue>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemsPage {
    /// The language.
    pub lang: Lang,
    /// What was looked for.
    pub search: Search,
    /// How many were found.
    pub total: u64,
    /// How many pages of them.
    pub pages: u64,
    /// This page of them.
    pub results: Vec<ItemLine>,
    /// The ways to narrow it.
    pub facets: Vec<Facet>,
    /// Names of items to offer where nothing was found.
    pub suggestions: Vec<(String, String)>,
}

/// Values shown before “more”.
const SHOWN: usize = 6;

/// The page.
pub fn items(page: ItemsPage) -> impl IntoView {
    let lang = page.lang;
    view! {
        <div class="page-head"><h1>{lang.t("找事项", "Find a service")}</h1></div>
        {search_box(&page)}
        <div class="with-facets">
            {facets(&page)}
            <div class="results">
                {chips(&page)}
                {found(&page)}
                <ol class="result-list">{page.results.iter().map(|item| item_line(lang, item)).collect_view()}</ol>
                {pager(lang, page.search.page(), page.pages, &page.search.pager_address())}
            </div>
        </div>
    }
    .into_any()
}

fn search_box(page: &ItemsPage) -> AnyView {
    let lang = page.lang;
    let kept = Dimension::ALL.into_iter().filter(|&part| !page.search.chosen(part).is_empty()).map(|part| {
        view! { <input type="hidden" name=part.as_str() value=page.search.chosen(part).to_owned()/> }
    });
    view! {
        <form class="search-box" role="search" action="/items">
            <label for="q">{lang.t("您要办什么事？", "What do you need to do?")}</label>
            <div class="bar">
                <input type="search" id="q" name="q" value=page.search.q.clone() autocomplete="off"/>
                <button class="button">{lang.t("搜索", "Search")}</button>
            </div>
            {kept.collect_view()}
        </form>
    }
    .into_any()
}

fn found(page: &ItemsPage) -> AnyView {
    let (lang, q, total) = (page.lang, page.search.q.clone(), page.total);
    if total == 0 {
        return nothing(page);
    }
    let about = (!q.is_empty()).then(|| format!(" · “{q}”"));
    let unit = match (lang, total) {
        (Lang::Zh, _) => " 项",
        (Lang::En, 1) => " service",
        (Lang::En, _) => " services",
    };
    view! { <p class="result-count" role="status"><strong>{total}</strong>{unit}{about}</p> }.into_any()
}

fn nothing(page: &ItemsPage) -> AnyView {
    let (lang, q) = (page.lang, page.search.q.clone());
    let title = if q.is_empty() {
        lang.t("没有符合条件的事项", "No service fits these filters").to_owned()
    } else {
        lang.t(format!("没有找到“{q}”"), format!("Nothing found for “{q}”"))
    };
    let all = Search { q: q.clone(), ..Search::default() };
    let widen = (page.search.filters() > 0).then(
        || view! { <p><a href=all.href()>{lang.t("去掉所有筛选再找", "Search without filters")}</a></p> },
    );
    let lines = page.suggestions.iter().map(|(id, name)| {
        view! { <li><a href=format!("/items/{id}")>{name.clone()}</a></li> }
    });
    let lines = lines.collect_view();
    view! {
        <div class="empty" role="status">
            <p class="title">{title}</p>
            <p>{lang.t(
                "换个说法试试，例如办什么证、领什么钱；也可以打 12345，有人帮您找。",
                "Try other words, such as the certificate or the benefit; or call 12345 and somebody will help.",
            )}</p>
            {widen}
            {(!page.suggestions.is_empty()).then(|| view! {
                <p>{lang.t("您是不是要找：", "Did you mean:")}</p>
                <ul class="inline-links">{lines}</ul>
            })}
        </div>
    }
    .into_any()
}

fn chips(page: &ItemsPage) -> Option<AnyView> {
    let lang = page.lang;
    let chosen: Vec<(String, String)> = Dimension::ALL
        .into_iter()
        .filter(|&part| !page.search.chosen(part).is_empty())
        .map(|part| (page.search.with(part, "").href(), name_of(page, part)))
        .collect();
    let lines = chosen.iter().map(|(href, name)| {
        let remove = lang.t("，移除", ", remove");
        view! {
            <li><a class="chip" href=href.clone()>
                {name.clone()}" "<span aria-hidden="true">"×"</span><span class="visually-hidden">{remove}</span>
            </a></li>
        }
    });
    let lines = lines.collect_view();
    (!chosen.is_empty()).then(|| {
        view! { <ul class="chips" aria-label=lang.t("已选条件", "Filters in use")>{lines}</ul> }.into_any()
    })
}

/// The shown name of what is chosen in a dimension.
fn name_of(page: &ItemsPage, part: Dimension) -> String {
    let value = page.search.chosen(part);
    let facet = page.facets.iter().find(|facet| facet.dimension == part);
    let known = facet.and_then(|facet| facet.values.iter().find(|known| known.value == value));
    known.map_or_else(|| value.to_owned(), |known| known.name.clone())
}

fn facets(page: &ItemsPage) -> AnyView {
    let lang = page.lang;
    let count = page.search.filters();
    let count = (count > 0).then(|| view! { " "<span class="count">{count}</span> });
    let sections =
        page.facets.iter().filter(|facet| !facet.values.is_empty()).map(|facet| section(page, facet));
    view! {
        <details class="facets" id="facets">
            <summary>{lang.t("筛选", "Filter")}{count}</summary>
            <nav aria-label=lang.t("筛选", "Filter")>{sections.collect_view()}</nav>
        </details>
    }
    .into_any()
}

fn section(page: &ItemsPage, facet: &Facet) -> AnyView {
    let lang = page.lang;
    let link = |value: &FacetValue| facet_link(page, facet.dimension, value);
    let (first, rest) = facet.values.split_at(facet.values.len().min(SHOWN));
    let rest_chosen = rest.iter().any(|value| value.value == page.search.chosen(facet.dimension));
    let more = (!rest.is_empty()).then(|| {
        let rest = rest.iter().map(link).collect_view();
        view! {
            <details class="more" open=rest_chosen>
                <summary>{lang.t("更多", "More")}</summary>
                <ul>{rest}</ul>
            </details>
        }
    });
    view! {
        <section>
            <h2>{dimension_name(lang, facet.dimension)}</h2>
            <ul>{first.iter().map(link).collect_view()}</ul>
            {more}
        </section>
    }
    .into_any()
}

fn facet_link(page: &ItemsPage, part: Dimension, value: &FacetValue) -> impl IntoView + use<> {
    let here = page.search.chosen(part) == value.value;
    let href = page.search.with(part, if here { "" } else { &value.value }).href();
    view! {
        <li><a href=href aria-current=here.then_some("true")>
            {value.name.clone()}" "<span class="count">{value.count}</span>
        </a></li>
    }
}

/// The heading of a dimension.
pub fn dimension_name(lang: Lang, part: Dimension) -> &'static str {
    match part {
        Dimension::Theme => lang.t("主题", "Theme"),
        Dimension::Department => lang.t("部门", "Department"),
        Dimension::Event => lang.t("人生大事", "Life event"),
        Dimension::Channel => lang.t("办理方式", "How"),
        Dimension::Area => lang.t("通办范围", "Where it is taken in"),
        Dimension::Subject => lang.t("谁来办", "For whom"),
    }
}
