//! 总览: how much came, how much was done, how much of it in time, and where it hurts.

use super::address::Query;
use super::chips::{Chip, chips};
use super::figures::CompletionPage;
use super::heads::By;
use super::{ages, charts, formulas, groups, pain, picker, spans, top};
use crate::lang::Lang;
use crate::ui::empty::empty;
use leptos::prelude::*;

pub use super::figures::Worst;

/// The view.
pub fn completion(page: CompletionPage) -> AnyView {
    let lang = page.lang;
    view! {
        {head(&page)}
        {picker::picker(&page)}
        {if page.is_empty() { nothing(lang) } else { figures(&page) }}
        <p class="print-only meta">
            {lang.t("数据截至 ", "Figures as of ")}{lang.moment(page.read_at)}
        </p>
    }
    .into_any()
}

fn head(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let (compare, patterns) = (page.query.at("/supervise/compare"), page.query.at("/supervise/patterns"));
    let mut scope: Vec<String> = page.heads.iter().map(|(_, name)| name.clone()).collect();
    if scope.is_empty() {
        scope.push(lang.t("全市", "the whole city").to_owned());
    }
    view! {
        <div class="row between">
            <div class="page-head">
                <h1>{lang.t("总览", "Overview")}</h1>
                <p class="lead">{page.query.period.words(lang)}" · "{scope.join(" · ")}</p>
            </div>
            <ul class="inline-links no-print">
                <li><a href=compare>{lang.t("比较两组", "Compare two groups")}</a></li>
                <li><a href=patterns>{lang.t("分布", "Patterns")}</a></li>
                <li><a href=page.query.file("csv") download="">"CSV"</a></li>
                <li><a href=page.query.file("xlsx") download="">"Excel"</a></li>
            </ul>
        </div>
        <div class="no-print">{chips(lang, &narrowed(page))}</div>
    }
    .into_any()
}

/// What the figures are narrowed to.
fn narrowed(page: &CompletionPage) -> Vec<Chip> {
    let chip = |(by, name): &(By, String)| {
        let heads = page.query.heads.clone().with(*by, None);
        let by = if *by == By::Department { By::Department } else { page.query.by };
        Chip { name: name.clone(), without: Query { heads, by, ..page.query.clone() }.address() }
    };
    page.heads.iter().map(chip).collect()
}

fn figures(page: &CompletionPage) -> AnyView {
    view! {
        {top::top(page)}
        {pain::pain(page)}
        {spans::spans(page)}
        <div class="columns-2">
            <section class="panel">{ages::ages(page)}</section>
            <section class="panel">{ages::dwell(page)}</section>
        </div>
        <section class="panel">{groups::table(page)}</section>
        <div class="columns-2">
            <section class="panel">{charts::groups(page)}</section>
            <section class="panel">{charts::months(page)}</section>
        </div>
        {formulas::formulas(page.lang)}
    }
    .into_any()
}

fn nothing(lang: Lang) -> AnyView {
    let why = lang.t(
        "没有受理和办结，也就没有办结率。换一段时间，或去掉上面的条件。",
        "Nothing was accepted or closed, so there is no rate. Choose other days, or remove a condition above.",
    );
    empty(lang.t("这段时间没有办件", "No cases in this period"), view! { <p>{why}</p> })
}
