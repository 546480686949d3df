//! The two rates, each compared with the period before in percentage points.

use super::super::figures::CompletionPage;
use super::super::measure::Measure;
use crate::lang::Lang;
use crate::ui::figures::{Figure, Trend};
use crate::ui::ratio::{formula, percent};
use domain::indicator::{Figures, Ratio};

/// What a rate divides by what, and why so.
struct Rate {
    name: &'static str,
    over: Measure,
    under: Measure,
    of: fn(&Figures) -> Ratio,
    why: &'static str,
}

pub(super) fn completion(page: &CompletionPage) -> Figure {
    let lang = page.lang;
    let rate = Rate {
        name: lang.t("办结率", "Completion rate"),
        over: Measure::Closed,
        under: Measure::Accepted,
        of: Figures::completion_rate,
        why: lang.t(
            "本期办结数 ÷ 本期受理数。办结的可能是以前受理的，所以清理积压时会超过 100%。",
            "Closed in the period ÷ accepted in the period. Closed cases may have been accepted earlier, so it exceeds 100% while a backlog is cleared.",
        ),
    };
    figure(page, rate)
}

pub(super) fn on_time(page: &CompletionPage) -> Figure {
    let lang = page.lang;
    let rate = Rate {
        name: lang.t("按时办结率", "On-time rate"),
        over: Measure::OnTime,
        under: Measure::Closed,
        of: Figures::on_time_rate,
        why: lang.t(
            "决定日不晚于承诺日（没有承诺的按法定日）算按时。",
            "On time means decided on or before the promised date (the statutory one where nothing is promised).",
        ),
    };
    figure(page, rate)
}

fn figure(page: &CompletionPage, rate: Rate) -> Figure {
    let lang = page.lang;
    let (now, before) = ((rate.of)(&page.total), (rate.of)(&page.before));
    let (change, trend) = change(lang, now, before);
    Figure {
        name: rate.name.to_owned(),
        value: percent(now),
        unit: "%".to_owned(),
        href: page.query.cases(rate.over, None),
        change,
        trend,
        note: percent(before).map_or_else(
            || lang.t("上期没有", "none before").to_owned(),
            |value| lang.t(format!("上期 {value} %"), format!("{value} % before")),
        ),
        formula: vec![formula(rate.over.name(lang), rate.under.name(lang), now), rate.why.to_owned()],
    }
}

fn change(lang: Lang, now: Ratio, before: Ratio) -> (String, Trend) {
    let Some((now, before)) = now.value().zip(before.value()) else {
        return (lang.t("无法与上期比较", "nothing to compare with").to_owned(), Trend::Same);
    };
    let points = (now - before) * 100.0;
    let by = points.abs();
    if by < 0.05 {
        (lang.t("与上期持平", "as before").to_owned(), Trend::Same)
    } else if points > 0.0 {
        (lang.t(format!("较上期 ▲ {by:.1} 个百分点"), format!("▲ {by:.1} points on before")), Trend::Better)
    } else {
        (lang.t(format!("较上期 ▼ {by:.1} 个百分点"), format!("▼ {by:.1} points on before")), Trend::Worse)
    }
}
