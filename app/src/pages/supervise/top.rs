//! The six figures, each with the period before, its formula and its cases.

mod median;
mod rate;

use super::figures::CompletionPage;
use super::measure::Measure;
use crate::ui::figures::{Figure, Trend, figures};
use crate::ui::ratio::{cases, grouped};
use leptos::prelude::*;

pub(super) fn top(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let before = page.before_period().words(lang);
    let note = lang.t(format!("“上期”是 {before}。"), format!("“Before” is {before}."));
    let six = vec![
        count(page, Measure::Received),
        count(page, Measure::Accepted),
        closed(page),
        rate::completion(page),
        rate::on_time(page),
        median::median(page),
    ];
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
fn count(page: &CompletionPage, measure: Measure) -> Figure {
    let lang = page.lang;
    let (now, before) = (measure.of(&page.total), measure.of(&page.before));
    let more = now - before;
    let change = match more {
        0 => lang.t("与上期持平", "as before").to_owned(),
        1.. => lang.t(format!("较上期 ▲ {}", grouped(more)), format!("▲ {} on before", grouped(more))),
        _ => lang.t(format!("较上期 ▼ {}", grouped(-more)), format!("▼ {} on before", grouped(-more))),
    };
    Figure {
        name: measure.name(lang).to_owned(),
        value: Some(grouped(now)),
        unit: lang.t("件", "").to_owned(),
        href: page.query.cases(measure, None),
        change,
        trend: Trend::Same,
        note: lang.t(format!("上期 {}", grouped(before)), format!("{} before", grouped(before))),
        formula: vec![measure.meaning(lang).to_owned()],
    }
}

/// More closed cases are good news; more that come are neither.
fn closed(page: &CompletionPage) -> Figure {
    let trend = match page.total.closed - page.before.closed {
        0 => Trend::Same,
        1.. => Trend::Better,
        _ => Trend::Worse,
    };
    Figure { trend, ..count(page, Measure::Closed) }
}
