//! 比较: two groups side by side, never one rate alone.

mod choice;

use super::address::Query;
use super::chips::{Chip, chips};
use super::figures::Group;
use super::heads::By;
use super::measure::{Measure, Told as _};
use super::picker::presets;
use super::rate::{Rate, moved, points};
use crate::lang::Lang;
use crate::ui::chart::mini_bar;
use crate::ui::panel::panel;
use crate::ui::ratio::{formula, grouped, half, percent};
use crate::ui::table::{Caption, DENSE, scrolling};
use chrono::NaiveDate;
use domain::indicator::Figures;
use leptos::prelude::*;

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
    let rates = Rate::ALL.map(|rate| rate_row(page, rate, a, b)).collect_view();
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

/// Both rates with their two sides, and a bar each on the same scale.
fn rate_row(page: &ComparePage, rate: Rate, a: &Group, b: &Group) -> AnyView {
    let lang = page.lang;
    let (over, under) = rate.sides(lang);
    let side = |group: &Group| {
        let ratio = rate.of(&group.figures);
        let href = page.query.cases(rate.measure(), Some(&group.key));
        let shown = percent(ratio).map_or_else(
            || view! { "—" }.into_any(),
            |value| view! { <a href=href>{value}" %"</a> }.into_any(),
        );
        view! {
            <td class="num">{shown}{mini_bar("on-time", ratio.numerator, ratio.denominator)}
                <span class="meta">{formula("", "", ratio)}</span></td>
        }
    };
    let change = points(rate.of(&a.figures), rate.of(&b.figures));
    let all = percent(rate.of(&page.total)).map_or_else(|| "—".to_owned(), |value| format!("{value} %"));
    let formula = lang.t(format!("{over} ÷ {under}"), format!("{over} ÷ {under}"));
    view! {
        <tr>
            <th scope="row">{rate.name(lang)}<br/><span class="meta">{formula}</span></th>
            {side(a)}{side(b)}
            <td class="num">{moved(lang, change)}</td>
            <td class="num">{all}</td>
        </tr>
    }
    .into_any()
}

fn median_row(page: &ComparePage, a: &Group, b: &Group) -> AnyView {
    let lang = page.lang;
    let shown = |days: Option<f64>| days.map_or_else(|| "—".to_owned(), half);
    let [of_a, of_b] = [a, b].map(|group| group.figures.median_working_days());
    let more = of_a.zip(of_b).map(|(a, b)| a - b);
    let more = more.map_or_else(|| "—".to_owned(), |more| signed(&half(more.abs()), more < 0.0, more == 0.0));
    view! {
        <tr>
            <th scope="row">{lang.t("办理用时中位数（工作日）", "Median working days")}</th>
            <td class="num">{shown(of_a)}</td><td class="num">{shown(of_b)}</td>
            <td class="num">{more}</td><td class="num">{shown(page.total.median_working_days())}</td>
        </tr>
    }
    .into_any()
}

fn count_row(page: &ComparePage, measure: Measure, a: &Group, b: &Group) -> AnyView {
    let lang = page.lang;
    let link = |key: Option<&str>, figures: &Figures| match measure.of(figures) {
        0 => view! { "0" }.into_any(),
        n => view! { <a href=page.query.cases(measure, key)>{grouped(n)}</a> }.into_any(),
    };
    let more = measure.of(&a.figures) - measure.of(&b.figures);
    view! {
        <tr>
            <th scope="row">{measure.name(lang)}</th>
            <td class="num">{link(Some(&a.key), &a.figures)}</td>
            <td class="num">{link(Some(&b.key), &b.figures)}</td>
            <td class="num">{signed(&grouped(more.abs()), more < 0, more == 0)}</td>
            <td class="num">{link(None, &page.total)}</td>
        </tr>
    }
    .into_any()
}

fn signed(number: &str, less: bool, same: bool) -> String {
    match (same, less) {
        (true, _) => "=".to_owned(),
        (false, true) => format!("▼ {number}"),
        (false, false) => format!("▲ {number}"),
    }
}
