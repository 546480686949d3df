//! Staff accounts.

use crate::lang::Lang;
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
    let rows = page.rows.into_iter().map(|row| line(lang, row)).collect_view();
    let all: usize = page.counts.iter().map(|(_, n)| n).sum();
    let tabs = page.counts.into_iter().map(|(role, n)| {
        let current = (page.role == Some(role)).then_some("page");
        let href = format!("/admin/staff?role={}", role.as_str());
        view! { <li><a href=href aria-current=current>{role_name(lang, role)}" "<span class="count">{n}</span></a></li> }
    });
    let all_current = page.role.is_none().then_some("page");
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("人员", "Staff")}</h1></div>
            <a class="button" href="/admin/staff/new">{lang.t("添加人员", "Add a person")}</a>
        </div>
        <nav class="tabs" aria-label=lang.t("角色", "Roles")><ul>
            <li><a href="/admin/staff" aria-current=all_current>{lang.t("全部", "All")}" "<span class="count">{all}</span></a></li>
            {tabs.collect_view()}
        </ul></nav>
        <section class="panel">
        <div class="table-scroll" role="region" aria-labelledby="staff" tabindex="0">
            <table class="data-table dense stacked">
                <caption id="staff" class="visually-hidden">{lang.t("人员", "Staff")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("姓名", "Name")}</th>
                    <th scope="col">{lang.t("登录名", "Sign-in name")}</th>
                    <th scope="col">{lang.t("角色", "Role")}</th>
                    <th scope="col">{lang.t("部门", "Department")}</th>
                    <th scope="col">{lang.t("大厅与窗口", "Hall and window")}</th>
                    <th scope="col">{lang.t("上次登录", "Last signed in")}</th>
                    <th scope="col">{lang.t("状态", "State")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        </section>
    }
    .into_any()
}

fn line(lang: Lang, row: StaffRow) -> AnyView {
    let last = row.last_sign_in.map_or_else(|| lang.t("还没有", "never").to_owned(), |at| lang.moment(at));
    let dash = |text: String| if text.is_empty() { "—".to_owned() } else { text };
    view! {
        <tr>
            <th scope="row"><a href=format!("/admin/staff/{}", row.id)>{row.name}</a></th>
            <td data-label=lang.t("登录名", "Sign-in name")><span class="code">{row.username}</span></td>
            <td data-label=lang.t("角色", "Role")>{role_name(lang, row.role)}</td>
            <td data-label=lang.t("部门", "Department")>{dash(row.department)}</td>
            <td data-label=lang.t("大厅与窗口", "Hall and window")>{dash(row.place)}</td>
            <td data-label=lang.t("上次登录", "Last signed in")>{last}</td>
            <td data-label=lang.t("状态", "State")>{active_tag(lang, row.active)}</td>
        </tr>
    }
    .into_any()
}

/// In use, or not.
pub(super) fn active_tag(lang: Lang, active: bool) -> AnyView {
    if active {
        view! { <span class="tag status-done">{lang.t("在用", "In use")}</span> }.into_any()
    } else {
        view! { <span class="tag status-blocked">{lang.t("停用", "Out of use")}</span> }.into_any()
    }
}

/// The button that takes something out of use, or back into it.
pub(super) fn active_switch(lang: Lang, action: String, active: bool, explains: &str) -> AnyView {
    let explains = explains.to_owned();
    let (class, text, value) = if active {
        ("button danger", lang.t("停用", "Take out of use"), "false")
    } else {
        ("button secondary", lang.t("重新启用", "Put back in use"), "true")
    };
    view! {
        <form method="post" action=action>
            <p>{explains}</p>
            <div class="page-actions"><button class=class name="active" value=value>{text}</button></div>
        </form>
    }
    .into_any()
}
