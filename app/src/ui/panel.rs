//! A titled box.

use leptos::prelude::*;

/// Something under its heading.
pub fn panel(heading: &str, body: impl IntoView + 'static) -> AnyView {
    panel_beside(heading, (), body)
}

/// The same, with something at the other end of the heading's line.
pub fn panel_beside(
    heading: &str,
    beside: impl IntoView + 'static,
    body: impl IntoView + 'static,
) -> AnyView {
    let heading = heading.to_owned();
    view! {
        <section class="panel">
            <header><h2>{heading}</h2>{beside}</header>
            {body}
        </section>
    }
    .into_any()
}
