//! Numbers of cases, compared with the period before and the same days a year before.

use super::super::figures::CompletionPage;
use super::super::measure::{Measure, Told as _};
use crate::lang::Lang;
use crate::ui::figures::{Figure, Trend};
use crate::ui::ratio::grouped;

pub(super) fn count(page: &CompletionPage, measure: Measure) -> Figure {
    let lang = page.lang;
    let [now, before, year] = [&page.total, &page.before, &page.year_before].map(|one| measure.of(one));
    Figure {
        name: measure.name(lang).to_owned(),
        value: Some(grouped(now)),
        unit: lang.t("件", "").to_owned(),
        href: page.query.cases(measure, None),
        change: change(lang, now - before),
        trend: Trend::Same,
        note: earlier(lang, &grouped(before), &grouped(year)),
        sides: None,
        formula: vec![measure.meaning(lang).to_owned()],
        live: Some(measure.as_str()),
        alarming: false,
    }
}

fn change(lang: Lang, more: i64) -> String {
    match more {
        0 => lang.t("与上期持平", "as before").to_owned(),
        1.. => lang.t(format!("较上期 ▲ {}", grouped(more)), format!("▲ {} on before", grouped(more))),
        _ => lang.t(format!("较上期 ▼ {}", grouped(-more)), format!("▼ {} on before", grouped(-more))),
    }
}

/// What it was in the period before, and in the same days a year before.
pub(super) fn earlier(lang: Lang, before: &str, year: &str) -> String {
    lang.t(format!("上期 {before} · 去年同期 {year}"), format!("{before} before · {year} last year"))
}

/// More closed cases are good news; more that come are neither.
pub(super) fn closed(page: &CompletionPage) -> Figure {
    let trend = match page.total.closed - page.before.closed {
        0 => Trend::Same,
        1.. => Trend::Better,
        _ => Trend::Worse,
    };
    Figure { trend, ..count(page, Measure::Closed) }
}

/// What is past its date is known of now only; red as long as there is any.
pub(super) fn overdue_now(page: &CompletionPage) -> Figure {
    let lang = page.lang;
    let n = page.total.overdue_open;
    let open = grouped(page.total.open);
    Figure {
        change: if n > 0 {
            lang.t("需要督办", "needs a push").to_owned()
        } else {
            lang.t("没有超期", "none overdue").to_owned()
        },
        trend: if n > 0 { Trend::Worse } else { Trend::Better },
        note: lang.t(format!("期末在办 {open}"), format!("{open} open at the end")),
        alarming: n > 0,
        ..count(page, Measure::OverdueOpen)
    }
}
