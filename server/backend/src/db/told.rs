//! What the writer tells to whoever watches the portal.

use metrics::{counter, gauge, histogram};
use std::time::Duration;

/// Writes that wait for their turn.
pub(super) fn waiting(writes: usize) {
    gauge!("yihao_writer_queue_depth").set(number(writes));
}

/// A write that was turned away, since too many wait or it waited for too long.
pub(super) fn refused() {
    counter!("yihao_writer_refused_total").increment(1);
}

/// Writes made durable together, and how long that took.
pub(super) fn committed(writes: usize, took: Duration) {
    if writes > 0 {
        histogram!("yihao_writer_batch_writes").record(number(writes));
        histogram!("yihao_writer_commit_seconds").record(took.as_secs_f64());
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
