//! From a view to its HTML, at once and without a router.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::owner::Owner;

/// The view's HTML. Only islands carry what the browser needs to wake them.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    html
}
