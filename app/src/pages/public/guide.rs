//! 办事指南: can I, how long, how much, how often must I come; then everything else.

mod head;
mod materials;
mod rest;

pub use materials::{GuideMaterial, Manner};

use super::home::HallLine;
use crate::lang::Lang;
use crate::ui::breadcrumbs::breadcrumbs;
use domain::deadline::Limit;
use domain::item::{CaseKind, Channel};
use leptos::prelude::*;

/// A choice in a list: its value and its name.
pub type Named = (String, String);

/// What the guide says.
#[derive(Clone, Debug, PartialEq)]
pub struct GuidePage {
    /// The language.
    pub lang: Lang,
    /// The item's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The 31- or 33-digit code of the implementation shown.
    pub code: String,
    /// Its theme: value and name.
    pub theme: Named,
    /// For whom it is.
    pub subjects: Vec<String>,
    /// Who may apply, in words.
    pub eligibility: String,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// 承诺时限.
    pub promised: Option<Limit>,
    /// 法定时限.
    pub statutory: Option<Limit>,
    /// What it costs, in words.
    pub fee: String,
    /// How often one must come.
    pub visits: u16,
    /// One may apply here, now.
    pub online: bool,
    /// The ways to hand it in, and whether each is open.
    pub channels: Vec<(Channel, bool)>,
    /// Further properties in words: 全市通办, 容缺受理 …
    pub modes: Vec<String>,
    /// The situations to choose from.
    pub situations: Vec<Named>,
    /// The chosen situation.
    pub situation: String,
    /// The areas to choose from.
    pub areas: Vec<Named>,
    /// The chosen area.
    pub area: String,
    /// What is needed.
    pub materials: Vec<GuideMaterial>,
    /// The steps: title and explanation.
    pub steps: Vec<Named>,
    /// The body that decides in the chosen area.
    pub body: String,
    /// Where one goes in the chosen area.
    pub office: Option<HallLine>,
    /// The department and its number.
    pub department: String,
    /// The department's number.
    pub phone: String,
    /// What one gets.
    pub result: String,
    /// Questions and answers.
    pub questions: Vec<Named>,
    /// The law.
    pub law: String,
    /// Bundles this item is part of: address and name.
    pub bundles: Vec<Named>,
}

/// The page.
pub fn guide(page: GuidePage) -> impl IntoView {
    let lang = page.lang;
    let theme = (format!("/items?theme={}", super::search::encoded(&page.theme.0)), page.theme.1.clone());
    view! {
        {breadcrumbs(lang, vec![theme], &page.name)}
        {head::head(&page)}
        <div class="with-aside">
            <div class="body">
                {head::eligibility(&page)}
                {head::choose(&page)}
                {materials::materials(lang, &page.materials)}
                {rest::steps(&page)}
                {rest::questions(&page)}
                {rest::law(&page)}
            </div>
            <aside class="aside">
                {rest::channels(&page)}
                {rest::office(&page)}
                {rest::about(&page)}
            </aside>
        </div>
    }
    .into_any()
}
