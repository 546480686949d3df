//! Files: given one by one, shown to those who may see them.

use super::draft::plain_name;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::error::PageError;
use axum::Json;
use axum::body::Body;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse as _, Response};
use backend::uploads::{self, NewUpload, Upload};
use backend::{Error, Kind};
use bytes::Bytes;
use futures::stream::BoxStream;
use http::{HeaderValue, StatusCode, header};
use serde_json::json;
use uuid::Uuid;

/// Takes one file of somebody signed in; answers with its key, for scripts.
pub(super) async fn receive(
    context: Context,
    State(state): State<AppState>,
    mut form: Multipart,
) -> Result<Response, PageError> {
    let actor = &context.signed_in()?.actor();
    while let Some(field) = form.next_field().await.map_err(|error| Error::because(Kind::WrongType, error))? {
        let Some(name) = field.file_name().map(plain_name).filter(|name| !name.is_empty()) else { continue };
        let new = NewUpload { file_name: name, draft_id: None };
        let file = uploads::receive(&state.services, actor, new, field).await?;
        let told = json!({ "id": file.id, "file_name": file.file_name, "size": file.size });
        return Ok((StatusCode::CREATED, Json(told)).into_response());
    }
    Err(Error::invalid(Vec::new()).into())
}

pub(super) async fn get(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = &context.signed_in()?.actor();
    let (file, bytes) = uploads::get(&state.services, actor, id).await?;
    Ok(file_answer(&file, bytes))
}

/// A file as an answer, to whoever may see it.
pub(in crate::web) fn file_answer(
    file: &Upload,
    bytes: BoxStream<'static, backend::Result<Bytes>>,
) -> Response {
    let mut response = Body::from_stream(bytes).into_response();
    let headers = response.headers_mut();
    set(headers, header::CONTENT_TYPE, &file.content_type);
    set(headers, header::CONTENT_DISPOSITION, &disposition(file));
    set(headers, header::CACHE_CONTROL, "no-store");
    // What somebody uploaded runs nothing here.
    set(headers, header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    set(headers, header::CONTENT_LENGTH, &file.size.to_string());
    response
}

fn set(headers: &mut http::HeaderMap, name: http::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// Pictures and PDF open in the browser, everything else is saved (RFC 6266).
fn disposition(file: &Upload) -> String {
    let shown =
        matches!(file.content_type.as_str(), "image/jpeg" | "image/png" | "image/webp" | "application/pdf");
    let how = if shown { "inline" } else { "attachment" };
    format!("{how}; filename*=UTF-8''{}", app::pages::public::search::encoded(&file.file_name))
}
