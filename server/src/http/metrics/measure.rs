//! How many requests, of what kind, and how long each took.

use super::names::{REQUESTS, SECONDS};
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::Method;
use metrics::{counter, histogram};
use std::time::Instant;

/// Middleware: counts each request and takes its time.
pub async fn measure(request: Request, next: Next) -> Response {
    super::start();
    let path = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = known(request.method());
    let began = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    let seconds = began.elapsed().as_secs_f64();
    histogram!(SECONDS, "method" => method, "path" => path.clone()).record(seconds);
    counter!(REQUESTS, "method" => method, "path" => path, "status" => status).increment(1);
    response
}

/// Anybody may invent methods; they are not to become series of their own.
pub fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
