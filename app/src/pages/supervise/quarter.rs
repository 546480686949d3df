//! 季报: a quarter in words first, then in tables and charts. Prints as a report; the PDF and the
//! workbook are made of the very same [`Report`].

mod report;

pub use report::{Bars, Cell, Grid, Head, Line, Report, Section, Value};

use crate::lang::Lang;
use crate::ui::chart::{BarChart, bar_chart};
use crate::ui::table::{Caption, DENSE, scrolling};
use domain::assessment::Period;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct QuarterPage {
    /// The language.
    pub lang: Lang,
    /// The quarter shown.
    pub period: Period,
    /// Quarters to choose from, the newest first.
    pub choices: Vec<Period>,
    /// The report, or a sentence why there is none.
    pub told: Result<Report, String>,
}

/// A quarter's name.
pub fn name(lang: Lang, period: Period) -> String {
    lang.t(period.chinese(), period.english())
}

/// The address of a quarter, or of its file.
pub fn address(period: Period, file: &str) -> String {
    format!("/supervise/quarter{file}?year={}&quarter={}", period.year(), period.part())
}

/// The page.
pub fn quarter(page: QuarterPage) -> AnyView {
    let lang = page.lang;
    match &page.told {
        Ok(report) => view! {
            <div class="row between">
                <div class="page-head">
                    <h1>{report.title.clone()}</h1>
                    <p class="lead">{report.made.clone()}</p>
                </div>
                {files(lang, page.period)}
            </div>
            {picker(&page)}
            <div class="section prose">{report.sentences.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view()}</div>
            {report.sections.iter().map(|one| section(lang, one)).collect_view()}
        }
        .into_any(),
        Err(sentence) => view! {
            <div class="page-head"><h1>{name(lang, page.period)}</h1></div>
            {picker(&page)}
            <div class="notice" role="status"><p>{sentence.clone()}</p></div>
        }
        .into_any(),
    }
}

fn files(lang: Lang, period: Period) -> AnyView {
    view! {
        <ul class="page-actions row">
            <li><a href=address(period, ".pdf") download="">{lang.t("下载 PDF", "Download PDF")}</a></li>
            <li><a href=address(period, ".xlsx") download="">{lang.t("下载 XLSX", "Download XLSX")}</a></li>
        </ul>
    }
    .into_any()
}

fn picker(page: &QuarterPage) -> AnyView {
    let lang = page.lang;
    let mut years: Vec<i32> = page.choices.iter().map(|one| one.year()).chain([page.period.year()]).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let years = years.into_iter().map(|year| {
        view! { <option value=year.to_string() selected={year == page.period.year()}>{year}</option> }
    });
    let parts = (1..=4_u32).map(|part| {
        let name = lang.t(format!("第{part}季度"), format!("Quarter {part}"));
        view! { <option value=part.to_string() selected={part == page.period.part()}>{name}</option> }
    });
    view! {
        <form class="toolbar" method="get" action="/supervise/quarter">
            <div class="field">
                <label for="year">{lang.t("年", "Year")}</label>
                <select id="year" name="year">{years.collect_view()}</select>
            </div>
            <div class="field">
                <label for="quarter">{lang.t("季度", "Quarter")}</label>
                <select id="quarter" name="quarter">{parts.collect_view()}</select>
            </div>
            <button class="button small">{lang.t("查看", "Show")}</button>
        </form>
    }
    .into_any()
}

fn section(lang: Lang, one: &Section) -> AnyView {
    let notes = one.notes.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
    let bars = one.bars.iter().map(|bars| chart(lang, bars)).collect_view();
    let grids =
        one.grids.iter().enumerate().map(|(at, one_grid)| grid(&format!("{}-{at}", one.id), one_grid));
    view! {
        <section class="section" id=one.id>
            <h2>{one.heading.clone()}</h2>
            {notes}
            {bars}
            {grids.collect_view()}
        </section>
    }
    .into_any()
}

fn chart(lang: Lang, bars: &Bars) -> AnyView {
    let Bars { id, caption, head, kinds, bars } = bars.clone();
    bar_chart(lang, BarChart { id, caption, head, kinds, bars })
}

fn grid(id: &str, grid: &Grid) -> AnyView {
    let class = |number: bool| if number { "num" } else { "" };
    let heads = grid
        .heads
        .iter()
        .map(|head| view! { <th scope="col" class=class(head.number)>{head.name.clone()}</th> });
    let rows = grid.lines.iter().map(|line| {
        let cells = line.cells.iter().zip(&grid.heads).enumerate().map(|(at, (cell, head))| {
            let shown = match (&cell.href, line.strong) {
                (Some(href), _) => view! { <a href=href.clone()>{cell.text.clone()}</a> }.into_any(),
                (None, true) => view! { <strong>{cell.text.clone()}</strong> }.into_any(),
                (None, false) => view! { {cell.text.clone()} }.into_any(),
            };
            match at {
                0 => view! { <th scope="row">{shown}</th> }.into_any(),
                _ => view! { <td class=class(head.number)>{shown}</td> }.into_any(),
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let parts = view! {
        <thead><tr>{heads.collect_view()}</tr></thead>
        <tbody>{rows.collect_view()}</tbody>
    };
    scrolling(Caption::shown(&format!("{id}-caption"), grid.caption.clone()), DENSE, parts)
}
