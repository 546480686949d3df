//! The windows of a hall as a list.

use super::in_use::active_tag;
use crate::lang::Lang;
use crate::ui::panel::panel_beside;
use crate::ui::table::{Caption, Table, or_dash};
use leptos::prelude::*;

/// A window in the list.
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

/// What a window takes.
pub(super) fn kind_name(lang: Lang, general: bool) -> &'static str {
    if general {
        lang.t("综合，什么都收", "General: everything")
    } else {
        lang.t("专窗", "One field only")
    }
}

pub(super) fn windows(lang: Lang, hall: &str, windows: &[WindowRow]) -> AnyView {
    let new = format!("/admin/halls/{hall}/windows/new");
    let add = view! { <span class="aside"><a href=new>{lang.t("添加窗口", "Add a window")}</a></span> };
    panel_beside(lang.t("窗口", "Windows"), add, table(lang, hall).rows(windows))
}

fn table(lang: Lang, hall: &str) -> Table<'_, WindowRow> {
    Table::new(Caption::heard("windows", lang.t("窗口", "Windows")))
        .stacked()
        .row_name(lang.t("窗口号", "Number"), move |row: &WindowRow| {
            view! { <a href=format!("/admin/halls/{hall}/windows/{}", row.id)>{row.number.clone()}</a> }
        })
        .column(lang.t("名称", "Name"), |row| row.name.clone())
        .column(lang.t("受理范围", "Takes"), move |row| kind_name(lang, row.general))
        .column(lang.t("人员", "Staff"), |row| or_dash(&row.clerks))
        .column(lang.t("状态", "State"), move |row| active_tag(lang, row.active))
}
