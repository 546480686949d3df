//! The cases of a number, each a way down to the case and its clock.

use super::words::{late, short, why};
use super::{ForecastPage, List};
use crate::lang::Lang;
use crate::ui::code_number::code_number;
use crate::ui::empty::empty;
use crate::ui::pager::pager;
use crate::ui::ratio::cases;
use crate::ui::table::{Caption, Table};
use chrono::NaiveDate;
use domain::forecast::{Expectation, Expected, Pace};
use leptos::prelude::*;

/// A case that stands in no queue, or has left it.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseLine {
    /// 办件编号.
    pub number: String,
    /// The item.
    pub item: String,
    /// The department.
    pub department: String,
    /// Accepted and decided on; none for what is open.
    pub decided: Option<(Option<NaiveDate>, NaiveDate)>,
}

/// The lines of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Lines {
    /// Of queues, with the pace of each case's department.
    Queued(Vec<(CaseLine, Pace, Expectation<()>)>),
    /// Others.
    Plain(Vec<CaseLine>),
}

/// A page of cases.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// How many there are in all.
    pub total: u64,
    /// How many pages.
    pub pages: u64,
    /// Those of this page.
    pub lines: Lines,
}

pub(super) fn list(page: &ForecastPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let total = i64::try_from(page.listed.total).unwrap_or(i64::MAX);
    let day = query.day.map(|day| lang.t(format!("{day}："), format!("{day}: ")));
    let back = (query.list != List::Late || query.day.is_some()).then(|| {
        let href = query.listing(List::Late, None).address();
        view! { <p><a href=href>{lang.t("只看会超期的", "Only those that will be late")}</a></p> }
    });
    let table = match &page.listed.lines {
        Lines::Queued(rows) if !rows.is_empty() => queued(page, rows),
        Lines::Plain(rows) if !rows.is_empty() => plain(lang, query.list, rows),
        Lines::Queued(_) | Lines::Plain(_) => none(lang, query.list),
    };
    view! {
        <section class="section" id="cases">
            <h2>{day}{query.list.name(lang)}" "{cases(lang, total)}</h2>
            {back}
            {table}
            {pager(lang, query.page, page.listed.pages, &query.pages())}
        </section>
    }
    .into_any()
}

fn none(lang: Lang, list: List) -> AnyView {
    let text = match list {
        List::Late => {
            lang.t("照现在的速度，没有办件会晚于期限。", "At the present pace no case will be late.")
        }
        List::Past
        | List::Due
        | List::Backlog
        | List::Done
        | List::Running
        | List::Suspended
        | List::Unaccepted
        | List::Decided => lang.t("没有这样的办件。", "There are no such cases."),
    };
    empty(text, ())
}

fn link(line: &CaseLine) -> AnyView {
    view! { <a href=format!("/supervise/cases/{}", line.number)>{line.item.clone()}</a> }.into_any()
}

type Queued = (CaseLine, Pace, Expectation<()>);

fn queued(page: &ForecastPage, rows: &[Queued]) -> AnyView {
    let (lang, today) = (page.lang, page.today);
    let expected = move |one: &Queued| match one.2.expected {
        Expected::On(day) => short(lang, today, day),
        Expected::Beyond => lang.t("十年以后", "in over ten years").to_owned(),
        Expected::Never => lang.t("轮不到", "never").to_owned(),
    };
    Table::new(Caption::heard("cases-caption", page.query.list.name(lang)))
        .stacked()
        .late(|one: &Queued| one.2.lateness.is_some())
        .row_name(lang.t("事项", "Service"), |one| link(&one.0))
        .column(lang.t("办件编号", "Case number"), |one| code_number(&one.0.number, ""))
        .column(lang.t("部门", "Department"), |one| one.0.department.clone())
        .short(lang.t("期限", "Due"), move |one| {
            one.2.case.due.map_or_else(|| "—".to_owned(), |due| due.to_string())
        })
        .short(lang.t("预计决定", "Expected"), expected)
        .short(lang.t("超期", "Late by"), move |one| late(lang, one.2.lateness))
        .column(lang.t("为什么", "Why"), move |one| why(lang, today, one.1, &one.2))
        .rows(rows)
}

fn plain(lang: Lang, list: List, rows: &[CaseLine]) -> AnyView {
    let table = Table::new(Caption::heard("cases-caption", list.name(lang)))
        .stacked()
        .row_name(lang.t("事项", "Service"), link)
        .column(lang.t("办件编号", "Case number"), |one| code_number(&one.number, ""))
        .column(lang.t("部门", "Department"), |one| one.department.clone());
    if list != List::Decided {
        return table.rows(rows);
    }
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "—".to_owned(), |day| day.to_string());
    table
        .short(lang.t("受理", "Accepted"), move |one| day(one.decided.and_then(|(accepted, _)| accepted)))
        .short(lang.t("决定", "Decided"), move |one| day(one.decided.map(|(_, decided)| decided)))
        .rows(rows)
}
