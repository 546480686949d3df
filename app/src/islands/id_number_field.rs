//! Beside an ID number field.
use leptos::prelude::*;

/// Explains the number while it is typed.
#[island]
pub fn IdNumberField(
    /// The `id` of the field it stands beside.
    input: String,
    /// Whether the page is in English.
    english: bool,
) -> impl IntoView {
    let (said, say) = signal(String::new());
    Effect::new(move || say.set(if english { "ready".to_owned() } else { "好".to_owned() }));
    view! { <output class="field-live" for=input>{said}</output> }
}
