//! From a view to its HTML, at once and without a router.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;

/// What the view layer writes between two texts so that the browser can tell them apart.
const SEPARATOR: &str = "<!>";
const ISLAND: &str = "<leptos-island";
const ISLAND_END: &str = "</leptos-island>";

/// The view's HTML. Only islands carry what the browser needs to wake them.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    without_separators(&html)
}

/// Drops the separators outside islands: nothing wakes there, so nobody reads them.
fn without_separators(html: &str) -> String {
    let mut parts = html.split(ISLAND);
    let mut clean = parts.next().unwrap_or_default().replace(SEPARATOR, "");
    for part in parts {
        let (island, after) = part.split_once(ISLAND_END).unwrap_or((part, ""));
        clean.push_str(ISLAND);
        clean.push_str(island);
        clean.push_str(ISLAND_END);
        clean.push_str(&after.replace(SEPARATOR, ""));
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::islands::IdNumberField;

    #[test]
    fn a_plain_view_is_plain_html() {
        let count = 3;
        let html = render(|| view! { <p>"共 " {count} " 项" {Some("，")} {None::<&str>} {vec![1, 2]}</p> });
        assert_eq!(html, "<p>共 3 项，12</p>");
    }

    #[test]
    fn typed_text_cannot_become_markup() {
        let typed = "<!><leptos-island>\"&'".to_owned();
        let html = render(|| view! { <p title=typed.clone()>{typed.clone()}</p> });
        assert!(!html.contains(ISLAND), "{html}");
        assert!(html.contains(">&lt;!&gt;&lt;leptos-island&gt;"), "{html}");
    }

    #[test]
    fn an_island_says_which_function_wakes_it() {
        let html = render(|| {
            view! { <main>"一" {"二"}<IdNumberField/>"三" {"四"}</main> }
        });
        assert!(html.contains("<leptos-island data-component=\"IdNumberField_"), "{html}");
        assert!(html.starts_with("<main>一二<leptos-island"), "{html}");
        assert!(html.ends_with("</leptos-island>三四</main>"), "{html}");
    }

    #[test]
    fn a_page_leaves_nothing_behind() {
        let _ = render(|| view! { <p>"一"</p> });
        assert!(Owner::current().is_none());
    }
}
