//! Plots drawn by the server: places as tiles, weekdays by hours, the flow from channel to result.
//! Each says its numbers in text, can be told apart without colour, and has its table behind it.

pub mod flow;
pub mod heat;
pub mod spark;
pub mod tiles;

use super::table::{Caption, DENSE, scrolling};
use crate::lang::Lang;
use leptos::prelude::*;

/// The table that a plot was drawn from.
fn behind(lang: Lang, id: &str, caption: String, parts: impl IntoView + 'static) -> AnyView {
    view! {
        <details class="table-behind">
            <summary>{lang.t("看数据表", "Show the table")}</summary>
            {scrolling(Caption::shown(id, caption), DENSE, parts)}
        </details>
    }
    .into_any()
}
