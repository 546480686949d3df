//! One staff account: role, department, hall and window; its password; whether it may sign in.

use super::staff::{active_switch, role_name};
use super::values::Values;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use domain::permission::Role;
use leptos::prelude::*;

/// What a new or known account can be given.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Ids with names.
    pub departments: Vec<(String, String)>,
    /// Ids with names.
    pub halls: Vec<(String, String)>,
    /// Ids with hall and number.
    pub windows: Vec<(String, String)>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct StaffFormPage {
    /// The language.
    pub lang: Lang,
    /// The account; none for a new one.
    pub id: Option<String>,
    /// Whether it is the viewer's own.
    pub own: bool,
    /// Whether it may sign in.
    pub active: bool,
    /// What stands in the fields.
    pub values: Values,
    /// What can be chosen.
    pub choices: Choices,
}

/// The view.
pub fn staff_form(page: StaffFormPage) -> AnyView {
    let lang = page.lang;
    let title = match &page.id {
        Some(_) => page.values.heading(lang.t("修改人员", "Change staff")),
        None => lang.t("添加人员", "Add a person").to_owned(),
    };
    let action = page.id.as_ref().map_or("/admin/staff".to_owned(), |id| format!("/admin/staff/{id}"));
    view! {
        <a class="back-link" href="/admin/staff">{lang.t("返回人员", "Back to staff")}</a>
        {error_summary(lang, &page.values.errors)}
        <h1>{title}</h1>
        <div class="with-aside">
            <form class="edit-form body" method="post" action=action autocomplete="off">
                {person(&page)}
                {place(&page)}
                <div class="page-actions">
                    <button class="button">{if page.id.is_some() { lang.t("保存", "Save") } else { lang.t("添加", "Add") }}</button>
                    <a class="button secondary" href="/admin/staff">{lang.t("不保存", "Cancel")}</a>
                </div>
            </form>
            {page.id.as_ref().map(|id| aside(&page, id))}
        </div>
    }
    .into_any()
}

fn person(page: &StaffFormPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let mut username = values.field(lang, "username", lang.t("登录名", "Sign-in name")).hint(lang.t(
        "2–32 位：小写字母开头，可用数字和 . _ -",
        "2–32 characters: a small letter first, then a–z 0–9 . _ -",
    ));
    username.class = "width-20 code";
    let mut name = values.field(lang, "name", lang.t("姓名", "Name"));
    name.class = "width-20";
    let password = page.id.is_none().then(|| password(page));
    view! {
        <fieldset>
            <legend>{lang.t("谁", "Who")}</legend>
            <div class="form-grid">{name.view()}{username.view()}{password}</div>
        </fieldset>
    }
    .into_any()
}

fn password(page: &StaffFormPage) -> AnyView {
    let lang = page.lang;
    let label = if page.id.is_some() {
        lang.t("新密码", "New password")
    } else {
        lang.t("初始密码", "First password")
    };
    let mut field = page
        .values
        .field(lang, "password", label)
        .hint(lang.t("至少 8 个字符，不要用常见的密码", "At least 8 characters, not a common one"));
    field.kind = "password";
    field.autocomplete = "new-password";
    field.class = "width-20";
    // What was typed is never sent back.
    field.value = String::new();
    field.view()
}

fn place(page: &StaffFormPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let roles = Role::ALL.into_iter().filter(|role| role.is_staff());
    let roles = roles.map(|role| (role.as_str().to_owned(), role_name(lang, role).to_owned())).collect();
    let none = |text: &str, options: &[(String, String)]| {
        let mut all = vec![(String::new(), text.to_owned())];
        all.extend_from_slice(options);
        all
    };
    let choices = &page.choices;
    let role = values.field(lang, "role", lang.t("角色", "Role"));
    let department = values
        .field(lang, "department_id", lang.t("部门", "Department"))
        .hint(lang.t("审批人员必填", "Needed for a reviewer"));
    let hall = values
        .field(lang, "hall_id", lang.t("大厅", "Hall"))
        .hint(lang.t("窗口人员必填", "Needed for a clerk"));
    let window = values
        .field(lang, "window_id", lang.t("窗口", "Window"))
        .hint(lang.t("要在所选的大厅里", "Must be in the hall chosen"));
    view! {
        <fieldset>
            <legend>{lang.t("做什么、在哪里", "What and where")}</legend>
            <div class="form-grid">
                {role.select(roles)}
                {department.select(none(lang.t("不属于部门", "No department"), &choices.departments))}
                {hall.select(none(lang.t("不在大厅", "No hall"), &choices.halls))}
                {window.select(none(lang.t("没有固定窗口", "No window of their own"), &choices.windows))}
            </div>
        </fieldset>
    }
    .into_any()
}

fn aside(page: &StaffFormPage, id: &str) -> AnyView {
    let lang = page.lang;
    let explains = if page.active {
        lang.t(
            "停用后立即退出登录，不能再登录；办过的件不受影响。",
            "They are signed out at once and cannot sign in; their cases stay as they are.",
        )
    } else {
        lang.t("现在不能登录。", "They cannot sign in now.")
    };
    view! {
        <aside class="aside stack" aria-label=lang.t("账号", "Account")>
            <section class="panel">
                <header><h2>{lang.t("重设密码", "Reset the password")}</h2></header>
                <form method="post" action=format!("/admin/staff/{id}/password") autocomplete="off">
                    {password(page)}
                    <p class="meta">{lang.t("重设后，这个账号在各处都会退出登录。", "The account is then signed out everywhere.")}</p>
                    <div class="page-actions"><button class="button secondary">{lang.t("重设密码", "Reset the password")}</button></div>
                </form>
            </section>
            {(!page.own).then(|| view! {
                <section class="panel">
                    <header><h2>{lang.t("能否登录", "Signing in")}</h2></header>
                    {active_switch(lang, format!("/admin/staff/{id}/active"), page.active, explains)}
                </section>
            })}
        </aside>
    }
    .into_any()
}
