//! What the program tells while it runs: to standard error, as lines or, with `YIHAO_LOG=json`, as
//! objects; to a collector of traces with `YIHAO_OTLP`. `RUST_LOG` says how much.

mod counted;
mod panics;
mod traces;

use super::failure::Failure;
use crate::config::Config;
use crate::http::metrics;
use crate::middleware::request_id::trace;
use counted::Counted;
use std::io::{IsTerminal as _, stderr};
use traces::Traces;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _, fmt};

/// The storage library speaks of every step of the schema, and warns of options that SQLite has not.
const USUAL: &str = "info,sea_orm_migration=warn,sea_orm=error";

/// Kept until the end: what is on its way to the collector is sent when it goes.
#[derive(Debug)]
pub(super) struct Telling(#[expect(dead_code, reason = "ends with it")] Option<Traces>);

/// Starts telling.
pub(super) fn start(config: &Config) -> Result<Telling, Failure> {
    let traces = config.otlp.as_ref().map(Traces::to).transpose()?;
    listen(traces.as_ref());
    Ok(Telling(traces))
}

/// Whether everything told is an object.
pub(super) fn is_json() -> bool {
    std::env::var("YIHAO_LOG").is_ok_and(|form| form == "json")
}

/// A second call changes nothing.
fn listen(traces: Option<&Traces>) {
    metrics::start();
    panics::told();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL));
    let lines = fmt::layer().with_writer(stderr);
    let lines = if is_json() {
        lines.json().flatten_event(true).with_span_list(false).boxed()
    } else {
        lines.with_ansi(stderr().is_terminal()).with_target(false).boxed()
    };
    let told = tracing_subscriber::registry().with(filter).with(lines).with(Counted);
    let started = match traces {
        Some(traces) => {
            trace::turn_on();
            told.with(traces.layer()).try_init()
        }
        None => told.try_init(),
    };
    // Somebody else, a test perhaps, listens already.
    started.unwrap_or_default();
}
