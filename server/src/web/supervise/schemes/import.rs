//! A scheme comes in as a file.

use crate::state::AppState;
use crate::web::admin::import::{faults, nothing_chosen, status};
use crate::web::admin::upload::{MEGABYTES, texts};
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::admin::import::Outcome;
use app::pages::supervise::schemes::{ImportSchemePage, import_scheme as view};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::{Multipart, State};
use axum::response::Response;
use backend::assessment::{self, Imported};
use domain::permission::Role;

pub(super) async fn blank(context: Context) -> Result<Response, PageError> {
    context.require(Role::Supervisor)?;
    Ok(shown(&context, None))
}

pub(super) async fn take(
    context: Context,
    State(state): State<AppState>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let lang = context.lang;
    let files = texts(form).await?;
    let Some(json) = files.get("scheme") else {
        return Ok(shown(&context, Some(nothing_chosen(lang))));
    };
    match assessment::import(&state.services, &actor, json).await {
        Ok(done) => {
            let path = format!("/supervise/schemes/{}?version={}", done.key, done.version);
            context.redirect_with(told(&done), &path).await
        }
        Err(error) => Ok(shown(&context, Some(faults(lang, error)?))),
    }
}

fn told(done: &Imported) -> Flash {
    let Imported { version, entries, evidence, .. } = *done;
    if done.same {
        return Flash::done(
            format!("这份文件就是第 {version} 版，没有改动。"),
            format!("The file is that of version {version}; nothing was changed."),
        );
    }
    let (zh, en) = if done.active {
        ("已启用", "in force")
    } else {
        ("未启用，旧版本照旧", "not in force; the old version is")
    };
    Flash::done(
        format!("导入完成：第 {version} 版，{entries} 项，佐证材料 {evidence} 条，{zh}。"),
        format!("Imported as version {version}: {entries} entries, {evidence} points of evidence; {en}."),
    )
}

fn shown(context: &Context, outcome: Option<Outcome>) -> Response {
    let lang = context.lang;
    let status = status(outcome.as_ref());
    let page = ImportSchemePage { lang, megabytes: MEGABYTES, outcome };
    let title = lang.t("导入考核方案", "Import a scheme");
    Context::html(status, context.frame(Area::Supervise, title, Width::Full), move || view(page))
}
