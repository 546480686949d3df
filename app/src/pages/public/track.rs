//! Tracking by case number and query code: one clear answer, nothing personal.

use crate::lang::Lang;
use crate::ui::code_number::code_number;
use crate::ui::date_strip::{WhyDate, why_date};
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use crate::ui::status::{outcome_tag, status_tag};
use crate::ui::timeline::{Entry, Next, due_line, next_words, receipt_line, timeline};
use chrono::NaiveDate;
use domain::case::Outcome;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// What is told of a case to whoever holds its query code.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The case's number.
    pub case_no: String,
    /// The item.
    pub item_name: String,
    /// Where it stands and what comes next.
    pub next: Next,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The last day to hear whether it is accepted, while that is waited for; whether it is only
    /// expected, and how it was counted.
    pub receipt: Option<(NaiveDate, bool, Option<WhyDate>)>,
    /// The day promised, while the clock runs.
    pub due: Option<(NaiveDate, bool)>,
    /// How that day was counted.
    pub why: Option<WhyDate>,
    /// What happened, newest first.
    pub entries: Vec<Entry>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackPage {
    /// The language.
    pub lang: Lang,
    /// As typed.
    pub case_no: String,
    /// As typed.
    pub query_code: String,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// No case has this number and code.
    pub unknown: bool,
    /// The case.
    pub answer: Option<Answer>,
}

/// The page.
pub fn track(page: TrackPage) -> impl IntoView {
    let lang = page.lang;
    view! {
        {named_error_summary(lang, &page.errors, |name| label(lang, name))}
        <div class="page-head">
            <h1>{lang.t("查进度", "Track a case")}</h1>
            <p class="lead">{lang.t(
                "凭回执上的办件编号和查询码查询，不用登录。",
                "With the case number and the query code of your receipt; no need to sign in.",
            )}</p>
        </div>
        {page.unknown.then(|| not_found(lang))}
        {page.answer.as_ref().map(|found| answer(lang, found))}
        {form(&page)}
    }
    .into_any()
}

/// What a field is called.
fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "case_no" => lang.t("办件编号", "Case number"),
        "query_code" => lang.t("查询码", "Query code"),
        _ => "",
    }
}

fn form(page: &TrackPage) -> AnyView {
    let lang = page.lang;
    let number = Field { class: "width-full code", ..Field::new(lang, "case_no", label(lang, "case_no")) }
        .hint(lang.t("空格可有可无", "Spaces do not matter"))
        .value(&page.case_no)
        .errors(&page.errors);
    let code = Field { class: "width-12 code", ..Field::new(lang, "query_code", label(lang, "query_code")) }
        .hint(lang.t("印在回执上，在办件编号下面", "Printed on the receipt below the case number"))
        .value(&page.query_code)
        .errors(&page.errors);
    view! {
        <form method="post" action="/track">
            {number.view()}
            {code.view()}
            <div class="page-actions"><button class="button">{lang.t("查询", "Track")}</button></div>
        </form>
        <p class="meta">{lang.t(
            "回执丢了？登录后在“我的办件”里都能看到；在窗口办的，带身份证到任一窗口可补打。",
            "Lost the receipt? Sign in to see all your cases, or have it printed again at any window.",
        )}</p>
    }
    .into_any()
}

fn not_found(lang: Lang) -> AnyView {
    view! {
        <section class="answer invalid" role="alert">
            <h2>{lang.t("没有查到这个办件", "No such case")}</h2>
            <p>{lang.t(
                "请对照回执核对办件编号和查询码，两个都要对上。",
                "Compare case number and query code with your receipt: both must match.",
            )}</p>
        </section>
    }
    .into_any()
}

fn answer(lang: Lang, found: &Answer) -> AnyView {
    // A date already says what comes next.
    let dated = found.next.status.clock_runs() || found.receipt.is_some();
    let next = next_words(lang, &found.next).filter(|_| !dated || found.next.owed_by.is_some());
    view! {
        <section class="answer" aria-labelledby="found">
            <h2 id="found">{found.item_name.clone()}</h2>
            <p>
                {status_tag(lang, found.next.status)}" "{found.outcome.map(|outcome| outcome_tag(lang, outcome))}" "
                {code_number(&found.case_no, "")}
            </p>
            {found.receipt.as_ref().map(|(date, expected, why)| view! {
                {receipt_line(lang, *date, *expected)}
                {why.as_ref().map(|why| why_date(lang, why, false))}
            })}
            {found.due.map(|(date, expected)| due_line(lang, date, expected))}
            {next.map(|next| view! { <p class="strong">{next}{lang.t("。", ".")}</p> })}
            {found.why.as_ref().map(|why| why_date(lang, why, false))}
            {timeline(lang, &found.entries)}
            <p class="meta">{lang.t("登录后可看材料、意见和文书。", "Sign in to see papers, opinions and documents.")}</p>
        </section>
    }
    .into_any()
}
