//! Who is away, and who stands in: for administrators, and for the head of a department.

use super::edit_form::field_group;
use super::values::Values;
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use crate::ui::table::{Caption, Table, or_dash};
use chrono::NaiveDate;
use leptos::prelude::*;

/// One absence.
#[derive(Clone, Debug)]
pub struct AbsenceRow {
    /// Key.
    pub id: String,
    /// Who is away.
    pub name: String,
    /// Of which department.
    pub department: String,
    /// Who stands in.
    pub deputy: String,
    /// First day.
    pub since: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
    /// Away today.
    pub now: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct AbsencesPage {
    /// The language.
    pub lang: Lang,
    /// Where the page lies.
    pub path: &'static str,
    /// The way back to the work list, for a head.
    pub back: Option<&'static str>,
    /// The first to come first.
    pub rows: Vec<AbsenceRow>,
    /// Who may be away, and who may stand in: keys with name and department.
    pub people: Vec<(String, String)>,
    /// Today.
    pub today: NaiveDate,
    /// What was typed.
    pub values: Values,
}

/// The view.
pub fn absences(page: AbsencesPage) -> AnyView {
    let lang = page.lang;
    let nobody = lang.t("现在没有人请假", "Nobody is away");
    view! {
        {page.back.map(|href| view! { <a class="back-link" href=href>{lang.t("返回待办", "Back to the work list")}</a> })}
        {named_error_summary(lang, &page.values.errors, |name| label(lang, name))}
        <div class="page-head">
            <h1>{lang.t("请假与代班", "Absences and deputies")}</h1>
            <p class="lead">{lang.t(
                "请假期间，代班人可以办理其名下的办件；新办件不再分给请假的人。",
                "Meanwhile the deputy can act on their cases, and no new ones are given to them.",
            )}</p>
        </div>
        <div class="with-aside">
            <div class="body">{table(&page).panel(&page.rows, nobody, ())}</div>
            <div class="aside">{form(&page)}</div>
        </div>
    }
    .into_any()
}

fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "account" => lang.t("请假的人", "Who is away"),
        "deputy" => lang.t("代班人", "Who stands in"),
        "since" => lang.t("从哪天", "First day"),
        "until" => lang.t("到哪天", "Last day"),
        "reason" => lang.t("原因", "Reason"),
        _ => "",
    }
}

fn table(page: &AbsencesPage) -> Table<'static, AbsenceRow> {
    let (lang, path) = (page.lang, page.path);
    Table::new(Caption::heard("absences", lang.t("请假", "Absences")))
        .stacked()
        .row_name(label(lang, "account"), |row: &AbsenceRow| row.name.clone())
        .column(lang.t("部门", "Department"), |row| or_dash(&row.department))
        .column(label(lang, "deputy"), |row| row.deputy.clone())
        .short(label(lang, "since"), move |row| lang.date(row.since))
        .short(label(lang, "until"), move |row| lang.date(row.until))
        .column(label(lang, "reason"), |row| or_dash(&row.reason))
        .column(lang.t("状态", "State"), move |row| {
            let (class, text) = if row.now {
                ("tag status-suspended", lang.t("请假中", "Away now"))
            } else {
                ("tag", lang.t("将请假", "To come"))
            };
            view! { <span class=class>{text}</span> }
        })
        .column(lang.t("撤销", "Strike out"), move |row| strike(lang, path, row))
}

fn strike(lang: Lang, path: &str, row: &AbsenceRow) -> AnyView {
    let name = row.name.clone();
    let label = lang.t(format!("撤销 {name} 的请假"), format!("Strike out the absence of {name}"));
    view! {
        <form method="post" action=format!("{path}/{}/remove", row.id)>
            <button class="button secondary small" aria-label=label>{lang.t("撤销", "Strike out")}</button>
        </form>
    }
    .into_any()
}

fn form(page: &AbsencesPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let none = (String::new(), lang.t("请选择", "Choose").to_owned());
    let people: Vec<_> = std::iter::once(none).chain(page.people.iter().cloned()).collect();
    let day = |name: &str| {
        let typed = values.get(name).to_owned();
        let shown = if typed.is_empty() { page.today.to_string() } else { typed };
        Field { kind: "date", ..values.sized(lang, name, label(lang, name), "width-12").value(&shown) }.view()
    };
    let fields = view! {
        {values.field(lang, "account", label(lang, "account")).select(people.clone())}
        {values.field(lang, "deputy", label(lang, "deputy")).hint(lang.t("同一部门的另一位审批人员", "Another reviewer of the same department")).select(people)}
        {day("since")}{day("until")}
        {values.optional(lang, "reason", label(lang, "reason")).view()}
    };
    view! {
        <form class="edit-form" method="post" action=page.path autocomplete="off">
            {field_group(lang.t("登记请假", "Write an absence down"), fields)}
            <div class="page-actions"><button class="button">{lang.t("登记", "Write it down")}</button></div>
        </form>
    }
    .into_any()
}
