//! The materials of a draft: what we have, what to upload, what is there already.

use super::task_list::saved;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use crate::ui::evidence::grade_words;
use crate::ui::field::error_of;
use chrono::{DateTime, Utc};
use domain::evidence::Grade;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// A file already here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadLine {
    /// Its id.
    pub id: String,
    /// The name the person gave it.
    pub file_name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// How a material of a draft gets here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftManner {
    /// We fetch it: certificate or shared data.
    Have,
    /// Uploaded.
    Uploaded,
    /// Brought to the counter later.
    Paper,
    /// Not yet.
    Missing,
}

/// One material of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftMaterial {
    /// The material's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub detail: String,
    /// How far it may be trusted, where nobody is asked for it.
    pub grade: Option<Grade>,
    /// Why it is asked for, though something near is there.
    pub why: Vec<String>,
    /// Another file may be given in its place: it is kept from before.
    pub replaceable: bool,
    /// How it gets here.
    pub manner: DraftManner,
    /// Must be there.
    pub required: bool,
    /// May follow later.
    pub deferrable: bool,
    /// What was uploaded for it.
    pub uploads: Vec<UploadLine>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MaterialsPage {
    /// The language.
    pub lang: Lang,
    /// The draft.
    pub id: String,
    /// The item.
    pub item_name: String,
    /// The materials.
    pub materials: Vec<DraftMaterial>,
    /// Most megabytes of a file.
    pub megabytes: u64,
    /// When the draft was last saved.
    pub saved_at: DateTime<Utc>,
    /// What is wrong: `upload-<material>`.
    pub errors: Vec<FieldError>,
    /// The material for which another file is to be given, though it is there.
    pub other: Option<String>,
    /// Which upload did not work, and why, in a sentence.
    pub refused: Option<(String, String)>,
    /// The page before.
    pub back: String,
}

/// The page.
pub fn materials(page: MaterialsPage) -> impl IntoView {
    let lang = page.lang;
    view! {
        <a class="back-link" href=page.back.clone()>{lang.t("返回", "Back")}</a>
        {error_summary(lang, &page.errors)}
        {page.refused.as_ref().map(|(id, why)| refused(lang, id, why))}
        <p class="caption">{page.item_name.clone()}</p>
        <div class="page-head">
            <h1>{lang.t("材料", "Papers")}</h1>
            <p class="lead">{lead(lang, &page.materials)}</p>
        </div>
        {groups(&page)}
        <div class="page-actions">
            <a class="button" href=format!("/drafts/{}/check", page.id)>{lang.t("保存并继续", "Save and continue")}</a>
            <a class="button secondary" href=format!("/drafts/{}", page.id)>{lang.t("看全部步骤", "All steps")}</a>
        </div>
        {saved(lang, page.saved_at)}
    }
    .into_any()
}

/// What nobody has to bring, what is needed, and what helps if there is any.
fn groups(page: &MaterialsPage) -> AnyView {
    let lang = page.lang;
    let spared = |one: &DraftMaterial| one.manner == DraftManner::Have && !page.changes(one);
    let (have, rest): (Vec<_>, Vec<_>) = page.materials.iter().partition(|one| spared(one));
    let (needed, optional): (Vec<_>, Vec<_>) = rest.into_iter().partition(|one| one.required);
    let titles = [
        (lang.t("不用交", "Nothing to hand in"), have),
        (lang.t("要交", "To hand in"), needed),
        (lang.t("有就交", "If you have it"), optional),
    ];
    titles.into_iter().map(|(title, all)| group(page, title, &all)).collect_view().into_any()
}

fn group(page: &MaterialsPage, title: &'static str, all: &[&DraftMaterial]) -> Option<AnyView> {
    let lang = page.lang;
    let count = lang.t(format!("（{} 项）", all.len()), format!(" ({})", all.len()));
    let cards = all.iter().map(|material| card(page, material)).collect_view();
    let shown = view! {
        <section class="section">
            <h2>{title}{count}</h2>
            <ul class="material-list">{cards}</ul>
        </section>
    };
    (!all.is_empty()).then(|| shown.into_any())
}

impl MaterialsPage {
    /// Another file is about to be given for it, or was refused.
    fn changes(&self, material: &DraftMaterial) -> bool {
        let refused = self.refused.as_ref().map(|(id, _)| id);
        self.other.as_ref() == Some(&material.id) || refused == Some(&material.id)
    }
}

fn refused(lang: Lang, id: &str, why: &str) -> AnyView {
    let (id, why) = (id.to_owned(), why.to_owned());
    view! {
        <section class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="errors">
            <h2 id="errors">{lang.t("文件没有上传", "The file was not uploaded")}</h2>
            <ul><li><a href=format!("#upload-{id}")>{why}</a></li></ul>
        </section>
    }
    .into_any()
}

fn lead(lang: Lang, materials: &[DraftMaterial]) -> String {
    let left = materials.iter().filter(|one| one.manner == DraftManner::Missing && one.required).count();
    match (lang, left) {
        (Lang::Zh, 0) => "必需的材料都齐了。".to_owned(),
        (Lang::Zh, n) => format!("还差 {n} 份必需的材料。拍照就行，字能看清即可。"),
        (Lang::En, 0) => "All that is needed is here.".to_owned(),
        (Lang::En, n) => format!("{n} still needed. A legible photo is enough."),
    }
}

