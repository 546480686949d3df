//! Which department reports which entry; the supervisor assigns what no name of this city fits.

use super::address::Place;
use crate::lang::Lang;
use crate::ui::table::{Caption, Table, or_dash};
use leptos::prelude::*;

/// An entry that departments report.
#[derive(Clone, Debug)]
pub struct LeadRow {
    /// Key of the row.
    pub id: String,
    /// Key of the entry.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The scheme.
    pub scheme: String,
    /// Lead departments in the words of the document.
    pub lead: String,
    /// The department that reports it; empty for none.
    pub department: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct LeadsPage {
    /// The language.
    pub lang: Lang,
    /// The entries, those without a department first.
    pub rows: Vec<LeadRow>,
    /// Departments to choose from.
    pub departments: Vec<(String, String)>,
    /// A choice was not taken.
    pub wrong: Option<String>,
}

/// The page's name.
pub fn leads_title(lang: Lang) -> &'static str {
    lang.t("填报部门", "Who reports")
}

/// The view.
pub fn leads(page: LeadsPage) -> AnyView {
    let lang = page.lang;
    let lead = lang.t(
        "考核文件写明的牵头部门，本市有的已自动对应；没有对应的，请指定由哪个部门填报。改派后，没有核定的填报一起转给新部门。",
        "Lead departments that this city has are matched by name; say who reports the rest. Reports that are not signed off go along.",
    );
    let wrong = page.wrong.as_ref().map(|words| {
        view! { <div class="error-summary" role="alert" tabindex="-1" autofocus><p>{words.clone()}</p></div> }
    });
    let departments = page.departments.clone();
    let table = Table::new(Caption::heard("leads", leads_title(lang)))
        .stacked()
        .late(|row: &LeadRow| row.department.is_empty())
        .row_name(lang.t("指标", "Indicator"), |row| {
            let (name, scheme) = (row.name.clone(), format!("{} · {}", row.key, row.scheme));
            view! { {name}<br/><span class="meta">{scheme}</span> }
        })
        .column(lang.t("文件写明的牵头部门", "Lead in the document"), |row| or_dash(&row.lead))
        .column(lang.t("填报部门", "Reports"), move |row| assign(lang, row, &departments));
    view! {
        <a class="back-link" href=Place::Supervise.list()>{lang.t("返回指标填报", "Back to the reports")}</a>
        {wrong}
        <div class="page-head"><h1>{leads_title(lang)}</h1><p class="lead">{lead}</p></div>
        {table.panel(&page.rows, lang.t("没有要填报的指标", "Nothing is to be reported"), ())}
    }
    .into_any()
}

fn assign(lang: Lang, row: &LeadRow, departments: &[(String, String)]) -> AnyView {
    let id = format!("department-{}", row.id);
    let options = departments.iter().map(|(value, name)| {
        let chosen = *value == row.department;
        view! { <option value=value.clone() selected=chosen>{name.clone()}</option> }
    });
    let (options, name) = (options.collect_view(), row.name.clone());
    let label = lang.t(format!("{name}的填报部门"), format!("Who reports {name}"));
    view! {
        <form class="toolbar" method="post" action="/supervise/reports/leads">
            <input type="hidden" name="entry" value=row.id.clone()/>
            <div class="field">
                <label class="visually-hidden" for=id.clone()>{label}</label>
                <select id=id name="department"><option value="">{lang.t("请选择", "Choose")}</option>{options}</select>
            </div>
            <button class="button small secondary">{lang.t("指定", "Assign")}</button>
        </form>
    }
    .into_any()
}
