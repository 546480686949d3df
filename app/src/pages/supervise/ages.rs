//! What is still open, by age; and how long each stage took.

use super::address::Query;
use super::cut::Cut;
use super::figures::{AgeBand, CompletionPage, Dwell};
use super::heads::By;
use super::measure::Measure;
use crate::lang::Lang;
use crate::ui::chart::{Bar, BarChart, Kind, bar_chart, mini_bar};
use crate::ui::ratio::{grouped, half};
use crate::ui::table::{Caption, Table};
use leptos::prelude::*;

/// Open cases by days since they were received.
pub(super) fn ages(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    if page.ages.iter().all(|band| band.n == 0) {
        return view! { <p>{lang.t("期末没有在办的办件。", "Nothing was open at the end.")}</p> }.into_any();
    }
    let bars = page.ages.iter().map(|band| Bar {
        label: age_name(lang, band),
        parts: vec![band.n],
        said: grouped(band.n),
        links: vec![
            page.query
                .part(Some(Measure::Open), Cut::Received { from: band.received_from, to: band.received_to }),
        ],
    });
    let kind = Kind { class: "on-time", name: lang.t("在办（件）", "open cases").to_owned() };
    let caption = lang.t("期末在办，按收件以来的工作日", "Open at the end, by working days since receipt");
    bar_chart(
        lang,
        BarChart {
            id: "by-age",
            caption: caption.to_owned(),
            head: lang.t("多久", "Age").to_owned(),
            kinds: vec![kind],
            bars: bars.collect(),
        },
    )
}

fn age_name(lang: Lang, band: &AgeBand) -> String {
    let from = band.from;
    match band.to {
        Some(to) => lang.t(format!("{from}–{to} 个工作日"), format!("{from}–{to} working days")),
        None => lang.t(format!("{from} 个工作日以上"), format!("{from} working days and more")),
    }
}

/// Working days in each stage.
pub(super) fn dwell(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let passed: Vec<&Dwell> = page.dwell.iter().filter(|one| one.days.total() > 0).collect();
    if passed.is_empty() {
        return view! { <p>{lang.t("本期没有走完的环节。", "No stage was passed in the period.")}</p> }
            .into_any();
    }
    let most = passed.iter().filter_map(|one| one.days.nine_of_ten()).max().unwrap_or(0);
    let name = |one: &&Dwell| one.name.clone();
    let table = Table::new(Caption::shown(
        "dwell",
        lang.t("环节用时（工作日）", "Time in each stage (working days)").to_owned(),
    ))
    .row_name(lang.t("环节", "Stage"), name)
    .number(lang.t("走完", "Passed"), |one| {
        let heads = page.query.heads.clone();
        let heads = match &one.item {
            Some(item) => heads.with(By::Item, Some(item)),
            None => heads,
        };
        let href = Query { heads, ..page.query.clone() }.part(None, Cut::Stage(one.stage.clone()));
        view! { <a href=href>{grouped(one.days.total())}</a> }
    })
    .number(lang.t("中位", "Median"), |one| one.days.median().map(half))
    .number(lang.t("九成在…内", "9 of 10 within"), |one| one.days.nine_of_ten())
    .number(lang.t("最长", "Longest"), |one| one.days.pairs().last().map(|(days, _)| *days))
    .bar(lang.t("九成用时图", "9 of 10 as a bar"), |one| {
        mini_bar("on-time", i64::from(one.days.nine_of_ten().unwrap_or(0)), i64::from(most))
    })
    .rows(&passed);
    let slowest = passed.iter().max_by_key(|one| one.days.nine_of_ten());
    let sentence = slowest.map(|one| {
        let (name, days) = (name(one), one.days.nine_of_ten().unwrap_or(0));
        let n = grouped(one.days.above(days));
        lang.t(
            format!("最慢的是“{name}”：九成在 {days} 个工作日内走完，{n} 次更久。"),
            format!("Slowest: {name}. Nine of ten passed it within {days} working days; {n} took longer."),
        )
    });
    view! { {table}<p class="meta">{sentence}</p> }.into_any()
}
