//! The two pictures: groups by how their cases were closed, and the months.

use super::address::Query;
use super::figures::{CompletionPage, Group};
use super::heads::Head as _;
use super::measure::Measure;
use super::period::Period;
use crate::lang::Lang;
use crate::ui::chart::{Bar, BarChart, Kind, bar_chart, column_chart};
use crate::ui::ratio::grouped;
use chrono::{Datelike as _, Months, NaiveDate};
use domain::indicator::Figures;
use leptos::prelude::*;

/// More bars than this tell less, not more; the table has all.
const MOST: usize = 8;

pub(super) fn groups(page: &CompletionPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let mut groups: Vec<&Group> = page.groups.iter().filter(|group| group.figures.closed > 0).collect();
    groups.sort_by_key(|group| core::cmp::Reverse(group.figures.closed));
    let (shown, all) = (groups.len().min(MOST), groups.len());
    let name = query.by.name(lang);
    let caption = if shown < all {
        lang.t(
            format!("办结最多的 {shown} 个{name}：提前、当天、超期（件）"),
            format!(
                "The {shown} with most closed cases, by {}: early, on the day, late",
                name.to_lowercase()
            ),
        )
    } else {
        lang.t(
            format!("各{name}办结：提前、当天、超期（件）"),
            format!("Closed by {}: early, on the day, late", name.to_lowercase()),
        )
    };
    let bars = groups.into_iter().take(MOST).map(|group| group_bar(lang, query, group)).collect::<Vec<_>>();
    if bars.is_empty() {
        return view! { <div class="empty"><p>{lang.t("这段时间没有办结的办件。", "Nothing was closed in this period.")}</p></div> }.into_any();
    }
    bar_chart(lang, BarChart { id: "by-group", caption, head: name.to_owned(), kinds: kinds(lang), bars })
}

fn kinds(lang: Lang) -> Vec<Kind> {
    let kind = |class, name: &str| Kind { class, name: name.to_owned() };
    vec![
        kind("early", lang.t("提前", "early")),
        kind("on-time", lang.t("到期当天及无期限", "on the day or without date")),
        kind("late", lang.t("超期", "late")),
    ]
}

fn group_bar(lang: Lang, query: &Query, group: &Group) -> Bar {
    let figures = &group.figures;
    let key = Some(group.key.as_str());
    let links = [Measure::Early, Measure::OnTime, Measure::Late].map(|measure| query.cases(measure, key));
    Bar {
        label: lang.pick(&group.name, &group.name_en).to_owned(),
        parts: vec![figures.early, figures.on_time - figures.early, figures.overdue],
        said: said(lang, figures),
        links: links.to_vec(),
    }
}

fn said(lang: Lang, figures: &Figures) -> String {
    let closed = grouped(figures.closed);
    if figures.overdue == 0 {
        return closed;
    }
    let late = grouped(figures.overdue);
    lang.t(format!("{closed} · 超期 {late}"), format!("{closed} · {late} late"))
}

pub(super) fn months(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let kind = |class, name: &str| Kind { class, name: name.to_owned() };
    let kinds = vec![
        kind("on-time", lang.t("按时办结", "closed on time")),
        kind("late", lang.t("超期办结", "closed late")),
    ];
    let bars =
        page.months.iter().map(|(month, figures)| month_bar(lang, &page.query, *month, figures)).collect();
    let caption = lang.t("每月办结（件）", "Closed cases by month").to_owned();
    column_chart(
        lang,
        BarChart { id: "by-month", caption, head: lang.t("月份", "Month").to_owned(), kinds, bars },
    )
}

fn month_bar(lang: Lang, query: &Query, month: NaiveDate, figures: &Figures) -> Bar {
    let period = Period { from: month, to: last_of(month) };
    let query = Query { period, ..query.clone() };
    let links = [Measure::OnTime, Measure::Late].map(|measure| query.cases(measure, None));
    let number = month.month();
    Bar {
        label: lang.t(format!("{number}月"), month.format("%b").to_string()),
        parts: vec![figures.closed - figures.overdue, figures.overdue],
        said: grouped(figures.closed),
        links: links.to_vec(),
    }
}

fn last_of(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(month)
}
