//! Errors as `application/problem+json` (RFC 9457), in the caller's language. A handler returns
//! an [`ApiError`]; [`speak`] puts it into words.

mod body;
mod class;
mod language;
mod limit;
mod words;

pub(super) use body::Problem;
pub(super) use language::language;

use crate::middleware::limited::{COME_BACK, Limited};
use app::lang::Lang;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::field_error::{FieldCode, FieldError};
use http::{HeaderValue, StatusCode, header};
use std::sync::Arc;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum ApiError {
    /// No token, or one that is over.
    Unauthorised,
    /// Name and password do not fit.
    Credentials,
    /// A POST that creates came without `Idempotency-Key`.
    KeyMissing,
    /// The body is no JSON of the form wanted: line and column.
    Malformed(usize, usize),
    /// No such method here.
    Method,
    /// The request went beyond a limit.
    Limited(Limited),
    /// The use case refused.
    Backend(backend::Error),
}

impl ApiError {
    pub(super) fn not_found() -> Self {
        Self::Backend(backend::Error::not_found())
    }

    pub(super) fn denied() -> Self {
        Self::Backend(backend::Error::denied())
    }

    pub(super) fn invalid(field: &str, code: FieldCode) -> Self {
        Self::Backend(backend::Error::invalid(vec![FieldError::new(field, code)]))
    }
}

impl From<backend::Error> for ApiError {
    fn from(error: backend::Error) -> Self {
        Self::Backend(error)
    }
}

/// Carries the error to [`speak`].
#[derive(Clone)]
struct Carried(Arc<ApiError>);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

/// Middleware: puts an error into words, in the language of `Accept-Language`.
pub(super) async fn speak(request: Request, next: Next) -> Response {
    let lang = language(request.headers());
    let response = next.run(request).await;
    match response.extensions().get::<Carried>() {
        Some(Carried(error)) => answer(lang, error),
        None => response,
    }
}

pub(super) fn answer(lang: Lang, error: &ApiError) -> Response {
    let (status, problem) = Problem::of(lang, error);
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"yihao\""));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, COME_BACK.into());
    }
    response
}
