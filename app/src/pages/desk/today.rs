//! What the window took in today.

use super::shortcuts;
use crate::lang::Lang;
use crate::ui::case_table::{CaseRow, Columns, case_table};
use chrono::NaiveDate;
use leptos::prelude::*;

/// A clerk's own day in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Cases taken in.
    pub taken_in: u64,
    /// Of these, already closed: 即办 and the like.
    pub closed: u64,
    /// Of these, waiting for corrections or refused at the door.
    pub needs_care: u64,
}

/// The page.
#[derive(Clone, Debug)]
pub struct TodayPage {
    /// The language.
    pub lang: Lang,
    /// The day in the city.
    pub date: NaiveDate,
    /// The day in numbers.
    pub numbers: Numbers,
    /// Newest first.
    pub rows: Vec<CaseRow>,
}

/// The view.
pub fn today(page: TodayPage) -> AnyView {
    let lang = page.lang;
    let title = lang.t("今日收件", "Today's cases");
    let list = if page.rows.is_empty() {
        let text = lang
            .t("今天还没有收件。刷身份证即可开始。", "Nothing taken in yet today. Read an ID card to begin.");
        view! { <div class="empty"><p>{text}</p></div> }.into_any()
    } else {
        case_table(lang, title, Columns::Desk, page.rows, None)
    };
    view! {
        <div class="page-head"><h1>{title}</h1><p class="lead">{lang.day(page.date)}</p></div>
        {figures(lang, page.numbers)}
        <section class="panel">{list}</section>
        {shortcuts::keys(lang)}
    }
    .into_any()
}

/// Today's numbers in a row.
pub(super) fn figures(lang: Lang, numbers: Numbers) -> AnyView {
    let figure = |name: &'static str, value: u64| {
        view! { <div class="figure"><dt>{name}</dt><dd class="value">{value}</dd></div> }
    };
    view! {
        <dl class="figures" aria-label=lang.t("今天", "Today")>
            {figure(lang.t("今天收件", "Taken in today"), numbers.taken_in)}
            {figure(lang.t("其中已办结", "of these closed"), numbers.closed)}
            {figure(lang.t("其中待补正或不予受理", "of these sent back"), numbers.needs_care)}
        </dl>
    }
    .into_any()
}
