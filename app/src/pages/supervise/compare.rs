//! 比较: two groups side by side, never one rate alone.

mod choice;
mod rows;

use super::address::Query;
use super::chips::{Chip, chips};
use super::figures::Group;
use super::heads::By;
use super::measure::Measure;
use super::picker::presets;
use super::rate::Rate;
use crate::lang::Lang;
use crate::ui::panel::panel;
use crate::ui::table::{Caption, DENSE, scrolling};
use chrono::NaiveDate;
use domain::indicator::Figures;
use leptos::prelude::*;
use rows::{count_row, median_row, rate_row};

/// The page.
#[derive(Clone, Debug)]
pub struct ComparePage {
    /// The language.
    pub lang: Lang,
    /// Which days, grouped how, under which heads.
    pub query: Query,
    /// Names of the heads.
    pub heads: Vec<(By, String)>,
    /// Today in the city.
    pub today: NaiveDate,
    /// The groups to choose from.
    pub groups: Vec<Group>,
    /// The keys of the two.
    pub chosen: [Option<String>; 2],
    /// All groups together.
    pub total: Figures,
}

/// The page's own address.
const PAGE: &str = "/supervise/compare";

/// The order of the numbers and rates.
const COUNTS: [Measure; 10] = [
    Measure::Received,
    Measure::Accepted,
    Measure::Closed,
    Measure::OnTime,
    Measure::Early,
    Measure::Late,
    Measure::Open,
    Measure::OverdueOpen,
    Measure::Corrected,
    Measure::Refused,
];

impl ComparePage {
    fn group(&self, at: usize) -> Option<&Group> {
        let key = self.chosen.get(at)?.as_ref()?;
        self.groups.iter().find(|group| group.key == *key)
    }
}

/// The view.
pub fn compare(page: ComparePage) -> AnyView {
    let lang = page.lang;
    let sides = page.group(0).zip(page.group(1)).map(|(a, b)| sides(&page, a, b));
    let pick = || {
        let text = lang
            .t("选两组，并排看同一段时间的数字。", "Choose two groups to see the same days side by side.");
        view! { <div class="notice"><p>{text}</p></div> }.into_any()
    };
    view! {
        <div class="page-head">
            <h1>{lang.t("比较", "Compare")}</h1>
            <p class="lead">{page.query.period.words(lang)}</p>
        </div>
        {chips(lang, &narrowed(&page))}
        {presets(lang, &page.query, page.today, &kept(&page))}
        {choice::choice(&page)}
        {sides.unwrap_or_else(pick)}
    }
    .into_any()
}

/// The page's address up to what a link adds: the two groups stay.
fn kept(page: &ComparePage) -> String {
    let [a, b] = page.chosen.each_ref().map(|key| key.clone().unwrap_or_default());
    let encoded = crate::pages::public::search::encoded;
    format!("{PAGE}?a={}&b={}", encoded(&a), encoded(&b))
}

fn narrowed(page: &ComparePage) -> Vec<Chip> {
    let chip = |(by, name): &(By, String)| {
        let heads = page.query.heads.clone().with(*by, None);
        Chip { name: name.clone(), without: Query { heads, ..page.query.clone() }.at(PAGE) }
    };
    page.heads.iter().map(chip).collect()
}

fn sides(page: &ComparePage, a: &Group, b: &Group) -> AnyView {
    let lang = page.lang;
    // Of days gone by nobody knows any more what was past due then.
    let rates = Rate::ALL.into_iter().filter(|rate| *rate != Rate::Overdue || !page.total.past);
    let rates = rates.map(|rate| rate_row(page, rate, a, b)).collect_view();
    let counts = COUNTS.map(|measure| count_row(page, measure, a, b)).collect_view();
    let name = |group: &Group| lang.pick(&group.name, &group.name_en).to_owned();
    let head = |first: &'static str| {
        view! {
            <thead><tr>
                <th scope="col">{first}</th>
                <th scope="col" class="num">{name(a)}</th>
                <th scope="col" class="num">{name(b)}</th>
                <th scope="col" class="num">{lang.t("前者比后者", "First on second")}</th>
                <th scope="col" class="num">{lang.t("全部", "All")}</th>
            </tr></thead>
        }
    };
    let of_rates = view! { {head(lang.t("比率", "Rate"))}<tbody>{rates}{median_row(page, a, b)}</tbody> };
    let of_counts = view! { {head(lang.t("件数", "Number"))}<tbody>{counts}</tbody> };
    let (heard_rates, heard_counts) =
        (lang.t("比率并排", "Rates side by side"), lang.t("件数并排", "Numbers side by side"));
    view! {
        <div class="columns-2 versus">
            {panel(lang.t("怎么样", "How well"), scrolling(Caption::heard("rates", heard_rates), DENSE, of_rates))}
            {panel(lang.t("有多少", "How much"), scrolling(Caption::heard("counts", heard_counts), DENSE, of_counts))}
        </div>
    }
    .into_any()
}
