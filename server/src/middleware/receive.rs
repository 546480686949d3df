//! What a request may be, and how long it may take to arrive. A form is read before any work begins,
//! so that whoever sends slowly holds nothing but their own connection; files are read while they
//! are stored.

mod arriving;
mod files;

pub use arriving::Arriving;
use files::{Broken, Watched};

use super::limited::{COME_BACK, Limited};
use super::limits::Limits;
use crate::state::AppState;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, header};
use tokio::time::{Instant, timeout_at};

/// A form with files: read by its handler, while it arrives.
#[derive(Clone, Copy, Debug)]
pub struct Large;

/// Takes a request within its limits; tells whoever goes beyond one.
pub async fn take(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    match taken(&state, request, next).await {
        Ok(response) => response,
        Err(limited) => limited.answer(&path, &headers, &state),
    }
}

async fn taken(state: &AppState, request: Request, next: Next) -> Result<Response, Limited> {
    let limits = &state.limits;
    head(limits, &request)?;
    let declared = declared(request.headers());
    if declared == Some(0) || request.method().is_safe() {
        return Ok(next.run(request).await);
    }
    let multipart = is_multipart(request.headers());
    if multipart && declared.is_none_or(|bytes| bytes > large(limits)) {
        return stream(limits, declared, request, next).await;
    }
    let (parts, body) = request.into_parts();
    let bytes = arriving::form(state, body, declared).await?;
    Ok(next.run(Request::from_parts(parts, Body::from(bytes))).await)
}

/// Address and header fields, as they came.
fn head(limits: &Limits, request: &Request) -> Result<(), Limited> {
    let address = request.uri().path_and_query().map_or(0, |path| path.as_str().len());
    if address > limits.address {
        return Err(Limited::Address(limits.address));
    }
    let fields = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4);
    if fields.sum::<usize>() > limits.head {
        return Err(Limited::Head(limits.head));
    }
    Ok(())
}

/// Files: the handler reads them; what it leaves is read to its end, or a browser that still sends
/// would see a broken connection in place of the answer.
async fn stream(
    limits: &Limits,
    declared: Option<u64>,
    request: Request,
    next: Next,
) -> Result<Response, Limited> {
    let waits = request.headers().contains_key(header::EXPECT);
    let (mut parts, body) = request.into_parts();
    let watched = Watched::new(body, limits);
    if declared.is_some_and(|bytes| bytes > limits.request) {
        if !waits {
            watched.read_to_end().await;
        }
        return Err(Limited::Files(limits.request));
    }
    parts.extensions.insert(Large);
    let response = next.run(Request::from_parts(parts, watched.body())).await;
    match watched.broken() {
        Some(Broken::Slow) => Err(Limited::Slow),
        Some(Broken::Long) => {
            watched.read_to_end().await;
            Err(Limited::Files(limits.request))
        }
        None => {
            if watched.begun() || !waits {
                watched.read_to_end().await;
            }
            Ok(response)
        }
    }
}

/// More than a form: it is read while it is stored.
fn large(limits: &Limits) -> u64 {
    u64::try_from(limits.form).unwrap_or(u64::MAX)
}

fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("multipart/"))
}

/// `Content-Length`; what comes in chunks has none.
fn declared(headers: &HeaderMap) -> Option<u64> {
    if headers.contains_key(header::TRANSFER_ENCODING) {
        return None;
    }
    match headers.get(header::CONTENT_LENGTH) {
        Some(length) => length.to_str().ok()?.parse().ok(),
        None => None,
    }
}

fn busy() -> Limited {
    Limited::Busy { seconds: COME_BACK, sent: true }
}

/// The earlier of two moments.
async fn before<T>(end: Instant, pause: Instant, wanted: impl Future<Output = T>) -> Option<T> {
    timeout_at(end.min(pause), wanted).await.ok()
}
