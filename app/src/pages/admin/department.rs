//! One department to edit.

use super::edit_form::{EditForm, action, field_group};
use super::in_use::active_aside;
use super::values::Values;
use crate::lang::Lang;
use crate::ui::field::Field;
use leptos::prelude::*;

const LIST: &str = "/admin/departments";

/// The page.
#[derive(Clone, Debug)]
pub struct DepartmentPage {
    /// The language.
    pub lang: Lang,
    /// Its key; none for a new one.
    pub id: Option<String>,
    /// In use.
    pub active: bool,
    /// What stands in the fields.
    pub values: Values,
}

/// The view.
pub fn department(page: DepartmentPage) -> AnyView {
    let lang = page.lang;
    let title = match &page.id {
        Some(_) => page.values.heading(lang.t("修改部门", "Change a department")),
        None => lang.t("添加部门", "Add a department").to_owned(),
    };
    let form = EditForm {
        lang,
        back: LIST.to_owned(),
        back_text: lang.t("返回部门", "Back to departments").to_owned(),
        action: action(LIST, page.id.as_ref()),
        save: lang.t("保存", "Save"),
        errors: &page.values.errors,
    };
    let beside = page.id.as_ref().map(|id| beside(lang, id, page.active));
    form.around(view! { <h1>{title}</h1> }, fields(lang, &page.values), beside)
}

fn fields(lang: Lang, values: &Values) -> AnyView {
    let code = |name: &str, label: &str, hint: &str, class: &'static str| {
        values.sized(lang, name, label, class).hint(hint).view()
    };
    let group = lang.t("业务指导部门代码", "Code of the guiding department");
    let phone = values.phone(lang, "phone", lang.t("咨询电话", "Telephone for enquiries"));
    let phone = Field { optional: true, ..phone };
    let fields = view! {
        {values.field(lang, "name", lang.t("名称", "Name")).view()}
        {values.optional(lang, "name_en", lang.t("英文名称", "Name in English")).view()}
        {code("key", lang.t("代号", "Key"), lang.t("字母、数字，用在事项编号里", "Letters and digits; stands in item numbers"), "width-8 code")}
        {code("uscc", lang.t("统一社会信用代码", "Unified social credit code"), lang.t("18 位", "18 characters"), "width-20 code")}
        {code("central_code", group, lang.t("2 位数字", "2 digits"), "width-4 code")}
        {code("sort", lang.t("排序", "Place in lists"), lang.t("数字小的在前", "Smaller comes first"), "width-4 code")}
        {phone.view()}
    };
    field_group(lang.t("部门", "Department"), fields)
}

fn beside(lang: Lang, id: &str, active: bool) -> AnyView {
    let explains = if active {
        lang.t(
            "停用后不再受理新的申请，已有办件照常办理。",
            "It takes no new applications; cases in hand go on.",
        )
    } else {
        lang.t("现在不受理新的申请。", "It takes no new applications now.")
    };
    active_aside(lang, format!("{LIST}/{id}/active"), active, explains)
}
