//! Beside an ID number field: says while typing what the number tells, or which rule it breaks.
//!
//! The rules and the words are those of the server, which checks again.

use leptos::prelude::*;

use super::page_lang;

#[cfg(any(feature = "hydrate", test))]
mod grouped;
#[cfg(feature = "hydrate")]
mod typing;
mod verdict;

pub use verdict::Verdict;

/// Groups the digits of the field it stands behind (6, 8 and 4) and explains the number.
///
/// It has no properties: reading them would bring a JSON parser to every phone.
#[island]
pub fn IdNumberField() -> impl IntoView {
    let (verdict, judge) = signal(Verdict::Unfinished);
    let place = NodeRef::<leptos::html::Output>::new();
    let lang = page_lang();
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        if let Some(output) = place.get() {
            typing::follow(&output, judge);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = judge;
    view! {
        <output node_ref=place class="id-verdict" data-verdict=move || verdict.get().name()>
            {move || verdict.get().sentence(lang)}
        </output>
    }
}
