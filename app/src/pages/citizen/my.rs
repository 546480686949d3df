//! My cases: what I must do first, then drafts, then everything else.

use super::entitled::{MayHave, entitled};
use crate::lang::Lang;
use crate::ui::code_number::code_number;
use crate::ui::status::{outcome_tag, status_tag};
use crate::ui::timeline::{Next, next_words};
use chrono::{DateTime, Utc};
use domain::case::Outcome;
use leptos::prelude::*;

/// A case in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseLine {
    /// The case's number.
    pub case_no: String,
    /// The item.
    pub item_name: String,
    /// Where it stands and what comes next.
    pub next: Next,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// When it was handed in.
    pub submitted_at: DateTime<Utc>,
}

impl CaseLine {
    /// The citizen must act.
    pub fn is_urgent(&self) -> bool {
        self.next.is_urgent()
    }
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Its id.
    pub id: String,
    /// The item.
    pub item_name: String,
    /// When it was last saved.
    pub saved_at: DateTime<Utc>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MyPage {
    /// The language.
    pub lang: Lang,
    /// What waits to be finished.
    pub drafts: Vec<DraftLine>,
    /// The cases, those that ask for something first.
    pub cases: Vec<CaseLine>,
    /// Certificates that end soon.
    pub ending: usize,
    /// What they may be entitled to.
    pub entitled: Vec<MayHave>,
}

/// The page.
pub fn my(page: MyPage) -> impl IntoView {
    let lang = page.lang;
    let (urgent, rest): (Vec<_>, Vec<_>) = page.cases.iter().cloned().partition(CaseLine::is_urgent);
    let (open, done): (Vec<_>, Vec<_>) = rest.into_iter().partition(|case| case.next.status.is_open());
    view! {
        <div class="page-head"><h1>{lang.t("我的办件", "My cases")}</h1></div>
        {certificates(lang, page.ending)}
        {part(lang, lang.t("请您先做这件事", "Please do this first"), &urgent)}
        {drafts(lang, &page.drafts)}
        {part(lang, lang.t("正在办理", "In progress"), &open)}
        {entitled(lang, &page.entitled)}
        {part(lang, lang.t("已经结束", "Finished"), &done)}
        {(page.cases.is_empty() && page.drafts.is_empty()).then(|| nothing(lang))}
    }
    .into_any()
}

/// The way to one's certificates, and how many of them end soon.
fn certificates(lang: Lang, ending: usize) -> AnyView {
    let soon = (ending > 0).then(|| {
        let words = match (lang, ending) {
            (Lang::Zh, _) => format!("{ending} 份快到期"),
            (Lang::En, 1) => "1 ends soon".to_owned(),
            (Lang::En, _) => format!("{ending} end soon"),
        };
        view! { " "<span class="tag status-todo">{words}</span> }
    });
    view! {
        <ul class="inline-links">
            <li><a href="/my/certificates">{lang.t("我的证照", "My certificates")}</a>{soon}</li>
            <li><a href="/my/data">{lang.t("我的数据", "My data")}</a></li>
        </ul>
    }
    .into_any()
}

fn part(lang: Lang, title: &'static str, cases: &[CaseLine]) -> Option<AnyView> {
    (!cases.is_empty()).then(|| {
        view! { <section class="section"><h2>{title}</h2>{case_list(lang, cases)}</section> }.into_any()
    })
}

/// Cases as cards.
pub fn case_list(lang: Lang, cases: &[CaseLine]) -> AnyView {
    let lines = cases.iter().map(|case| line(lang, case)).collect_view();
    view! { <ul class="case-list">{lines}</ul> }.into_any()
}

fn line(lang: Lang, case: &CaseLine) -> impl IntoView + use<> {
    let next = next_words(lang, &case.next);
    let day = case.submitted_at.with_timezone(&domain::calendar::CITY_OFFSET).date_naive();
    view! {
        <li class=case.is_urgent().then_some("urgent")>
            <h3><a href=format!("/my/cases/{}", case.case_no)>{case.item_name.clone()}</a></h3>
            <p class="line">
                {status_tag(lang, case.next.status)}
                {case.outcome.map(|outcome| outcome_tag(lang, outcome))}
                {next.map(|next| view! { <span>{next}</span> })}
            </p>
            <p class="meta">{lang.t("提交于 ", "Handed in on ")}{lang.date(day)}" · "{code_number(&case.case_no, "")}</p>
        </li>
    }
}

fn drafts(lang: Lang, drafts: &[DraftLine]) -> Option<AnyView> {
    let lines = drafts.iter().map(|draft| {
        let href = format!("/drafts/{}", draft.id);
        view! {
            <li>
                <h3><a href=href>{draft.item_name.clone()}</a></h3>
                <p class="line"><span class="tag status-draft">{lang.t("没填完", "Not finished")}</span>
                    <span>{lang.t("接着填，填过的都在", "Continue; all you typed is there")}</span></p>
                <p class="meta">{lang.t("保存于 ", "Saved ")}{lang.moment(draft.saved_at)}</p>
            </li>
        }
    });
    let lines = lines.collect_view();
    (!drafts.is_empty()).then(|| {
        view! {
            <section class="section"><h2>{lang.t("没填完的申请", "Drafts")}</h2><ul class="case-list">{lines}</ul></section>
        }
        .into_any()
    })
}

fn nothing(lang: Lang) -> AnyView {
    view! {
        <div class="empty">
            <p class="title">{lang.t("您还没有办件", "You have no cases yet")}</p>
            <p><a class="button" href="/items">{lang.t("找要办的事", "Find a service")}</a></p>
        </div>
    }
    .into_any()
}