fn card(page: &MaterialsPage, material: &DraftMaterial) -> AnyView {
    let lang = page.lang;
    let (class, verdict) = match (material.manner, material.required) {
        (DraftManner::Have, _) => ("have", spared_words(lang, material)),
        (DraftManner::Uploaded, _) => ("have", lang.t("已上传", "Uploaded")),
        (DraftManner::Paper, _) => ("original", lang.t("到窗口交原件", "Original at a window")),
        (DraftManner::Missing, true) => ("missing", lang.t("还缺", "Still needed")),
        (DraftManner::Missing, false) => ("photo", lang.t("有就上传", "If you have one")),
    };
    let asked = material.manner != DraftManner::Have || page.changes(material);
    let form = asked.then(|| upload(page, material));
    let later = (material.deferrable && material.manner == DraftManner::Missing)
        .then(|| view! { <p class="detail">{lang.t("可以先提交，材料后补（容缺受理）", "You may submit first and hand this in later")}</p> });
    view! {
        <li class=format!("material-card {class}")>
            <h3>{material.name.clone()}</h3>
            <p class="verdict">{verdict}</p>
            {(!material.detail.is_empty()).then(|| view! { <p class="detail">{material.detail.clone()}</p> })}
            {material.grade.map(|grade| graded(lang, grade))}
            {material.why.iter().map(|why| view! { <p class="detail">{why.clone()}</p> }).collect_view()}
            {later}
            {(material.replaceable && !asked).then(|| another(page, material))}
            {files(page, material)}
            {form}
        </li>
    }
    .into_any()
}

fn spared_words(lang: Lang, material: &DraftMaterial) -> &'static str {
    if material.replaceable {
        lang.t("不用交，用您上次提交的", "Nothing to hand in: what you gave before is used")
    } else {
        lang.t("不用交，由部门调取", "Nothing to hand in: the department fetches it")
    }
}

fn graded(lang: Lang, grade: Grade) -> AnyView {
    let class = format!("grade {}", grade.as_str().to_ascii_lowercase());
    view! {
        <p class="detail"><span class=class>{grade.as_str()}</span>" "{grade_words(lang, grade)}</p>
    }
    .into_any()
}

/// Choosing another file is a page of its own: most people never need one.
fn another(page: &MaterialsPage, material: &DraftMaterial) -> AnyView {
    let href = format!("/drafts/{}/materials?other={}#upload-{}", page.id, material.id, material.id);
    let lang = page.lang;
    view! {
        <p><a href=href>{lang.t("换一份", "Give another one")}<span class="visually-hidden">" "{material.name.clone()}</span></a></p>
    }
    .into_any()
}

fn files(page: &MaterialsPage, material: &DraftMaterial) -> Option<AnyView> {
    let lang = page.lang;
    let lines = material.uploads.iter().map(|file| {
        let action = format!("/drafts/{}/materials/{}/remove", page.id, material.id);
        view! {
            <li>
                <a class="name" href=format!("/uploads/{}", file.id)>{file.file_name.clone()}</a>
                <span class="size">{size_words(file.size)}</span>
                <form method="post" action=action>
                    <input type="hidden" name="upload" value=file.id.to_string()/>
                    <button class="link">
                        {lang.t("删除", "Delete")}<span class="visually-hidden">" "{file.file_name.clone()}</span>
                    </button>
                </form>
            </li>
        }
    });
    let lines = lines.collect_view();
    (!material.uploads.is_empty()).then(|| view! { <ul class="file-list">{lines}</ul> }.into_any())
}

fn upload(page: &MaterialsPage, material: &DraftMaterial) -> AnyView {
    let lang = page.lang;
    let id = format!("upload-{}", material.id);
    let hint = lang.t(
        format!("照片、PDF 或 OFD，每个不超过 {} MB", page.megabytes),
        format!("Photo, PDF or OFD, at most {} MB each", page.megabytes),
    );
    let wrong = page.refused.as_ref().filter(|(at, _)| *at == material.id).map(|(_, why)| why.clone());
    let wrong = wrong.or_else(|| error_of(lang, &id, &page.errors));
    let label = if material.uploads.is_empty() {
        lang.t("选择照片或文件", "Choose a photo or file")
    } else {
        lang.t("再加一个文件", "Add another file")
    };
    let described = if wrong.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
    let invalid = wrong.is_some();
    view! {
        <form class="field upload" class:invalid=invalid method="post" enctype="multipart/form-data"
            action=format!("/drafts/{}/materials/{}", page.id, material.id)>
            <label for=id.clone()>{label}<span class="visually-hidden">{lang.t("：", ": ")}{material.name.clone()}</span></label>
            <p class="hint" id=format!("{id}-hint")>{hint}</p>
            {wrong.map(|wrong| view! {
                <p class="error" id=format!("{id}-error")>
                    <span class="visually-hidden">{lang.t("错误：", "Error: ")}</span>{wrong}
                </p>
            })}
            <input type="file" id=id.clone() name="file" accept="image/*,application/pdf,.ofd"
                aria-describedby=described aria-invalid=invalid.then_some("true")/>
            <button class="button secondary">
                {lang.t("上传", "Upload")}<span class="visually-hidden">" "{material.name.clone()}</span>
            </button>
        </form>
    }
    .into_any()
}

/// A size in words: `1.8 MB`.
pub fn size_words(bytes: u64) -> String {
    let (kilobytes, tenths) = (bytes.div_ceil(1024), (bytes * 10).div_ceil(1024 * 1024));
    if kilobytes < 1024 { format!("{kilobytes} kB") } else { format!("{}.{} MB", tenths / 10, tenths % 10) }
}
