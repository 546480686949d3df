//! What a list is narrowed by, in one line above it.

use leptos::prelude::*;

/// A choice in the toolbar of a list; nothing chosen narrows nothing.
pub fn select(
    label: &'static str,
    name: &'static str,
    all: &'static str,
    options: &[(String, String)],
    chosen: &str,
) -> AnyView {
    let option = |(value, text): &(String, String)| {
        view! { <option value=value.clone() selected=value == chosen>{text.clone()}</option> }
    };
    let options = options.iter().map(option).collect_view();
    view! {
        <div class="field">
            <label class="visually-hidden" for=name>{label}</label>
            <select id=name name=name><option value="">{all}</option>{options}</select>
        </div>
    }
    .into_any()
}
