//! The departments as a list.

use super::in_use::active_tag;
use crate::lang::Lang;
use crate::ui::table::{Caption, Table};
use leptos::prelude::*;

/// One department.
#[derive(Clone, Debug)]
pub struct DepartmentRow {
    /// Key.
    pub id: String,
    /// Short name.
    pub key: String,
    /// Name.
    pub name: String,
    /// Unified social credit code.
    pub uscc: String,
    /// Enquiries.
    pub phone: String,
    /// Items it handles.
    pub items: usize,
    /// Staff it has.
    pub staff: usize,
    /// In use.
    pub active: bool,
}

/// The list.
#[derive(Clone, Debug)]
pub struct DepartmentsPage {
    /// The language.
    pub lang: Lang,
    /// The departments.
    pub rows: Vec<DepartmentRow>,
}

/// The view.
pub fn departments(page: DepartmentsPage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("部门", "Departments")}</h1></div>
            <a class="button" href="/admin/departments/new">{lang.t("添加部门", "Add a department")}</a>
        </div>
        {table(lang).panel(&page.rows, lang.t("还没有部门", "No department yet"), ())}
    }
    .into_any()
}

fn table(lang: Lang) -> Table<'static, DepartmentRow> {
    Table::new(Caption::heard("departments", lang.t("部门", "Departments")))
        .stacked()
        .row_name(lang.t("名称", "Name"), |row: &DepartmentRow| {
            view! { <a href=format!("/admin/departments/{}", row.id)>{row.name.clone()}</a> }
        })
        .column(lang.t("代号", "Key"), |row| row.key.clone())
        .column(
            lang.t("信用代码", "Credit code"),
            |row| view! { <span class="code">{row.uscc.clone()}</span> },
        )
        .column(lang.t("电话", "Telephone"), |row| row.phone.clone())
        .number(lang.t("事项", "Items"), |row| {
            view! { <a href=format!("/admin/items?department={}", row.key)>{row.items}</a> }
        })
        .number(lang.t("人员", "Staff"), |row| row.staff)
        .column(lang.t("状态", "State"), move |row| active_tag(lang, row.active))
}
