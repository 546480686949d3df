//! The rules of all items at a glance, and the figures of the city that they compare with.

use super::super::values::Values;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use crate::ui::field::Field;
use crate::ui::panel::panel;
use crate::ui::table::{Caption, Table};
use leptos::prelude::*;

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    /// The item.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Ways to a yes and to a no.
    pub ways: (usize, usize),
    /// Facts told by identity, certificates and registries, and those only the applicant can tell.
    pub facts: (usize, usize),
    /// Faults, each a sentence.
    pub faults: Vec<String>,
}

/// A figure that rules compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// `dibao_standard`.
    pub name: String,
    /// What it is called.
    pub words: String,
    /// Items whose rule needs it.
    pub items: String,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllPage {
    /// The language.
    pub lang: Lang,
    /// Every rule, those with faults first.
    pub rows: Vec<RuleRow>,
    /// Figures to set.
    pub figures: Vec<Figure>,
    /// Their values, by name, and what is wrong with them.
    pub values: Values,
}

/// The view.
pub fn all(page: AllPage) -> AnyView {
    let lang = page.lang;
    let faulty = page.rows.iter().filter(|row| !row.faults.is_empty()).count();
    let (total, ways) = (page.rows.len(), page.rows.iter().map(|row| row.ways.0 + row.ways.1).sum::<usize>());
    let lead = lang.t(
        format!("{total} 个事项的条件，共 {ways} 条路径，{faulty} 个需要修改"),
        format!("The rules of {total} items, {ways} ways in all; {faulty} to be mended"),
    );
    view! {
        {error_summary(lang, &page.values.errors)}
        <div class="page-head"><h1>{lang.t("条件推演", "Who may apply")}</h1><p class="lead">{lead}</p></div>
        {figures(&page)}
        {table(lang).panel(&page.rows, lang.t("没有写条件的事项", "No item has a rule"), ())}
    }
    .into_any()
}

fn figures(page: &AllPage) -> Option<AnyView> {
    let lang = page.lang;
    (!page.figures.is_empty()).then(|| {
        let forms = page.figures.iter().map(|figure| {
            let field = Field {
                class: "width-12",
                inputmode: "decimal",
                ..page.values.optional(lang, &figure.name, &figure.words)
            };
            let label = lang.t(format!("保存{}", figure.words), format!("Save {}", figure.words));
            let field = field.hint(&figure.items);
            view! {
                <form class="lift" method="post" action="/admin/eligibility">
                    {field.view()}
                    <button class="button secondary small" aria-label=label>{lang.t("保存", "Save")}</button>
                </form>
            }
        });
        panel(lang.t("本市标准", "Figures of the city"), forms.collect_view())
    })
}

fn table(lang: Lang) -> Table<'static, RuleRow> {
    Table::new(Caption::heard("rules", lang.t("各事项的条件", "Rules of the items")))
        .stacked()
        .row_name(lang.t("事项", "Item"), |row: &RuleRow| {
            view! { <a href=format!("/admin/items/{}/eligibility", row.id)>{row.id.clone()}" "{row.name.clone()}</a> }
        })
        .number(lang.t("能办", "Yes"), |row| row.ways.0)
        .number(lang.t("不能办", "No"), |row| row.ways.1)
        .number(lang.t("可核验", "From sources"), |row| row.facts.0)
        .number(lang.t("只能问", "Only asked"), |row| row.facts.1)
        .column(lang.t("需要修改", "To be mended"), move |row| {
            if row.faults.is_empty() { lang.t("没有", "Nothing").to_owned() } else { row.faults.join(lang.t("；", "; ")) }
        })
}
