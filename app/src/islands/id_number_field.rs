//! Beside an ID number field: says while typing what the number tells, or which rule it breaks.
//!
//! The rules and the words are those of the server, which checks again.

use leptos::prelude::*;

use crate::lang::Lang;

#[cfg(any(feature = "hydrate", test))]
mod grouped;
#[cfg(feature = "hydrate")]
mod typing;
mod verdict;

pub use verdict::Verdict;

/// Groups the digits of the field `input` (6, 8 and 4) and explains the number beside it.
#[island]
pub fn IdNumberField(
    /// The `id` of the field it stands beside. The field itself belongs to the page.
    input: String,
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let (verdict, judge) = signal(Verdict::Unfinished);
    #[cfg(feature = "hydrate")]
    typing::follow(&input, judge);
    #[cfg(not(feature = "hydrate"))]
    let _ = judge;
    view! {
        <output class="id-verdict" for=input data-verdict=move || verdict.get().name()>
            {move || verdict.get().sentence(lang)}
        </output>
    }
}
