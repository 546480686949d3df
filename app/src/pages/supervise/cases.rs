//! The cases behind a number.

use super::address::CasesQuery;
use super::chips::{Chip, chips};
use super::measure::Told as _;
use crate::lang::Lang;
use crate::ui::case_table::state;
use crate::ui::code_number::code_number;
use crate::ui::field::Field;
use crate::ui::light::{Lamp, light};
use crate::ui::pager::pager;
use crate::ui::ratio::cases;
use crate::ui::table::{Caption, Table, or_dash};
use chrono::NaiveDate;
use domain::case::{Outcome, Status};
use leptos::prelude::*;

/// One case.
#[derive(Clone, Debug)]
pub struct Row {
    /// 办件编号.
    pub number: String,
    /// The item.
    pub item: String,
    /// The department.
    pub department: String,
    /// Where it stands.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Its light.
    pub lamp: Lamp,
    /// The day it came.
    pub submitted: NaiveDate,
    /// The date given.
    pub due: Option<NaiveDate>,
    /// The day of the decision.
    pub decided: Option<NaiveDate>,
    /// Who has it in hand.
    pub holder: String,
}

impl Row {
    /// Past its date, or decided after it.
    fn is_late(&self) -> bool {
        self.lamp.is_late() || self.due.zip(self.decided).is_some_and(|(due, decided)| decided > due)
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct CasesPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: CasesQuery,
    /// The conditions.
    pub chips: Vec<Chip>,
    /// The figures that the list was opened from.
    pub back: String,
    /// How many there are in all.
    pub total: u64,
    /// How many pages.
    pub pages: u64,
    /// The cases of this page.
    pub rows: Vec<Row>,
    /// A number was asked for that no case has.
    pub not_found: bool,
}

/// What is shown, in a few words: the title of the page.
pub fn title(lang: Lang, query: &CasesQuery) -> &'static str {
    query.measure.map_or_else(|| lang.t("办件", "Cases"), |measure| measure.name(lang))
}

/// The view.
pub fn supervised_cases(page: CasesPage) -> AnyView {
    let lang = page.lang;
    let total = i64::try_from(page.total).unwrap_or(i64::MAX);
    let meaning = page.query.measure.map(|measure| measure.meaning(lang));
    let fewer = lang.t("去掉上面的一个条件试试。", "Remove one of the conditions above.");
    let fewer = view! { <p>{fewer}</p> };
    view! {
        <a class="back-link" href=page.back.clone()>{lang.t("返回总览", "Back to the figures")}</a>
        <div class="row between">
            <div class="page-head">
                <h1>{title(lang, &page.query)}" "{cases(lang, total)}</h1>
                {meaning.map(|text| view! { <p class="lead">{text}{lang.t("。", ".")}</p> })}
            </div>
            <div class="grid">
                {find(lang, page.not_found)}
                <ul class="inline-links no-print">
                    <li><a href=page.query.file("csv") download="">"CSV"</a></li>
                    <li><a href=page.query.file("xlsx") download="">"Excel"</a></li>
                </ul>
            </div>
        </div>
        {chips(lang, &page.chips)}
        {table(lang).panel(&page.rows, lang.t("没有符合条件的办件", "No case fits"), fewer)}
        {pager(lang, page.query.page, page.pages, &page.query.pages())}
    }
    .into_any()
}

/// Posted, so that nothing typed into it ever stands in an address.
fn find(lang: Lang, not_found: bool) -> AnyView {
    let number = Field::new(lang, "number", lang.t("办件编号", "Case number"));
    let wrong = lang.t("没有这个编号的办件，请核对", "No case has this number. Check it");
    let error = not_found.then(|| wrong.to_owned());
    view! {
        <form class="toolbar" method="post" action="/supervise/find">
            {Field { class: "width-30 code", error, ..number }.view()}
            <button class="button small secondary">{lang.t("打开", "Open")}</button>
        </form>
    }
    .into_any()
}

fn table(lang: Lang) -> Table<'static, Row> {
    Table::new(Caption::heard("cases-caption", lang.t("办件", "Cases")))
        .stacked()
        .late(Row::is_late)
        .row_name(lang.t("事项", "Service"), |row: &Row| {
            view! { <a href=format!("/supervise/cases/{}", row.number)>{row.item.clone()}</a> }
        })
        .column(lang.t("办件编号", "Case number"), |row| code_number(&row.number, ""))
        .column(lang.t("部门", "Department"), |row| row.department.clone())
        .column(lang.t("状态", "Status"), move |row| state(lang, row.status, row.outcome))
        .column(lang.t("时效", "Clock"), move |row| {
            clock(lang, row.status, row.lamp, row.due.zip(row.decided))
        })
        .short(lang.t("提交", "Submitted"), |row| day(Some(row.submitted)))
        .short(lang.t("期限", "Due"), |row| day(row.due))
        .short(lang.t("决定", "Decided"), |row| day(row.decided))
        .column(lang.t("办理人", "Held by"), |row| or_dash(&row.holder))
}

/// The light of an open case; once decided, whether it was in time.
pub(super) fn clock(
    lang: Lang,
    status: Status,
    lamp: Lamp,
    decided: Option<(NaiveDate, NaiveDate)>,
) -> AnyView {
    match decided {
        Some((due, on)) if on > due => {
            view! { <span class="light red">{lang.t("晚于期限", "decided late")}</span> }.into_any()
        }
        Some(_) => view! { <span class="light green">{lang.t("按时", "in time")}</span> }.into_any(),
        None if status.is_open() => light(lang, lamp).into_any(),
        None => view! { "—" }.into_any(),
    }
}

fn day(date: Option<NaiveDate>) -> AnyView {
    match date {
        Some(date) => view! { <time datetime=date.to_string()>{date.to_string()}</time> }.into_any(),
        None => view! { "—" }.into_any(),
    }
}
