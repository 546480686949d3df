//! Several things fit what was typed, or none.

use super::item_line::ItemLine;
use super::person_start::pick_list;
use super::shortcuts;
use crate::lang::Lang;
use crate::ui::case_table::{CaseRow, Columns, case_table};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct FoundPage {
    /// The language.
    pub lang: Lang,
    /// What was typed.
    pub typed: String,
    /// The name of the person whose business is open; items can be started only for somebody.
    pub current: Option<String>,
    /// Items that fit, best first.
    pub items: Vec<ItemLine>,
    /// Cases that fit.
    pub cases: Vec<CaseRow>,
}

/// The view.
pub fn found(page: FoundPage) -> AnyView {
    let lang = page.lang;
    let count = page.items.len() + page.cases.len();
    let title = if count == 0 {
        lang.t(format!("没有找到“{}”", page.typed), format!("Nothing found for “{}”", page.typed))
    } else {
        lang.t(format!("“{}”：{count} 个结果", page.typed), format!("“{}”: {count} found", page.typed))
    };
    view! {
        <h1>{title}</h1>
        {(count == 0).then(|| nothing(lang))}
        {items(lang, page.items, page.current)}
        {cases(lang, page.cases)}
        {shortcuts::keys(lang)}
    }
    .into_any()
}

fn nothing(lang: Lang) -> AnyView {
    view! {
        <div class="empty">
            <p>{lang.t(
                "身份证号和统一社会信用代码是 18 位；办件编号在收件凭证上；事项可以打名称、拼音或首字母，例如 gljt。",
                "ID numbers and credit codes have 18 characters; the case number is on the receipt; a service can be typed by name, pinyin or initials such as gljt.",
            )}</p>
        </div>
    }
    .into_any()
}

fn items(lang: Lang, items: Vec<ItemLine>, current: Option<String>) -> Option<AnyView> {
    if items.is_empty() {
        return None;
    }
    let (aside, list) = match current {
        Some(name) => (lang.t(format!("为 {name} 办理"), format!("for {name}")), pick_list(items)),
        None => {
            (lang.t("先刷身份证，再开始办理", "Read an ID card first to start one").to_owned(), links(items))
        }
    };
    Some(
        view! {
            <section class="panel">
                <header><h2>{lang.t("事项", "Services")}</h2><span class="aside">{aside}</span></header>
                {list}
            </section>
        }
        .into_any(),
    )
}

/// Without a person at the counter, an item can only be read about.
fn links(items: Vec<ItemLine>) -> AnyView {
    let lines = items
        .into_iter()
        .map(|item| {
            view! {
                <li><a href=format!("/items/{}", item.id)>
                    <span aria-hidden="true">"›"</span>
                    <span class="name">{item.name}</span>
                    <span class="meta">{item.meta}</span>
                </a></li>
            }
        })
        .collect_view();
    view! { <ul class="pick-list">{lines}</ul> }.into_any()
}

fn cases(lang: Lang, cases: Vec<CaseRow>) -> Option<AnyView> {
    (!cases.is_empty()).then(|| {
        let title = lang.t("办件", "Cases");
        view! {
            <section class="panel">
                <header><h2>{title}</h2></header>
                {case_table(lang, title, Columns::Desk, cases, None)}
            </section>
        }
        .into_any()
    })
}
