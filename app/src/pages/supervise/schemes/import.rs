//! A scheme comes in as a file: whole, or not at all.

use crate::lang::Lang;
use crate::pages::admin::import::{Outcome, file, told};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct ImportSchemePage {
    /// The language.
    pub lang: Lang,
    /// Megabytes taken at most.
    pub megabytes: usize,
    /// What was wrong with the last file.
    pub outcome: Option<Outcome>,
}

/// The view.
pub fn import_scheme(page: ImportSchemePage) -> AnyView {
    let lang = page.lang;
    view! {
        <a class="back-link" href="/supervise/schemes">{super::title(lang)}</a>
        {page.outcome.as_ref().map(|outcome| told(lang, outcome))}
        <div class="page-head">
            <h1>{lang.t("导入考核方案", "Import a scheme")}</h1>
            <p class="lead">{lang.t(
                "整份检查、整份导入：权重合计不是100%、引用不存在、公式循环、标识重复，都会指出位置，什么都不改。",
                "It is checked and taken in as a whole: weights that do not make 100 %, unknown references, circles and double keys are told with their place, and nothing is changed.",
            )}</p>
        </div>
        <form class="panel stack" method="post" action="/supervise/schemes/import" enctype="multipart/form-data">
            {file(lang, "scheme", lang.t("考核方案（JSON）", "Scheme (JSON)"), page.megabytes, false)}
            <div class="page-actions"><button class="button">{lang.t("检查并导入", "Check and import")}</button></div>
        </form>
        <p class="meta">{lang.t(
            "第一次导入的方案立即启用；同一标识再次导入成为新版本，启用之前旧版本照旧。",
            "The first version of a scheme is in force at once. A later file of the same key becomes a new version, and the old one stays in force until you change that.",
        )}</p>
    }
    .into_any()
}
