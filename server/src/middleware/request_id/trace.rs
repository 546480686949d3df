//! A request as a span of a trace, where traces go anywhere.

use http::{HeaderMap, StatusCode};
use opentelemetry::propagation::TextMapPropagator as _;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

/// W3C Trace Context.
const PARENT: &str = "traceparent";
static ON: AtomicBool = AtomicBool::new(false);

/// From now on spans are told to a collector.
pub fn turn_on() {
    ON.store(true, Ordering::Relaxed);
}

fn is_on() -> bool {
    ON.load(Ordering::Relaxed)
}

/// Names the span as OpenTelemetry does, and lets a trace that began before the portal go on in it.
pub(super) fn begin(span: &Span, headers: &HeaderMap, method: &str, route: &str) {
    if !is_on() {
        return;
    }
    if let Some(parent) = headers.get(PARENT).and_then(|value| value.to_str().ok()) {
        let carrier = HashMap::from([(PARENT.to_owned(), parent.to_owned())]);
        // No layer takes it where somebody else listens.
        span.set_parent(TraceContextPropagator::new().extract(&carrier)).ok();
    }
    span.record("otel.kind", "server");
    span.record("otel.name", format!("{method} {route}"));
    span.set_attribute("http.request.method", method.to_owned());
    span.set_attribute("http.route", route.to_owned());
}

/// What became of it.
pub(super) fn end(span: &Span, status: StatusCode) {
    if is_on() {
        span.set_attribute("http.response.status_code", i64::from(status.as_u16()));
        if status.is_server_error() {
            span.set_status(opentelemetry::trace::Status::error("server error"));
        }
    }
}
