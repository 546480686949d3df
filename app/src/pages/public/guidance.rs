//! 办前引导: a few questions, then exactly what to bring, where, when and for how much.

mod outcome;
mod to_bring;

pub use outcome::{OutcomePage, outcome};
pub use to_bring::{ToBring, Way};

use crate::lang::Lang;
use crate::ui::breadcrumbs::breadcrumbs;
use crate::ui::error_summary::error_summary;
use crate::ui::question::{PlaceGroup, ask, field_of};
use domain::field_error::FieldError;
use domain::intake::FieldSpec;
use leptos::prelude::*;

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The question.
    pub spec: FieldSpec,
    /// The answer so far.
    pub value: String,
    /// For a place: what to choose from.
    pub places: Vec<PlaceGroup>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct GuidancePage {
    /// The language.
    pub lang: Lang,
    /// The item.
    pub id: String,
    /// Its name.
    pub item_name: String,
    /// The questions.
    pub questions: Vec<Asked>,
    /// What is wrong, or still open.
    pub errors: Vec<FieldError>,
}

/// The page. The answers are posted: some tell of one's family, and addresses are written down.
pub fn guidance(page: GuidancePage) -> impl IntoView {
    let lang = page.lang;
    let questions = page.questions.iter().map(|one| {
        let field = field_of(lang, &one.spec, &one.value, "", &page.errors);
        ask(lang, &one.spec, field, &one.places)
    });
    let questions = questions.collect_view();
    view! {
        {breadcrumbs(lang, vec![(format!("/items/{}", page.id), page.item_name.clone())], lang.t("算一算要带什么", "What to bring"))}
        {error_summary(lang, &page.errors)}
        <p class="caption">{page.item_name.clone()}</p>
        <div class="page-head">
            <h1>{lang.t("算一算要带什么", "What to bring")}</h1>
            <p class="lead">{lang.t(
                "答完这几个问题，就知道要带哪些材料、去哪里、多久办好、花多少钱。不用登录，答案不会保存。",
                "Answer these and you will know what to bring, where to go, how long it takes and what it costs. \
                 No account is needed, and nothing is kept.",
            )}</p>
        </div>
        <form method="post" action=format!("/items/{}/guidance", page.id)>
            {questions}
            <div class="page-actions">
                <button class="button large">{lang.t("算一算", "Show me")}</button>
                <a class="button secondary" href=format!("/items/{}", page.id)>{lang.t("回到办事指南", "Back to the guide")}</a>
            </div>
        </form>
    }
    .into_any()
}
