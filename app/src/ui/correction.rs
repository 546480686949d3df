//! What the department asks for, once and in full, and the form that answers it. Each thing stands
//! beside the very question or material it is about; what is about neither is answered in words.
//! Nothing else can be changed. Whatever was wrong with a try, all of it is still there.

mod point;

pub use point::{Point, What};

use super::error_summary::named_error_summary;
use super::field::Field;
use super::file_field::{FileField, KeptFile, RefusedFile, refused_summary};
use super::question::label_of;
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::case::NOTE_MAX;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// What is asked for, and what was tried as an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// Each missing or wrong thing, as it was told.
    pub points: Vec<Point>,
    /// The day by which to answer.
    pub reply_by: Option<NaiveDate>,
    /// Guards against a stale page.
    pub version: u32,
    /// Most megabytes of a file.
    pub megabytes: u64,
    /// What was written before.
    pub note: String,
    /// The counter said before that it has the papers.
    pub papers: bool,
    /// Files that came before.
    pub files: Vec<KeptFile>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// Which file was not taken, and why.
    pub refused: RefusedFile,
}

impl Correction {
    /// Something is asked for that is about no answer and no material.
    fn has_words(&self) -> bool {
        self.points.iter().any(|point| point.what == What::Words)
    }

    /// Some points have a field of their own, others have not.
    fn is_mixed(&self) -> bool {
        self.has_words() && self.points.iter().any(|point| point.what != What::Words)
    }

    fn label(&self, lang: Lang, name: &str) -> String {
        if name == "note" {
            return lang.t("文字说明", "In your words").to_owned();
        }
        let named = self.points.iter().find_map(|point| match &point.what {
            What::Answer { spec, .. } if point.name() == name => Some(label_of(lang, spec)),
            What::Answer { .. } | What::Material { .. } | What::Words => None,
        });
        named.unwrap_or_default()
    }
}

/// What is wrong, for the top of the page.
pub fn summary(lang: Lang, wanted: &Correction) -> Option<AnyView> {
    refused_summary(lang, &wanted.refused).or_else(|| {
        let labels: Vec<(String, String)> = wanted
            .errors
            .iter()
            .map(|error| (error.field.clone(), wanted.label(lang, &error.field)))
            .collect();
        let name = |name: &str| {
            labels.iter().find(|(field, _)| field == name).map_or("", |(_, label)| label.as_str())
        };
        named_error_summary(lang, &wanted.errors, name)
    })
}

/// The form: each point, then words and files for what is about neither answer nor material.
/// `papers` is the counter's question whether it has them, `send` what the button says.
pub fn form(
    lang: Lang,
    wanted: &Correction,
    address: String,
    papers: Option<AnyView>,
    send: &'static str,
) -> AnyView {
    let points = wanted.points.iter().map(|point| point::view(lang, wanted, point)).collect_view();
    view! {
        <form method="post" action=address enctype="multipart/form-data" class="stack">
            <input type="hidden" name="action" value="answer_correction"/>
            <input type="hidden" name="version" value=wanted.version/>
            <ol class="mend-list">{points}</ol>
            {papers}
            {words(lang, wanted)}
            {wanted.has_words().then(|| files(lang, wanted))}
            <div class="page-actions">
                <button class="button">{send}</button>
            </div>
        </form>
    }
    .into_any()
}

fn words(lang: Lang, wanted: &Correction) -> AnyView {
    let hint = if wanted.has_words() {
        lang.t(
            format!("逐项写，比如“第 2 项：没有房产证，因为……”。最多 {NOTE_MAX} 字。只写说明、只传材料都可以。"),
            format!("Item by item, such as “2: I have no deed, because …”. At most {NOTE_MAX} characters. Words alone or files alone will do."),
        )
    } else {
        lang.t(
            format!("要说明什么就写在这里，最多 {NOTE_MAX} 字；没有可以不写。"),
            format!("If there is something to explain; at most {NOTE_MAX} characters."),
        )
    };
    let field = Field::new(lang, "note", lang.t("文字说明", "In your words"));
    Field { optional: !wanted.has_words(), ..field }
        .hint(&hint)
        .value(&wanted.note)
        .errors(&wanted.errors)
        .textarea("4")
}

fn files(lang: Lang, wanted: &Correction) -> AnyView {
    let refused = Some(wanted.refused.why.clone()).filter(|_| wanted.refused.material.is_empty());
    FileField {
        lang,
        material: "",
        label: lang.t("补充的照片或文件", "Photos or files").to_owned(),
        megabytes: wanted.megabytes,
        error: refused.filter(|why| !why.is_empty()),
        kept: &wanted.files,
    }
    .view()
}
