//! Why it is that day: the promised date with each day that counted and each that did not.

use crate::lang::Lang;
use chrono::{Datelike as _, NaiveDate};
use domain::deadline::{CellKind, DayCell, Limit};
use leptos::prelude::*;

/// A date with its calculation.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyDate {
    /// The limit that was counted.
    pub limit: Limit,
    /// The cells from day 0 to the last day, as the rules counted them.
    pub cells: Vec<DayCell>,
    /// What happened on day 0, such as 受理.
    pub start: String,
    /// Today, marked in the strip.
    pub today: NaiveDate,
    /// A needed day lies beyond the announced calendar.
    pub expected: bool,
}

/// A limit in words: `10 个工作日`, `当场办结`.
pub fn limit_words(lang: Lang, limit: Limit) -> String {
    if limit.is_immediate() {
        return lang.t("当场办结", "On the spot").to_owned();
    }
    format!("{} {}", limit.value, limit_unit(lang, limit.unit, limit.value != 1))
}

/// The unit of a limit, as it follows a number.
pub fn limit_unit(lang: Lang, unit: domain::deadline::Unit, many: bool) -> &'static str {
    use domain::deadline::Unit;
    match (unit, many) {
        (Unit::Workday, true) => lang.t("个工作日", "working days"),
        (Unit::Workday, false) => lang.t("个工作日", "working day"),
        (Unit::Day, true) => lang.t("天", "days"),
        (Unit::Day, false) => lang.t("天", "day"),
        (Unit::Month, true) => lang.t("个月", "months"),
        (Unit::Month, false) => lang.t("个月", "month"),
    }
}

/// A day in a `time` element.
pub fn day(lang: Lang, date: NaiveDate) -> impl IntoView {
    view! { <time datetime=date.to_string()>{lang.day(date)}</time> }
}

/// The disclosure “为什么是这一天？” with its strip; `open` for print and receipts.
pub fn why_date(lang: Lang, why: &WhyDate, open: bool) -> AnyView {
    let (counted, left_out) = (count(why, true), count(why, false));
    view! {
        <details class="disclosure why-date" open=open>
            <summary>{lang.t("为什么是这一天？", "Why this day?")}</summary>
            <p>{sentence(lang, why, left_out)}</p>
            {why.expected.then(|| view! { <p class="meta">{expected(lang)}</p> })}
            <ol class="date-strip" aria-label=lang.t("从起算到期限的每一天", "Each day from the start to the last day")>
                {why.cells.iter().enumerate().map(|(at, cell)| day_cell(lang, why, at, cell)).collect_view()}
            </ol>
            {key(lang, why)}
            <p class="visually-hidden">{lang.t(format!("共计入 {counted} 天"), format!("{counted} days counted"))}</p>
        </details>
    }
    .into_any()
}

/// The days that did not count, in words: holidays by name, weekends by number.
pub fn excluded_words(lang: Lang, cells: &[DayCell]) -> String {
    let weekends = cells.iter().filter(|cell| cell.kind == CellKind::Weekend).count();
    let mut names: Vec<(String, usize)> = Vec::new();
    for cell in cells {
        let name = match &cell.kind {
            CellKind::Holiday(name) => lang.t(name.zh.as_str(), name.en.as_str()).to_owned(),
            CellKind::Suspended => lang.t("暂停计时", "clock stopped").to_owned(),
            CellKind::Start | CellKind::Counted(_) | CellKind::MakeUp(..) | CellKind::Weekend => continue,
        };
        match names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, days)) => *days += 1,
            None => names.push((name, 1)),
        }
    }
    if weekends > 0 {
        names.insert(0, (lang.t("周末", "weekends").to_owned(), weekends));
    }
    let words = names
        .into_iter()
        .map(|(name, days)| lang.t(format!("{name} {days} 天"), format!("{name} ({days} days)")));
    words.collect::<Vec<_>>().join(lang.t("、", ", "))
}

fn expected(lang: Lang) -> &'static str {
    lang.t(
        "国务院还没有公布那时的放假安排，所以这是预计日期；公布后如有变动，我们会通知您。",
        "The holidays of that time have not been announced yet, so this day is expected; if it moves, we will tell you.",
    )
}

