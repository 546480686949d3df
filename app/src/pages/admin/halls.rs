//! Halls and their windows.

use super::staff::{active_switch, active_tag};
use super::values::Values;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use leptos::prelude::*;

/// A window in a list.
#[derive(Clone, Debug)]
pub struct WindowRow {
    /// Key.
    pub id: String,
    /// The number on the sign.
    pub number: String,
    /// What the sign says.
    pub name: String,
    /// Takes everything.
    pub general: bool,
    /// Who sits there.
    pub clerks: String,
    /// In use.
    pub active: bool,
}

/// A hall in a list.
#[derive(Clone, Debug)]
pub struct HallRow {
    /// Key.
    pub id: String,
    /// Name.
    pub name: String,
    /// The division it stands in, in words.
    pub division: String,
    /// Street address.
    pub address: String,
    /// Opening hours.
    pub hours: String,
    /// How many windows are in use, of how many.
    pub windows: (usize, usize),
    /// In use.
    pub active: bool,
}

/// The list.
#[derive(Clone, Debug)]
pub struct HallsPage {
    /// The language.
    pub lang: Lang,
    /// The halls.
    pub rows: Vec<HallRow>,
}

/// The list's view.
pub fn halls(page: HallsPage) -> AnyView {
    let lang = page.lang;
    let cards = page.rows.into_iter().map(|row| card(lang, row)).collect_view();
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("大厅与窗口", "Halls and windows")}</h1></div>
            <a class="button" href="/admin/halls/new">{lang.t("添加大厅", "Add a hall")}</a>
        </div>
        <ul class="card-grid three">{cards}</ul>
    }
    .into_any()
}

/// Divisions have Chinese names only; the English address names its district itself.
fn place(lang: Lang, row: &HallRow) -> String {
    lang.t(format!("{} · {}", row.division, row.address), row.address.clone())
}

fn card(lang: Lang, row: HallRow) -> AnyView {
    let (open, all) = row.windows;
    view! {
        <li class="card">
            <h2><a href=format!("/admin/halls/{}", row.id)>{row.name.clone()}</a></h2>
            <p>{place(lang, &row)}</p>
            <p>{row.hours}</p>
            <p class="meta">
                {lang.t(format!("{open} 个窗口在用，共 {all} 个"), format!("{open} of {all} windows in use"))}" "
                {active_tag(lang, row.active)}
            </p>
        </li>
    }
    .into_any()
}

