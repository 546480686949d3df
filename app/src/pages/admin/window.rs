//! One window to edit.

use super::edit_form::{EditForm, action, field_group};
use super::in_use::active_aside;
use super::values::Values;
use super::windows::kind_name;
use crate::lang::Lang;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct WindowPage {
    /// The language.
    pub lang: Lang,
    /// The hall's key.
    pub hall: String,
    /// The hall's name.
    pub hall_name: String,
    /// Its key; none for a new one.
    pub id: Option<String>,
    /// In use.
    pub active: bool,
    /// What stands in the fields.
    pub values: Values,
}

/// The view.
pub fn window(page: WindowPage) -> AnyView {
    let lang = page.lang;
    let hall = &page.hall_name;
    let title = match &page.id {
        Some(_) => format!("{hall} {}", page.values.get("number")),
        None => lang.t(format!("{hall}：添加窗口"), format!("{hall}: add a window")),
    };
    let list = format!("/admin/halls/{}/windows", page.hall);
    let form = EditForm {
        lang,
        back: format!("/admin/halls/{}", page.hall),
        back_text: hall.clone(),
        action: action(&list, page.id.as_ref()),
        save: lang.t("保存", "Save"),
        errors: &page.values.errors,
    };
    let beside = page.id.as_ref().map(|id| beside(lang, format!("{list}/{id}/active"), page.active));
    form.around(view! { <h1>{title}</h1> }, fields(lang, &page.values), beside)
}

fn fields(lang: Lang, values: &Values) -> AnyView {
    let kinds = [("general", true), ("special", false)]
        .map(|(value, general)| (value.to_owned(), kind_name(lang, general).to_owned()));
    let number = values
        .sized(lang, "number", lang.t("窗口号", "Number"), "width-8 code")
        .hint(lang.t("写在牌子上的，如 A03", "As on the sign, such as A03"));
    let fields = view! {
        {number.view()}
        {values.field(lang, "name", lang.t("名称", "Name")).view()}
        {values.field(lang, "kind", lang.t("受理范围", "Takes")).select(kinds.to_vec())}
    };
    field_group(lang.t("窗口", "Window"), fields)
}

fn beside(lang: Lang, action: String, active: bool) -> AnyView {
    let explains = if active {
        lang.t("停用后不能再安排人员在这个窗口收件。", "No one can then take in cases at this window.")
    } else {
        lang.t("现在不收件。", "It takes no cases now.")
    };
    active_aside(lang, action, active, explains)
}
