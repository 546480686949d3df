//! 条件推演: who may have an item, every way through its rule, and what comes of facts one tries.

mod all;
mod ways;

pub use all::{AllPage, Figure, RuleRow, all};

use crate::lang::Lang;
use crate::pages::public::eligibility::questions::question;
use crate::pages::public::eligibility::{Asked, Condition, conditions};
use crate::ui::panel::panel;
use crate::ui::table::{Caption, Table};
use domain::rule::Truth;
use leptos::prelude::*;

/// A way: tests in words, and how each comes out.
pub type Way = Vec<(String, bool)>;

/// A fact of the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRow {
    /// Its name in the rule.
    pub field: String,
    /// What it is called.
    pub words: String,
    /// Who can tell it, in words.
    pub source: String,
    /// Nobody can, now.
    pub dead_end: bool,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfPage {
    /// The language.
    pub lang: Lang,
    /// The item's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Each condition, judged on what is tried.
    pub conditions: Vec<Condition>,
    /// The verdict on what is tried; none before anything is.
    pub verdict: Option<Truth>,
    /// All facts, to try.
    pub asked: Vec<Asked>,
    /// Every way to a yes.
    pub yes: Vec<Way>,
    /// Every way to a no.
    pub no: Vec<Way>,
    /// Faults, each a sentence.
    pub faults: Vec<String>,
    /// Facts and who can tell them.
    pub fields: Vec<FieldRow>,
}

/// The view.
pub fn what_if(page: WhatIfPage) -> AnyView {
    let lang = page.lang;
    let (yes, no) = (page.yes.len(), page.no.len());
    let lead = lang.t(
        format!("能办的路径 {yes} 条，不能办的路径 {no} 条"),
        format!("Ways to a yes: {yes}; ways to a no: {no}"),
    );
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("条件推演：", "What if: ")}{page.name.clone()}</h1><p class="lead">{lead}</p></div>
            <a class="button secondary" href="/admin/eligibility">{lang.t("全部事项", "All items")}</a>
        </div>
        {faults(&page)}
        {verdict(&page)}
        {conditions(lang, &page.conditions)}
        {tried(&page)}
        {ways::ways(lang, lang.t("能办的每一条路径", "Every way to a yes"), &page.yes)}
        {ways::ways(lang, lang.t("不能办的每一条路径", "Every way to a no"), &page.no)}
        {fields(lang).panel(&page.fields, lang.t("没有需要核对的情况", "Nothing to check"), ())}
    }
    .into_any()
}

fn faults(page: &WhatIfPage) -> AnyView {
    let lang = page.lang;
    if page.faults.is_empty() {
        return view! { <p class="meta">{lang.t(
            "没有矛盾、没有用不上的条件、没有走不通的路。",
            "No contradiction, no idle test, no dead end.",
        )}</p> }
        .into_any();
    }
    let lines = page.faults.iter().map(|fault| view! { <li class="error"><span>{fault.clone()}</span></li> });
    panel(lang.t("需要修改", "To be mended"), view! { <ul class="lint-list">{lines.collect_view()}</ul> })
}

fn verdict(page: &WhatIfPage) -> Option<AnyView> {
    let lang = page.lang;
    let (class, words) = match page.verdict? {
        Truth::Met => ("yes", lang.t("按所填情况：可以办", "On these facts: yes")),
        Truth::NotMet => ("no", lang.t("按所填情况：不能办", "On these facts: no")),
        Truth::Unknown => ("unknown", lang.t("按所填情况：还不能确定", "On these facts: not known")),
    };
    let class = format!("eligibility {class}");
    Some(view! { <section class=class id="verdict" role="status"><h2>{words}</h2></section> }.into_any())
}

fn tried(page: &WhatIfPage) -> Option<AnyView> {
    let lang = page.lang;
    (!page.asked.is_empty()).then(|| {
        let questions = page.asked.iter().map(|asked| question(lang, asked)).collect_view();
        let form = view! {
            <form class="stack" method="post" action=format!("/admin/items/{}/eligibility", page.id)>
                {questions}
                <p class="meta">{lang.t("所填内容不会保存。", "Nothing of it is kept.")}</p>
                <button class="button">{lang.t("推演", "Try")}</button>
            </form>
        };
        panel(lang.t("填上情况试一试", "Try some facts"), form)
    })
}

fn fields(lang: Lang) -> Table<'static, FieldRow> {
    Table::new(Caption::heard("fields", lang.t("每项情况由谁提供", "Who can tell each fact")))
        .stacked()
        .row_name(lang.t("情况", "Fact"), |row: &FieldRow| row.words.clone())
        .column(lang.t("名称", "Name"), |row| view! { <span class="code">{row.field.clone()}</span> })
        .column(lang.t("由谁提供", "Told by"), |row| {
            let class = if row.dead_end { "tag status-blocked" } else { "" };
            view! { <span class=class>{row.source.clone()}</span> }
        })
}
