//! Departments.

use super::staff::{active_switch, active_tag};
use super::values::Values;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
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

/// The list's view.
pub fn departments(page: DepartmentsPage) -> AnyView {
    let lang = page.lang;
    let rows = page.rows.into_iter().map(|row| line(lang, row)).collect_view();
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("部门", "Departments")}</h1></div>
            <a class="button" href="/admin/departments/new">{lang.t("添加部门", "Add a department")}</a>
        </div>
        <section class="panel">
        <div class="table-scroll" role="region" aria-labelledby="departments" tabindex="0">
            <table class="data-table dense stacked">
                <caption id="departments" class="visually-hidden">{lang.t("部门", "Departments")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("名称", "Name")}</th>
                    <th scope="col">{lang.t("代号", "Key")}</th>
                    <th scope="col">{lang.t("统一社会信用代码", "Credit code")}</th>
                    <th scope="col">{lang.t("电话", "Telephone")}</th>
                    <th scope="col" class="num">{lang.t("事项", "Items")}</th>
                    <th scope="col" class="num">{lang.t("人员", "Staff")}</th>
                    <th scope="col">{lang.t("状态", "State")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        </section>
    }
    .into_any()
}

fn line(lang: Lang, row: DepartmentRow) -> AnyView {
    let items = format!("/admin/items?department={}", row.key);
    view! {
        <tr>
            <th scope="row"><a href=format!("/admin/departments/{}", row.id)>{row.name}</a></th>
            <td data-label=lang.t("代号", "Key")>{row.key}</td>
            <td data-label=lang.t("信用代码", "Credit code")><span class="code">{row.uscc}</span></td>
            <td data-label=lang.t("电话", "Telephone")>{row.phone}</td>
            <td class="num" data-label=lang.t("事项", "Items")><a href=items>{row.items}</a></td>
            <td class="num" data-label=lang.t("人员", "Staff")>{row.staff}</td>
            <td data-label=lang.t("状态", "State")>{active_tag(lang, row.active)}</td>
        </tr>
    }
    .into_any()
}

/// One department to edit.
#[derive(Clone, Debug)]
pub struct DepartmentFormPage {
    /// The language.
    pub lang: Lang,
    /// Its key; none for a new one.
    pub id: Option<String>,
    /// In use.
    pub active: bool,
    /// What stands in the fields.
    pub values: Values,
}

/// The form's view.
pub fn department_form(page: DepartmentFormPage) -> AnyView {
    let lang = page.lang;
    let action =
        page.id.as_ref().map_or("/admin/departments".to_owned(), |id| format!("/admin/departments/{id}"));
    let title = match &page.id {
        Some(_) => page.values.heading(lang.t("修改部门", "Change a department")),
        None => lang.t("添加部门", "Add a department").to_owned(),
    };
    view! {
        <a class="back-link" href="/admin/departments">{lang.t("返回部门", "Back to departments")}</a>
        {error_summary(lang, &page.values.errors)}
        <h1>{title}</h1>
        <div class="with-aside">
            <form class="edit-form body" method="post" action=action>
                {fields(&page)}
                <div class="page-actions">
                    <button class="button">{lang.t("保存", "Save")}</button>
                    <a class="button secondary" href="/admin/departments">{lang.t("不保存", "Cancel")}</a>
                </div>
            </form>
            {page.id.as_ref().map(|id| aside(lang, id, page.active))}
        </div>
    }
    .into_any()
}

fn fields(page: &DepartmentFormPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let code = |name: &str, label: &str, hint: &str, class: &'static str| {
        let mut field = values.field(lang, name, label).hint(hint);
        field.class = class;
        field.view()
    };
    let mut phone = values.optional(lang, "phone", lang.t("咨询电话", "Telephone for enquiries"));
    phone.kind = "tel";
    phone.class = "width-20";
    view! {
        <fieldset>
            <legend>{lang.t("部门", "Department")}</legend>
            <div class="form-grid">
                {values.field(lang, "name", lang.t("名称", "Name")).view()}
                {values.optional(lang, "name_en", lang.t("英文名称", "Name in English")).view()}
                {code("key", lang.t("代号", "Key"), lang.t("字母、数字，用在事项编号里", "Letters and digits; stands in item numbers"), "width-8 code")}
                {code("uscc", lang.t("统一社会信用代码", "Unified social credit code"), lang.t("18 位", "18 characters"), "width-20 code")}
                {code("central_code", lang.t("业务指导部门代码", "Code of the guiding department"), lang.t("2 位数字", "2 digits"), "width-4 code")}
                {code("sort", lang.t("排序", "Place in lists"), lang.t("数字小的在前", "Smaller comes first"), "width-4 code")}
                {phone.view()}
            </div>
        </fieldset>
    }
    .into_any()
}

fn aside(lang: Lang, id: &str, active: bool) -> AnyView {
    let explains = if active {
        lang.t(
            "停用后不再受理新的申请，已有办件照常办理。",
            "It takes no new applications; cases in hand go on.",
        )
    } else {
        lang.t("现在不受理新的申请。", "It takes no new applications now.")
    };
    view! {
        <aside class="aside" aria-label=lang.t("状态", "State")>
            <section class="panel">
                <header><h2>{lang.t("状态", "State")}</h2></header>
                {active_switch(lang, format!("/admin/departments/{id}/active"), active, explains)}
            </section>
        </aside>
    }
    .into_any()
}
