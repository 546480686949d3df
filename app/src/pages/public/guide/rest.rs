//! The rest of the guide: steps, channels, office, questions, law.

use super::GuidePage;
use crate::ui::code_number::code_number;
use crate::ui::status::channel_name;
use leptos::prelude::*;

pub(super) fn steps(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    let lines = page.steps.iter().map(|(title, text)| {
        view! { <li><h3>{title.clone()}</h3><p>{text.clone()}</p></li> }
    });
    let lines = lines.collect_view();
    (!page.steps.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.t("怎么办", "The steps")}</h2>
                <ol class="steps">{lines}</ol>
            </section>
        }
        .into_any()
    })
}

pub(super) fn questions(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    let lines = page.questions.iter().map(|(question, answer)| {
        view! { <details class="disclosure"><summary>{question.clone()}</summary><p>{answer.clone()}</p></details> }
    });
    let lines = lines.collect_view();
    (!page.questions.is_empty()).then(|| {
        view! {
            <section class="section"><h2>{lang.t("常见问题", "Questions")}</h2><div class="stack">{lines}</div></section>
        }
        .into_any()
    })
}

pub(super) fn law(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    (!page.law.is_empty()).then(|| {
        view! {
            <section class="section"><h2>{lang.t("办理依据", "Legal basis")}</h2><p class="prose">{page.law.clone()}</p></section>
        }
        .into_any()
    })
}

pub(super) fn channels(page: &GuidePage) -> AnyView {
    let lang = page.lang;
    let lines = page.channels.iter().map(|&(channel, open)| {
        let (class, said) = if open { ("yes", "") } else { ("no", lang.t("：不能办", ": not possible")) };
        view! { <li class=class>{channel_name(lang, channel)}<span class="visually-hidden">{said}</span></li> }
    });
    let modes = page.modes.join(" · ");
    view! {
        <section class="section">
            <h2>{lang.t("在哪儿都能办", "Ways to do it")}</h2>
            <ul class="channels">{lines.collect_view()}</ul>
            {(!modes.is_empty()).then(|| view! { <p class="meta">{modes.clone()}</p> })}
        </section>
    }
    .into_any()
}

pub(super) fn office(page: &GuidePage) -> Option<AnyView> {
    let lang = page.lang;
    page.office.as_ref().map(|hall| {
        view! {
            <section class="section">
                <h2>{lang.t("去哪里办", "Where to go")}</h2>
                {super::super::home::office(hall)}
            </section>
        }
        .into_any()
    })
}

pub(super) fn about(page: &GuidePage) -> AnyView {
    let lang = page.lang;
    let phone = page.phone.clone();
    let phone = (!phone.is_empty()).then(|| view! { " "<a href=format!("tel:{phone}")>{phone.clone()}</a> });
    let line = |name: &'static str, value: &str| {
        let value = value.to_owned();
        (!value.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{value.clone()}</dd></div> })
    };
    let bundles =
        page.bundles.iter().map(|(href, name)| view! { <li><a href=href.clone()>{name.clone()}</a></li> });
    let bundles = bundles.collect_view();
    view! {
        <section class="section">
            <h2>{lang.t("事项信息", "About this service")}</h2>
            <dl class="facts-list">
                {line(lang.t("办理结果", "Result"), &page.result)}
                {line(lang.t("决定机关", "Decided by"), &page.body)}
                <div><dt>{lang.t("咨询", "Questions")}</dt><dd>{page.department.clone()}{phone}</dd></div>
                <div><dt>{lang.t("事项编码", "Code")}</dt><dd>{code_number(&page.code, "")}</dd></div>
            </dl>
            {(!page.bundles.is_empty()).then(|| view! {
                <h3>{lang.t("可以一起办", "Often done together")}</h3>
                <ul class="inline-links">{bundles}</ul>
            })}
        </section>
    }
    .into_any()
}
