//! The working calendar: how far it goes, the days of a year, and the import of the next one.

use super::import::{Outcome, file, told};
use crate::lang::Lang;
use crate::ui::panel::panel;
use crate::ui::table::{Caption, Table};
use chrono::{Datelike as _, Months, NaiveDate, Weekday};
use domain::calendar::{SpecialDay, SpecialKind};
use leptos::prelude::*;

/// How far the calendar goes.
#[derive(Clone, Debug)]
pub struct Covered {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Where it came from.
    pub source: String,
    /// When it was imported, in words.
    pub imported: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct CalendarPage {
    /// The language.
    pub lang: Lang,
    /// Today in the city.
    pub today: NaiveDate,
    /// How far the calendar goes; none before the first import.
    pub covered: Option<Covered>,
    /// The year shown.
    pub year: i32,
    /// Its special days.
    pub days: Vec<SpecialDay>,
    /// What the last import did.
    pub outcome: Option<Outcome>,
}

/// The view.
pub fn calendar(page: CalendarPage) -> AnyView {
    let lang = page.lang;
    view! {
        {page.outcome.as_ref().map(|outcome| told(lang, outcome))}
        <div class="page-head"><h1>{lang.t("工作日历", "Working calendar")}</h1>{covered(&page)}</div>
        <div class="with-aside">
            <div class="body stack">
                {years(&page)}
                {months(&page)}
            </div>
            <aside class="aside stack" aria-label=lang.t("节假日与导入", "Holidays and import")>
                {special_days(&page)}
                {import_form(lang)}
            </aside>
        </div>
    }
    .into_any()
}

fn covered(page: &CalendarPage) -> AnyView {
    let lang = page.lang;
    match &page.covered {
        Some(covered) => {
            let (from, to) = (lang.date(covered.from), lang.date(covered.to));
            let (source, imported) = (covered.source.clone(), covered.imported.clone());
            view! {
                <p class="lead">{lang.t(format!("已公布 {from}至{to}。"), format!("Announced from {from} to {to}."))}</p>
                <p class="meta">{lang.t(format!("来源：{source}；导入于 {imported}"), format!("Source: {source}; imported {imported}"))}</p>
            }
            .into_any()
        }
        None => view! {
            <p class="lead">{lang.t(
                "还没有导入。期限只按周一至周五推算，并标为“预计”。",
                "Nothing was imported. Dates are counted by weekdays and shown as expected.",
            )}</p>
        }
        .into_any(),
    }
}

/// One year back and forth.
fn years(page: &CalendarPage) -> AnyView {
    let (lang, year) = (page.lang, page.year);
    let link = |year: i32| format!("/admin/calendar?year={year}");
    let is_covered =
        |year: i32| page.covered.as_ref().is_some_and(|c| c.from.year() <= year && year <= c.to.year());
    let before = is_covered(year - 1).then(|| view! { <a rel="prev" href=link(year - 1)>{year - 1}</a> });
    let after = is_covered(year + 1).then(|| view! { <a rel="next" href=link(year + 1)>{year + 1}</a> });
    view! {
        <div class="row between">
            <h2>{lang.t(format!("{year} 年"), year.to_string())}</h2>
            <nav class="pager" aria-label=lang.t("年份", "Years")>{before}{after}</nav>
        </div>
        <ul class="date-key">
            <li class="counted">{lang.t("上班", "working day")}</li>
            <li class="off">{lang.t("周末", "weekend")}</li>
            <li class="holiday">{lang.t("节假日", "holiday")}</li>
            <li class="makeup">{lang.t("调休上班", "make-up working day")}</li>
        </ul>
    }
    .into_any()
}

fn months(page: &CalendarPage) -> AnyView {
    let months = (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(page.year, month, 1));
    let months = months.map(|first| month(page, first)).collect_view();
    view! { <div class="columns-2">{months}</div> }.into_any()
}

fn month(page: &CalendarPage, first: NaiveDate) -> AnyView {
    let lang = page.lang;
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let days = first.iter_days().take_while(|day| *day < next).map(|day| cell(page, day)).collect_view();
    let number = first.month();
    let name = lang.t(format!("{number} 月"), first.format("%B").to_string());
    view! {
        <section class="panel">
            <header><h3>{name.clone()}</h3></header>
            <ol class="date-strip" aria-label=name>{days}</ol>
        </section>
    }
    .into_any()
}

fn cell(page: &CalendarPage, date: NaiveDate) -> AnyView {
    let lang = page.lang;
    let special = page.days.iter().find(|day| day.date == date);
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    let (kind, note) = match special {
        Some(day) if day.kind == SpecialKind::Holiday => ("holiday", short(lang, day)),
        Some(_) => ("makeup counted", lang.t("班", "work").to_owned()),
        None if weekend => ("off", String::new()),
        None => ("counted", String::new()),
    };
    let mut class = kind.to_owned();
    if date.day() == 1 {
        class = format!("{class} col-{}", date.weekday().number_from_monday());
    }
    if date == page.today {
        class.push_str(" today");
    }
    view! {
        <li class=class>
            <time datetime=date.to_string()>{date.day()}</time>
            {(!note.is_empty()).then(|| view! { <span class="note">{note.clone()}</span> })}
        </li>
    }
    .into_any()
}

fn short(lang: Lang, day: &SpecialDay) -> String {
    lang.t(&day.name, &day.name_en).chars().take(lang.t(3, 6)).collect()
}

fn special_days(page: &CalendarPage) -> AnyView {
    let lang = page.lang;
    let title = lang.t("放假与调休", "Holidays and make-up days");
    let holidays = page.days.iter().filter(|day| day.kind == SpecialKind::Holiday).count();
    let worked = page.days.len() - holidays;
    let count = lang.t(
        format!("放假 {holidays} 天，调休上班 {worked} 天"),
        format!("{holidays} days off, {worked} make-up days"),
    );
    let body = view! {
        <p>{count}</p>
        <details class="disclosure"><summary>{lang.t("逐日列出", "Day by day")}</summary>
            {day_by_day(lang, title).rows(&page.days)}
        </details>
    };
    panel(title, body)
}

fn day_by_day(lang: Lang, caption: &str) -> Table<'static, SpecialDay> {
    let kind = move |day: &SpecialDay| match day.kind {
        SpecialKind::Holiday => lang.t("放假", "off"),
        SpecialKind::Workday => lang.t("上班", "worked"),
    };
    Table::new(Caption::heard("special-days", caption))
        .row_name(lang.t("日期", "Day"), move |day: &SpecialDay| {
            view! { <time datetime=day.date.to_string()>{lang.day(day.date)}</time> }
        })
        .column(lang.t("名称", "Name"), move |day| lang.t(day.name.clone(), day.name_en.clone()))
        .column(lang.t("安排", "Kind"), kind)
}

fn import_form(lang: Lang) -> AnyView {
    let label = lang.t("日历文件（calendar.json）", "Calendar (calendar.json)");
    let form = view! {
        <p>{lang.t(
            "文件覆盖的日子以文件为准；有一处不对就什么都不改。",
            "The days the file covers become what it says; with one fault nothing is changed.",
        )}</p>
        <form method="post" action="/admin/calendar" enctype="multipart/form-data">
            {file(lang, "calendar", label, 2, false)}
            <div class="page-actions"><button class="button secondary">{lang.t("检查并导入", "Check and import")}</button></div>
        </form>
    };
    panel(lang.t("导入放假安排", "Import an announcement"), form)
}
