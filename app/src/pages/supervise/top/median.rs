//! How long the cases took: the middle one of them.

use super::super::figures::CompletionPage;
use super::super::live::MEDIAN;
use super::super::measure::Measure;
use super::count::earlier;
use crate::lang::Lang;
use crate::ui::figures::{Figure, Trend};
use crate::ui::ratio::{cases, half};

pub(super) fn median(page: &CompletionPage) -> Figure {
    let lang = page.lang;
    let (now, before) = (page.total.median_working_days(), page.before.median_working_days());
    let (change, trend) = change(lang, now.zip(before));
    Figure {
        name: lang.t("办理用时中位数", "Median handling time").to_owned(),
        value: now.map(half),
        unit: lang.t("个工作日", "working days").to_owned(),
        href: page.query.cases(Measure::Closed, None),
        change,
        trend,
        note: earlier(lang, &shown(before), &shown(page.year_before.median_working_days())),
        sides: None,
        formula: formula(page),
        live: Some(MEDIAN),
        alarming: false,
    }
}

fn shown(days: Option<f64>) -> String {
    days.map_or_else(|| "—".to_owned(), half)
}

/// Less time is good news.
fn change(lang: Lang, both: Option<(f64, f64)>) -> (String, Trend) {
    match both {
        None => (lang.t("无法与上期比较", "nothing to compare with").to_owned(), Trend::Same),
        Some((now, before)) if now < before => {
            let less = half(before - now);
            (lang.t(format!("较上期 ▼ {less} 天"), format!("▼ {less} d on before")), Trend::Better)
        }
        Some((now, before)) if now > before => {
            let more = half(now - before);
            (lang.t(format!("较上期 ▲ {more} 天"), format!("▲ {more} d on before")), Trend::Worse)
        }
        Some(_) => (lang.t("与上期持平", "as before").to_owned(), Trend::Same),
    }
}

fn formula(page: &CompletionPage) -> Vec<String> {
    let lang = page.lang;
    let counted = cases(lang, page.total.handling_days.total());
    let numbers = lang.t(
        format!("本期作过决定并办结的 {counted}，按所用工作日排列，取中间一件"),
        format!("{counted} closed in the period, ordered by the working days they took: the middle one"),
    );
    let why = lang.t(
        "从受理次日数到决定日，节假日和暂停的日子不算。",
        "Counted from the day after acceptance to the decision, without holidays and days when the clock stood still.",
    );
    vec![numbers, why.to_owned()]
}
