//! A date's calculation in words.

use super::WhyDate;
use crate::lang::Lang;
use domain::deadline::{CellKind, DayCell, Limit};

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

pub(super) fn expected(lang: Lang) -> &'static str {
    lang.t(
        "国务院还没有公布那时的放假安排，所以这是预计日期；公布后如有变动，我们会通知您。",
        "The holidays of that time have not been announced yet, so this day is expected; if it moves, we will tell you.",
    )
}

pub(super) fn sentence(lang: Lang, why: &WhyDate, left_out: usize) -> String {
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

/// What stopped the clock, and what was added to the limit, a sentence each.
pub(super) fn stops(lang: Lang, why: &WhyDate) -> Vec<String> {
    let stops = why.stops.iter().filter(|stop| stop.from < stop.until).map(|stop| {
        let days = (stop.until - stop.from).num_days();
        let (from, until) = (lang.day(stop.from), lang.day(stop.until));
        lang.t(
            format!("{from}到 {until}停了 {days} 天，不算在内：{}。", stop.why),
            format!("From {from} until {until} the clock stood still, {days} days: {}.", stop.why),
        )
    });
    let added = why.extended.map(|extended| {
        let (after, workdays) = (lang.day(extended.after), extended.workdays);
        lang.t(
            format!("本来到 {after}，经批准延长 {workdays} 个工作日。"),
            format!("It was {after}; {workdays} working days were added by an extension."),
        )
    });
    stops.chain(added).collect()
}
