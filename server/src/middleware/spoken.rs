//! What axum, tower or a last net below handlers answers by itself gets our words: a page or a
//! problem in the language of whoever asked, with the same status.

use super::incident::Incident;
use super::limited::{COME_BACK, Limited};
use crate::state::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};

/// Puts an error without words into words.
pub async fn put(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    let sent = !request.method().is_safe();
    let response = next.run(request).await;
    if has_words(&response) {
        return response;
    }
    let Some(limited) = limited(&response, sent, &state) else { return response };
    tracing::debug!(status = response.status().as_u16(), "an answer without words");
    let mut said = limited.answer(&path, &headers, &state);
    // RFC 9110 15.5.6: who is refused a method is told which there are.
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        said.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    said
}

/// Ours are pages, problems and files; plain text is what libraries say.
fn has_words(response: &Response) -> bool {
    let good = !response.status().is_client_error() && !response.status().is_server_error();
    good || kind(response.headers()).is_some_and(|kind| !kind.starts_with("text/plain"))
}

fn kind(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}

/// Who has no words may yet have said when to come back.
fn come_back(headers: &HeaderMap) -> u64 {
    let said = headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
    said.and_then(|seconds| seconds.parse().ok()).unwrap_or(COME_BACK)
}

fn limited(response: &Response, sent: bool, state: &AppState) -> Option<Limited> {
    Some(match response.status() {
        StatusCode::BAD_REQUEST => Limited::Malformed,
        StatusCode::FORBIDDEN => Limited::Foreign,
        StatusCode::NOT_FOUND => Limited::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Limited::Method,
        StatusCode::REQUEST_TIMEOUT => Limited::Slow,
        StatusCode::PAYLOAD_TOO_LARGE => Limited::Form(state.limits.form),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Limited::Type,
        StatusCode::UNPROCESSABLE_ENTITY => Limited::Fields,
        StatusCode::SERVICE_UNAVAILABLE => Limited::Busy { seconds: come_back(response.headers()), sent },
        StatusCode::INTERNAL_SERVER_ERROR => {
            Limited::Fault(response.extensions().get::<Incident>()?.0.clone())
        }
        _ => return None,
    })
}
