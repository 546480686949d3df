//! 分布: where cases are late, when they come, and what comes of them.

use super::address::Query;
use super::chips::{Chip, chips};
use super::heads::By;
use super::picker::{days, presets};
use crate::lang::Lang;
use crate::ui::empty::empty;
use crate::ui::plot::flow::{Flow, flow};
use crate::ui::plot::heat::{Heat, heat};
use crate::ui::plot::tiles::{TileMap, tile_map};
use crate::ui::ratio::cases;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct PatternsPage {
    /// The language.
    pub lang: Lang,
    /// Which days, under which heads.
    pub query: Query,
    /// Names of the heads.
    pub heads: Vec<(By, String)>,
    /// Today in the city.
    pub today: NaiveDate,
    /// Cases received in the period.
    pub received: i64,
    /// Divisions by what is late.
    pub map: TileMap,
    /// Weekdays by hours of receipt.
    pub heat: Heat,
    /// Channels by results.
    pub flow: Flow,
}

/// The page's own address.
const PAGE: &str = "/supervise/patterns";

/// The view.
pub fn patterns(page: PatternsPage) -> AnyView {
    let lang = page.lang;
    let mut scope: Vec<String> = page.heads.iter().map(|(_, name)| name.clone()).collect();
    if scope.is_empty() {
        scope.push(lang.t("全市", "the whole city").to_owned());
    }
    let received = cases(lang, page.received);
    view! {
        <div class="page-head">
            <h1>{lang.t("分布", "Patterns")}</h1>
            <p class="lead">
                {page.query.period.words(lang)}" · "{scope.join(" · ")}" · "
                {lang.t(format!("收件 {received}"), format!("{received} received"))}
            </p>
        </div>
        {chips(lang, &narrowed(&page))}
        {presets(lang, &page.query, page.today, PAGE)}
        {days(lang, &page.query, PAGE, &[])}
        {plots(&page)}
    }
    .into_any()
}

fn narrowed(page: &PatternsPage) -> Vec<Chip> {
    let chip = |(by, name): &(By, String)| {
        let heads = page.query.heads.clone().with(*by, None);
        Chip { name: name.clone(), without: Query { heads, ..page.query.clone() }.at(PAGE) }
    };
    page.heads.iter().map(chip).collect()
}

fn plots(page: &PatternsPage) -> AnyView {
    let lang = page.lang;
    let came = if page.received == 0 {
        let text =
            lang.t("换一段时间，或去掉上面的条件。", "Choose other days, or remove a condition above.");
        empty(lang.t("这段时间没有收件", "Nothing was received in this period"), view! { <p>{text}</p> })
    } else {
        view! {
            <div class="columns-2">
                <section class="panel">{heat(lang, &page.heat)}</section>
                <section class="panel">{flow(lang, &page.flow)}</section>
            </div>
        }
        .into_any()
    };
    let map = (!page.map.blocks.is_empty()).then(|| tile_map(lang, &page.map));
    view! { {map.map(|map| view! { <section class="panel">{map}</section> })}{came} }.into_any()
}
