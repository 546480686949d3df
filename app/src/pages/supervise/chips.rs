//! What a page is narrowed to, each condition to be taken away.

use crate::lang::Lang;
use leptos::prelude::*;

/// A condition.
#[derive(Clone, Debug)]
pub struct Chip {
    /// What it says.
    pub name: String,
    /// The page without it.
    pub without: String,
}

pub(super) fn chips(lang: Lang, chips: &[Chip]) -> Option<AnyView> {
    let lines = chips.iter().map(|chip| {
        view! {
            <li><a class="chip" href=chip.without.clone()>{chip.name.clone()}" "<span aria-hidden="true">"×"</span>
                <span class="visually-hidden">{lang.t("，移除", ", remove")}</span></a></li>
        }
    });
    let (lines, label) = (lines.collect_view(), lang.t("条件", "Conditions"));
    (!chips.is_empty()).then(|| view! { <ul class="chips no-print" aria-label=label>{lines}</ul> }.into_any())
}
