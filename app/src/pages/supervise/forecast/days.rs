//! The coming days: due on each against the pace, drawn and as a table.

use super::{ForecastPage, List};
use crate::ui::chart::share;
use crate::ui::ratio::grouped;
use crate::ui::table::{Caption, Table};
use domain::forecast::Day;
use leptos::prelude::*;

/// Height of the tallest column and where the baseline lies, in pixels.
const TALL: u64 = 130;
const BASE: u64 = 170;

pub(super) fn days(page: &ForecastPage) -> AnyView {
    let lang = page.lang;
    let caption = lang.t(
        "未来 20 个工作日：每天到期的办件，其中会超期的（件）",
        "Next 20 working days: cases due each day, and those of them that will be late",
    );
    view! {
        <figure class="chart">
            <figcaption>{caption}</figcaption>
            {key(page)}
            {plot(page, caption)}
            <details class="table-behind">
                <summary>{lang.t("看数据表", "Show the table")}</summary>
                {table(page)}
            </details>
        </figure>
    }
    .into_any()
}

fn key(page: &ForecastPage) -> AnyView {
    let (lang, pace) = (page.lang, super::words::pace(page.lang, page.total.pace));
    let line = |class: &'static str, name: &str| {
        let (class, name) = (format!("bar {class}"), name.to_owned());
        view! {
            <li><svg class="bar-chart" width="12" height="12" aria-hidden="true"><rect class=class width="12" height="12"/></svg>{name}</li>
        }
    };
    view! {
        <ul class="chart-key">
            {line("on-time", lang.t("来得及", "in time"))}
            {line("late", lang.t("会超期", "will be late"))}
            <li>
                <svg class="column-chart" width="24" height="12" aria-hidden="true"><line class="axis" x1="0" x2="24" y1="6" y2="6" stroke-dasharray="6 4"/></svg>
                {lang.t("速度：每个工作日决定 ", "pace: decided a working day ")}{pace}
            </li>
        </ul>
    }
    .into_any()
}

fn plot(page: &ForecastPage, caption: &str) -> AnyView {
    let pace = page.total.pace;
    // The line of the pace must lie within the picture.
    let largest = page.days.iter().map(|day| day.due).max().unwrap_or(0).max(pace.by(1) + 1);
    let columns = page.days.iter().enumerate().map(|(at, day)| column(page, at, day, largest));
    let top = (BASE - (pace.tenths() * TALL / (largest * 10)).min(TALL)).to_string();
    let said = format!("{caption}{}", page.lang.t("；数据见下表", "; the numbers are in the table below"));
    view! {
        <svg class="column-chart" width="100%" height="200" role="img" aria-label=said>
            {columns.collect_view()}
            <line class="axis" x1="0" x2="100%" y1="170" y2="170"/>
            <line class="axis" x1="0" x2="100%" y1=top.clone() y2=top stroke-dasharray="6 4"/>
        </svg>
    }
    .into_any()
}

fn column(page: &ForecastPage, at: usize, day: &Day, largest: u64) -> AnyView {
    let count = i64::try_from(page.days.len() * 10).unwrap_or(1);
    let place = |tenths: usize| share(i64::try_from(at * 10 + tenths).unwrap_or_default(), count);
    let (left, middle, width) = (place(2), place(5), share(6, count));
    let height = |n: u64| if n == 0 { 0 } else { (n * TALL / largest.max(1)).max(1) };
    let (late, whole) = (height(day.late), height(day.due).max(height(day.late)));
    let bar = |class: &'static str, top: u64, height: u64| {
        let (x, width) = (left.clone(), width.clone());
        view! { <rect class=format!("bar {class}") x=x width=width y=top.to_string() height=height.to_string()/> }
    };
    // On a phone every second number and every fourth day.
    let class = |base: &str, every: usize| {
        if at.is_multiple_of(every) { format!("{base} middle") } else { format!("{base} middle alt") }
    };
    let said = (day.due > 0).then(|| day.due.to_string());
    view! {
        {bar("late", BASE - late, late)}
        {bar("on-time", BASE - whole, whole - late)}
        <text class=class("value", 2) x=middle.clone() y=(BASE - whole - 6).to_string()>{said}</text>
        <text class=class("label", 4) x=middle y="188">{day.date.format("%m-%d").to_string()}</text>
    }
    .into_any()
}

fn table(page: &ForecastPage) -> AnyView {
    let lang = page.lang;
    let link = |list: List, day: &Day, n: u64| {
        let text = grouped(i64::try_from(n).unwrap_or(i64::MAX));
        let href = page.query.listing(list, Some(day.date)).address();
        if n == 0 { view! { "0" }.into_any() } else { view! { <a href=href>{text}</a> }.into_any() }
    };
    Table::new(Caption::heard("days-caption", lang.t("未来 20 个工作日", "Next 20 working days")))
        .row_name(lang.t("工作日", "Working day"), |day: &Day| day.date.to_string())
        .number(lang.t("到期", "Due"), |day| link(List::Due, day, day.due))
        .number(lang.t("其中会超期", "Of these late"), |day| link(List::Late, day, day.late))
        .number(lang.t("累计到期（含已超期）", "Due so far, past ones too"), |day| {
            grouped(i64::try_from(day.due_by).unwrap_or(i64::MAX))
        })
        .number(lang.t("累计能办完", "Decided by then"), |day| link(List::Done, day, day.done_by))
        .number(lang.t("到期未办完", "Due and not decided"), |day| link(List::Backlog, day, day.backlog))
        .rows(&page.days)
}