fn sentence(lang: Lang, why: &WhyDate, left_out: usize) -> String {
    let limit = limit_words(lang, why.limit);
    let start = why.cells.first().map_or_else(String::new, |cell| lang.day(cell.date));
    let begin = why.start.clone();
    match (lang, left_out) {
        (Lang::Zh, 0) => format!("{start}{begin}，从第二天起数 {limit}，中间没有节假日。"),
        (Lang::Zh, _) => {
            format!("{start}{begin}，从第二天起数 {limit}。不计入：{}。", excluded_words(lang, &why.cells))
        }
        (Lang::En, 0) => {
            format!("{begin} on {start}; {limit} counted from the next day, no day off between.")
        }
        (Lang::En, _) => {
            format!(
                "{begin} on {start}; {limit} counted from the next day. Not counted: {}.",
                excluded_words(lang, &why.cells)
            )
        }
    }
}

fn count(why: &WhyDate, counted: bool) -> usize {
    let counts = |cell: &&DayCell| match cell.kind {
        CellKind::Counted(_) | CellKind::MakeUp(..) => counted,
        CellKind::Weekend | CellKind::Holiday(_) | CellKind::Suspended => !counted,
        CellKind::Start => false,
    };
    why.cells.iter().filter(counts).count()
}

fn day_cell(lang: Lang, why: &WhyDate, at: usize, cell: &DayCell) -> impl IntoView + use<> {
    let (kind, number, note) = describe(lang, why, cell);
    let mut class = kind.to_owned();
    if at == 0 {
        class = format!("{class} col-{}", cell.date.weekday().number_from_monday());
    }
    if cell.due {
        class.push_str(" due");
    }
    if cell.date == why.today {
        class.push_str(" today");
    }
    let (month, date) = (cell.date.month(), cell.date.day());
    let text = if at == 0 || date == 1 { format!("{month}/{date}") } else { date.to_string() };
    let note = if cell.due && note.is_empty() { lang.t("到期", "due").to_owned() } else { note };
    let said = off_words(lang, &cell.kind);
    view! {
        <li class=class>
            <time datetime=cell.date.to_string()>{text}</time>
            {number.map(|n| view! { <span class="n">{n}</span> })}
            {(!note.is_empty()).then(|| view! { <span class="note">{note.clone()}</span> })}
            {said.map(|said| view! { <span class="visually-hidden">{said}</span> })}
        </li>
    }
}

/// Class, running number and note of a cell.
fn describe(lang: Lang, why: &WhyDate, cell: &DayCell) -> (&'static str, Option<u32>, String) {
    let short = |name: &str| name.chars().take(lang.t(3, 8)).collect::<String>();
    match &cell.kind {
        CellKind::Start => ("start", None, short(&why.start)),
        CellKind::Counted(n) => ("counted", Some(*n), String::new()),
        CellKind::MakeUp(n, _) => ("makeup counted", Some(*n), lang.t("班", "work").to_owned()),
        CellKind::Weekend => ("off", None, String::new()),
        CellKind::Holiday(name) => ("holiday", None, short(lang.t(&name.zh, &name.en))),
        CellKind::Suspended => ("suspended", None, lang.t("停", "stop").to_owned()),
    }
}

fn off_words(lang: Lang, kind: &CellKind) -> Option<&'static str> {
    match kind {
        CellKind::Weekend | CellKind::Holiday(_) => Some(lang.t("不计", "not counted")),
        CellKind::Start | CellKind::Counted(_) | CellKind::MakeUp(..) | CellKind::Suspended => None,
    }
}

/// Only what the strip shows.
fn key(lang: Lang, why: &WhyDate) -> impl IntoView + use<> {
    let has = |wanted: fn(&CellKind) -> bool| why.cells.iter().any(|cell| wanted(&cell.kind));
    let lines = [
        (has(|kind| matches!(kind, CellKind::Counted(_))), "counted", lang.t("计入", "counted")),
        (has(|kind| matches!(kind, CellKind::Weekend)), "off", lang.t("周末，不计", "weekend, not counted")),
        (
            has(|kind| matches!(kind, CellKind::Holiday(_))),
            "holiday",
            lang.t("节假日，不计", "holiday, not counted"),
        ),
        (
            has(|kind| matches!(kind, CellKind::MakeUp(..))),
            "makeup",
            lang.t("调休上班，计入", "make-up working day, counted"),
        ),
        (
            has(|kind| matches!(kind, CellKind::Suspended)),
            "suspended",
            lang.t("暂停，不计", "clock stopped, not counted"),
        ),
        (true, "due", lang.t("最后一天", "last day")),
    ];
    let lines = lines.into_iter().filter(|(there, ..)| *there);
    view! { <ul class="date-key">{lines.map(|(_, class, text)| view! { <li class=class>{text}</li> }).collect_view()}</ul> }
}
