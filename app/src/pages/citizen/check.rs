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
    /// A certificate fixes it: there one reads how it is corrected.
    pub fixed: bool,
    /// What is wrong with it.
    pub error: String,
}

/// What a form was sent without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// Nothing.
    Nothing,
    /// The declaration that all is true.
    Declaration,
    /// The consent to what is sensitive.
    Consent,
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
    /// What it was sent without.
    pub lacks: Lacks,
    /// What is used of the applicant's, by name, and whether it is sensitive.
    pub uses: Vec<(String, bool)>,
    /// Something sensitive is among it: that is agreed to by itself.
    pub separate_consent: bool,
    /// The page before.
    pub back: String,
}

/// The page.
pub fn check(page: CheckPage) -> impl IntoView {
    let lang = page.lang;
    view! {
        <a class="back-link" href=page.back.clone()>{lang.t("返回", "Back")}</a>
        {summary(lang, page.lacks)}
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

fn agree(lang: Lang) -> &'static str {
    lang.t(
        "请勾选同意使用敏感信息；不同意的，可以返回“材料”自己上传",
        "Tick that the sensitive papers may be used, or go back and upload them yourself",
    )
}

fn summary(lang: Lang, lacks: Lacks) -> Option<AnyView> {
    let (place, words) = match lacks {
        Lacks::Nothing => return None,
        Lacks::Declaration => ("#declaration", declare(lang)),
        Lacks::Consent => ("#consent", agree(lang)),
    };
    let shown = view! {
        <section class="error-summary" role="alert" aria-labelledby="errors" tabindex="-1" autofocus>
            <h2 id="errors">{lang.t("还没有提交", "Not submitted yet")}</h2>
            <ul><li><a href=place>{words}</a></li></ul>
        </section>
    };
    Some(shown.into_any())
}

/// 知情同意: what is used, and for what. Submitting agrees to it; what is sensitive has a tick of its own.
fn consent(page: &CheckPage) -> Option<AnyView> {
    let lang = page.lang;
    if page.uses.is_empty() {
        return None;
    }
    let names = |sensitive: bool| {
        let all = page.uses.iter().filter(|(_, own)| *own == sensitive);
        all.map(|(name, _)| name.clone()).collect::<Vec<_>>().join(lang.t("、", ", "))
    };
    let (usual, sensitive) = (names(false), names(true));
    let usual = (!usual.is_empty()).then(|| {
        lang.t(
            format!("提交即同意：承办部门为办理“{}”使用您的{usual}。只用于这一件，您随时可以撤回。", page.item_name),
            format!("By submitting you agree that the department uses, for this case only: {usual}. You can withdraw this at any time."),
        )
    });
    Some(
        view! {
            <section class="section" aria-labelledby="consent-title">
                <h2 id="consent-title">{lang.t("使用您的证照和信息", "Use of your papers")}</h2>
                {usual.map(|words| view! { <p>{words}</p> })}
                {page.separate_consent.then(|| tick(page, &sensitive))}
            </section>
        }
        .into_any(),
    )
}

fn tick(page: &CheckPage, names: &str) -> AnyView {
    let lang = page.lang;
    let wrong = (page.lacks == Lacks::Consent).then(|| agree(lang));
    let label = lang.t(
        format!("我单独同意承办部门使用我的敏感个人信息：{names}。只用于这一件。"),
        format!("I separately agree that the department uses this sensitive information of mine, for this case only: {names}."),
    );
    view! {
        <div class="declaration field" class:invalid=wrong.is_some()>
            {wrong.map(|wrong| view! { <p class="error" id="consent-error">{wrong}</p> })}
            <div class="choice">
                <input type="checkbox" id="consent" name="consent" value="yes"
                    aria-describedby=wrong.is_some().then_some("consent-error")/>
                <label for="consent">{label}</label>
            </div>
        </div>
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
    let change = if line.fixed { lang.t("怎么改", "How to correct") } else { lang.t("修改", "Change") };
    let change = (!line.href.is_empty()).then(|| {
        view! { <a href=line.href.clone()>{change}<span class="visually-hidden">" "{name.clone()}</span></a> }
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
    let wrong = (page.lacks == Lacks::Declaration).then(|| declare(lang));
    view! {
        <form method="post" action=format!("/drafts/{}/submit", page.id)>
            {consent(page)}
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
