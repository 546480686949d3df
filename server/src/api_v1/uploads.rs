//! `POST /api/v1/uploads`: a file for a material, streamed into the store.

use super::caller::Caller;
use super::intake::idempotency_key;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartRejection};
use backend::uploads::{self, NewUpload};
use domain::field_error::FieldCode;
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use std::pin::pin;
use utoipa::ToSchema;
use uuid::Uuid;

/// A form with one file.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the form in the document; the file itself is streamed")]
struct UploadForm {
    /// At most 20 MiB: PDF, JPEG, PNG and the like.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// A file that was taken.
#[derive(Serialize, ToSchema)]
pub(super) struct UploadBody {
    /// For `materials[].upload_id` in `POST /cases`.
    id: Uuid,
    file_name: String,
    content_type: String,
    size: i64,
    sha256: String,
}

/// Takes a file in.
#[utoipa::path(
    post, path = "/uploads", tag = "cases", security(("bearer" = [])),
    params(("Idempotency-Key" = Option<String>, Header, description = "With the same key the same file, sent again, is the upload that there is")),
    request_body(content = inline(UploadForm), content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "Taken", body = UploadBody),
        (status = 403, description = "Only for citizens and clerks", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The key was used for something else", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Of a type that is not taken", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "No file", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn give(
    State(app): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Result<(StatusCode, Json<UploadBody>), ApiError> {
    let missing = || ApiError::invalid("file", FieldCode::Missing);
    let once = idempotency_key(&headers)?;
    let mut form = form.map_err(|_| missing())?;
    while let Some(field) = form.next_field().await.map_err(|_| missing())? {
        if field.name() != Some("file") {
            continue;
        }
        let new = NewUpload { file_name: field.file_name().unwrap_or_default().to_owned(), draft_id: None };
        let (services, actor) = (&app.services, caller.actor());
        let taken = uploads::receive_under(services, &actor, new, once, pin!(field)).await?;
        let body = UploadBody {
            id: taken.id,
            file_name: taken.file_name,
            content_type: taken.content_type,
            size: taken.size,
            sha256: taken.sha256,
        };
        return Ok((StatusCode::CREATED, Json(body)));
    }
    Err(missing())
}
