//! The days of one year, month by month.

use super::CalendarPage;
use crate::lang::Lang;
use chrono::{Datelike as _, Months, NaiveDate, Weekday};
use domain::calendar::{SpecialDay, SpecialKind};
use leptos::prelude::*;

/// One year back and forth.
pub(super) fn years(page: &CalendarPage) -> AnyView {
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

pub(super) fn months(page: &CalendarPage) -> AnyView {
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
