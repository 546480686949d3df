//! What the applicant answered to the list of corrections, under the list itself.

use crate::lang::Lang;
use leptos::prelude::*;

/// A correction that was answered.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Everything that was asked for.
    pub asked: Vec<String>,
    /// The answer, a paragraph each; none where files came without a word.
    pub said: Vec<String>,
}

pub(super) fn answered(lang: Lang, answered: &Answered) -> AnyView {
    let asked = answered.asked.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
    let said = answered.said.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
    let wordless = lang.t("没有写说明，补交的材料见下。", "Without a word; what came is below.");
    view! {
        <h3>{lang.t("补正和答复", "Corrections and the answer")}</h3>
        <ol>{asked}</ol>
        {said}
        {answered.said.is_empty().then(|| view! { <p class="meta">{wordless}</p> })}
    }
    .into_any()
}
