//! A catalogue file: checked and taken in as a whole.

use super::upload::{MEGABYTES, texts};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::import::{ImportPage, Outcome, import as view};
use app::shell::Area;
use axum::extract::{Multipart, State};
use axum::response::Response;
use backend::catalogue::{ImportOptions, ImportSummary};
use backend::import::{Fault, ImportError};
use domain::permission::Role;
use http::StatusCode;

pub(super) async fn blank(context: Context) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    Ok(shown(&context, None, StatusCode::OK))
}

pub(super) async fn take(
    context: Context,
    State(state): State<AppState>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let lang = context.lang;
    let files = texts(form).await?;
    let Some(items) = files.get("items") else {
        return Ok(shown(&context, Some(nothing_chosen(lang)), StatusCode::UNPROCESSABLE_ENTITY));
    };
    let forms = files.get("forms").map_or(backend::demo::data::FORMS, String::as_str);
    let options = ImportOptions {
        city: state.services.reference.city(),
        themes: Some(backend::demo::data::THEMES),
        replace: files.contains_key("replace"),
    };
    let done = state.services.catalogue.import(&actor, items, forms, &options, |_, _| {}).await;
    match done {
        Ok(summary) => Ok(shown(&context, Some(Outcome::Done(lines(lang, &summary))), StatusCode::OK)),
        Err(error) => Ok(shown(&context, Some(faults(lang, error)?), StatusCode::UNPROCESSABLE_ENTITY)),
    }
}

/// Nothing was chosen.
pub(super) fn nothing_chosen(lang: Lang) -> Outcome {
    Outcome::Faults(vec![lang.t("请先选择文件", "Choose a file first").to_owned()])
}

/// The faults of a file in words; trouble with storage is passed on.
pub(super) fn faults(lang: Lang, error: ImportError) -> Result<Outcome, PageError> {
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

fn shown(context: &Context, outcome: Option<Outcome>, status: StatusCode) -> Response {
    let lang = context.lang;
    let page = ImportPage { lang, megabytes: MEGABYTES, outcome };
    let frame = context.frame(Area::Admin, lang.t("导入目录", "Import a catalogue"), Width::Full);
    Context::html(status, frame, move || view(page))
}
