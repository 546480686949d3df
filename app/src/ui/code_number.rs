//! Case numbers and codes: grouped in fours for the eye, copied without spaces.

use leptos::prelude::*;

/// The code; the gaps are margins, not characters.
pub fn code_number(code: &str, class: &'static str) -> impl IntoView + use<> {
    let characters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = characters.chunks(4).map(|group| group.iter().collect()).collect();
    let spans = groups.into_iter().map(|group| view! { <span>{group}</span> }).collect_view();
    view! { <code class=format!("code-number {class}")>{spans}</code> }
}
