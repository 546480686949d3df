//! Questions on what is not known. Server and browser read the answers in the same way.

use super::EligibilityPage;
use crate::lang::Lang;
use crate::ui::field::{Choices, Field};
use domain::eligibility::Ask;
use leptos::prelude::*;

/// What the names of answers begin with.
pub const PREFIX: &str = "f.";

/// A question and its answer so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The fact.
    pub field: String,
    /// The question.
    pub words: String,
    /// What kind of answer it has.
    pub kind: Ask,
    /// What to choose from: value and text.
    pub options: Vec<(String, String)>,
    /// As answered.
    pub value: String,
}

/// The form; nothing where there is nothing to ask.
pub(super) fn form(page: &EligibilityPage) -> Option<AnyView> {
    let lang = page.lang;
    if page.asked.is_empty() {
        return None;
    }
    let (rule, facts) = page.wire.clone().unwrap_or_default();
    let questions = page.asked.iter().map(|asked| question(lang, asked)).collect_view();
    Some(
        view! {
            <section class="section">
                <h2>{lang.t("请回答", "Please answer")}</h2>
                <form class="stack" id="questions" method="post" action=format!("/items/{}/eligibility", page.id)
                    data-rule=rule data-facts=facts>
                    {questions}
                    <div class="page-actions"><button class="button">{lang.t("看看能不能办", "Tell me")}</button></div>
                </form>
            </section>
        }
        .into_any(),
    )
}

/// One question, marked with its fact and kind for the browser.
pub fn question(lang: Lang, asked: &Asked) -> AnyView {
    let name = format!("{PREFIX}{}", asked.field);
    let field = match asked.kind {
        Ask::Number | Ask::Share if asked.options.is_empty() => Field {
            class: "width-8",
            inputmode: "decimal",
            optional: true,
            ..Field::new(lang, &name, &asked.words)
        }
        .value(&asked.value)
        .view(),
        Ask::YesNo | Ask::Number | Ask::Share | Ask::City | Ask::Choice => choices(lang, name, asked),
    };
    view! { <div data-fact=asked.field.clone() data-kind=asked.kind.as_str()>{field}</div> }.into_any()
}

fn choices(lang: Lang, name: String, asked: &Asked) -> AnyView {
    let own = |options: &[(&str, &str)]| {
        options.iter().map(|(value, text)| ((*value).to_owned(), (*text).to_owned())).collect()
    };
    let mut options: Vec<(String, String)> = match asked.kind {
        Ask::YesNo => own(&[("yes", lang.t("是", "Yes")), ("no", lang.t("否", "No"))]),
        Ask::City => {
            own(&[("here", lang.t("本市", "In this city")), ("elsewhere", lang.t("外地", "Elsewhere"))])
        }
        Ask::Number | Ask::Share | Ask::Choice => asked.options.clone(),
    };
    options.push((String::new(), lang.t("不清楚", "Don't know").to_owned()));
    Choices {
        source: String::new(),
        lang,
        name,
        legend: asked.words.clone(),
        hint: String::new(),
        value: asked.value.clone(),
        options,
        class: "inline",
        error: None,
    }
    .view()
}
