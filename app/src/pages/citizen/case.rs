//! A case of one's own: what I must do, what comes next, what happened.

use super::check::AnswerLine;
use crate::lang::Lang;
use crate::ui::code_number::code_number;
use crate::ui::correction::{Correction, summary};
use crate::ui::date_strip::{WhyDate, why_date};
use crate::ui::status::{outcome_tag, status_tag};
use crate::ui::timeline::{Entry, Next, due_line, timeline};
use chrono::NaiveDate;
use domain::case::Outcome;
use leptos::prelude::*;

mod correction;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CasePage {
    /// The language.
    pub lang: Lang,
    /// The case's number.
    pub case_no: String,
    /// Its query code.
    pub query_code: String,
    /// The item: id and name.
    pub item: (String, String),
    /// Where it stands, and what comes next.
    pub next: Next,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The day promised, while a clock runs, and whether it is only expected.
    pub due: Option<(NaiveDate, bool)>,
    /// How it was counted.
    pub why: Option<WhyDate>,
    /// Who decides and why.
    pub route: (String, String),
    /// What is to be put right.
    pub correction: Option<Correction>,
    /// What happened, the next step first.
    pub entries: Vec<Entry>,
    /// What was handed in.
    pub answers: Vec<AnswerLine>,
    /// The papers.
    pub materials: Vec<AnswerLine>,
    /// It may still be withdrawn.
    pub may_withdraw: bool,
}

/// The page.
pub fn case(page: CasePage) -> impl IntoView {
    let lang = page.lang;
    view! {
        <a class="back-link" href="/my">{lang.t("我的办件", "My cases")}</a>
        {page.correction.as_ref().and_then(|wanted| summary(lang, wanted))}
        {head(&page)}
        {page.correction.as_ref().map(|wanted| correction::must_do(lang, &page.case_no, wanted))}
        <div class="with-aside">
            <div class="body">
                <section class="section">
                    <h2>{lang.t("办理进度", "Progress")}</h2>
                    {timeline(lang, &page.entries)}
                </section>
            </div>
            <aside class="aside">
                {about(&page)}
                {lines(lang.t("填写的内容", "Answers"), &page.answers)}
                {lines(lang.t("材料", "Papers"), &page.materials)}
            </aside>
        </div>
    }
    .into_any()
}

fn head(page: &CasePage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="case-head">
            <h1>{page.item.1.clone()}</h1>
            <p class="line">
                {status_tag(lang, page.next.status)}
                {page.outcome.map(|outcome| outcome_tag(lang, outcome))}
                {code_number(&page.case_no, "")}
            </p>
            {page.due.map(|(date, expected)| due_line(lang, date, expected))}
            {page.why.as_ref().map(|why| why_date(lang, why, false))}
        </div>
    }
    .into_any()
}

fn about(page: &CasePage) -> AnyView {
    let lang = page.lang;
    let base = format!("/my/cases/{}", page.case_no);
    let withdraw = page.may_withdraw.then(|| {
        view! { <li><a href=format!("{base}/withdraw")>{lang.t("撤回申请", "Withdraw")}</a></li> }
    });
    view! {
        <section class="section">
            <h2>{lang.t("这件事", "This case")}</h2>
            <dl class="facts-list">
                <div><dt>{lang.t("办理机关", "Decided by")}</dt><dd>{page.route.0.clone()}<br/><span class="meta">{page.route.1.clone()}</span></dd></div>
                <div><dt>{lang.t("查询码", "Query code")}</dt><dd>{code_number(&page.query_code, "")}</dd></div>
            </dl>
            <ul class="inline-links no-print">
                <li><a href=format!("{base}/receipt")>{lang.t("收件凭证", "Receipt")}</a></li>
                <li><a href=format!("/items/{}", page.item.0)>{lang.t("办事指南", "Guide")}</a></li>
                {withdraw}
            </ul>
        </section>
    }
    .into_any()
}

fn lines(title: &'static str, lines: &[AnswerLine]) -> Option<AnyView> {
    let shown = lines.iter().map(|line| {
        let value = if line.href.is_empty() {
            line.value.clone().into_any()
        } else {
            view! { <a href=line.href.clone()>{line.value.clone()}</a> }.into_any()
        };
        view! { <div><dt>{line.name.clone()}</dt><dd>{value}</dd></div> }
    });
    let shown = shown.collect_view();
    (!lines.is_empty()).then(|| {
        view! {
            <details class="disclosure"><summary>{title}</summary><dl class="facts-list">{shown}</dl></details>
        }
        .into_any()
    })
}
