//! The guide's top: the answers most people came for, and the one button.

use super::GuidePage;
use crate::lang::Lang;
use crate::ui::date_strip::{limit_unit, limit_words};
use domain::deadline::Limit;
use domain::item::CaseKind;
use leptos::prelude::*;

pub(super) fn head(page: &GuidePage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="guide-head">
            <h1>{page.name.clone()}</h1>
            <dl class="key-facts">
                {how_long(page)}
                <div><dt>{lang.t("费用", "Fee")}</dt><dd>{page.fee.clone()}</dd></div>
                <div><dt>{lang.t("要跑几次", "Visits")}</dt><dd>{page.visits}" "<span class="unit">{lang.t("次", "")}</span></dd></div>
            </dl>
            {apply(page)}
        </div>
    }
    .into_any()
}

fn how_long(page: &GuidePage) -> AnyView {
    let lang = page.lang;
    let statutory = page.statutory.map(|limit| limit_words(lang, limit));
    let small = match (lang, statutory) {
        (_, None) => lang.t("法律没有规定时限", "No statutory limit").to_owned(),
        (Lang::Zh, Some(limit)) => format!("法定 {limit}"),
        (Lang::En, Some(limit)) => format!("Statutory: {limit}"),
    };
    let value = match (page.kind, page.promised) {
        (CaseKind::Instant, _) | (CaseKind::Promise, None) => {
            view! { {lang.t("当场办结", "On the spot")} }.into_any()
        }
        (CaseKind::Promise, Some(limit)) => promised(lang, limit),
    };
    view! {
        <div class="main">
            <dt>{lang.t("多久办好", "How long")}</dt>
            <dd>{value}<small>{small}</small></dd>
        </div>
    }
    .into_any()
}

fn promised(lang: Lang, limit: Limit) -> AnyView {
    if limit.is_immediate() {
        return view! { {lang.t("当场办结", "On the spot")} }.into_any();
    }
    let unit = limit_unit(lang, limit.unit, limit.value != 1);
    view! { {limit.value}" "<span class="unit">{unit}</span> }.into_any()
}

fn apply(page: &GuidePage) -> AnyView {
    let lang = page.lang;
    if !page.online {
        return view! {
            <div class="notice"><p>{lang.t(
                "这件事要到窗口办理，地点和时间见“去哪里办”。",
                "This service is done at a window; see “Where to go”.",
            )}</p></div>
            <p class="page-actions no-print">{reckon(page)}</p>
        }
        .into_any();
    }
    view! {
        <form class="page-actions no-print" method="post" action=format!("/apply/{}", page.id)>
            <input type="hidden" name="situation" value=page.situation.clone()/>
            <button class="button large">{lang.t("在线申请", "Apply online")}</button>
            {reckon(page)}
        </form>
    }
    .into_any()
}

/// 办前引导, with the situation that is chosen here.
fn reckon(page: &GuidePage) -> AnyView {
    let lang = page.lang;
    let situation = Some(&page.situation).filter(|_| page.situations.len() > 1);
    let situation = situation.map(|code| format!("?situation={code}")).unwrap_or_default();
    view! {
        <a class="button secondary" href=format!("/items/{}/guidance{situation}", page.id)>
            {lang.t("算一算要带什么", "What do I need to bring?")}
        </a>
    }
    .into_any()
}

pub(super) fn eligibility(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    let subjects = page.subjects.join(lang.t("、", ", "));
    (!page.eligibility.is_empty()).then(|| {
        view! {
            <section class="eligibility unknown">
                <h2>{lang.t("谁可以办", "Who may apply")}</h2>
                <p>{page.eligibility.clone()}</p>
                <p class="meta">{lang.t("适用于：", "For: ")}{subjects}</p>
                <p class="no-print"><a href=format!("/items/{}/eligibility", page.id)>{lang.t("我能办吗", "Can I apply?")}</a></p>
            </section>
        }
        .into_any()
    })
}

/// Situation and area: both change materials, office and code.
pub(super) fn choose(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    if page.situations.is_empty() && page.areas.is_empty() {
        return None;
    }
    Some(
        view! {
            <form class="situation no-print" method="get" action=format!("/items/{}", page.id)>
                {situations(page)}
                {areas(page)}
                <button class="button secondary">{lang.t("更新指南", "Update the guide")}</button>
            </form>
        }
        .into_any(),
    )
}

fn situations(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    let answers = page.situations.iter().enumerate().map(|(at, (value, name))| {
        let id = format!("situation-{at}");
        let checked = *value == page.situation;
        view! {
            <div class="choice">
                <input type="radio" id=id.clone() name="situation" value=value.clone() checked=checked/>
                <label for=id>{name.clone()}</label>
            </div>
        }
    });
    let answers = answers.collect_view();
    (!page.situations.is_empty()).then(|| {
        view! {
            <fieldset class="field choices inline">
                <legend>{lang.t("您属于哪种情况？", "Which is your situation?")}</legend>
                {answers}
            </fieldset>
        }
        .into_any()
    })
}

fn areas(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    let options = page.areas.iter().map(|(value, name)| {
        let selected = *value == page.area;
        view! { <option value=value.clone() selected=selected>{name.clone()}</option> }
    });
    let options = options.collect_view();
    (!page.areas.is_empty()).then(|| {
        view! {
            <div class="field">
                <label for="area">{lang.t("在哪里办", "Where")}</label>
                <select id="area" name="area">{options}</select>
            </div>
        }
        .into_any()
    })
}
