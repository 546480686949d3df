//! The cases behind a number.

use super::address::CasesQuery;
use crate::lang::Lang;
use crate::ui::case_table::state;
use crate::ui::code_number::code_number;
use crate::ui::light::{Lamp, light};
use crate::ui::pager::pager;
use crate::ui::ratio::cases;
use chrono::NaiveDate;
use domain::case::{Outcome, Status};
use leptos::prelude::*;

/// A condition of the list.
#[derive(Clone, Debug)]
pub struct Chip {
    /// What it says.
    pub name: String,
    /// The list without it.
    pub without: String,
}

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
    view! {
        <a class="back-link" href=page.back.clone()>{lang.t("返回办结情况", "Back to the figures")}</a>
        <div class="row between">
            <div class="page-head">
                <h1>{title(lang, &page.query)}" "{cases(lang, total)}</h1>
                {meaning.map(|text| view! { <p class="lead">{text}{lang.t("。", ".")}</p> })}
            </div>
            {find(lang, page.not_found)}
        </div>
        {chips(lang, &page.chips)}
        {list(lang, page.rows)}
        {pager(lang, page.query.page, page.pages, &page.query.pages())}
    }
    .into_any()
}

/// Posted, so that nothing typed into it ever stands in an address.
fn find(lang: Lang, not_found: bool) -> AnyView {
    let error = not_found.then(|| {
        let text = lang.t("没有这个编号的办件，请核对", "No case has this number. Check it");
        view! { <p class="error" id="number-error"><span class="visually-hidden">{lang.t("错误：", "Error: ")}</span>{text}</p> }
    });
    view! {
        <form class="toolbar" method="post" action="/supervise/find">
            <div class="field" class:invalid=not_found>
                <label for="number">{lang.t("办件编号", "Case number")}</label>
                {error}
                <input id="number" name="number" class="width-30 code" autocomplete="off" inputmode="text"
                    aria-invalid=not_found.then_some("true") aria-describedby=not_found.then_some("number-error")/>
            </div>
            <button class="button small secondary">{lang.t("打开", "Open")}</button>
        </form>
    }
    .into_any()
}

fn chips(lang: Lang, chips: &[Chip]) -> Option<AnyView> {
    let lines = chips.iter().map(|chip| {
        view! {
            <li><a class="chip" href=chip.without.clone()>{chip.name.clone()}" "<span aria-hidden="true">"×"</span>
                <span class="visually-hidden">{lang.t("，移除", ", remove")}</span></a></li>
        }
    });
    let lines = lines.collect_view();
    (!chips.is_empty())
        .then(|| view! { <ul class="chips" aria-label=lang.t("条件", "Conditions")>{lines}</ul> }.into_any())
}

fn list(lang: Lang, rows: Vec<Row>) -> AnyView {
    if rows.is_empty() {
        return view! {
            <div class="empty"><p class="title">{lang.t("没有符合条件的办件", "No case fits")}</p>
            <p>{lang.t("去掉上面的一个条件试试。", "Remove one of the conditions above.")}</p></div>
        }
        .into_any();
    }
    let rows = rows.into_iter().map(|row| line(lang, row)).collect_view();
    view! {
        <section class="panel">
        <div class="table-scroll" role="region" aria-labelledby="cases-caption" tabindex="0">
            <table class="data-table dense stacked">
                <caption id="cases-caption" class="visually-hidden">{lang.t("办件", "Cases")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("事项", "Service")}</th>
                    <th scope="col">{lang.t("办件编号", "Case number")}</th>
                    <th scope="col">{lang.t("部门", "Department")}</th>
                    <th scope="col">{lang.t("状态", "Status")}</th>
                    <th scope="col">{lang.t("时效", "Clock")}</th>
                    <th scope="col">{lang.t("提交", "Submitted")}</th>
                    <th scope="col">{lang.t("期限", "Due")}</th>
                    <th scope="col">{lang.t("决定", "Decided")}</th>
                    <th scope="col">{lang.t("办理人", "Held by")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        </section>
    }
    .into_any()
}

fn line(lang: Lang, row: Row) -> AnyView {
    let late = row.lamp.light.is_some_and(|light| light >= domain::deadline::Light::Red);
    let missed = row.due.zip(row.decided).is_some_and(|(due, decided)| decided > due);
    let holder = if row.holder.is_empty() { "—".to_owned() } else { row.holder };
    view! {
        <tr class:late=(late || missed)>
            <th scope="row"><a href=format!("/supervise/cases/{}", row.number)>{row.item}</a></th>
            <td data-label=lang.t("编号", "Number")>{code_number(&row.number, "")}</td>
            <td data-label=lang.t("部门", "Department")>{row.department}</td>
            <td data-label=lang.t("状态", "Status")>{state(lang, row.status, row.outcome)}</td>
            <td data-label=lang.t("时效", "Clock")>{clock(lang, row.status, row.lamp, row.due.zip(row.decided))}</td>
            <td class="nowrap" data-label=lang.t("提交", "Submitted")>{day(Some(row.submitted))}</td>
            <td class="nowrap" data-label=lang.t("期限", "Due")>{day(row.due)}</td>
            <td class="nowrap" data-label=lang.t("决定", "Decided")>{day(row.decided)}</td>
            <td data-label=lang.t("办理人", "Held by")>{holder}</td>
        </tr>
    }
    .into_any()
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
