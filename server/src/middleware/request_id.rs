//! A request has a number: the caller's own from `x-request-id`, or one made here. The answer brings
//! it back, and every line of the log that the request causes carries it.
//!
//! A line names the pattern of the address and never the address itself, which may hold anything.

mod told;
pub mod trace;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::time::Instant;
use tracing::{Instrument as _, Level, field};
use uuid::Uuid;

/// Both ways.
pub const NAME: HeaderName = HeaderName::from_static("x-request-id");
/// Longer ones, and those that may be anything else, are not taken over.
const LENGTHS: std::ops::RangeInclusive<usize> = 8..=64;
/// Old ID numbers have 15 digits, today's 17 and one more character.
const DIGITS: usize = 15;

/// The number of a request.
#[derive(Clone, Debug)]
pub struct RequestId(pub HeaderValue);

impl RequestId {
    /// The caller's, where it is nothing but a number.
    fn of(headers: &HeaderMap) -> Self {
        let taken = headers.get(&NAME).filter(|value| is_harmless(value.as_bytes())).cloned();
        Self(taken.unwrap_or_else(made))
    }

    fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

fn made() -> HeaderValue {
    HeaderValue::try_from(Uuid::now_v7().to_string()).unwrap_or(HeaderValue::from_static("none"))
}

/// It goes into the log and to the collector of traces: nothing that could be an ID number, break a
/// line or be long.
fn is_harmless(value: &[u8]) -> bool {
    let plain = value.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    let digits = value.split(|byte| !byte.is_ascii_digit()).map(<[u8]>::len).max().unwrap_or(0);
    plain && LENGTHS.contains(&value.len()) && digits < DIGITS
}

/// Middleware, outermost: names the request, and tells what became of it.
pub async fn identify(mut request: Request, next: Next) -> Response {
    let id = RequestId::of(request.headers());
    let method = crate::http::metrics::known(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    // Of the highest level, so that whoever wants errors only still gets their numbers.
    let span = tracing::span!(
        target: told::TARGET, Level::ERROR, "request", request_id = id.as_str(), method, route,
        otel.name = field::Empty, otel.kind = field::Empty,
    );
    trace::begin(&span, request.headers(), method, route);
    let safe = request.method().is_safe();
    request.extensions_mut().insert(id.clone());
    let began = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    trace::end(&span, response.status());
    span.in_scope(|| told::tell(response.status(), safe, began.elapsed()));
    response.headers_mut().insert(NAME, id.0);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_callers_number_is_taken_over_where_it_is_nothing_else() {
        for (given, taken) in [
            ("019e5f0a-7b1c-7000-8000-0123456789ab", true),
            ("edge-7.A_1234", true),
            ("4bf92f3577b34da6a3ce929d0e0e4736", true),
            ("short", false),
            ("22990119900101002X", false),
            ("id-229901199001010021", false),
            ("229901900101002", false),
            ("a line\tand more", false),
            ("\"},{\"level\":\"", false),
            (&"x".repeat(65), false),
        ] {
            let headers = HeaderMap::from_iter([(NAME, HeaderValue::from_str(given).unwrap())]);
            let id = RequestId::of(&headers);
            assert_eq!(id.as_str() == given, taken, "{given}");
            assert!(is_harmless(id.as_str().as_bytes()) || !taken);
        }
        assert_ne!(RequestId::of(&HeaderMap::new()).as_str(), RequestId::of(&HeaderMap::new()).as_str());
    }
}
