//! 预警与督办: what somebody was told, of which case, and whether they have taken note.

mod filters;

pub use filters::{AlarmsAddress, Place};

use crate::lang::Lang;
use crate::ui::alarms::{basis_name, colour, kind_name, rank_name};
use crate::ui::code_number::code_number;
use crate::ui::pager::pager;
use crate::ui::status::status_tag;
use crate::ui::table::{Caption, Table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::alarm::{AlarmKind, Rank};
use domain::case::Status;
use filters::{filters, tabs};
use leptos::prelude::*;

/// One alarm.
#[derive(Clone, Debug)]
pub struct Line {
    /// Key.
    pub id: String,
    /// 办件编号.
    pub number: String,
    /// The item.
    pub item: String,
    /// Where the case stands now.
    pub status: Status,
    /// The department whose it is.
    pub department: String,
    /// What it is about.
    pub kind: AlarmKind,
    /// Whom it was told.
    pub rank: Rank,
    /// The date it rests on.
    pub basis: NaiveDate,
    /// The step, where it is about one.
    pub step: Option<String>,
    /// When it was told.
    pub at: DateTime<Utc>,
    /// Who took note of it, and when.
    pub seen: Option<(String, DateTime<Utc>)>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct AlarmsPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: AlarmsAddress,
    /// How many wait, under all conditions but this one.
    pub waiting: u64,
    /// How many there are on this list.
    pub total: u64,
    /// How many pages.
    pub pages: u64,
    /// Departments to choose from: id and name; empty for who sees one only.
    pub departments: Vec<(String, String)>,
    /// The alarms of this page, newest first.
    pub lines: Vec<Line>,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("预警与督办", "Alarms")
}

/// The view.
pub fn alarms(page: AlarmsPage) -> AnyView {
    let AlarmsPage { lang, query, .. } = &page;
    let lang = *lang;
    let lead = lang.t(
        "临近或超过期限的办件，在工作时间提醒一次。知道了之后请尽快处理；提醒留存备查。",
        "Cases near or past a date, told once in working hours. Note them, then see to them; they stay on record.",
    );
    let (nothing, then) = nothing(lang, query.seen);
    view! {
        <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
        {tabs(lang, query, page.waiting)}
        {filters(lang, query, &page.departments)}
        {table(lang, query).panel(&page.lines, nothing, view! { <p>{then}</p> })}
        {pager(lang, query.page, page.pages, &query.pages())}
    }
    .into_any()
}

fn nothing(lang: Lang, seen: bool) -> (&'static str, &'static str) {
    if seen {
        let then = lang.t("点过“知道了”的提醒会列在这里。", "Alarms that were noted stand here.");
        (lang.t("还没有处理过的提醒", "None was noted yet"), then)
    } else {
        let then = lang.t("所有办件都在期限之内。", "Every case is within its time.");
        (lang.t("没有等待处理的提醒", "No alarm waits"), then)
    }
}

fn table<'a>(lang: Lang, query: &'a AlarmsAddress) -> Table<'a, Line> {
    let place = query.place;
    let table = Table::new(Caption::heard("alarms-caption", title(lang)))
        .stacked()
        .late(|line: &Line| colour(line.kind) != "yellow")
        .row_name(lang.t("提醒", "Alarm"), move |line| {
            let step = line.step.clone().map(|step| view! { ": "{step} });
            view! { <span class=format!("light {}", colour(line.kind))>{kind_name(lang, line.kind)}{step}</span> }
        })
        .short(lang.t("依据日期", "Date"), move |line| {
            let date = line.basis.to_string();
            view! { <time datetime=date.clone()>{date.clone()}</time>" "<span class="meta">{basis_name(lang, line.kind)}</span> }
        })
        .column(lang.t("事项", "Service"), move |line| {
            view! { <a href=place.case(&line.number)>{line.item.clone()}</a> }
        })
        .column(lang.t("办件编号", "Case number"), |line| code_number(&line.number, ""))
        .column(lang.t("现在的状态", "Stands now"), move |line| status_tag(lang, line.status));
    let table = match place {
        Place::Supervise => table.column(lang.t("部门", "Department"), |line| line.department.clone()),
        Place::Review => table.column(lang.t("提醒对象", "For"), move |line| rank_name(lang, line.rank)),
    };
    table
        .short(lang.t("提醒时间", "Told"), move |line| {
            view! { <time datetime=line.at.to_rfc3339()>{lang.moment(line.at)}</time> }
        })
        .column(lang.t("处理", "Noted"), move |line| noted(lang, query, line))
}

/// Who took note and when, or the button to do so.
fn noted(lang: Lang, query: &AlarmsAddress, line: &Line) -> AnyView {
    if let Some((who, at)) = &line.seen {
        let (at, told) = (at.to_rfc3339(), lang.moment(*at));
        return view! { {who.clone()}" "<time class="meta" datetime=at>{told}</time> }.into_any();
    }
    let heard = format!("{} {} {}", kind_name(lang, line.kind), line.item, line.number);
    view! {
        <form method="post" action=query.place.note(&line.id)>
            <input type="hidden" name="back" value=query.address()/>
            <button class="button small secondary nowrap">
                {lang.t("知道了", "Noted")}<span class="visually-hidden">" "{heard}</span>
            </button>
        </form>
    }
    .into_any()
}
