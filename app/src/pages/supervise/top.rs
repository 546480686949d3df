//! The figures at the top, each with the period before, the same days a year before, its formula and
//! its cases.

mod count;
mod median;
mod share;

use super::figures::CompletionPage;
use super::live;
use super::measure::Measure;
use super::rate::Rate;
use crate::lang::Lang;
use crate::ui::figures::figures;
use crate::ui::ratio::cases;
use count::{closed, count, overdue_now};
use leptos::prelude::*;
use median::median;
use share::share;

pub(super) fn top(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    // How late stands beside how much: of a period gone by only what was closed late is known.
    let late = if page.total.past { Rate::Late } else { Rate::Overdue };
    let much = vec![
        count(page, Measure::Received),
        count(page, Measure::Accepted),
        closed(page),
        share(page, Rate::Completion),
        share(page, late),
        share(page, Rate::Reopened),
    ];
    let well = vec![
        overdue_now(page),
        share(page, Rate::OnTime),
        share(page, Rate::Correction),
        share(page, Rate::Refusal),
        share(page, Rate::Returned),
        median(page),
    ];
    view! {
        <div class="figures-top" data-live-source=page.query.live()>
            {figures(lang, much)}
            {figures(lang, well)}
            {beside(page)}
            {live::state(lang)}
        </div>
    }
    .into_any()
}

/// What else is in the house, and what the figures are compared with.
fn beside(page: &CompletionPage) -> AnyView {
    let (lang, total) = (page.lang, &page.total);
    let link = |measure: Measure| {
        let (href, n) = (page.query.cases(measure, None), cases(lang, measure.of(total)));
        view! { <a href=href>{n}</a> }
    };
    view! {
        <p class="meta">
            {lang.t("期末在办 ", "Open at the end: ")}{link(Measure::Open)}
            {lang.t("；本期提前办结 ", "; closed early: ")}{link(Measure::Early)}
            {lang.t("，超期办结 ", ", late: ")}{link(Measure::Late)}
            {lang.t("；不予受理 ", "; not accepted: ")}{link(Measure::NotAccepted)}
            {lang.t("，撤回 ", ", withdrawn: ")}{link(Measure::Withdrawn)}
            {lang.t("。", ". ")}{compared(page, lang)}
        </p>
    }
    .into_any()
}

fn compared(page: &CompletionPage, lang: Lang) -> String {
    let (before, year) = (page.query.period.before(), page.query.period.year_before());
    if before == year {
        let before = before.words(lang);
        return lang
            .t(format!("“上期”即去年同期：{before}。"), format!("“Before” is {before}, a year earlier."));
    }
    let (before, year) = (before.words(lang), year.words(lang));
    lang.t(
        format!("“上期”是 {before}，“去年同期”是 {year}。"),
        format!("“Before” is {before}; “last year” is {year}."),
    )
}
