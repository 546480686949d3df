//! Cross-site requests that would change something are refused, before anything is read.
//!
//! Browsers say where a request comes from in `Sec-Fetch-Site` or `Origin`. A program that calls
//! the API with its own token sends neither and carries no cookie that could be abused.

use crate::state::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, Method, StatusCode, header};

/// Lets through what is safe, same-origin, or not from a browser.
pub async fn same_origin(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_own(request.headers(), state.config.origin.as_deref()) {
        next.run(request).await
    } else {
        tracing::warn!("cross-site request refused");
        (
            StatusCode::FORBIDDEN,
            "This request came from another site and was refused. 请求来自其他网站，已拒绝。",
        )
            .into_response()
    }
}

fn is_own(headers: &HeaderMap, own: Option<&str>) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text(header::ORIGIN.as_str())) {
        (Some("same-origin" | "none"), _) => true,
        (Some(_), _) => false,
        (None, Some(origin)) => {
            own == Some(origin)
                || text(header::HOST.as_str())
                    .is_some_and(|host| origin.split_once("://").is_some_and(|(_, o)| o == host))
        }
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn own(pairs: &[(&'static str, &'static str)], origin: Option<&str>) -> bool {
        let headers: HeaderMap = pairs
            .iter()
            .map(|&(name, value)| (http::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        is_own(&headers, origin)
    }

    #[test]
    fn the_browsers_own_word_decides() {
        assert!(own(&[("sec-fetch-site", "same-origin")], None));
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("origin", "http://a"), ("host", "a")], None));
        assert!(!own(&[("sec-fetch-site", "same-site")], None));
    }

    #[test]
    fn without_it_the_origin_must_be_the_host_or_the_public_address() {
        assert!(own(&[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")], None));
        assert!(own(&[("origin", "https://yihao.example")], Some("https://yihao.example")));
        assert!(!own(&[("origin", "https://evil.example"), ("host", "yihao.example")], None));
        assert!(!own(&[("origin", "null"), ("host", "yihao.example")], None));
    }
}
