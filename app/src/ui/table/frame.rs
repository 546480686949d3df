//! What stands around every table: its name, and the box in which it scrolls.

use leptos::prelude::*;

/// What a table is called.
#[derive(Clone, Debug)]
pub struct Caption {
    id: String,
    text: String,
    class: Option<&'static str>,
}

impl Caption {
    /// Above the table. `id` is its own on the page.
    pub fn shown(id: &str, text: impl Into<String>) -> Self {
        Self { id: id.to_owned(), text: text.into(), class: None }
    }

    /// For those who hear the page; others read the heading.
    pub fn heard(id: &str, text: impl Into<String>) -> Self {
        Self { class: Some("visually-hidden"), ..Self::shown(id, text) }
    }
}

/// The class of a table with 25 rows to a screen.
pub const DENSE: &str = "data-table dense";
pub(super) const STACKED: &str = "data-table dense stacked";

/// A table that scrolls sideways by itself, so that the page never does.
pub fn scrolling(caption: Caption, class: &'static str, parts: impl IntoView + 'static) -> AnyView {
    let Caption { id, text, class: heard } = caption;
    view! {
        <div class="table-scroll" role="region" aria-labelledby=id.clone() tabindex="0">
            <table class=class>
                <caption id=id.clone() class=heard>{text}</caption>
                {parts}
            </table>
        </div>
    }
    .into_any()
}
