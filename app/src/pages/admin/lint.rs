//! The catalogue's consistency: which items break which rules.

use super::rules;
use crate::lang::Lang;
use crate::ui::table::{Caption, Table};
use domain::item::lint::{Finding, Rule, Severity};
use leptos::prelude::*;

/// An item with what was found in it.
#[derive(Clone, Debug)]
pub struct ItemFindings {
    /// `RS-001`.
    pub id: String,
    /// Name.
    pub name: String,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct LintPage {
    /// The language.
    pub lang: Lang,
    /// How many items were checked.
    pub checked: usize,
    /// Those with findings, errors first.
    pub items: Vec<ItemFindings>,
}

/// The view.
pub fn lint(page: LintPage) -> AnyView {
    let lang = page.lang;
    let all = || page.items.iter().flat_map(|item| &item.findings);
    let errors = all().filter(|one| one.severity == Severity::Error).count();
    let warnings = all().count() - errors;
    let (checked, faulty) = (page.checked, page.items.len());
    let lead = lang.t(
        format!("检查了 {checked} 个事项：{faulty} 个有问题，共 {errors} 处错误、{warnings} 处提醒。"),
        format!(
            "{checked} items were checked: {faulty} have findings, {errors} errors and {warnings} warnings."
        ),
    );
    view! {
        <div class="page-head"><h1>{lang.t("目录检查", "Catalogue check")}</h1><p class="lead">{lead}</p></div>
        {by_rule(&page)}
        {by_item(&page)}
    }
    .into_any()
}

/// How often each rule is broken: every rule, so that one sees what was checked.
fn by_rule(page: &LintPage) -> AnyView {
    let lang = page.lang;
    let count = |rule| {
        let of = |item: &ItemFindings| item.findings.iter().any(|finding| finding.rule == rule);
        page.items.iter().filter(|item| of(item)).count()
    };
    let mut broken = rules::RULES.map(|rule| (rule, count(rule)));
    broken.sort_by_key(|(_, n)| core::cmp::Reverse(*n));
    let caption = Caption::heard("rules", lang.t("规则与事项数", "Rules with numbers of items"));
    let table = Table::new(caption)
        .row_name(lang.t("规则", "Rule"), |(rule, _): &(Rule, usize)| rules::rule(lang, *rule))
        .number(lang.t("事项", "Items"), |(_, n)| *n);
    view! {
        <details class="disclosure">
            <summary>{lang.t("检查哪些规则", "Which rules are checked")}</summary>
            {table.rows(&broken)}
        </details>
    }
    .into_any()
}

fn by_item(page: &LintPage) -> AnyView {
    let lang = page.lang;
    if page.items.is_empty() {
        return view! { <div class="notice success"><p>{lang.t("所有事项各项一致。", "Every item is consistent.")}</p></div> }
            .into_any();
    }
    let sections = page.items.iter().map(|item| {
        view! {
            <section class="panel">
                <header>
                    <h2><a href=format!("/admin/items/{}", item.id)>{item.name.clone()}</a></h2>
                    <span class="aside code">{item.id.clone()}</span>
                </header>
                {rules::findings(lang, &item.findings)}
            </section>
        }
    });
    view! { <div class="columns-2">{sections.collect_view()}</div> }.into_any()
}
