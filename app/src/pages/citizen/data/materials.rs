//! 材料库: what is kept to be used again, and how to take it out.

use crate::lang::Lang;
use crate::ui::evidence::grade_words;
use chrono::NaiveDate;
use domain::evidence::Grade;
use leptos::prelude::*;

/// A material kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptLine {
    /// Key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How far it may be trusted.
    pub grade: Grade,
    /// The case it came with: number and item.
    pub source: Option<(String, String)>,
    /// When it was given.
    pub given: NaiveDate,
    /// Last day on which it is used.
    pub until: Option<NaiveDate>,
    /// That day is past.
    pub over: bool,
    /// How often it was used again.
    pub uses: u64,
    /// The file.
    pub href: Option<String>,
}

/// The list.
pub fn materials(lang: Lang, lines: &[KeptLine]) -> AnyView {
    if lines.is_empty() {
        return view! { <p>{lang.t("没有留存的材料。", "No materials are kept.")}</p> }.into_any();
    }
    let lines = lines.iter().map(|one| line(lang, one)).collect_view();
    view! { <ul class="case-list">{lines}</ul> }.into_any()
}

fn line(lang: Lang, one: &KeptLine) -> AnyView {
    let class = format!("grade {}", one.grade.as_str().to_ascii_lowercase());
    let name = match &one.href {
        Some(href) => {
            view! { <a href=href.clone() target="_blank" rel="noopener">{one.name.clone()}</a> }.into_any()
        }
        None => one.name.clone().into_any(),
    };
    let source = one.source.as_ref().map(|(number, item)| {
        view! { " · "{lang.t("来自 ", "from ")}<a href=format!("/my/cases/{number}")>{item.clone()}</a> }
    });
    view! {
        <li>
            <h3>{name}</h3>
            <p class="line"><span class=class>{one.grade.as_str()}</span>" "<span>{grade_words(lang, one.grade)}</span></p>
            <p class="line"><span>{until(lang, one)}</span></p>
            <p class="meta">{lang.t("交于 ", "Given ")}{lang.date(one.given)}{source}</p>
            <p class="meta">
                {uses(lang, one.uses)}" · "
                <a href=format!("/my/data/materials/{}/remove", one.id)>
                    {lang.t("从材料库移除", "Take it out")}
                    <span class="visually-hidden">{lang.t("：", ": ")}{one.name.clone()}</span>
                </a>
            </p>
        </li>
    }
    .into_any()
}

fn until(lang: Lang, one: &KeptLine) -> String {
    match one.until.map(|day| lang.date(day)) {
        Some(day) if one.over => {
            lang.t(format!("{day}已到期，不再使用"), format!("Ended on {day}; not used any more"))
        }
        Some(day) => lang.t(format!("可以用到{day}"), format!("May be used until {day}")),
        None => lang.t("没有到期日", "No last day").to_owned(),
    }
}

fn uses(lang: Lang, times: u64) -> String {
    match times {
        0 => lang.t("还没有再用过", "Not used again yet").to_owned(),
        times => lang.t(format!("再用过 {times} 次"), format!("Used again {times} times")),
    }
}

/// Asks before a material is taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovePage {
    /// The language.
    pub lang: Lang,
    /// Key of the material.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The question.
pub fn remove(page: RemovePage) -> AnyView {
    let (lang, name) = (page.lang, &page.name);
    view! {
        <a class="back-link" href="/my/data#materials">{lang.t("返回", "Back")}</a>
        <div class="page-head">
            <h1>{lang.t(format!("从材料库移除“{name}”？"), format!("Take “{name}” out of the library?"))}</h1>
        </div>
        <div class="notice warning">
            <p class="title">{lang.t("以后办事要重新交这份材料", "You will have to hand it in again")}</p>
            <p>{lang.t(
                "移除后不再用于新的申请。已经办理的办件里那一份要留作档案，不受影响。",
                "It is not used for new applications. What is part of a case already stays in its file.",
            )}</p>
        </div>
        <form method="post" action=format!("/my/data/materials/{}/remove", page.id)>
            <div class="page-actions">
                <button class="button danger">{lang.t("移除", "Take it out")}</button>
                <a class="button secondary" href="/my/data#materials">{lang.t("不移除", "Keep it")}</a>
            </div>
        </form>
    }
    .into_any()
}
