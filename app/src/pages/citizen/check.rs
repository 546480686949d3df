//! Check answers: everything once more, who will decide and by when, then submit.

use crate::lang::Lang;
use crate::ui::automatic::{Foreseen, foreseen, person_tick};
use crate::ui::date_strip::{WhyDate, why_date};
use crate::ui::timeline::due_line;
use chrono::NaiveDate;
use leptos::prelude::*;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLine {
    /// What was asked.
    pub name: String,
    /// The answer in words.
    pub value: String,
    /// Where a known value comes from.
    pub source: String,
    /// Where to change it; nothing where it cannot be changed here.
    pub href: String,
    /// What is wrong with it.
    pub error: String,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckPage {
    /// The language.
    pub lang: Lang,
    /// The draft.
    pub id: String,
    /// The item.
    pub item_name: String,
    /// Who applies.
    pub applicant: Vec<AnswerLine>,
    /// The questions.
    pub answers: Vec<AnswerLine>,
    /// The materials.
    pub materials: Vec<AnswerLine>,
    /// Who will decide and why, in words.
    pub route: Option<String>,
    /// The promised date, and whether it is only expected.
    pub due: Option<(NaiveDate, bool)>,
    /// How it was counted.
    pub why: Option<WhyDate>,
    /// 秒批: the rules that would decide at once; nothing where a person decides in any case.
    pub by_rule: Option<Foreseen>,
    /// Nothing is missing.
    pub ready: bool,
    /// It was sent without the declaration.
    pub undeclared: bool,
    /// The page before.
    pub back: String,
}

/// The page.
pub fn check(page: CheckPage) -> impl IntoView {
    let lang = page.lang;
    view! {
        <a class="back-link" href=page.back.clone()>{lang.t("返回", "Back")}</a>
        {page.undeclared.then(|| summary(lang))}
        <p class="caption">{page.item_name.clone()}" · "{lang.t("最后一步", "last step")}</p>
        <div class="page-head"><h1>{lang.t("提交前请核对", "Check before you submit")}</h1></div>
        {part(lang, lang.t("申请人", "Applicant"), &page.applicant)}
        {part(lang, lang.t("填写的内容", "Answers"), &page.answers)}
        {part(lang, lang.t("材料", "Papers"), &page.materials)}
        {outcome(&page)}
        {submit(&page)}
    }
    .into_any()
}

fn declare(lang: Lang) -> &'static str {
    lang.t("请先勾选“以上内容属实”，再提交", "Tick that all this is true, then submit")
}

fn summary(lang: Lang) -> AnyView {
    view! {
        <section class="error-summary" role="alert" aria-labelledby="errors" tabindex="-1" autofocus>
            <h2 id="errors">{lang.t("还没有提交", "Not submitted yet")}</h2>
            <ul><li><a href="#declaration">{declare(lang)}</a></li></ul>
        </section>
    }
    .into_any()
}

fn part(lang: Lang, title: &'static str, lines: &[AnswerLine]) -> Option<AnyView> {
    let shown = lines.iter().map(|one| line(lang, one)).collect_view();
    (!lines.is_empty()).then(|| {
        view! { <h2 class="summary-head">{title}</h2><dl class="summary-list">{shown}</dl> }.into_any()
    })
}

fn line(lang: Lang, line: &AnswerLine) -> impl IntoView + use<> {
    let source =
        (!line.source.is_empty()).then(|| view! { " "<span class="source">{line.source.clone()}</span> });
    let wrong = (!line.error.is_empty()).then(|| view! { <p class="error">{line.error.clone()}</p> });
    let name = line.name.clone();
    let change = (!line.href.is_empty()).then(|| {
        view! { <a href=line.href.clone()>{lang.t("修改", "Change")}<span class="visually-hidden">" "{name.clone()}</span></a> }
    });
    view! {
        <div>
            <dt>{line.name.clone()}</dt>
            <dd>{line.value.clone()}{source}{wrong}</dd>
            <dd class="actions">{change}</dd>
        </div>
    }
}

fn outcome(page: &CheckPage) -> AnyView {
    let lang = page.lang;
    let route = page.route.as_ref().map(|reason| view! { <p>{reason.clone()}{lang.t("。", ".")}</p> });
    view! {
        <section class="section">
            <h2>{lang.t("提交以后", "What will happen")}</h2>
            {route}
            {page.by_rule.as_ref().map(|seen| foreseen(lang, seen))}
            {page.due.map(|(date, expected)| due_line(lang, date, expected))}
            {page.why.as_ref().map(|why| why_date(lang, why, false))}
        </section>
    }
    .into_any()
}

fn submit(page: &CheckPage) -> AnyView {
    let lang = page.lang;
    if !page.ready {
        return view! {
            <div class="notice warning">
                <p class="title">{lang.t("还有没填好的", "Something is still missing")}</p>
                <p>{lang.t("请从上面的“修改”补上，再回来提交。", "Use “Change” above, then come back to submit.")}</p>
            </div>
            <div class="page-actions">
                <a class="button" href=format!("/drafts/{}", page.id)>{lang.t("看全部步骤", "All steps")}</a>
            </div>
        }
        .into_any();
    }
    let wrong = page.undeclared.then(|| declare(lang));
    view! {
        <form method="post" action=format!("/drafts/{}/submit", page.id)>
            {page.by_rule.as_ref().map(|seen| person_tick(lang, seen))}
            <div class="declaration field" class:invalid=wrong.is_some()>
                {wrong.map(|wrong| view! { <p class="error" id="declaration-error">{wrong}</p> })}
                <div class="choice">
                    <input type="checkbox" id="declaration" name="declaration" value="yes"
                        aria-describedby=wrong.is_some().then_some("declaration-error")/>
                    <label for="declaration">{lang.t(
                        "以上内容属实，愿意承担不实的责任。",
                        "All this is true, and I answer for it.",
                    )}</label>
                </div>
            </div>
            <div class="page-actions">
                <button class="button large">{lang.t("提交申请", "Submit")}</button>
                <a class="button secondary" href="/my">{lang.t("以后再办", "Later")}</a>
            </div>
        </form>
    }
    .into_any()
}
