//! A catalogue file: checked and taken in as a whole.

use super::administrator::{Administrator, Answer};
use super::upload::{MEGABYTES, texts};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::import::{ImportPage, Outcome, import as view};
use axum::extract::Multipart;
use axum::response::Response;
use backend::catalogue::{ImportOptions, ImportSummary};
use backend::import::{Fault, ImportError};
use http::StatusCode;

pub(super) async fn blank(admin: Administrator) -> Answer {
    Ok(shown(&admin, None))
}

pub(super) async fn take(admin: Administrator, form: Multipart) -> Answer {
    let lang = admin.lang();
    let files = texts(form).await?;
    let Some(items) = files.get("items") else {
        return Ok(shown(&admin, Some(nothing_chosen(lang))));
    };
    let services = admin.services();
    let forms = files.get("forms").map_or(backend::demo::data::FORMS, String::as_str);
    let options = ImportOptions {
        city: services.reference.city(),
        themes: Some(backend::demo::data::THEMES),
        replace: files.contains_key("replace"),
    };
    let outcome = match services.catalogue.import(&admin.actor, items, forms, &options, |_, _| {}).await {
        Ok(summary) => Outcome::Done(lines(lang, &summary)),
        Err(error) => faults(lang, error)?,
    };
    Ok(shown(&admin, Some(outcome)))
}

/// How an import is answered: with a file that is faulty, by 422.
pub(in crate::web) fn status(outcome: Option<&Outcome>) -> StatusCode {
    match outcome {
        None | Some(Outcome::Done(_)) => StatusCode::OK,
        Some(Outcome::Faults(_)) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Nothing was chosen.
pub(in crate::web) fn nothing_chosen(lang: Lang) -> Outcome {
    Outcome::Faults(vec![lang.t("请先选择文件", "Choose a file first").to_owned()])
}

/// The faults of a file in words; trouble with storage is passed on.
pub(in crate::web) fn faults(lang: Lang, error: ImportError) -> Result<Outcome, PageError> {
    let sentence = |fault: &Fault| lang.t(fault.chinese(), fault.to_string());
    match error {
        ImportError::Faults(faults) => Ok(Outcome::Faults(faults.iter().map(sentence).collect())),
        ImportError::Storage(error) => Err(error.into()),
    }
}

fn lines(lang: Lang, summary: &ImportSummary) -> Vec<String> {
    let ImportSummary { items_added, items_changed, items_same, implementations, .. } = *summary;
    vec![
        lang.t(
            format!("事项：新增 {items_added}，更新 {items_changed}，不变 {items_same}"),
            format!("Items: {items_added} added, {items_changed} changed, {items_same} as before"),
        ),
        lang.t(format!("实施清单 {implementations} 项"), format!("{implementations} implementations")),
    ]
}

fn shown(admin: &Administrator, outcome: Option<Outcome>) -> Response {
    let lang = admin.lang();
    let status = status(outcome.as_ref());
    let page = ImportPage { lang, megabytes: MEGABYTES, outcome };
    admin.answer(status, lang.t("导入目录", "Import a catalogue"), move || view(page))
}
