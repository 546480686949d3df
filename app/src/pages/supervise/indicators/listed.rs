//! What one side of an indicator counts, line by line.

use super::address::IndicatorQuery;
use super::words::base_of;
use crate::lang::Lang;
use crate::pages::supervise::cases::Row;
use crate::ui::case_table::state;
use crate::ui::code_number::code_number;
use crate::ui::pager::pager;
use crate::ui::ratio::grouped;
use crate::ui::table::{Caption, Table};
use domain::indicator::catalogue::{Base, Indicator};
use leptos::prelude::*;

/// A case and what it adds to a sum.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// The case.
    pub case: Row,
    /// What it adds.
    pub part: i64,
}

/// The lines.
#[derive(Clone, Debug)]
pub enum Rows {
    /// Cases.
    Cases(Vec<CaseLine>),
    /// Items: id, name, what each adds.
    Items(Vec<(String, String, i64)>),
    /// Windows: hall, number, what the sign says, whether general.
    Windows(Vec<(String, String, String, bool)>),
    /// People are counted and never listed.
    People,
}

/// The page.
#[derive(Clone, Debug)]
pub struct ListedPage {
    /// The language.
    pub lang: Lang,
    /// The days and the department.
    pub query: IndicatorQuery,
    /// The department's name.
    pub department: Option<String>,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Which side, in words.
    pub side: &'static str,
    /// Address of this list up to the page's number.
    pub address: String,
    /// What the side counts.
    pub base: Base,
    /// From 1.
    pub page: u64,
    /// How many pages.
    pub pages: u64,
    /// How many lines there are in all.
    pub lines: u64,
    /// What they add up to: the number of the formula.
    pub sum: i64,
    /// The lines of this page.
    pub rows: Rows,
}

/// The view.
pub fn listed(page: ListedPage) -> AnyView {
    let lang = page.lang;
    let (zh, en) = page.indicator.name;
    let total = format!("{} {}", grouped(page.sum), base_of(lang, page.base));
    let lines = i64::try_from(page.lines).unwrap_or(i64::MAX);
    let over = (lines != page.sum)
        .then(|| lang.t(format!("，共 {} 行", grouped(lines)), format!(" in {} lines", grouped(lines))));
    let scope = page.department.clone().unwrap_or_else(|| lang.t("全市", "the whole city").to_owned());
    view! {
        <a class="back-link" href=page.query.one(page.indicator.key)>{lang.t(zh, en)}</a>
        <div class="page-head">
            <h1>{lang.t(zh, en)}" · "{page.side}</h1>
            <p class="lead">{total}{over}" · "{page.query.period.words(lang)}" · "{scope}</p>
        </div>
        {rows(&page)}
        {pager(lang, page.page, page.pages, &page.address)}
    }
    .into_any()
}

fn rows(page: &ListedPage) -> AnyView {
    let lang = page.lang;
    let nothing = lang.t("没有符合条件的", "Nothing fits");
    let summed = i64::try_from(page.lines).ok() != Some(page.sum);
    match &page.rows {
        Rows::Cases(lines) => cases(lang, summed).panel(lines, nothing, ()),
        Rows::Items(lines) => items(lang, summed).panel(lines, nothing, ()),
        Rows::Windows(lines) => windows(lang).panel(lines, nothing, ()),
        Rows::People => {
            let told = lang.t("账号只计数，不列名单。", "Accounts are counted and never listed.");
            view! { <p class="notice">{told}</p> }.into_any()
        }
    }
}

fn cases(lang: Lang, summed: bool) -> Table<'static, CaseLine> {
    let table = Table::new(Caption::heard("listed", lang.t("办件", "Cases")))
        .stacked()
        .row_name(lang.t("事项", "Service"), |line: &CaseLine| {
            view! { <a href=format!("/supervise/cases/{}", line.case.number)>{line.case.item.clone()}</a> }
        })
        .column(lang.t("办件编号", "Case number"), |line| code_number(&line.case.number, ""))
        .column(lang.t("部门", "Department"), |line| line.case.department.clone())
        .column(lang.t("状态", "Status"), move |line| state(lang, line.case.status, line.case.outcome))
        .short(lang.t("提交", "Submitted"), |line| line.case.submitted.to_string())
        .short(lang.t("期限", "Due"), |line| day(line.case.due))
        .short(lang.t("决定", "Decided"), |line| day(line.case.decided));
    if summed { table.number(lang.t("计入", "Counts"), |line| grouped(line.part)) } else { table }
}

fn day(date: Option<chrono::NaiveDate>) -> String {
    date.map_or_else(|| "—".to_owned(), |date| date.to_string())
}

fn items(lang: Lang, summed: bool) -> Table<'static, (String, String, i64)> {
    let table = Table::new(Caption::heard("listed", lang.t("事项", "Services")))
        .row_name(lang.t("事项", "Service"), |(id, name, _): &(String, String, i64)| {
            view! { <a href=format!("/items/{id}")>{name.clone()}</a> }
        })
        .short(lang.t("编号", "Id"), |(id, ..)| id.clone());
    if summed { table.number(lang.t("计入", "Counts"), |(_, _, part)| grouped(*part)) } else { table }
}

fn windows(lang: Lang) -> Table<'static, (String, String, String, bool)> {
    Table::new(Caption::heard("listed", lang.t("窗口", "Windows")))
        .row_name(lang.t("大厅", "Hall"), |(hall, ..): &(String, String, String, bool)| hall.clone())
        .short(lang.t("窗口", "Window"), |(_, number, ..)| number.clone())
        .column(lang.t("名称", "Sign"), |(_, _, name, _)| name.clone())
        .column(lang.t("综合窗口", "General"), move |(.., general)| {
            if *general { lang.t("是", "yes") } else { lang.t("否", "no") }
        })
}
