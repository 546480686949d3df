//! Traces for a collector of OpenTelemetry, over OTLP (protobuf over HTTP), in the background.
//!
//! A span holds what a line of the log holds: number, method, pattern of the address, status. What
//! does not fit into the queue is thrown away; no request ever waits for the collector.

use super::super::failure::Failure;
use crate::config::Otlp;
use anyhow::anyhow;
use opentelemetry::KeyValue;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_otlp::{SpanExporter, WithExportConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{Sampler, SdkTracerProvider};
use std::time::Duration;
use tracing::{Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::registry::LookupSpan;

/// How long the collector may take, and how long the end of the program waits for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// The way to a collector.
#[derive(Debug)]
pub(super) struct Traces(SdkTracerProvider);

impl Traces {
    pub fn to(otlp: &Otlp) -> Result<Self, Failure> {
        // The TLS library has no cryptography of its own; the first choice of a process stays.
        rustls::crypto::ring::default_provider().install_default().ok();
        let exporter = SpanExporter::builder()
            .with_http()
            .with_endpoint(format!("{}/v1/traces", otlp.url))
            .with_timeout(PATIENCE)
            .build()
            .map_err(|error| Failure::Usage(anyhow!("YIHAO_OTLP: {error}")))?;
        let resource = Resource::builder()
            .with_service_name("yihao")
            .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
            .build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            // By our own share alone: a caller may not decide what is sent.
            .with_sampler(Sampler::TraceIdRatioBased(otlp.share))
            .with_resource(resource)
            .build();
        Ok(Self(provider))
    }

    /// Spans of requests and what the portal itself says within them.
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'a> LookupSpan<'a>,
    {
        let layer = tracing_opentelemetry::layer().with_tracer(self.0.tracer("yihao"));
        layer.with_threads(false).with_location(false).with_filter(filter_fn(is_ours))
    }
}

fn is_ours(metadata: &Metadata<'_>) -> bool {
    let package = metadata.target().split("::").next();
    matches!(package, Some("yihao" | "server" | "backend"))
}

impl Drop for Traces {
    fn drop(&mut self) {
        // A collector that is gone must not keep the program from ending.
        self.0.shutdown_with_timeout(PATIENCE).unwrap_or_default();
    }
}
