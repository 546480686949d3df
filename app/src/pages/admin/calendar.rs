//! The working calendar: how far it goes, the days of a year, and the import of the next one.

mod year;

use super::import::{Outcome, file, told};
use crate::lang::Lang;
use crate::ui::panel::panel;
use crate::ui::table::{Caption, Table};
use chrono::NaiveDate;
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
                {year::years(&page)}
                {year::months(&page)}
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
