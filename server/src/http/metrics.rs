//! Numbers for Prometheus. Requests are counted by the pattern of their address, never by the
//! address itself, which may name a case.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode, header};
use metrics::{counter, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Instant;

const REQUESTS: &str = "yihao_http_requests_total";
const SECONDS: &str = "yihao_http_request_duration_seconds";
/// Around what a page may take (quality.md: p95 below 50 ms) and what is slow.
const BUCKETS: [f64; 11] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// One recorder for the process, made when first asked for.
fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    let made = || {
        PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(SECONDS.to_owned()), &BUCKETS)
            .and_then(PrometheusBuilder::install_recorder)
            .map_err(|error| tracing::warn!(%error, "no metrics"))
            .ok()
    };
    RECORDER.get_or_init(made).as_ref()
}

/// `GET /metrics`
pub async fn metrics() -> Response {
    match recorder() {
        Some(recorder) => {
            recorder.run_upkeep();
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], recorder.render())
                .into_response()
        }
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Middleware: counts each request and takes its time.
pub async fn measure(request: Request, next: Next) -> Response {
    recorder();
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
fn known(method: &Method) -> &'static str {
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
