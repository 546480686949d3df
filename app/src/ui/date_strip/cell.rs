//! One day of the strip, and what the marks mean.

use super::WhyDate;
use crate::lang::Lang;
use chrono::Datelike as _;
use domain::deadline::{CellKind, DayCell};
use leptos::prelude::*;

pub(super) fn day_cell(lang: Lang, why: &WhyDate, at: usize, cell: &DayCell) -> impl IntoView + use<> {
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
    // The note has no room for all of it: the rest is told on the spot, and heard.
    let stop = why.stop(cell.date).filter(|_| cell.kind == CellKind::Suspended).map(|stop| stop.why.clone());
    let heard = stop.clone();
    view! {
        <li class=class title=stop>
            <time datetime=cell.date.to_string()>{text}</time>
            {number.map(|n| view! { <span class="n">{n}</span> })}
            {(!note.is_empty()).then(|| view! { <span class="note">{note.clone()}</span> })}
            {said.map(|said| view! { <span class="visually-hidden">{said}</span> })}
            {heard.map(|why| view! { <span class="visually-hidden">{why}</span> })}
        </li>
    }
}

/// Class, running number and note of a cell.
fn describe(lang: Lang, why: &WhyDate, cell: &DayCell) -> (&'static str, Option<u32>, String) {
    let short = |name: &str| name.chars().take(lang.t(3, 8)).collect::<String>();
    match &cell.kind {
        CellKind::Start => ("start", None, short(&why.start)),
        CellKind::Counted(n) if why.is_added(cell) => ("counted added", Some(*n), added(lang)),
        CellKind::Counted(n) => ("counted", Some(*n), String::new()),
        CellKind::MakeUp(n, _) => ("makeup counted", Some(*n), lang.t("班", "work").to_owned()),
        CellKind::Weekend => ("off", None, String::new()),
        CellKind::Holiday(name) => ("holiday", None, short(lang.t(&name.zh, &name.en))),
        CellKind::Suspended => ("suspended", None, stopped(lang, why, cell)),
    }
}

fn added(lang: Lang) -> String {
    lang.t("延", "more").to_owned()
}

/// Why the clock stood still, as far as it fits.
fn stopped(lang: Lang, why: &WhyDate, cell: &DayCell) -> String {
    let short =
        why.stop(cell.date).map(|stop| stop.why.chars().take(4).collect()).filter(|_| lang == Lang::Zh);
    short.unwrap_or_else(|| lang.t("停", "stop").to_owned())
}

fn off_words(lang: Lang, kind: &CellKind) -> Option<&'static str> {
    match kind {
        CellKind::Weekend | CellKind::Holiday(_) => Some(lang.t("不计", "not counted")),
        CellKind::Start | CellKind::Counted(_) | CellKind::MakeUp(..) | CellKind::Suspended => None,
    }
}

/// Only what the strip shows.
pub(super) fn key(lang: Lang, why: &WhyDate) -> impl IntoView + use<> {
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
            lang.t("停止计时，不计", "clock stopped, not counted"),
        ),
        (
            why.cells.iter().any(|cell| why.is_added(cell)),
            "added",
            lang.t("延长的日子", "added by extension"),
        ),
        (true, "due", lang.t("最后一天", "last day")),
    ];
    let lines = lines.into_iter().filter(|(there, ..)| *there);
    view! { <ul class="date-key">{lines.map(|(_, class, text)| view! { <li class=class>{text}</li> }).collect_view()}</ul> }
}
