//! Reports as a list: of one department, or of all.

use super::address::{Choices, Place, ReportsAddress, filters, tabs};
use super::words::{number_words, quarter, state_tag};
use crate::lang::Lang;
use crate::ui::pager::pager;
use crate::ui::table::{Caption, Table, or_dash};
use chrono::NaiveDate;
use domain::assessment::Period;
use domain::assessment::report::{Figure, Shelf, State};
use leptos::prelude::*;

/// One report, or what is owed.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it is read; none for a supervisor while it is not begun.
    pub href: Option<String>,
    /// Key of the entry.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The scheme.
    pub scheme: String,
    /// The quarter.
    pub period: Period,
    /// Who reports; empty while it waits to be assigned.
    pub department: String,
    /// How it stands.
    pub state: Option<State>,
    /// Past its last day.
    pub overdue: bool,
    /// The last day.
    pub due: Option<NaiveDate>,
    /// What it says.
    pub figure: Figure,
    /// Points of evidence, and how many have a file.
    pub points: (usize, usize),
}

/// The page.
#[derive(Clone, Debug)]
pub struct ReportsPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: ReportsAddress,
    /// How many there are in each list.
    pub counts: Vec<(Shelf, usize)>,
    /// How many pages.
    pub pages: u64,
    /// Entries that wait to be assigned; for the supervisor.
    pub unassigned: Option<usize>,
    /// Schemes to choose from.
    pub schemes: Vec<(String, String)>,
    /// Departments to choose from; empty for a head.
    pub departments: Vec<(String, String)>,
    /// Quarters to choose from.
    pub periods: Vec<Period>,
    /// The lines.
    pub lines: Vec<Line>,
}

impl ReportsPage {
    /// The page's name.
    pub fn title(&self) -> &'static str {
        self.lang.t("指标填报", "Reports by departments")
    }
}

/// The view.
pub fn reports(page: ReportsPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let choices = Choices { schemes: &page.schemes, departments: &page.departments, periods: &page.periods };
    view! {
        <div class="page-head"><h1>{page.title()}</h1><p class="lead">{lead(lang, query.place)}</p></div>
        {page.unassigned.map(|count| leads_link(lang, count))}
        {tabs(lang, query, &page.counts)}
        {filters(lang, query, &choices)}
        {table(lang, query.place).panel(&page.lines, nothing(lang, query), ())}
        {pager(lang, query.page, page.pages, &query.pages())}
    }
    .into_any()
}

fn lead(lang: Lang, place: Place) -> &'static str {
    match place {
        Place::Review => lang.t(
            "系统不能自动计算的考核指标，由牵头部门按季度填报并附佐证材料；季度结束后 10 个工作日内报送，退回的 5 个工作日内改好。",
            "Indicators that the portal cannot work out are reported by their lead departments every quarter, with evidence: within 10 working days after the quarter, and within 5 once returned.",
        ),
        Place::Supervise => lang.t(
            "各部门按季度报送的指标：看佐证，核定或退回。核定后的数值才计入指标和考核。",
            "What departments report every quarter: read the evidence, sign off or return. Only what is signed off counts in indicators and scores.",
        ),
    }
}

fn leads_link(lang: Lang, count: usize) -> AnyView {
    let text = if count == 0 {
        lang.t("填报部门", "Who reports").to_owned()
    } else {
        lang.t(
            format!("{count} 项指标还没有填报部门，请分派"),
            format!("{count} entries have no department yet: assign them"),
        )
    };
    let class = if count == 0 { "inline-links" } else { "notice warning" };
    view! { <p class=class><a href="/supervise/reports/leads">{text}</a></p> }.into_any()
}

fn nothing(lang: Lang, query: &ReportsAddress) -> &'static str {
    match (query.place, query.shelf) {
        (Place::Review, Shelf::Todo) => lang.t("没有要填报的指标", "Nothing is to be reported"),
        (_, Shelf::Overdue) => lang.t("没有逾期的填报", "No report is overdue"),
        (_, Shelf::Waiting) => lang.t("没有待核定的填报", "No report waits to be judged"),
        (_, Shelf::SignedOff) => lang.t("还没有核定的填报", "None has been signed off yet"),
        (_, Shelf::Todo | Shelf::All) => lang.t("没有符合条件的填报", "There is no such report"),
    }
}

fn table(lang: Lang, place: Place) -> Table<'static, Line> {
    let table = Table::new(Caption::heard("reports", lang.t("填报", "Reports")))
        .stacked()
        .late(|line: &Line| line.overdue)
        .row_name(lang.t("指标", "Indicator"), name)
        .short(lang.t("季度", "Quarter"), move |line| quarter(lang, line.period));
    let table = match place {
        Place::Supervise => table.column(lang.t("部门", "Department"), move |line| {
            if line.department.is_empty() {
                lang.t("待分派", "to be assigned").to_owned()
            } else {
                line.department.clone()
            }
        }),
        Place::Review => table,
    };
    table
        .column(lang.t("状态", "State"), move |line| state_tag(lang, line.state, line.overdue))
        .short(lang.t("期限", "Due"), move |line| {
            line.due.map_or_else(|| "—".to_owned(), |day| lang.date(day))
        })
        .short(lang.t("数值", "Figure"), |line| or_dash(&number_words(&line.figure)))
        .number(lang.t("佐证", "Evidence"), |line| match line.points {
            (0, _) => "—".to_owned(),
            (points, files) => format!("{files} / {points}"),
        })
}

/// The entry with its scheme; a link where there is something to read.
fn name(line: &Line) -> AnyView {
    let (key, name, scheme) = (line.key.clone(), line.name.clone(), line.scheme.clone());
    let name = match line.href.clone() {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! { {name}<br/><span class="meta">{key}" · "{scheme}</span> }.into_any()
}
