//! The lines of the comparison: a rate with both its sides, a number, the median.

use super::super::figures::Group;
use super::super::live::sides;
use super::super::measure::{Measure, Told as _};
use super::super::rate::{Rate, moved, points};
use super::ComparePage;
use crate::ui::chart::mini_bar;
use crate::ui::ratio::{grouped, half, percent};
use domain::indicator::Figures;
use leptos::prelude::*;

/// Both rates with their two sides, and a bar each on the same scale.
pub(super) fn rate_row(page: &ComparePage, rate: Rate, a: &Group, b: &Group) -> AnyView {
    let lang = page.lang;
    let (over, under) = rate.sides(lang);
    let side = |group: &Group| {
        let ratio = rate.of(&group.figures);
        let Some(value) = percent(ratio) else { return view! { <td class="num">"—"</td> }.into_any() };
        let href = page.query.cases(rate.measure(), Some(&group.key));
        let sides = format!("{} {}", sides(ratio), rate.unit(lang));
        view! {
            <td class="num"><a href=href>{value}" %"</a>{mini_bar("on-time", ratio.numerator, ratio.denominator)}
                <span class="of">{sides}</span></td>
        }
        .into_any()
    };
    let change = points(rate.of(&a.figures), rate.of(&b.figures));
    let all = percent(rate.of(&page.total)).map_or_else(|| "—".to_owned(), |value| format!("{value} %"));
    let formula = format!("{over} ÷ {under}");
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

pub(super) fn median_row(page: &ComparePage, a: &Group, b: &Group) -> AnyView {
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

pub(super) fn count_row(page: &ComparePage, measure: Measure, a: &Group, b: &Group) -> AnyView {
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
