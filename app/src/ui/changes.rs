//! What an answer to corrections changed: the old beside the new.

use crate::lang::Lang;
use leptos::prelude::*;

/// One answer or material that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The question, or the material.
    pub label: String,
    /// What stood there; empty for nothing.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// The changes, in the order in which they were made; nothing where nothing changed.
pub fn changes(lang: Lang, changes: &[Change]) -> Option<AnyView> {
    let lines = changes.iter().map(|change| line(lang, change)).collect_view();
    (!changes.is_empty()).then(|| view! { <dl class="facts-list changes">{lines}</dl> }.into_any())
}

fn line(lang: Lang, change: &Change) -> impl IntoView + use<> {
    let nothing = |text: &str| {
        if text.is_empty() { lang.t("（空）", "(nothing)").to_owned() } else { text.to_owned() }
    };
    let (before, after) = (nothing(&change.before), nothing(&change.after));
    view! {
        <div>
            <dt>{change.label.clone()}</dt>
            <dd>
                <del><span class="visually-hidden">{lang.t("原来：", "Before: ")}</span>{before}</del>
                <span aria-hidden="true">" → "</span>
                <ins><span class="visually-hidden">{lang.t("改为：", "Now: ")}</span>{after}</ins>
            </dd>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_old_and_the_new_are_both_heard() {
        let change = Change { label: "银行卡号".into(), before: String::new(), after: "6222".into() };
        let html = changes(Lang::Zh, &[change]).map(|view| view.to_html()).unwrap_or_default();
        assert!(html.contains("原来：") && html.contains("（空）") && html.contains("改为："), "{html}");
        assert!(changes(Lang::Zh, &[]).is_none());
    }
}
