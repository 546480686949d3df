//! Header and navigation of the pages for staff.

use super::{Area, Frame, Viewer, language_switch, mark, nav_links, sign_out};
use crate::lang::Lang;
use crate::pages::supervise::tabs::{part_of, tabs};
use domain::permission::Role;
use leptos::prelude::*;

/// The page on which a person of this role begins.
pub fn home(role: Role) -> &'static str {
    match role {
        Role::Citizen => "/my",
        Role::Clerk => "/desk",
        Role::Reviewer => "/review",
        Role::Supervisor => "/supervise",
        Role::Admin => "/admin",
        Role::Auditor => "/audit",
    }
}

pub(super) fn header(frame: &Frame) -> impl IntoView + use<> {
    let lang = frame.lang;
    let is_clerk = frame.viewer.as_ref().is_some_and(|viewer| viewer.role == Role::Clerk);
    let place = frame.viewer.as_ref().map(|viewer| viewer.place.clone()).unwrap_or_default();
    let name = frame.viewer.as_ref().map(|viewer| viewer.name.clone()).unwrap_or_default();
    view! {
        <header class="desk-header">
            <a class="brand" href=frame.viewer.as_ref().map_or("/", |viewer| home(viewer.role))>
                {mark()}
                <span class="name">{lang.t("一号", "Yihao")}</span>
                <span class="place">{area_name(lang, frame.area)}</span>
            </a>
            {is_clerk.then(|| omni(lang))}
            <div class="seat"><span class="who">{name}</span><span class="post">{place}</span></div>
            {is_clerk.then(|| next_person(lang))}
            {language_switch(frame)}
            {sign_out(lang)}
        </header>
        {frame.viewer.as_ref().map(|viewer| navigation(frame, viewer))}
    }
}

fn area_name(lang: Lang, area: Area) -> &'static str {
    match area {
        Area::Public | Area::Citizen => lang.t("政务服务", "Services"),
        Area::Desk => lang.t("综合窗口", "Service window"),
        Area::Review => lang.t("审批", "Review"),
        Area::Supervise => lang.t("监察", "Supervision"),
        Area::Admin => lang.t("管理", "Administration"),
        Area::Audit => lang.t("审计", "Audit"),
    }
}

/// The one field: a card reader may type into it at any time.
fn omni(lang: Lang) -> impl IntoView {
    view! {
        <form class="omni" role="search" method="post" action="/desk/find">
            <label class="visually-hidden" for="omni">
                {lang.t("身份证号、信用代码、办件编号或事项名", "ID number, credit code, case number or service")}
            </label>
            <input id="omni" name="q" autocomplete="off" spellcheck="false" accesskey="k" aria-keyshortcuts="Alt+K"
                placeholder=lang.t("身份证号 · 信用代码 · 办件编号 · 事项", "ID number · credit code · case · service")/>
            <kbd class="kbd">"Alt K"</kbd>
            <button class="button">{lang.t("查找", "Find")}</button>
        </form>
    }
}

fn next_person(lang: Lang) -> impl IntoView {
    view! {
        <form method="post" action="/desk/next">
            <button class="button next-person" accesskey="n">
                {lang.t("下一位", "Next person")}" "<kbd class="kbd">"Alt N"</kbd>
            </button>
        </form>
    }
}

fn navigation(frame: &Frame, viewer: &Viewer) -> impl IntoView + use<> {
    let lang = frame.lang;
    let path = part_of(frame.path.split('?').next().unwrap_or_default()).to_owned();
    let links: Vec<(&'static str, &'static str)> = match viewer.role {
        Role::Citizen => vec![("/my", lang.t("我的办件", "My cases"))],
        Role::Clerk => vec![
            ("/desk", lang.t("首页", "Start")),
            ("/desk/person", lang.t("当前办事人", "Current person")),
            ("/desk/today", lang.t("今日收件", "Today's cases")),
        ],
        Role::Reviewer => [
            ("/review", lang.t("待办", "Work list")),
            ("/review/alarms", lang.t("预警督办", "Alarms")),
            ("/review/certificates", lang.t("证照", "Certificates")),
            ("/review/absences", lang.t("请假与代班", "Absences")),
            ("/review/indicators", lang.t("指标填报", "Reports")),
            ("/review/orders", lang.t("督办单", "Orders")),
        ]
        .into_iter()
        // Absences are the head's to write down, and what the department reports.
        .take(if viewer.head { 6 } else { 3 })
        .collect(),
        Role::Supervisor => tabs(lang),
        Role::Admin => vec![
            ("/admin", lang.t("概览", "Overview")),
            ("/admin/staff", lang.t("人员", "Staff")),
            ("/admin/departments", lang.t("部门", "Departments")),
            ("/admin/halls", lang.t("大厅与窗口", "Halls and windows")),
            ("/admin/items", lang.t("事项", "Items")),
            ("/admin/lint", lang.t("目录检查", "Catalogue check")),
            ("/admin/certificates", lang.t("证照目录", "Certificates")),
            ("/admin/eligibility", lang.t("条件推演", "Who may apply")),
            ("/admin/calendar", lang.t("日历", "Calendar")),
            ("/admin/absences", lang.t("请假", "Absences")),
            ("/admin/promises", lang.t("失信记录", "Broken promises")),
        ],
        Role::Auditor => vec![("/audit", lang.t("审计记录", "Audit trail"))],
    };
    let alarms = links.iter().map(|(href, _)| *href).find(|href| href.ends_with("/alarms"));
    let links = nav_links(&links, &path, alarms.zip(viewer.alarms));
    view! { <nav class="desk-nav" aria-label=lang.t("工作台", "Workplace")><ul>{links}</ul></nav> }
}
