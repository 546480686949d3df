//! Each condition: met, not met, not known, and on whose word.

use super::verdict::class;
use crate::lang::Lang;
use domain::rule::Truth;
use leptos::prelude::*;

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// In words.
    pub words: String,
    /// Whether it is met.
    pub truth: Truth,
    /// Where the facts come from, in words.
    pub sources: Vec<String>,
}

fn word(lang: Lang, truth: Truth) -> &'static str {
    match truth {
        Truth::Met => lang.t("符合", "Met"),
        Truth::NotMet => lang.t("不符合", "Not met"),
        Truth::Unknown => lang.t("还不清楚", "Not known"),
    }
}

fn tag(truth: Truth) -> &'static str {
    match truth {
        Truth::Met => "tag status-done",
        Truth::NotMet => "tag status-blocked",
        Truth::Unknown => "tag",
    }
}

/// The list, in the rule's order; the browser finds each by its place.
pub fn conditions(lang: Lang, all: &[Condition]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let lines = all.iter().map(|one| line(lang, one)).collect_view();
    Some(
        view! {
            <section class="section">
                <h2>{lang.t("条件", "Conditions")}</h2>
                <ul class="conditions" id="conditions" data-yes=word(lang, Truth::Met) data-no=word(lang, Truth::NotMet)
                    data-unknown=word(lang, Truth::Unknown) data-yes-tag=tag(Truth::Met) data-no-tag=tag(Truth::NotMet)
                    data-unknown-tag=tag(Truth::Unknown)>{lines}</ul>
            </section>
        }
        .into_any(),
    )
}

fn line(lang: Lang, one: &Condition) -> AnyView {
    let sources = one.sources.join(lang.t("；", "; "));
    view! {
        <li data-truth=class(one.truth)>
            <span class=tag(one.truth)>{word(lang, one.truth)}</span>" "<span>{one.words.clone()}</span>
            {(!sources.is_empty()).then(|| view! { <p class="meta">{sources}</p> })}
        </li>
    }
    .into_any()
}
