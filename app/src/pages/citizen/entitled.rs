//! What somebody may be entitled to, on their own page.

use crate::lang::Lang;
use leptos::prelude::*;

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MayHave {
    /// The item.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is still to be said, as a question; nothing where every condition is met.
    pub lacking: Option<String>,
}

/// The list; nothing where there is none.
pub(super) fn entitled(lang: Lang, all: &[MayHave]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let line = |one: &MayHave| {
        let words = one.lacking.as_ref().map_or_else(
            || lang.t("条件都符合", "every condition is met").to_owned(),
            |question| lang.t(format!("还差一项：{question}"), format!("one thing is open: {question}")),
        );
        view! {
            <li>
                <a href=format!("/items/{}/eligibility", one.id)>{one.name.clone()}</a>
                <p class="meta">{words}</p>
            </li>
        }
    };
    let lines = all.iter().map(line).collect_view();
    Some(
        view! {
            <section class="section">
                <h2>{lang.t("您可能可以办", "You may be entitled to")}</h2>
                <ul class="stack">{lines}</ul>
            </section>
        }
        .into_any(),
    )
}
