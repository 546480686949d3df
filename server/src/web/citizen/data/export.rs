//! 导出.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::citizen::data::{ExportPage, export as view};
use app::shell::Area;
use axum::extract::{Form, State};
use axum::response::{IntoResponse as _, Response};
use backend::{Kind, own_data};
use domain::field_error::FieldError;
use domain::permission::Role;
use http::{StatusCode, header};
use serde::Deserialize;

/// The form.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::web::citizen) struct Wanted {
    numbers: String,
    password: String,
}

pub(in crate::web::citizen) async fn export(context: Context) -> Result<Response, PageError> {
    context.require(Role::Citizen)?;
    Ok(form(&context, false, Vec::new()))
}

/// The file. Whoever wants the numbers in full shows once more that it is them.
pub(in crate::web::citizen) async fn download(
    context: Context,
    State(state): State<AppState>,
    Form(wanted): Form<Wanted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let full = wanted.numbers == "full";
    let password = full.then_some(wanted.password.as_str());
    let made = match own_data::export(&state.services, &actor, password).await {
        Ok(made) => made,
        Err(error) => {
            let Kind::Invalid(errors) = error.kind() else { return Err(error.into()) };
            return Ok(form(&context, full, errors.clone()));
        }
    };
    let day = state.services.clock.day_of(made.at);
    let name = format!("attachment; filename=\"yihao-{day}.json\"");
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((StatusCode::OK, headers, made.json).into_response())
}

fn form(context: &Context, full: bool, errors: Vec<FieldError>) -> Response {
    let lang = context.lang;
    let title = lang.t("导出我的数据", "Export my data");
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = ExportPage { lang, full, errors };
    Context::html(status, context.frame(Area::Citizen, title, Width::Page), move || view(page))
}
