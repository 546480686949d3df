//! Eighteen characters that are both a valid ID number and a valid credit code: the clerk says which.

use super::shortcuts;
use crate::lang::Lang;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct WhichPage {
    /// The language.
    pub lang: Lang,
    /// What was typed.
    pub typed: String,
}

/// The view.
pub fn which(page: WhichPage) -> AnyView {
    let lang = page.lang;
    view! {
        <h1>{lang.t("这是身份证号还是信用代码？", "An ID number or a credit code?")}</h1>
        <p class="lead">{lang.t(
            "输入的 18 位两种都说得通，请对照证件选一个。",
            "What was typed can be either. Look at the document and choose.",
        )}</p>
        <form class="page-actions" method="post" action="/desk/find">
            <input type="hidden" name="q" value=page.typed/>
            <button class="button" name="kind" value="person" accesskey="1" data-pick="1">
                {lang.t("居民身份证", "ID card")}" "<kbd class="kbd">"1"</kbd>
            </button>
            <button class="button secondary" name="kind" value="entity" accesskey="2" data-pick="2">
                {lang.t("营业执照、法人证书", "Licence of an organisation")}" "<kbd class="kbd">"2"</kbd>
            </button>
        </form>
        {shortcuts::keys(lang)}
    }
    .into_any()
}
