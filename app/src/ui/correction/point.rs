//! One thing that is asked for, with what mends it.

use super::Correction;
use crate::lang::Lang;
use crate::ui::field::{Field, error_of};
use crate::ui::file_field::FileField;
use crate::ui::question::{PlaceGroup, ask, field_of, options_of};
use domain::field_error::FieldError;
use domain::intake::FieldSpec;
use leptos::prelude::*;

/// One thing that is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What was told of it: a line each.
    pub words: Vec<String>,
    /// What it is about.
    pub what: What,
}

/// What a point is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing in particular: answered in words and files.
    Words,
    /// One answer.
    Answer {
        /// The question.
        spec: Box<FieldSpec>,
        /// The answer that was given, in words.
        before: String,
        /// What stands in the field.
        value: String,
        /// For a place: what to choose from.
        places: Vec<PlaceGroup>,
    },
    /// One material.
    Material {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
}

impl Point {
    /// In words alone.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: vec![words.into()], what: What::Words }
    }

    /// The field that mends it, as forms call it. Keys of questions are prefixed: a question may be
    /// called as a field of the form itself.
    pub fn name(&self) -> String {
        match &self.what {
            What::Words => "note".to_owned(),
            What::Answer { spec, .. } => format!("answer-{}", spec.key),
            What::Material { id, .. } => crate::ui::file_field::file_name(id),
        }
    }
}

pub(super) fn view(lang: Lang, wanted: &Correction, point: &Point) -> AnyView {
    let told = point.words.iter().map(|words| view! { <p class="asked">{words.clone()}</p> }).collect_view();
    let mend = match &point.what {
        What::Words => wanted.is_mixed().then(|| view! {
            <p class="meta">{lang.t("请在下面“文字说明”里写，或上传材料。", "Answer below, in your words or with files.")}</p>
        })
        .into_any(),
        What::Answer { spec, before, value, places } => {
            answer(lang, &point.name(), spec, [before, value], places, &wanted.errors)
        }
        What::Material { id, name } => material(lang, wanted, id, name),
    };
    view! { <li>{told}{mend}</li> }.into_any()
}

fn answer(
    lang: Lang,
    name: &str,
    spec: &FieldSpec,
    [before, value]: [&String; 2],
    places: &[PlaceGroup],
    errors: &[FieldError],
) -> AnyView {
    let before = if before.is_empty() { lang.t("（没有填）", "(nothing)") } else { before };
    let was = lang.t(format!("原来填的：{before}"), format!("You had: {before}"));
    let field = field_of(lang, spec, value, &was, &[]);
    let field = Field { name: name.to_owned(), error: error_of(lang, name, errors), ..field };
    let chosen = !options_of(lang, spec).is_empty();
    let was = chosen.then(|| view! { <p class="source">{was}</p> });
    view! { {ask(lang, spec, field, places)}{was} }.into_any()
}

fn material(lang: Lang, wanted: &Correction, id: &str, name: &str) -> AnyView {
    let refused = Some(wanted.refused.why.clone()).filter(|_| wanted.refused.material == id);
    FileField {
        lang,
        material: id,
        label: lang.t(format!("重新上传：{name}"), format!("Upload again: {name}")),
        megabytes: wanted.megabytes,
        error: refused.filter(|why| !why.is_empty()),
        kept: &wanted.files,
    }
    .view()
}
