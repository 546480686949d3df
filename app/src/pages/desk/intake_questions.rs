//! The questions of the form, filled with what is known; each says where that comes from.

use super::places::{PlaceGroup, place_select};
use crate::lang::Lang;
use crate::ui::field::{Choices, Field, error_of};
use domain::field_error::FieldError;
use domain::intake::{FieldKind, FieldSpec};
use leptos::prelude::*;

/// One question with its answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// The question.
    pub spec: FieldSpec,
    /// What was typed, or is known.
    pub value: String,
    /// Where a known value comes from, in words.
    pub source: String,
    /// Why it cannot be changed here, in words; empty where it can.
    pub fixed: String,
    /// The value in words.
    pub shown: String,
    /// The answer to another question for which this one counts, in words; empty where it always does.
    pub only_if: String,
}

impl Question {
    /// Empty, answered by typing, and asked of everybody.
    fn can_be_typed(&self) -> bool {
        let typed = !matches!(
            self.spec.kind,
            FieldKind::Multiline | FieldKind::Division | FieldKind::Choice | FieldKind::Yesno
        );
        typed && self.value.is_empty() && self.only_if.is_empty() && self.fixed.is_empty()
    }
}

/// The panel of the form.
pub(super) fn questions(
    lang: Lang,
    questions: Vec<Question>,
    places: &[PlaceGroup],
    errors: &[FieldError],
    focus: bool,
) -> AnyView {
    let count = questions.len();
    // The first answer that is still to be given has the focus, unless the error summary wants it.
    let first = questions.iter().position(Question::can_be_typed).filter(|_| focus);
    let fields = questions
        .into_iter()
        .enumerate()
        .map(|(at, question)| one(lang, question, places, errors, Some(at) == first))
        .collect_view();
    view! {
        <section class="panel form" aria-labelledby="form">
            <header>
                <h2 id="form">{lang.t("申请表", "Form")}</h2>
                <span class="aside">{lang.t(format!("{count} 项"), format!("{count} questions"))}</span>
            </header>
            <div class="form-grid">{fields}</div>
        </section>
    }
    .into_any()
}

fn one(lang: Lang, question: Question, places: &[PlaceGroup], errors: &[FieldError], focus: bool) -> AnyView {
    let Question { spec, value, source, fixed, shown, only_if } = question;
    if !fixed.is_empty() {
        return stated(
            lang,
            lang.pick(&spec.label, &spec.label_en),
            shown,
            source,
            fixed,
            error_of(lang, &spec.key, errors),
        );
    }
    let field = Field { focus, ..field(lang, &spec, &value, &source, errors) }.hint(&only_if);
    match spec.kind {
        FieldKind::Text | FieldKind::Number | FieldKind::Money => field.view(),
        FieldKind::Multiline => wide(field.textarea("2")),
        FieldKind::Phone | FieldKind::BankAccount | FieldKind::IdNumber | FieldKind::CreditCode => {
            Field { class: "width-full code", ..field }.view()
        }
        FieldKind::Date => Field { kind: "date", ..field }.view(),
        FieldKind::Division => place_select(lang, field, places),
        FieldKind::Choice if spec.options.len() > 4 => field.select(with_blank(lang, choices(lang, &spec))),
        FieldKind::Choice => radios(lang, &spec, value, (only_if, source), choices(lang, &spec), errors),
        FieldKind::Yesno => {
            let yes_no =
                vec![("yes".into(), lang.t("是", "Yes").into()), ("no".into(), lang.t("否", "No").into())];
            radios(lang, &spec, value, (only_if, source), yes_no, errors)
        }
    }
}

/// What a valid certificate fixes: to be read, not to be typed.
fn stated(
    lang: Lang,
    label: &str,
    shown: String,
    source: String,
    why: String,
    wrong: Option<String>,
) -> AnyView {
    let label = label.to_owned();
    view! {
        <div class="field stated">
            <p class="label">{label}</p>
            {wrong.map(|wrong| view! { <p class="error">{wrong}</p> })}
            <p class="value">{shown}</p>
            <p class="source">{source}</p>
            <details class="hint"><summary>{lang.t("怎么改", "How to correct it")}</summary><p>{why}</p></details>
        </div>
    }
    .into_any()
}

fn field(lang: Lang, spec: &FieldSpec, value: &str, source: &str, errors: &[FieldError]) -> Field {
    let mut field =
        Field::new(lang, &spec.key, lang.pick(&spec.label, &spec.label_en)).value(value).errors(errors);
    source.clone_into(&mut field.source);
    field.optional = !spec.required;
    field.inputmode = match spec.kind {
        FieldKind::Phone => "tel",
        FieldKind::Number | FieldKind::BankAccount => "numeric",
        FieldKind::Money => "decimal",
        FieldKind::Text
        | FieldKind::Multiline
        | FieldKind::Date
        | FieldKind::Choice
        | FieldKind::Yesno
        | FieldKind::Division
        | FieldKind::IdNumber
        | FieldKind::CreditCode => "text",
    };
    field
}

fn wide(field: AnyView) -> AnyView {
    view! { <div class="span">{field}</div> }.into_any()
}

fn choices(lang: Lang, spec: &FieldSpec) -> Vec<(String, String)> {
    let text = |choice: &domain::intake::Choice| lang.pick(&choice.label, &choice.label_en).to_owned();
    spec.options.iter().map(|choice| (choice.value.clone(), text(choice))).collect()
}

fn with_blank(lang: Lang, mut options: Vec<(String, String)>) -> Vec<(String, String)> {
    options.insert(0, (String::new(), lang.t("请选择", "Choose").to_owned()));
    options
}

fn radios(
    lang: Lang,
    spec: &FieldSpec,
    value: String,
    (hint, source): (String, String),
    options: Vec<(String, String)>,
    errors: &[FieldError],
) -> AnyView {
    Choices {
        source,
        lang,
        name: spec.key.clone(),
        legend: lang.pick(&spec.label, &spec.label_en).to_owned(),
        hint,
        value,
        options,
        class: "inline",
        error: error_of(lang, &spec.key, errors),
    }
    .view()
}
