//! The six figures, each with the period before, its formula and its cases.

use super::address::Measure;
use super::completion::CompletionPage;
use crate::lang::Lang;
use crate::ui::figures::{Figure, Trend, figures};
use crate::ui::ratio::{cases, formula, grouped, half, percent};
use domain::indicator::{Figures, Ratio};
use leptos::prelude::*;

pub(super) fn top(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let before = page.before_period().words(lang);
    let note = lang.t(format!("“上期”是 {before}。"), format!("“Before” is {before}."));
    let six =
        vec![received(page), accepted(page), closed(page), completion(page), on_time(page), median(page)];
    view! { {figures(lang, six)}{beside(page)}<p class="meta">{note}</p> }.into_any()
}

/// What is still in the house, in one line below the six.
fn beside(page: &CompletionPage) -> AnyView {
    let (lang, total) = (page.lang, &page.total);
    let open = page.query.cases(Measure::Open, None);
    let overdue = page.query.cases(Measure::OverdueOpen, None);
    let late = page.query.cases(Measure::Late, None);
    let bad = total.overdue_open > 0;
    view! {
        <div class="notice" class:danger=bad>
            <p>
                {lang.t("期末在办 ", "Open at the end: ")}<a href=open>{cases(lang, total.open)}</a>
                {lang.t("；现在超期 ", "; overdue now: ")}<a href=overdue>{cases(lang, total.overdue_open)}</a>
                {lang.t("；本期超期办结 ", "; closed late in the period: ")}<a href=late>{cases(lang, total.overdue)}</a>
                {lang.t("。", ".")}
            </p>
        </div>
    }
    .into_any()
}

/// A number of cases, compared with the one before.
fn count(page: &CompletionPage, measure: Measure, of: fn(&Figures) -> i64) -> Figure {
    let lang = page.lang;
    let (now, before) = (of(&page.total), of(&page.before));
    let more = now - before;
    let arrow = match more {
        0 => lang.t("与上期持平", "as before").to_owned(),
        1.. => lang.t(format!("较上期 ▲ {}", grouped(more)), format!("▲ {} on before", grouped(more))),
        _ => lang.t(format!("较上期 ▼ {}", grouped(-more)), format!("▼ {} on before", grouped(-more))),
    };
    Figure {
        name: measure.name(lang).to_owned(),
        value: Some(grouped(now)),
        unit: lang.t("件", "").to_owned(),
        href: page.query.cases(measure, None),
        change: arrow,
        trend: Trend::Same,
        note: lang.t(format!("上期 {}", grouped(before)), format!("{} before", grouped(before))),
        formula: vec![measure.meaning(lang).to_owned()],
    }
}

fn received(page: &CompletionPage) -> Figure {
    count(page, Measure::Received, |figures| figures.received)
}

fn accepted(page: &CompletionPage) -> Figure {
    count(page, Measure::Accepted, |figures| figures.accepted)
}

fn closed(page: &CompletionPage) -> Figure {
    let mut figure = count(page, Measure::Closed, |figures| figures.closed);
    figure.trend = match page.total.closed - page.before.closed {
        0 => Trend::Same,
        1.. => Trend::Better,
        _ => Trend::Worse,
    };
    figure
}

/// A rate, compared in percentage points.
fn rate(lang: Lang, now: Ratio, before: Ratio) -> (Option<String>, String, Trend, String) {
    let last = percent(before).map_or_else(
        || lang.t("上期没有", "none before").to_owned(),
        |value| lang.t(format!("上期 {value} %"), format!("{value} % before")),
    );
    let points = now.value().zip(before.value()).map(|(now, before)| (now - before) * 100.0);
    let (change, trend) = match points {
        None => (lang.t("无法与上期比较", "nothing to compare with").to_owned(), Trend::Same),
        Some(points) if points.abs() < 0.05 => (lang.t("与上期持平", "as before").to_owned(), Trend::Same),
        Some(points) if points > 0.0 => (
            lang.t(format!("较上期 ▲ {points:.1} 个百分点"), format!("▲ {points:.1} points on before")),
            Trend::Better,
        ),
        Some(points) => {
            let points = -points;
            (
                lang.t(format!("较上期 ▼ {points:.1} 个百分点"), format!("▼ {points:.1} points on before")),
                Trend::Worse,
            )
        }
    };
    (percent(now), change, trend, last)
}

fn completion(page: &CompletionPage) -> Figure {
    let (lang, now) = (page.lang, page.total.completion_rate());
    let (value, change, trend, note) = rate(lang, now, page.before.completion_rate());
    let numbers = formula(Measure::Closed.name(lang), Measure::Accepted.name(lang), now);
    let why = lang.t(
        "本期办结数 ÷ 本期受理数。办结的可能是以前受理的，所以清理积压时会超过 100%。",
        "Closed in the period ÷ accepted in the period. Closed cases may have been accepted earlier, so it exceeds 100% while a backlog is cleared.",
    );
    Figure {
        name: lang.t("办结率", "Completion rate").to_owned(),
        value,
        unit: "%".to_owned(),
        href: page.query.cases(Measure::Closed, None),
        change,
        trend,
        note,
        formula: vec![numbers, why.to_owned()],
    }
}

fn on_time(page: &CompletionPage) -> Figure {
    let (lang, now) = (page.lang, page.total.on_time_rate());
    let (value, change, trend, note) = rate(lang, now, page.before.on_time_rate());
    let numbers = formula(Measure::OnTime.name(lang), Measure::Closed.name(lang), now);
    let why = lang.t(
        "决定日不晚于承诺日（没有承诺的按法定日）算按时。",
        "On time means decided on or before the promised date (the statutory one where nothing is promised).",
    );
    Figure {
        name: lang.t("按时办结率", "On-time rate").to_owned(),
        value,
        unit: "%".to_owned(),
        href: page.query.cases(Measure::OnTime, None),
        change,
        trend,
        note,
        formula: vec![numbers, why.to_owned()],
    }
}

fn median(page: &CompletionPage) -> Figure {
    let lang = page.lang;
    let (now, before) = (page.total.median_working_days(), page.before.median_working_days());
    let counted: i64 = page.total.handling_days.iter().map(|(_, n)| n).sum();
    let (change, trend) = match now.zip(before) {
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
    };
    let numbers = lang.t(
        format!("本期作过决定并办结的 {}，按所用工作日排列，取中间一件", cases(lang, counted)),
        format!(
            "{} closed in the period, ordered by the working days they took: the middle one",
            cases(lang, counted)
        ),
    );
    let why = lang.t(
        "从受理次日数到决定日，节假日和暂停的日子不算。",
        "Counted from the day after acceptance to the decision, without holidays and days when the clock stood still.",
    );
    Figure {
        name: lang.t("办理用时中位数", "Median handling time").to_owned(),
        value: now.map(half),
        unit: lang.t("个工作日", "working days").to_owned(),
        href: page.query.cases(Measure::Closed, None),
        change,
        trend,
        note: before.map(half).map_or_else(String::new, |days| {
            lang.t(format!("上期 {days} 个工作日"), format!("{days} before"))
        }),
        formula: vec![numbers, why.to_owned()],
    }
}
