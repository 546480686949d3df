//! What the department asks for, once and in full: a box that cannot be missed, with its answer.

use crate::lang::Lang;
use crate::pages::citizen::materials::size_words;
use crate::ui::date_strip::day;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Each missing or wrong thing.
    pub list: Vec<String>,
    /// The day by which to answer.
    pub reply_by: Option<NaiveDate>,
    /// Guards against a stale page.
    pub version: u32,
    /// Files already added for the answer: id, name, size.
    pub uploads: Vec<(String, String, u64)>,
    /// Most megabytes of a file.
    pub megabytes: u64,
    /// Why the last try did not work.
    pub refused: String,
}

pub(super) fn must_do(lang: Lang, case_no: &str, wanted: &Correction) -> AnyView {
    let count = wanted.list.len();
    let list = wanted.list.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
    view! {
        <section class="must-do" aria-labelledby="must-do">
            <h2 id="must-do">{lang.t(format!("请您做一件事：补正 {count} 项"), format!("Please do one thing: put {count} right"))}</h2>
            <ol>{list}</ol>
            <p>
                {wanted.reply_by.map(|by| view! { {lang.t("请在 ", "Please answer by ")}<strong>{day(lang, by)}</strong>{lang.t("前补齐。", ". ")} })}
                {lang.t("这是一次说全的清单，补齐后不会再要别的材料。", "The list is complete; nothing else will be asked for.")}
            </p>
            {answer(lang, case_no, wanted)}
        </section>
    }
    .into_any()
}

fn answer(lang: Lang, case_no: &str, wanted: &Correction) -> AnyView {
    let hint = lang.t(
        format!("可一次选几个；照片、PDF 或 OFD，每个不超过 {} MB", wanted.megabytes),
        format!("Several at once; photos, PDF or OFD, at most {} MB each", wanted.megabytes),
    );
    let kept = wanted.uploads.iter().map(|(id, name, size)| {
        let (id, name, size) = (id.to_string(), name.clone(), size_words(*size));
        view! {
            <li><input type="hidden" name="upload" value=id.clone()/>
                <a class="name" href=format!("/uploads/{id}")>{name}</a><span class="size">{size}</span></li>
        }
    });
    let kept = kept.collect_view();
    let refused = wanted.refused.clone();
    view! {
        <form method="post" action=format!("/my/cases/{case_no}/actions") enctype="multipart/form-data">
            <input type="hidden" name="action" value="answer_correction"/>
            <input type="hidden" name="version" value=wanted.version/>
            <div class="field upload" class:invalid=!refused.is_empty()>
                <label for="file">{lang.t("补充的照片或文件", "Photos or files")}</label>
                <p class="hint" id="file-hint">{hint}</p>
                {(!refused.is_empty()).then(|| view! { <p class="error" id="file-error" role="alert">{refused.clone()}</p> })}
                <input type="file" id="file" name="file" multiple accept="image/*,application/pdf,.ofd" aria-describedby="file-hint"/>
            </div>
            {(!wanted.uploads.is_empty()).then(|| view! { <ul class="file-list">{kept}</ul> })}
            <div class="page-actions">
                <button class="button">{lang.t("提交补正", "Send the corrections")}</button>
            </div>
        </form>
    }
    .into_any()
}
