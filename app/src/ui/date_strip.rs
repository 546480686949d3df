//! Why it is that day: the promised date with each day that counted and each that did not.

mod cell;
mod words;

pub use words::{excluded_words, limit_unit, limit_words};

use crate::lang::Lang;
use cell::{day_cell, key};
use chrono::NaiveDate;
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
    /// Why the clock stood still, and when.
    pub stops: Vec<Stop>,
    /// 延期, where one was given.
    pub extended: Option<Extended>,
}

/// A time that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// First day that does not count.
    pub from: NaiveDate,
    /// First day that counts again.
    pub until: NaiveDate,
    /// Why, in a few words: 检验, 等您补正.
    pub why: String,
}

/// 延期: working days added after what would have been the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extended {
    /// The last day without it.
    pub after: NaiveDate,
    /// Working days added.
    pub workdays: u16,
}

impl WhyDate {
    /// What stopped the clock on a day.
    fn stop(&self, date: NaiveDate) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.from <= date && date < stop.until)
    }

    /// Whether the day is one of those that were added.
    fn is_added(&self, cell: &DayCell) -> bool {
        let counts = matches!(cell.kind, CellKind::Counted(_) | CellKind::MakeUp(..));
        counts && self.extended.is_some_and(|extended| cell.date > extended.after)
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
            <p>{words::sentence(lang, why, left_out)}</p>
            {words::stops(lang, why).into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {why.expected.then(|| view! { <p class="meta">{words::expected(lang)}</p> })}
            <ol class="date-strip" aria-label=lang.t("从起算到期限的每一天", "Each day from the start to the last day")>
                {why.cells.iter().enumerate().map(|(at, cell)| day_cell(lang, why, at, cell)).collect_view()}
            </ol>
            {key(lang, why)}
            <p class="visually-hidden">{lang.t(format!("共计入 {counted} 天"), format!("{counted} days counted"))}</p>
        </details>
    }
    .into_any()
}

fn count(why: &WhyDate, counted: bool) -> usize {
    let counts = |cell: &&DayCell| match cell.kind {
        CellKind::Counted(_) | CellKind::MakeUp(..) => counted,
        CellKind::Weekend | CellKind::Holiday(_) | CellKind::Suspended => !counted,
        CellKind::Start => false,
    };
    why.cells.iter().filter(counts).count()
}
