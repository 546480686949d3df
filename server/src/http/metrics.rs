//! Numbers for Prometheus. Requests are counted by the pattern of their address, never by the
//! address itself, which may name a case; no label holds anything of a person.

mod measure;
mod names;

pub use measure::{known, measure};

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use metrics::gauge;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use metrics_process::Collector;
use std::sync::OnceLock;

/// Seconds, around what a page may take (p95 below 50 ms), what a commit takes, and what is slow.
const SECONDS: [f64; 13] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
/// Writes that share a commit.
const WRITES: [f64; 10] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0];

/// One recorder for the process, made when first asked for.
fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    let made = || {
        let handle = builder()
            .and_then(PrometheusBuilder::install_recorder)
            .map_err(|error| tracing::warn!(%error, "no metrics"))
            .ok()?;
        names::describe();
        names::begin();
        collector().describe();
        gauge!(names::BUILD, "version" => env!("CARGO_PKG_VERSION"), "commit" => commit()).set(1.0);
        Some(handle)
    };
    RECORDER.get_or_init(made).as_ref()
}

fn builder() -> Result<PrometheusBuilder, metrics_exporter_prometheus::BuildError> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?
        .set_buckets_for_metric(Matcher::Suffix("_writes".to_owned()), &WRITES)
}

/// What was built, where whoever built it said so.
fn commit() -> &'static str {
    option_env!("YIHAO_COMMIT").unwrap_or("unknown")
}

fn collector() -> &'static Collector {
    static COLLECTOR: OnceLock<Collector> = OnceLock::new();
    COLLECTOR.get_or_init(Collector::default)
}

/// Begins to count; what happened before is not counted.
pub fn start() {
    recorder();
}

/// Puts away what histograms have gathered. Run it every few seconds: where nobody asks for the
/// numbers, they would fill the memory.
pub fn upkeep() {
    if let Some(recorder) = recorder() {
        recorder.run_upkeep();
    }
}

/// `GET /metrics`
pub async fn metrics() -> Response {
    match recorder() {
        Some(recorder) => {
            collector().collect();
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], recorder.render())
                .into_response()
        }
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}
