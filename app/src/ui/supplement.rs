//! 容缺: what was promised to follow, until when, what happens if it does not come, and the form that
//! brings it.

use super::date_strip::day;
use super::file_field::{FileField, KeptFile, RefusedFile, refused_summary};
use crate::lang::Lang;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What is owed, and what was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// The materials: id and name.
    pub materials: Vec<(String, String)>,
    /// The last day.
    pub due: NaiveDate,
    /// Guards against a stale page.
    pub version: u32,
    /// Most megabytes of a file.
    pub megabytes: u64,
    /// The counter said before that it has the papers.
    pub papers: bool,
    /// Files that came before.
    pub files: Vec<KeptFile>,
    /// Which file was not taken, or that none came.
    pub refused: RefusedFile,
}

/// What is wrong, for the top of the page.
pub fn summary(lang: Lang, owed: &Supplement) -> Option<AnyView> {
    refused_summary(lang, &owed.refused)
}

/// Until when, and what happens otherwise.
pub fn consequence(lang: Lang, owed: &Supplement) -> AnyView {
    view! {
        <p>{lang.t("最晚 ", "By ")}<strong>{day(lang, owed.due)}</strong>{lang.t("补齐。", ". ")}
            {lang.t(
                "补齐后才能作出准予的决定。到期没有补齐，办理会终止，并记入信用记录：以后不能再先受理、后补材料。",
                "Nothing can be granted before it has come. If it does not come in time the case ends, and the broken promise is put on record: no more papers to follow.",
            )}
        </p>
    }
    .into_any()
}

/// The form. `papers` is the counter's question whether it has them.
pub fn form(lang: Lang, owed: &Supplement, address: String, papers: Option<AnyView>) -> AnyView {
    let fields = owed.materials.iter().map(|(id, name)| field(lang, owed, id, name)).collect_view();
    view! {
        <form method="post" action=address enctype="multipart/form-data" class="stack">
            <input type="hidden" name="action" value="supplement"/>
            <input type="hidden" name="version" value=owed.version/>
            {papers}
            {fields}
            <div class="page-actions">
                <button class="button">{lang.t("提交后补的材料", "Hand in")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn field(lang: Lang, owed: &Supplement, id: &str, name: &str) -> AnyView {
    let refused = Some(owed.refused.why.clone()).filter(|_| owed.refused.material == id);
    FileField {
        lang,
        material: id,
        label: name.to_owned(),
        megabytes: owed.megabytes,
        error: refused.filter(|why| !why.is_empty()),
        kept: &owed.files,
    }
    .view()
}
