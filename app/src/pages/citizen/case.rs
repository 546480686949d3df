//! A case of one's own: what I must do, what comes next, what happened.

use super::check::AnswerLine;
use crate::lang::Lang;
use crate::ui::automatic::{Ruled, ask_person, ruled};
use crate::ui::changes::{Change, changes};
use crate::ui::code_number::code_number;
use crate::ui::correction::{self, Correction};
use crate::ui::date_strip::WhyDate;
use crate::ui::supplement::{self, Supplement};
use crate::ui::timeline::{Entry, Next, timeline};
use chrono::NaiveDate;
use domain::case::Outcome;
use leptos::prelude::*;

mod head;
mod must_do;

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
    /// The last day to hear whether it is accepted, while that is waited for; whether it is only
    /// expected, and how it was counted.
    pub receipt: Option<(NaiveDate, bool, Option<WhyDate>)>,
    /// The day promised, while a clock runs, and whether it is only expected.
    pub due: Option<(NaiveDate, bool)>,
    /// How it was counted.
    pub why: Option<WhyDate>,
    /// The day on which what was granted was revoked.
    pub revoked: Option<NaiveDate>,
    /// What came of it: number of the certificate, how and when it was handed over.
    pub result: Vec<(String, String)>,
    /// The certificates that it granted: id and name.
    pub certificates: Vec<(String, String)>,
    /// 秒批: what the rules said.
    pub ruled: Option<Ruled>,
    /// Who decides and why.
    pub route: (String, String),
    /// What is to be put right.
    pub correction: Option<Correction>,
    /// 容缺: what is still to come.
    pub owed: Option<Supplement>,
    /// What answers to corrections changed.
    pub changes: Vec<Change>,
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
        {page.correction.as_ref().and_then(|wanted| correction::summary(lang, wanted))}
        {page.owed.as_ref().and_then(|owed| supplement::summary(lang, owed))}
        {head::head(&page)}
        {page.correction.as_ref().map(|wanted| must_do::correct(lang, &page.case_no, wanted))}
        {page.owed.as_ref().map(|owed| must_do::supplement(lang, &page.case_no, owed))}
        {page.ruled.as_ref().map(|rules| by_rule(lang, &page.case_no, rules))}
        <div class="with-aside">
            <div class="body">
                <section class="section">
                    <h2>{lang.t("办理进度", "Progress")}</h2>
                    {timeline(lang, &page.entries)}
                </section>
            </div>
            <aside class="aside">
                {about(&page)}
                {mended(lang, &page.changes)}
                {lines(lang.t("填写的内容", "Answers"), &page.answers)}
                {lines(lang.t("材料", "Papers"), &page.materials)}
            </aside>
        </div>
    }
    .into_any()
}

/// Why it was granted by rule, or why not; and the way to a person.
fn by_rule(lang: Lang, case_no: &str, rules: &Ruled) -> AnyView {
    let address = format!("/my/cases/{case_no}/actions");
    let ask = rules.may_ask.then(|| ask_person(lang, rules.version, address));
    view! { <div class="stack">{ruled(lang, rules)}{ask}</div> }.into_any()
}

fn about(page: &CasePage) -> AnyView {
    let lang = page.lang;
    let base = format!("/my/cases/{}", page.case_no);
    let withdraw = page.may_withdraw.then(|| {
        view! { <li><a href=format!("{base}/withdraw")>{lang.t("撤回申请", "Withdraw")}</a></li> }
    });
    let result = page.result.iter().map(|(name, value)| {
        view! { <div><dt>{name.clone()}</dt><dd>{value.clone()}</dd></div> }
    });
    let result = result.collect_view();
    let certificates = certificates(lang, &page.certificates);
    view! {
        <section class="section">
            <h2>{lang.t("这件事", "This case")}</h2>
            <dl class="facts-list">
                {result}
                {certificates}
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

/// The electronic certificates, each with the way to it.
fn certificates(lang: Lang, granted: &[(String, String)]) -> Option<AnyView> {
    let links = granted.iter().map(|(id, name)| {
        view! { <a href=format!("/my/certificates/{id}")>{name.clone()}</a>" " }
    });
    let links = links.collect_view();
    (!granted.is_empty()).then(|| {
        view! { <div><dt>{lang.t("电子证照", "E-certificate")}</dt><dd>{links}</dd></div> }.into_any()
    })
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

fn mended(lang: Lang, mended: &[Change]) -> Option<AnyView> {
    let shown = changes(lang, mended)?;
    let title = lang.t("补充和更正", "What was put right");
    Some(view! { <section class="section"><h2>{title}</h2>{shown}</section> }.into_any())
}
