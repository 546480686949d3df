//! Lines of the log as numbers, by level: an alert on errors needs no reader of logs.

use metrics::counter;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

/// Counts what is told.
pub(super) struct Counted;

impl<S: Subscriber> Layer<S> for Counted {
    fn on_event(&self, event: &Event<'_>, _context: Context<'_, S>) {
        let level = match *event.metadata().level() {
            Level::ERROR => "error",
            Level::WARN => "warn",
            Level::INFO => "info",
            // Whoever asks for more looks into it once.
            Level::DEBUG | Level::TRACE => return,
        };
        counter!("yihao_log_events_total", "level" => level).increment(1);
    }
}
