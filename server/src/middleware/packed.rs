//! Compresses what was made for one request, in one go: its length is known, so that it needs
//! neither a large window nor a stream. What comes bit by bit is left to the layer around this one.

use super::packing::{self, Packing, Use};
use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};

/// Shorter, and it fits into one packet anyway.
const SHORTEST: u64 = 512;
/// Longer, and nobody else of this thread should wait for it.
const LONGEST: u64 = 512 * 1024;

/// A page of which the second part is kept compressed, in the response's extensions.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The first part, made for this reader alone.
    pub first: Bytes,
    /// What [`packing::following`] has made of the rest.
    pub rest: Bytes,
}

impl Joined {
    fn pack(&self) -> std::io::Result<Bytes> {
        let mut small = packing::first(&self.first)?;
        small.extend_from_slice(&self.rest);
        small.push(packing::END);
        Ok(small.into())
    }
}

/// Middleware: see above.
pub async fn pack(request: Request, next: Next) -> Response {
    let packing = Packing::of(request.headers());
    let response = next.run(request).await;
    match packing.name() {
        Some(name) if is_worth_it(&response) => packed(response, packing, name).await,
        Some(_) | None => response,
    }
}

fn is_worth_it(response: &Response) -> bool {
    let headers = response.headers();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    let is_text = kind.starts_with("text/") && kind != "text/event-stream";
    let length = response.body().size_hint().exact();
    (is_text || kind.ends_with("json"))
        && response.status() != StatusCode::PARTIAL_CONTENT
        && length.is_some_and(|length| (SHORTEST..=LONGEST).contains(&length))
        && !headers.contains_key(header::CONTENT_ENCODING)
        && !headers.contains_key(header::CONTENT_RANGE)
}

async fn packed(response: Response, packing: Packing, name: HeaderValue) -> Response {
    let (mut parts, body) = response.into_parts();
    let longest = usize::try_from(LONGEST).unwrap_or(usize::MAX);
    // It lies in memory already: its length is known.
    let Ok(plain) = to_bytes(body, longest).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let small = match parts.extensions.remove::<Joined>().filter(|_| packing == Packing::Brotli) {
        Some(joined) => joined.pack(),
        None => packing.pack(&plain, Use::Once),
    };
    let Ok(small) = small else {
        return Response::from_parts(parts, plain.into());
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, name);
    parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    Response::from_parts(parts, small.into())
}
