//! 失信记录: broken promises, and their being mended.

use super::values::Values;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use crate::ui::field::Field;
use crate::ui::table::{Caption, Table};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// One broken promise.
#[derive(Clone, Debug)]
pub struct PromiseRow {
    /// Key.
    pub id: String,
    /// Whose, masked.
    pub person: String,
    /// In which case.
    pub case_no: String,
    /// Of which item.
    pub item: String,
    /// What should have followed did not come; else a declaration was not true.
    pub supplement: bool,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When, by whom and why it was lifted.
    pub lifted: Option<(DateTime<Utc>, String, String)>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct PromisesPage {
    /// The language.
    pub lang: Lang,
    /// Those that stand first.
    pub rows: Vec<PromiseRow>,
    /// What was typed, `why-…`.
    pub values: Values,
}

/// The view.
pub fn promises(page: PromisesPage) -> AnyView {
    let lang = page.lang;
    let none = lang.t("没有失信记录", "No promise was broken");
    view! {
        {error_summary(lang, &page.values.errors)}
        <div class="page-head">
            <h1>{lang.t("失信记录", "Broken promises")}</h1>
            <p class="lead">{lang.t(
                "容缺没有补齐，或承诺与事实不符的，修复前不再适用容缺受理和告知承诺。",
                "Who did not bring what should have followed, or declared what was not so, is no longer taken at their word until it is mended.",
            )}</p>
        </div>
        {table(&page).panel(&page.rows, none, ())}
    }
    .into_any()
}

fn table(page: &PromisesPage) -> Table<'_, PromiseRow> {
    let lang = page.lang;
    Table::new(Caption::heard("promises", lang.t("失信记录", "Broken promises")))
        .stacked()
        .row_name(lang.t("申请人", "Applicant"), |row: &PromiseRow| row.person.clone())
        .column(lang.t("办件", "Case"), |row| view! { <span class="code">{row.case_no.clone()}</span> })
        .column(lang.t("事项", "Item"), |row| row.item.clone())
        .column(lang.t("什么没有做到", "What was not kept"), move |row| {
            if row.supplement {
                lang.t("容缺材料没有补齐", "Did not bring what should have followed")
            } else {
                lang.t("承诺与事实不符", "Declared what was not so")
            }
        })
        .short(lang.t("何时起", "Since"), move |row| lang.moment(row.since))
        .column(lang.t("修复", "Mended"), move |row| mended(page, row))
}

fn mended(page: &PromisesPage, row: &PromiseRow) -> AnyView {
    let lang = page.lang;
    if let Some((at, by, why)) = &row.lifted {
        let head = format!("{} · {by}", lang.moment(*at));
        return view! { <p>{why.clone()}</p><p class="meta">{head}</p> }.into_any();
    }
    let name = format!("why-{}", row.id);
    let field = Field {
        class: "width-20",
        ..page.values.field(lang, &name, lang.t("修复的理由", "What mended it"))
    };
    let person = row.person.clone();
    let label = lang.t(format!("修复 {person} 的记录"), format!("Lift the mark of {person}"));
    view! {
        <form class="lift" method="post" action=format!("/admin/promises/{}/lift", row.id)>
            {field.view()}
            <button class="button secondary small" aria-label=label>{lang.t("修复", "Lift")}</button>
        </form>
    }
    .into_any()
}
