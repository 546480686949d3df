//! A field that takes files, and the files that a try before has brought already.

use super::field::error;
use crate::lang::Lang;
use leptos::prelude::*;

/// A file of a try before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptFile {
    /// Its id.
    pub id: String,
    /// The name the person gave it.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// The material it is for; empty where it is for none in particular.
    pub material: String,
}

/// A file that was not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefusedFile {
    /// The material it was for; empty where it was for none in particular.
    pub material: String,
    /// Which it was and why, as a sentence; empty where nothing was refused.
    pub why: String,
}

/// A field for files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileField<'a> {
    /// The language.
    pub lang: Lang,
    /// The material; empty for none in particular.
    pub material: &'a str,
    /// What is asked for.
    pub label: String,
    /// Most megabytes of a file.
    pub megabytes: u64,
    /// What is wrong.
    pub error: Option<String>,
    /// Files of a try before, for whatever material.
    pub kept: &'a [KeptFile],
}

/// The field's name, and its id: `file`, or `file-` and the material.
pub fn file_name(material: &str) -> String {
    if material.is_empty() { "file".to_owned() } else { format!("file-{material}") }
}

impl FileField<'_> {
    /// The field, and below it what is here already.
    pub fn view(self) -> AnyView {
        let (lang, id) = (self.lang, file_name(self.material));
        let hint = lang.t(
            format!("可一次选几个；照片、PDF 或 OFD，每个不超过 {} MB", self.megabytes),
            format!("Several at once; photos, PDF or OFD, at most {} MB each", self.megabytes),
        );
        let invalid = self.error.is_some();
        let described = if invalid { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
        view! {
            <div class="field upload" class:invalid=invalid>
                <label for=id.clone()>{self.label.clone()}</label>
                <p class="hint" id=format!("{id}-hint")>{hint}</p>
                {error(lang, &id, self.error.clone())}
                <input type="file" id=id.clone() name=id multiple accept="image/*,application/pdf,.ofd"
                    aria-describedby=described aria-invalid=invalid.then_some("true")/>
                {self.kept()}
            </div>
        }
        .into_any()
    }

    /// Without its tick a file is left out.
    fn kept(&self) -> Option<AnyView> {
        let lang = self.lang;
        let name =
            if self.material.is_empty() { "upload".to_owned() } else { format!("upload-{}", self.material) };
        let mine = self.kept.iter().filter(|file| file.material == self.material);
        let line = |file: &KeptFile| {
            let (tick, href) = (format!("kept-{}", file.id), format!("/uploads/{}", file.id));
            view! {
                <li>
                    <div class="choice">
                        <input type="checkbox" id=tick.clone() name=name.clone() value=file.id.clone() checked/>
                        <label for=tick>{file.name.clone()}</label>
                    </div>
                    <a class="size" href=href>{lang.t("打开", "Open")}" "{file.size.clone()}</a>
                </li>
            }
        };
        let lines: Vec<_> = mine.map(line).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <p class="meta">{lang.t("已经收到，会一起提交；不要的请去掉勾：", "Here already, to be sent along; untick what is not wanted:")}</p>
                <ul class="file-list">{lines}</ul>
            }
            .into_any()
        })
    }
}

/// At the top of the page: which file was not taken.
pub fn refused_summary(lang: Lang, refused: &RefusedFile) -> Option<AnyView> {
    let href = format!("#{}", file_name(&refused.material));
    let why = Some(refused.why.clone()).filter(|why| !why.is_empty())?;
    Some(
        view! {
            <section class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="errors">
                <h2 id="errors">{lang.t("有文件没有上传，还没有提交", "A file was not taken; nothing was sent yet")}</h2>
                <ul><li><a href=href>{why}</a></li></ul>
            </section>
        }
        .into_any(),
    )
}
