//! What was typed for an action that is no longer possible: shown, so that it can be copied.

use super::pane::CasePane;
use crate::lang::Lang;
use domain::case::ActionKind;
use leptos::prelude::*;

/// The fields that hold words of the person's own.
const WORDS: [&str; 7] = ["reason", "list", "competent_body", "remedies", "number", "proof", "second"];

pub(super) fn unsent(lang: Lang, case: &CasePane) -> Option<AnyView> {
    let typed = &case.typed;
    let possible = match typed.form.as_str() {
        "" => true,
        "now-granted" | "now-refused" => case.actions.contains(&ActionKind::DecideNow),
        "decide-granted" | "decide-refused" => case.actions.contains(&ActionKind::Decide),
        "commitment-kept" | "commitment-broken" => case.actions.contains(&ActionKind::VerifyCommitment),
        other => ActionKind::parse(other).is_some_and(|kind| case.actions.contains(&kind)),
    };
    let mine = |name: &str| {
        let marked = name.strip_prefix("words:").is_some_and(|target| typed.holds("mark", target));
        marked || WORDS.contains(&name)
    };
    let words = typed.fields.iter().filter(|(name, value)| mine(name) && !value.trim().is_empty());
    let words: Vec<String> = words.map(|(_, value)| value.clone()).collect();
    (!possible && !words.is_empty()).then(|| {
        view! {
            <div class="field">
                <label for="unsent">{lang.t("您刚才写的（没有提交）", "What you wrote (not sent)")}</label>
                <textarea id="unsent" rows="4" class="width-full" readonly>{words.join("\n")}</textarea>
            </div>
        }
        .into_any()
    })
}