/// One hall to edit, with its windows.
#[derive(Clone, Debug)]
pub struct HallFormPage {
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

/// The form's view.
pub fn hall_form(page: HallFormPage) -> AnyView {
    let lang = page.lang;
    let action = page.id.as_ref().map_or("/admin/halls".to_owned(), |id| format!("/admin/halls/{id}"));
    let title = match &page.id {
        Some(_) => page.values.heading(lang.t("修改大厅", "Change a hall")),
        None => lang.t("添加大厅", "Add a hall").to_owned(),
    };
    view! {
        <a class="back-link" href="/admin/halls">{lang.t("返回大厅", "Back to halls")}</a>
        {error_summary(lang, &page.values.errors)}
        <h1>{title}</h1>
        {page.id.as_ref().map(|id| windows(lang, id, &page.windows))}
        <div class="with-aside">
            <form class="edit-form body" method="post" action=action>
                {fields(&page)}
                <div class="page-actions">
                    <button class="button">{lang.t("保存", "Save")}</button>
                    <a class="button secondary" href="/admin/halls">{lang.t("不保存", "Cancel")}</a>
                </div>
            </form>
            {page.id.as_ref().map(|id| aside(lang, id, page.active))}
        </div>
    }
    .into_any()
}

fn fields(page: &HallFormPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let mut phone = values.field(lang, "phone", lang.t("电话", "Telephone"));
    phone.kind = "tel";
    phone.class = "width-20";
    let hours = values
        .field(lang, "hours", lang.t("开放时间", "Opening hours"))
        .hint(lang.t("例：周一至周五 9:00–12:00，13:30–17:00", "Such as 周一至周五 9:00–12:00，13:30–17:00"));
    view! {
        <fieldset>
            <legend>{lang.t("大厅", "Hall")}</legend>
            <div class="form-grid">
                {values.field(lang, "name", lang.t("名称", "Name")).view()}
                {values.optional(lang, "name_en", lang.t("英文名称", "Name in English")).view()}
                {values.field(lang, "division_code", lang.t("所在辖区", "Division")).select(page.divisions.clone())}
                {phone.view()}
                {values.field(lang, "address", lang.t("地址", "Address")).view()}
                {values.optional(lang, "address_en", lang.t("英文地址", "Address in English")).view()}
                {hours.view()}
                {values.optional(lang, "hours_en", lang.t("英文开放时间", "Opening hours in English")).view()}
                {values.optional(lang, "directions", lang.t("怎么去", "How to get there")).view()}
            </div>
        </fieldset>
    }
    .into_any()
}

fn aside(lang: Lang, id: &str, active: bool) -> AnyView {
    let explains = if active {
        lang.t("停用后，办事指南不再显示这个大厅。", "Guides then no longer name this hall.")
    } else {
        lang.t("办事指南现在不显示这个大厅。", "Guides do not name this hall now.")
    };
    view! {
        <aside class="aside" aria-label=lang.t("状态", "State")>
            <section class="panel">
                <header><h2>{lang.t("状态", "State")}</h2></header>
                {active_switch(lang, format!("/admin/halls/{id}/active"), active, explains)}
            </section>
        </aside>
    }
    .into_any()
}

fn windows(lang: Lang, hall: &str, windows: &[WindowRow]) -> AnyView {
    let rows = windows.iter().map(|window| {
        let href = format!("/admin/halls/{hall}/windows/{}", window.id);
        let clerks = if window.clerks.is_empty() { "—".to_owned() } else { window.clerks.clone() };
        view! {
            <tr>
                <th scope="row"><a href=href>{window.number.clone()}</a></th>
                <td data-label=lang.t("名称", "Name")>{window.name.clone()}</td>
                <td data-label=lang.t("受理范围", "Takes")>{kind_name(lang, window.general)}</td>
                <td data-label=lang.t("人员", "Staff")>{clerks}</td>
                <td data-label=lang.t("状态", "State")>{active_tag(lang, window.active)}</td>
            </tr>
        }
    });
    view! {
        <section class="panel">
            <header><h2>{lang.t("窗口", "Windows")}</h2>
                <span class="aside"><a href=format!("/admin/halls/{hall}/windows/new")>{lang.t("添加窗口", "Add a window")}</a></span>
            </header>
            <div class="table-scroll" role="region" aria-labelledby="windows" tabindex="0">
                <table class="data-table dense stacked">
                    <caption id="windows" class="visually-hidden">{lang.t("窗口", "Windows")}</caption>
                    <thead><tr>
                        <th scope="col">{lang.t("窗口号", "Number")}</th>
                        <th scope="col">{lang.t("名称", "Name")}</th>
                        <th scope="col">{lang.t("受理范围", "Takes")}</th>
                        <th scope="col">{lang.t("人员", "Staff")}</th>
                        <th scope="col">{lang.t("状态", "State")}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn kind_name(lang: Lang, general: bool) -> &'static str {
    if general {
        lang.t("综合，什么都收", "General: everything")
    } else {
        lang.t("专窗", "One field only")
    }
}

/// One window to edit.
#[derive(Clone, Debug)]
pub struct WindowFormPage {
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

/// The window's form.
pub fn window_form(page: WindowFormPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let base = format!("/admin/halls/{}/windows", page.hall);
    let action = page.id.as_ref().map_or_else(|| base.clone(), |id| format!("{base}/{id}"));
    let kinds = [("general", true), ("special", false)]
        .map(|(value, general)| (value.to_owned(), kind_name(lang, general).to_owned()));
    let mut number = values
        .field(lang, "number", lang.t("窗口号", "Number"))
        .hint(lang.t("写在牌子上的，如 A03", "As on the sign, such as A03"));
    number.class = "width-8 code";
    let explains = if page.active {
        lang.t("停用后不能再安排人员在这个窗口收件。", "No one can then take in cases at this window.")
    } else {
        lang.t("现在不收件。", "It takes no cases now.")
    };
    let title = match &page.id {
        Some(_) => format!("{} {}", page.hall_name, values.get("number")),
        None => lang.t(format!("{}：添加窗口", page.hall_name), format!("{}: add a window", page.hall_name)),
    };
    view! {
        <a class="back-link" href=format!("/admin/halls/{}", page.hall)>{page.hall_name.clone()}</a>
        {error_summary(lang, &values.errors)}
        <h1>{title}</h1>
        <div class="with-aside">
            <form class="edit-form body" method="post" action=action>
                <fieldset>
                    <legend>{lang.t("窗口", "Window")}</legend>
                    <div class="form-grid">
                        {number.view()}
                        {values.field(lang, "name", lang.t("名称", "Name")).view()}
                        {values.field(lang, "kind", lang.t("受理范围", "Takes")).select(kinds.to_vec())}
                    </div>
                </fieldset>
                <div class="page-actions">
                    <button class="button">{lang.t("保存", "Save")}</button>
                    <a class="button secondary" href=format!("/admin/halls/{}", page.hall)>{lang.t("不保存", "Cancel")}</a>
                </div>
            </form>
            {page.id.as_ref().map(|id| view! {
                <aside class="aside" aria-label=lang.t("状态", "State")>
                    <section class="panel">
                        <header><h2>{lang.t("状态", "State")}</h2></header>
                        {active_switch(lang, format!("{base}/{id}/active"), page.active, explains)}
                    </section>
                </aside>
            })}
        </div>
    }
    .into_any()
}
