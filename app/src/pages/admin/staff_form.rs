//! One staff account: role, department, hall and window; its password; whether it may sign in.

use super::edit_form::{EditForm, action, field_group};
use super::in_use::active_switch;
use super::staff::role_name;
use super::values::Values;
use crate::lang::Lang;
use crate::ui::field::{Field, error, error_of, hint};
use crate::ui::panel::panel;
use domain::permission::Role;
use leptos::prelude::*;

const LIST: &str = "/admin/staff";

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
    let (title, save) = match &page.id {
        Some(_) => (page.values.heading(lang.t("修改人员", "Change staff")), lang.t("保存", "Save")),
        None => (lang.t("添加人员", "Add a person").to_owned(), lang.t("添加", "Add")),
    };
    let form = EditForm {
        lang,
        back: LIST.to_owned(),
        back_text: lang.t("返回人员", "Back to staff").to_owned(),
        action: action(LIST, page.id.as_ref()),
        save,
        errors: &page.values.errors,
    };
    let beside = page.id.as_ref().map(|id| beside(&page, id));
    form.around(view! { <h1>{title}</h1> }, view! { {person(&page)}{place(&page)} }, beside)
}

fn person(page: &StaffFormPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let username =
        values.sized(lang, "username", lang.t("登录名", "Sign-in name"), "width-20 code").hint(lang.t(
            "2–32 位：小写字母开头，可用数字和 . _ -",
            "2–32 characters: a small letter first, then a–z 0–9 . _ -",
        ));
    let name = values.sized(lang, "name", lang.t("姓名", "Name"), "width-20");
    let password = page.id.is_none().then(|| password(page));
    field_group(lang.t("谁", "Who"), view! { {name.view()}{username.view()}{password} })
}

fn password(page: &StaffFormPage) -> AnyView {
    let lang = page.lang;
    let label = match page.id {
        Some(_) => lang.t("新密码", "New password"),
        None => lang.t("初始密码", "First password"),
    };
    let field = page
        .values
        .sized(lang, "password", label, "width-20")
        .hint(lang.t("至少 8 个字符，不要用常见的密码", "At least 8 characters, not a common one"));
    // What was typed is never sent back.
    Field { kind: "password", autocomplete: "new-password", value: String::new(), ..field }.view()
}

fn place(page: &StaffFormPage) -> AnyView {
    let (lang, values, choices) = (page.lang, &page.values, &page.choices);
    let roles = Role::ALL.into_iter().filter(|role| role.is_staff());
    let roles = roles.map(|role| (role.as_str().to_owned(), role_name(lang, role).to_owned())).collect();
    let department = values
        .field(lang, "department_id", lang.t("部门", "Department"))
        .hint(lang.t("审批人员必填", "Needed for a reviewer"));
    let hall = values
        .field(lang, "hall_id", lang.t("大厅", "Hall"))
        .hint(lang.t("窗口人员必填", "Needed for a clerk"));
    let window = values
        .field(lang, "window_id", lang.t("窗口", "Window"))
        .hint(lang.t("要在所选的大厅里", "Must be in the hall chosen"));
    let fields = view! {
        {values.field(lang, "role", lang.t("角色", "Role")).select(roles)}
        {department.select(or_none(lang.t("不属于部门", "No department"), &choices.departments))}
        {head(page)}
        {hall.select(or_none(lang.t("不在大厅", "No hall"), &choices.halls))}
        {window.select(or_none(lang.t("没有固定窗口", "No window of their own"), &choices.windows))}
    };
    field_group(lang.t("做什么、在哪里", "What and where"), fields)
}

/// 负责人: approves extensions, assigns cases, and hears of alarms.
fn head(page: &StaffFormPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let wrong = error_of(lang, "head", &values.errors)
        .map(|_| lang.t("只有审批人员可以是部门负责人", "Only a reviewer can head a department").to_owned());
    view! {
        <div class="field choices" class:invalid=wrong.is_some()>
            {hint("head", lang.t("审批人员：批准延期、分派、收到预警", "For a reviewer: approves extensions, assigns cases, hears of alarms"))}
            {error(lang, "head", wrong.clone())}
            {values.tick("head", lang.t("部门负责人", "Head of the department"))}
        </div>
    }
    .into_any()
}

/// What can be chosen, and that nothing is.
fn or_none(none: &str, options: &[(String, String)]) -> Vec<(String, String)> {
    let none = (String::new(), none.to_owned());
    std::iter::once(none).chain(options.iter().cloned()).collect()
}

fn beside(page: &StaffFormPage, id: &str) -> AnyView {
    let lang = page.lang;
    let explains = if page.active {
        lang.t(
            "停用后立即退出登录，不能再登录；办过的件不受影响。",
            "They are signed out at once and cannot sign in; their cases stay as they are.",
        )
    } else {
        lang.t("现在不能登录。", "They cannot sign in now.")
    };
    let switch = || active_switch(lang, format!("{LIST}/{id}/active"), page.active, explains);
    view! {
        <aside class="aside stack" aria-label=lang.t("账号", "Account")>
            {panel(lang.t("重设密码", "Reset the password"), reset(page, id))}
            {(!page.own).then(|| panel(lang.t("能否登录", "Signing in"), switch()))}
        </aside>
    }
    .into_any()
}

fn reset(page: &StaffFormPage, id: &str) -> AnyView {
    let lang = page.lang;
    view! {
        <form method="post" action=format!("{LIST}/{id}/password") autocomplete="off">
            {password(page)}
            <p class="meta">{lang.t("重设后，这个账号在各处都会退出登录。", "The account is then signed out everywhere.")}</p>
            <div class="page-actions"><button class="button secondary">{lang.t("重设密码", "Reset the password")}</button></div>
        </form>
    }
    .into_any()
}
