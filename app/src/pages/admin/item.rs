//! One item to edit, with what the catalogue's rules find in it beside the form.

mod basics;
mod limits;
mod texts;

use super::edit_form::EditForm;
use super::items::{state_tag, verdict};
use super::rules;
use super::values::Values;
use crate::lang::Lang;
use crate::ui::panel::{panel, panel_beside};
use domain::item::lint::{Finding, Severity};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct ItemPage {
    /// The language.
    pub lang: Lang,
    /// `RS-001`.
    pub id: String,
    /// The department, in words.
    pub department: String,
    /// The base code.
    pub base_code: String,
    /// How many bodies carry it out.
    pub implementations: usize,
    /// What stands in the fields, by the names of the catalogue file.
    pub values: Values,
    /// Themes to choose from.
    pub themes: Vec<(String, String)>,
    /// What the rules find in it as stored.
    pub findings: Vec<Finding>,
    /// Somebody else saved it meanwhile: what was typed is below, the version is the new one.
    pub stale: bool,
}

/// The view.
pub fn item(page: ItemPage) -> AnyView {
    let lang = page.lang;
    let form = EditForm {
        lang,
        back: "/admin/items".to_owned(),
        back_text: lang.t("返回事项", "Back to items").to_owned(),
        action: format!("/admin/items/{}", page.id),
        save: lang.t("保存", "Save"),
        errors: &page.values.errors,
    };
    let fields = view! {
        <input type="hidden" name="version" value=page.values.get("version").to_owned()/>
        {basics::basics(&page)}
        {limits::limits(&page)}
        {limits::fee(&page)}
        {texts::ways(&page)}
        {texts::texts(&page)}
    };
    form.around(head(&page), fields, beside(&page))
}

fn head(page: &ItemPage) -> AnyView {
    let tag = state_tag(page.lang, page.values.get("state"));
    view! {
        {page.stale.then(|| stale(page.lang, &page.id))}
        <div class="page-head">
            <h1>{page.values.heading(&page.id)}</h1>
            <p class="lead">{page.department.clone()}" · "{page.id.clone()}" "{tag}</p>
        </div>
    }
    .into_any()
}

fn stale(lang: Lang, id: &str) -> AnyView {
    view! {
        <div class="notice warning" role="alert" tabindex="-1" autofocus><p>
            {lang.t(
                "别人刚刚保存过这个事项。您写的还在下面，没有保存；核对后再点“保存”，会盖过别人的修改。",
                "Somebody has just saved this item. What you wrote is below and was not saved. Check it; saving now replaces their change.",
            )}" "
            <a href=format!("/admin/items/{id}")>{lang.t("放弃我写的，看别人保存的", "Drop mine and see theirs")}</a>
        </p></div>
    }
    .into_any()
}

fn beside(page: &ItemPage) -> AnyView {
    let check = page.lang.t("一致性检查", "Consistency check");
    view! {
        <aside class="aside stack" aria-label=check>{checked(page, check)}{codes(page)}</aside>
    }
    .into_any()
}

fn checked(page: &ItemPage, title: &str) -> AnyView {
    let lang = page.lang;
    let errors = page.findings.iter().filter(|one| one.severity == Severity::Error).count();
    let verdict = verdict(lang, (errors, page.findings.len() - errors));
    let found = view! {
        {rules::findings(lang, &page.findings)}
        <p class="meta">{lang.t("按已保存的内容检查，保存后更新。", "Of what is saved; it follows each saving.")}</p>
    };
    panel_beside(title, view! { <span class="aside">{verdict}</span> }, found)
}

fn codes(page: &ItemPage) -> AnyView {
    let lang = page.lang;
    let codes = view! {
        <dl class="facts-list">
            <div><dt>{lang.t("基本编码", "Base code")}</dt><dd><span class="code">{page.base_code.clone()}</span></dd></div>
            <div><dt>{lang.t("实施清单", "Implementations")}</dt><dd>{page.implementations}</dd></div>
        </dl>
        <p><a href=format!("/admin/items/{}/versions", page.id)>{lang.t("办理规程与版本", "How it is handled, by version")}</a></p>
        <p><a href=format!("/admin/items/{}/eligibility", page.id)>{lang.t("条件推演：谁能办", "What if: who may apply")}</a></p>
        <p><a href=format!("/items/{}", page.id)>{lang.t("看办事指南", "See the guide")}</a></p>
    };
    panel(lang.t("编码", "Codes"), codes)
}
