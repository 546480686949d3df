//! Where one may go.

use crate::lang::Lang;
use leptos::prelude::*;

/// A hall with its hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HallLine {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// When it is open.
    pub hours: String,
    /// Its number.
    pub phone: String,
}

pub(super) fn halls(lang: Lang, halls: &[HallLine]) -> Option<AnyView> {
    if halls.is_empty() {
        return None;
    }
    let lines = halls.iter().map(office).collect_view();
    Some(
        view! {
            <section class="section" aria-labelledby="halls">
                <h2 id="halls">{lang.t("办事大厅", "Service halls")}</h2>
                <div class="hall-list">{lines}</div>
            </section>
        }
        .into_any(),
    )
}

/// A hall: where, when, and its number.
pub fn office(hall: &HallLine) -> AnyView {
    let phone = hall.phone.clone();
    let call =
        (!phone.is_empty()).then(|| view! { <p><a href=format!("tel:{phone}")>{phone.clone()}</a></p> });
    view! {
        <address class="office">
            <h3>{hall.name.clone()}</h3>
            <p>{hall.address.clone()}</p>
            <p>{hall.hours.clone()}</p>
            {call}
        </address>
    }
    .into_any()
}
