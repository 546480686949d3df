//! Staff accounts as a list.

use super::in_use::active_tag;
use crate::lang::Lang;
use crate::ui::table::{Caption, Table, or_dash};
use chrono::{DateTime, Utc};
use domain::permission::Role;
use leptos::prelude::*;

/// The name of a role.
pub fn role_name(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Citizen => lang.t("申请人", "Citizen"),
        Role::Clerk => lang.t("窗口人员", "Clerk"),
        Role::Reviewer => lang.t("审批人员", "Reviewer"),
        Role::Supervisor => lang.t("监察人员", "Supervisor"),
        Role::Admin => lang.t("管理员", "Administrator"),
        Role::Auditor => lang.t("审计员", "Auditor"),
    }
}

/// One account.
#[derive(Clone, Debug)]
pub struct StaffRow {
    /// Key.
    pub id: String,
    /// Sign-in name.
    pub username: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Department, in words.
    pub department: String,
    /// Hall and window, in words.
    pub place: String,
    /// May sign in.
    pub active: bool,
    /// Last time signed in.
    pub last_sign_in: Option<DateTime<Utc>>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct StaffPage {
    /// The language.
    pub lang: Lang,
    /// Only this role.
    pub role: Option<Role>,
    /// How many there are of each role.
    pub counts: Vec<(Role, usize)>,
    /// The accounts.
    pub rows: Vec<StaffRow>,
}

/// The view.
pub fn staff(page: StaffPage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("人员", "Staff")}</h1></div>
            <a class="button" href="/admin/staff/new">{lang.t("添加人员", "Add a person")}</a>
        </div>
        {roles(&page)}
        {table(lang).panel(&page.rows, lang.t("还没有这个角色的人员", "Nobody has this role yet"), ())}
    }
    .into_any()
}

/// All accounts, or those of one role.
fn roles(page: &StaffPage) -> AnyView {
    let lang = page.lang;
    let all: usize = page.counts.iter().map(|(_, n)| n).sum();
    let tab = |role: Option<Role>, n: usize| {
        let name = role.map_or(lang.t("全部", "All"), |role| role_name(lang, role));
        let query = role.map(|role| format!("?role={}", role.as_str())).unwrap_or_default();
        let current = (page.role == role).then_some("page");
        let href = format!("/admin/staff{query}");
        view! { <li><a href=href aria-current=current>{name}" "<span class="count">{n}</span></a></li> }
    };
    let of_roles = page.counts.iter().map(|(role, n)| tab(Some(*role), *n)).collect_view();
    view! { <nav class="tabs" aria-label=lang.t("角色", "Roles")><ul>{tab(None, all)}{of_roles}</ul></nav> }
        .into_any()
}

fn table(lang: Lang) -> Table<'static, StaffRow> {
    let last = move |row: &StaffRow| {
        row.last_sign_in.map_or_else(|| lang.t("还没有", "never").to_owned(), |at| lang.moment(at))
    };
    Table::new(Caption::heard("staff", lang.t("人员", "Staff")))
        .stacked()
        .row_name(lang.t("姓名", "Name"), |row: &StaffRow| {
            view! { <a href=format!("/admin/staff/{}", row.id)>{row.name.clone()}</a> }
        })
        .column(lang.t("登录名", "Sign-in name"), |row| {
            view! { <span class="code">{row.username.clone()}</span> }
        })
        .column(lang.t("角色", "Role"), move |row| role_name(lang, row.role))
        .column(lang.t("部门", "Department"), |row| or_dash(&row.department))
        .column(lang.t("大厅与窗口", "Hall and window"), |row| or_dash(&row.place))
        .column(lang.t("上次登录", "Last signed in"), last)
        .column(lang.t("状态", "State"), move |row| active_tag(lang, row.active))
}
