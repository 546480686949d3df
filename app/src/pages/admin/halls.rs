//! The halls, each a card.

use super::in_use::active_tag;
use crate::lang::Lang;
use leptos::prelude::*;

/// A hall in the list.
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

/// The view.
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
