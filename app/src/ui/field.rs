//! One question with its label, hint, error and answer. The error stands at the field in the very
//! words of the summary.

use super::sentence::sentence;
use crate::lang::Lang;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// A question of one line. Build with [`Field::new`], change what differs, show with [`Field::view`].
#[derive(Clone, Debug)]
pub struct Field {
    /// The language.
    pub lang: Lang,
    /// Name and id.
    pub name: String,
    /// The question.
    pub label: String,
    /// What helps to answer it.
    pub hint: String,
    /// What was typed, or is known.
    pub value: String,
    /// Where a known value comes from.
    pub source: String,
    /// `text`, `tel`, `date`, `password`, `search` …
    pub kind: &'static str,
    /// A width class, such as `width-20`.
    pub class: &'static str,
    /// The `autocomplete` attribute.
    pub autocomplete: &'static str,
    /// The `inputmode` attribute.
    pub inputmode: &'static str,
    /// May be left empty.
    pub optional: bool,
    /// What is wrong.
    pub error: Option<String>,
    /// Has the focus when the page comes.
    pub focus: bool,
    /// The question is the page's heading.
    pub heading: bool,
}

impl Field {
    /// A required line of text.
    pub fn new(lang: Lang, name: &str, label: &str) -> Self {
        Self {
            lang,
            name: name.to_owned(),
            label: label.to_owned(),
            hint: String::new(),
            value: String::new(),
            source: String::new(),
            kind: "text",
            class: "width-full",
            autocomplete: "off",
            inputmode: "text",
            optional: false,
            error: None,
            focus: false,
            heading: false,
        }
    }

    /// With what was typed.
    pub fn value(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// With help.
    pub fn hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.hint);
        self
    }

    /// With the sentence for this field, if it is among the errors.
    pub fn errors(mut self, errors: &[FieldError]) -> Self {
        self.error = error_of(self.lang, &self.name, errors);
        self
    }

    /// The ids of hint and error, for `aria-describedby`.
    fn described_by(&self) -> Option<String> {
        described_by(&self.name, !self.hint.is_empty(), self.error.is_some())
    }

    /// An input.
    pub fn view(self) -> AnyView {
        let described = self.described_by();
        let invalid = self.error.is_some().then_some("true");
        let input = view! {
            <input id=self.name.clone() name=self.name.clone() type=self.kind class=self.class
                value=self.value.clone() autocomplete=self.autocomplete inputmode=self.inputmode
                autofocus=self.focus aria-describedby=described aria-invalid=invalid/>
        };
        self.around(input.into_any())
    }

    /// A field of several lines.
    pub fn textarea(self, rows: &'static str) -> AnyView {
        let described = self.described_by();
        let invalid = self.error.is_some().then_some("true");
        let input = view! {
            <textarea id=self.name.clone() name=self.name.clone() class=self.class rows=rows
                aria-describedby=described aria-invalid=invalid>{self.value.clone()}</textarea>
        };
        self.around(input.into_any())
    }

    /// A list to choose from: values with their texts.
    pub fn select(self, options: Vec<(String, String)>) -> AnyView {
        let described = self.described_by();
        let invalid = self.error.is_some().then_some("true");
        let chosen = self.value.clone();
        let options = options
            .into_iter()
            .map(|(value, text)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{text}</option> }
            })
            .collect_view();
        let input = view! {
            <select id=self.name.clone() name=self.name.clone() class=self.class
                aria-describedby=described aria-invalid=invalid>{options}</select>
        };
        self.around(input.into_any())
    }

    /// The frame of label, hint and error around any answer.
    pub fn around(self, input: AnyView) -> AnyView {
        let optional = self
            .optional
            .then(|| view! { " "<span class="optional">{self.lang.t("选填", "optional")}</span> });
        let label = view! { <label for=self.name.clone()>{self.label.clone()}{optional}</label> };
        let label = if self.heading { view! { <h1>{label}</h1> }.into_any() } else { label.into_any() };
        view! {
            <div class="field" class:invalid=self.error.is_some()>
                {label}
                {hint(&self.name, &self.hint)}
                {error(self.lang, &self.name, self.error.clone())}
                {input}
                {(!self.source.is_empty()).then(|| view! { <p class="source">{self.source.clone()}</p> })}
            </div>
        }
        .into_any()
    }
}

/// One of several answers, each a radio button.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The language.
    pub lang: Lang,
    /// Name and id.
    pub name: String,
    /// The question.
    pub legend: String,
    /// What helps to answer it.
    pub hint: String,
    /// The chosen value.
    pub value: String,
    /// Where a known value comes from.
    pub source: String,
    /// Values with their texts.
    pub options: Vec<(String, String)>,
    /// Extra classes, such as `inline` or `large`.
    pub class: &'static str,
    /// What is wrong.
    pub error: Option<String>,
}

impl Choices {
    /// The group. The first answer has the field's own id, so that the error summary reaches it.
    pub fn view(self) -> AnyView {
        let described = described_by(&self.name, !self.hint.is_empty(), self.error.is_some());
        let answers = self.options.iter().enumerate().map(|(i, (value, text))| {
            let id = if i == 0 { self.name.clone() } else { format!("{}-{i}", self.name) };
            let checked = *value == self.value;
            view! {
                <div class="choice">
                    <input type="radio" id=id.clone() name=self.name.clone() value=value.clone() checked=checked/>
                    <label for=id>{text.clone()}</label>
                </div>
            }
        });
        view! {
            <fieldset class=format!("field choices {}", self.class) class:invalid=self.error.is_some()
                aria-describedby=described>
                <legend>{self.legend.clone()}</legend>
                {hint(&self.name, &self.hint)}
                {error(self.lang, &self.name, self.error.clone())}
                {answers.collect_view()}
                {(!self.source.is_empty()).then(|| view! { <p class="source">{self.source.clone()}</p> })}
            </fieldset>
        }
        .into_any()
    }
}

/// The sentence for the field `name`, if it is among the errors.
pub fn error_of(lang: Lang, name: &str, errors: &[FieldError]) -> Option<String> {
    errors.iter().find(|error| error.field == name).map(|error| sentence(lang, &error.code))
}

fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    let ids: Vec<String> = [(hint, "hint"), (error, "error")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{name}-{part}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// The help below a question.
pub(crate) fn hint(name: &str, text: &str) -> Option<impl IntoView + use<>> {
    let (id, text) = (format!("{name}-hint"), text.to_owned());
    (!text.is_empty()).then(|| view! { <p class="hint" id=id>{text}</p> })
}

/// What is wrong with an answer, at its field.
pub(crate) fn error(lang: Lang, name: &str, text: Option<String>) -> Option<impl IntoView + use<>> {
    let id = format!("{name}-error");
    text.map(|text| {
        view! {
            <p class="error" id=id>
                <span class="visually-hidden">{lang.t("错误：", "Error: ")}</span>{text}
            </p>
        }
    })
}
