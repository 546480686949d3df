//! What stands where a list would, while there is nothing to list.

use leptos::prelude::*;

/// That there is nothing, and what one can do about it.
pub fn empty(title: &str, then: impl IntoView + 'static) -> AnyView {
    let title = title.to_owned();
    view! { <div class="empty"><p class="title">{title}</p>{then}</div> }.into_any()
}
