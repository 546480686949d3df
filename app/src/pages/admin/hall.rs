//! One hall to edit, above it its windows.

use super::edit_form::{EditForm, action, field_group};
use super::in_use::active_aside;
use super::values::Values;
use super::windows::{WindowRow, windows};
use crate::lang::Lang;
use leptos::prelude::*;

const LIST: &str = "/admin/halls";

/// The page.
#[derive(Clone, Debug)]
pub struct HallPage {
    /// The language.
    pub lang: Lang,
    /// Its key; none for a new one.
    pub id: Option<String>,
    /// In use.
    pub active: bool,
    /// What stands in the fields.
    pub values: Values,
    /// Divisions to choose from, codes with names.
    pub divisions: Vec<(String, String)>,
    /// Its windows.
    pub windows: Vec<WindowRow>,
}

/// The view.
pub fn hall(page: HallPage) -> AnyView {
    let lang = page.lang;
    let title = match &page.id {
        Some(_) => page.values.heading(lang.t("修改大厅", "Change a hall")),
        None => lang.t("添加大厅", "Add a hall").to_owned(),
    };
    let form = EditForm {
        lang,
        back: LIST.to_owned(),
        back_text: lang.t("返回大厅", "Back to halls").to_owned(),
        action: action(LIST, page.id.as_ref()),
        save: lang.t("保存", "Save"),
        errors: &page.values.errors,
    };
    let windows = page.id.as_ref().map(|id| windows(lang, id, &page.windows));
    let beside = page.id.as_ref().map(|id| beside(lang, id, page.active));
    form.around(view! { <h1>{title}</h1>{windows} }, fields(&page), beside)
}

fn fields(page: &HallPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let hours = values
        .field(lang, "hours", lang.t("开放时间", "Opening hours"))
        .hint(lang.t("例：周一至周五 9:00–12:00，13:30–17:00", "Such as 周一至周五 9:00–12:00，13:30–17:00"));
    let fields = view! {
        {values.field(lang, "name", lang.t("名称", "Name")).view()}
        {values.optional(lang, "name_en", lang.t("英文名称", "Name in English")).view()}
        {values.field(lang, "division_code", lang.t("所在辖区", "Division")).select(page.divisions.clone())}
        {values.phone(lang, "phone", lang.t("电话", "Telephone")).view()}
        {values.field(lang, "address", lang.t("地址", "Address")).view()}
        {values.optional(lang, "address_en", lang.t("英文地址", "Address in English")).view()}
        {hours.view()}
        {values.optional(lang, "hours_en", lang.t("英文开放时间", "Opening hours in English")).view()}
        {values.optional(lang, "directions", lang.t("怎么去", "How to get there")).view()}
    };
    field_group(lang.t("大厅", "Hall"), fields)
}

fn beside(lang: Lang, id: &str, active: bool) -> AnyView {
    let explains = if active {
        lang.t("停用后，办事指南不再显示这个大厅。", "Guides then no longer name this hall.")
    } else {
        lang.t("办事指南现在不显示这个大厅。", "Guides do not name this hall now.")
    };
    active_aside(lang, format!("{LIST}/{id}/active"), active, explains)
}
