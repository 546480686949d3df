//! What the department asks for, once and in full, and the form that answers it: in words, with
//! files, or with both. Whatever was wrong with a try, all of it is still there.

use super::error_summary::error_summary;
use super::field::{Field, error};
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::case::NOTE_MAX;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// What is asked for, and what was tried as an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// Each missing or wrong thing, as it was told.
    pub list: Vec<String>,
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
    /// Files that came before: id, name, size in words.
    pub files: Vec<(String, String, String)>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// Which file was not taken, and why.
    pub refused: String,
}

/// What is wrong, for the top of the page.
pub fn summary(lang: Lang, wanted: &Correction) -> Option<AnyView> {
    let why = wanted.refused.clone();
    if why.is_empty() {
        return error_summary(lang, &wanted.errors).map(IntoAny::into_any);
    }
    Some(
        view! {
            <section class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="errors">
                <h2 id="errors">{lang.t("有文件没有上传，补正还没有提交", "A file was not taken; nothing was sent yet")}</h2>
                <ul><li><a href="#file">{why}</a></li></ul>
            </section>
        }
        .into_any(),
    )
}

/// The list, numbered so that an answer can name each thing.
pub fn asked(wanted: &Correction) -> AnyView {
    let lines = wanted.list.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
    view! { <ol>{lines}</ol> }.into_any()
}

/// The form. `papers` is the counter's question whether it has them, `send` what the button says.
pub fn form(
    lang: Lang,
    wanted: &Correction,
    address: String,
    papers: Option<AnyView>,
    send: &'static str,
) -> AnyView {
    view! {
        <form method="post" action=address enctype="multipart/form-data" class="stack">
            <input type="hidden" name="action" value="answer_correction"/>
            <input type="hidden" name="version" value=wanted.version/>
            {papers}
            {words(lang, wanted)}
            {files(lang, wanted)}
            {kept(lang, wanted)}
            <div class="page-actions">
                <button class="button">{send}</button>
            </div>
        </form>
    }
    .into_any()
}

fn words(lang: Lang, wanted: &Correction) -> AnyView {
    let hint = lang.t(
        format!("逐项写，比如“第 2 项：没有房产证，因为……”。最多 {NOTE_MAX} 字。只写说明、只传材料都可以。"),
        format!("Item by item, such as “2: I have no deed, because …”. At most {NOTE_MAX} characters. Words alone or files alone will do."),
    );
    Field::new(lang, "note", lang.t("文字说明", "In your words"))
        .hint(&hint)
        .value(&wanted.note)
        .errors(&wanted.errors)
        .textarea("4")
}

fn files(lang: Lang, wanted: &Correction) -> AnyView {
    let hint = lang.t(
        format!("可一次选几个；照片、PDF 或 OFD，每个不超过 {} MB", wanted.megabytes),
        format!("Several at once; photos, PDF or OFD, at most {} MB each", wanted.megabytes),
    );
    let refused = Some(wanted.refused.clone()).filter(|why| !why.is_empty());
    let invalid = refused.is_some();
    let described = if invalid { "file-hint file-error" } else { "file-hint" };
    view! {
        <div class="field upload" class:invalid=invalid>
            <label for="file">{lang.t("补充的照片或文件", "Photos or files")}</label>
            <p class="hint" id="file-hint">{hint}</p>
            {error(lang, "file", refused)}
            <input type="file" id="file" name="file" multiple accept="image/*,application/pdf,.ofd" aria-describedby=described/>
        </div>
    }
    .into_any()
}

/// Files of the try before; without its tick a file is left out.
fn kept(lang: Lang, wanted: &Correction) -> Option<AnyView> {
    let line = |(at, (id, name, size)): (usize, &(String, String, String))| {
        let (tick, href) = (format!("kept-{at}"), format!("/uploads/{id}"));
        view! {
            <li>
                <div class="choice">
                    <input type="checkbox" id=tick.clone() name="upload" value=id.clone() checked/>
                    <label for=tick>{name.clone()}</label>
                </div>
                <a class="size" href=href>{lang.t("打开", "Open")}" "{size.clone()}</a>
            </li>
        }
    };
    let lines = wanted.files.iter().enumerate().map(line).collect_view();
    (!wanted.files.is_empty()).then(|| {
        view! {
            <div>
                <p>{lang.t("已经收到的文件，会一起提交；不要的请去掉勾：", "Files already here, to be sent along; untick what is not wanted:")}</p>
                <ul class="file-list">{lines}</ul>
            </div>
        }
        .into_any()
    })
}
