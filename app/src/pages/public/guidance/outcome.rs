//! What all answers lead to, on one sheet of paper.

use super::super::home::{HallLine, office};
use super::to_bring::{ToBring, checklist};
use crate::lang::Lang;
use crate::ui::breadcrumbs::breadcrumbs;
use crate::ui::date_strip::limit_words;
use crate::ui::status::channel_name;
use domain::deadline::Limit;
use domain::item::{CaseKind, Channel};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomePage {
    /// The language.
    pub lang: Lang,
    /// The item.
    pub id: String,
    /// Its name.
    pub item_name: String,
    /// What was answered, in words: question and answer.
    pub answers: Vec<(String, String)>,
    /// The materials.
    pub materials: Vec<ToBring>,
    /// The body that decides.
    pub body: String,
    /// Where to go.
    pub hall: Option<HallLine>,
    /// Kind of handling.
    pub kind: CaseKind,
    /// Promised limit.
    pub promised: Option<Limit>,
    /// Statutory limit.
    pub statutory: Option<Limit>,
    /// What is charged: name and amount; nothing where it is free.
    pub fees: Vec<(String, String)>,
    /// The steps: name and who does it.
    pub steps: Vec<(String, String)>,
    /// The ways to hand it in.
    pub channels: Vec<Channel>,
    /// It can be applied for here.
    pub online: bool,
    /// Visits at most.
    pub visits: u16,
    /// The answers that go on into the application.
    pub carried: Vec<(String, String)>,
}

/// The page.
pub fn outcome(page: OutcomePage) -> impl IntoView {
    let lang = page.lang;
    view! {
        {breadcrumbs(lang, vec![(format!("/items/{}", page.id), page.item_name.clone())], lang.t("办事清单", "Checklist"))}
        <p class="caption">{lang.t("办事清单", "Checklist")}</p>
        <div class="page-head"><h1>{page.item_name.clone()}</h1></div>
        {answers(&page)}
        {key_facts(&page)}
        {checklist(lang, &page.materials)}
        {place(&page)}
        {steps(&page)}
        {begin(&page)}
    }
    .into_any()
}

fn answers(page: &OutcomePage) -> Option<AnyView> {
    let lang = page.lang;
    let lines = page.answers.iter().map(|(question, answer)| {
        view! { <div><dt>{question.clone()}</dt><dd>{answer.clone()}</dd></div> }
    });
    let lines = lines.collect_view();
    (!page.answers.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="answers">
                <h2 id="answers">{lang.t("您的情况", "Your situation")}</h2>
                <dl class="summary-list">{lines}</dl>
                <p class="no-print"><a href=format!("/items/{}/guidance", page.id)>{lang.t("重新选", "Answer again")}</a></p>
            </section>
        }
        .into_any()
    })
}

fn key_facts(page: &OutcomePage) -> AnyView {
    let lang = page.lang;
    let how_long = match (page.kind, page.promised) {
        (CaseKind::Instant, _) | (CaseKind::Promise, None) => lang.t("当场办结", "On the spot").to_owned(),
        (CaseKind::Promise, Some(limit)) if limit.is_immediate() => {
            lang.t("当场办结", "On the spot").to_owned()
        }
        (CaseKind::Promise, Some(limit)) => limit_words(lang, limit),
    };
    let statutory = page.statutory.map(|limit| {
        let limit = limit_words(lang, limit);
        view! { <small>{lang.t(format!("法定 {limit}"), format!("Statutory: {limit}"))}</small> }
    });
    let fees = page.fees.iter().map(|(name, amount)| view! { <li>{name.clone()}" "{amount.clone()}</li> });
    let fees = if page.fees.is_empty() {
        view! { {lang.t("不收费", "Free")} }.into_any()
    } else {
        view! { <ul>{fees.collect_view()}</ul> }.into_any()
    };
    view! {
        <dl class="summary-list">
            <div><dt>{lang.t("多久办好", "How long")}</dt><dd>{how_long}" "{statutory}</dd></div>
            <div><dt>{lang.t("费用", "Fee")}</dt><dd>{fees}</dd></div>
            <div><dt>{lang.t("要跑几次", "Visits")}</dt><dd>{visits(page)}</dd></div>
        </dl>
    }
    .into_any()
}

fn visits(page: &OutcomePage) -> String {
    match page.visits {
        0 => page.lang.t("不用跑", "None").to_owned(),
        n => page.lang.t(format!("最多 {n} 次"), format!("{n} at most")),
    }
}

fn place(page: &OutcomePage) -> AnyView {
    let lang = page.lang;
    let ways: Vec<_> = page.channels.iter().map(|&channel| channel_name(lang, channel)).collect();
    let body = (!page.body.is_empty()).then(|| {
        view! { <p>{lang.t("承办单位：", "Handled by: ")}{page.body.clone()}</p> }
    });
    view! {
        <section class="section" aria-labelledby="where">
            <h2 id="where">{lang.t("去哪里办", "Where to go")}</h2>
            {page.hall.as_ref().map(office)}
            {body}
            <p>{lang.t("办理渠道：", "Ways: ")}{ways.join(lang.t("、", ", "))}</p>
        </section>
    }
    .into_any()
}

fn steps(page: &OutcomePage) -> Option<AnyView> {
    let lang = page.lang;
    let lines = page.steps.iter().map(|(name, who)| {
        view! { <li><h3>{name.clone()}</h3><p>{who.clone()}</p></li> }
    });
    let lines = lines.collect_view();
    (!page.steps.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="steps">
                <h2 id="steps">{lang.t("怎么办", "The steps")}</h2>
                <ol class="steps">{lines}</ol>
            </section>
        }
        .into_any()
    })
}

/// What was answered goes on into the application: nothing of it is asked again.
fn begin(page: &OutcomePage) -> AnyView {
    let lang = page.lang;
    let carried = page.carried.iter().map(|(key, value)| {
        view! { <input type="hidden" name=key.clone() value=value.clone()/> }
    });
    let carried = carried.collect_view();
    let start =
        page.online.then(|| view! { <button class="button large">{lang.t("开始办理", "Begin")}</button> });
    view! {
        <form class="page-actions no-print" method="post" action=format!("/apply/{}", page.id)>
            {carried}
            {start}
            <a class="button secondary" href=format!("/items/{}", page.id)>{lang.t("看办事指南", "See the guide")}</a>
        </form>
        <p class="meta no-print">{lang.t(
            "这张清单可以打印（Ctrl+P），带到窗口。",
            "You can print this list (Ctrl+P) and take it along.",
        )}</p>
    }
    .into_any()
}
