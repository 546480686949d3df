//! One line a request: what became of it, and how long it took.

use http::StatusCode;
use std::time::Duration;

/// `RUST_LOG=info,yihao::requests=debug` tells of every request.
pub const TARGET: &str = "yihao::requests";
/// From here on a request is slow.
const SLOW: Duration = Duration::from_secs(1);

/// Pages that were simply read are told to whoever asks for all: a city reads twelve million a day,
/// and the metrics count them.
pub fn tell(status: StatusCode, safe: bool, took: Duration) {
    let (code, seconds) = (status.as_u16(), took.as_secs_f64());
    if is_refused_by_the_thousand(status) {
        tracing::debug!(target: TARGET, status = code, seconds, "refused");
    } else if status.is_server_error() {
        tracing::warn!(target: TARGET, status = code, seconds, "failed");
    } else if took >= SLOW {
        tracing::warn!(target: TARGET, status = code, seconds, "slow");
    } else if !safe || status.is_client_error() {
        tracing::info!(target: TARGET, status = code, seconds, "answered");
    } else {
        tracing::debug!(target: TARGET, status = code, seconds, "answered");
    }
}

/// To refuse must cost less than to work. Why is told where it is known.
fn is_refused_by_the_thousand(status: StatusCode) -> bool {
    matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS)
}
