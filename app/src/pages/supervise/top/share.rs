//! Rates, compared in percentage points.

use super::super::figures::CompletionPage;
use super::super::live::{sides, sides_key};
use super::super::rate::{Rate, moved, points};
use super::count::earlier;
use crate::lang::Lang;
use crate::ui::figures::{Figure, Trend};
use crate::ui::ratio::percent;
use domain::indicator::{Figures, Ratio};

pub(super) fn share(page: &CompletionPage, rate: Rate) -> Figure {
    let lang = page.lang;
    let now = rate.of(&page.total);
    let (over, under) = rate.sides(lang);
    // What was overdue is not kept: the past is compared by what was closed late.
    let compared = if rate == Rate::Overdue { Rate::Late } else { rate };
    let change = points(compared.of(&page.total), compared.of(&page.before));
    Figure {
        name: rate.name(lang).to_owned(),
        value: percent(now),
        unit: "%".to_owned(),
        href: page.query.cases(rate.measure(), None),
        change: told(lang, rate, change),
        trend: change.map_or(Trend::Same, |points| rate.trend(points)),
        note: note(lang, rate, &page.before, &page.year_before),
        sides: (now.denominator > 0).then(|| (sides_key(rate), sides(now), rate.unit(lang))),
        formula: vec![format!("{over} ÷ {under}"), rate.why(lang).to_owned()],
        live: Some(rate.as_str()),
        alarming: rate == Rate::Overdue && is_alarming(now),
    }
}

/// From one in twenty on.
fn is_alarming(Ratio { numerator, denominator }: Ratio) -> bool {
    denominator > 0 && numerator * 20 >= denominator
}

fn told(lang: Lang, rate: Rate, change: Option<f64>) -> String {
    let moved = moved(lang, change);
    match (rate, change) {
        (_, None) => moved,
        (Rate::Overdue, Some(_)) => {
            lang.t(format!("超期办结率较上期 {moved}"), format!("late rate {moved} on before"))
        }
        (
            Rate::Completion
            | Rate::OnTime
            | Rate::Early
            | Rate::Late
            | Rate::Reopened
            | Rate::Correction
            | Rate::Refusal
            | Rate::Returned,
            Some(_),
        ) => lang.t(format!("较上期 {moved}"), format!("{moved} on before")),
    }
}

fn note(lang: Lang, rate: Rate, before: &Figures, year: &Figures) -> String {
    let shown = |rate: Rate, figures: &Figures| {
        percent(rate.of(figures)).map_or_else(|| "—".to_owned(), |value| format!("{value} %"))
    };
    let compared = if rate == Rate::Overdue { Rate::Late } else { rate };
    let earlier = earlier(lang, &shown(compared, before), &shown(compared, year));
    if rate == Rate::Overdue {
        return lang.t(format!("超期办结率：{earlier}"), format!("late rate: {earlier}"));
    }
    earlier
}
