//! What is looked at every few seconds, so that a scrape costs nothing and tells of a database that
//! does not answer, too.

use super::metrics;
use ::metrics::gauge;
use backend::lag::{self, Lag};
use backend::{Services, db::PoolUse};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::time::timeout;

/// Between two looks.
pub const EVERY: Duration = Duration::from_secs(5);
/// A look that takes longer found nobody.
const PATIENCE: Duration = Duration::from_secs(4);
/// Looks between two at the store, which may be a service that is paid by request.
const STORE: u64 = 6;

/// What the look before has seen.
#[derive(Debug, Default)]
pub struct Watch {
    looks: u64,
    /// The oldest delta, and since when it has been the oldest.
    waiting: Option<(i64, Instant)>,
}

impl Watch {
    /// Renews all gauges.
    pub async fn look(&mut self, services: &Services) {
        metrics::upkeep();
        services.db.pools().iter().for_each(pool);
        let lag = timeout(PATIENCE, lag::look(services)).await;
        let lag = lag.ok().and_then(|lag| lag.map_err(|error| unseen("database", &error)).ok());
        gauge!("yihao_database_up").set(up(lag.is_some()));
        if let Some(lag) = lag {
            self.tell(lag);
            files(services).await;
        }
        if self.looks.is_multiple_of(STORE) {
            let answers = timeout(PATIENCE, services.files.answers()).await;
            let answers = answers.ok().and_then(|found| found.map_err(|error| unseen("store", &error)).ok());
            gauge!("yihao_store_up").set(up(answers.is_some()));
        }
        self.looks = self.looks.wrapping_add(1);
        now("yihao_looked_timestamp_seconds");
    }

    fn tell(&mut self, lag: Lag) {
        self.waiting = lag.first_unfolded.map(|first| match self.waiting {
            Some((seen, since)) if seen == first => (seen, since),
            _ => (first, Instant::now()),
        });
        gauge!("yihao_trail_unsealed_rows").set(number(lag.unsealed));
        gauge!("yihao_trail_lag_seconds").set(number(lag.trail));
        gauge!("yihao_counters_unfolded_deltas").set(number(lag.unfolded));
        let late = self.waiting.map_or(0.0, |(_, since)| since.elapsed().as_secs_f64());
        gauge!("yihao_counters_lag_seconds").set(late);
    }
}

fn pool(pool: &PoolUse) {
    let PoolUse { name, size, idle, most } = *pool;
    gauge!("yihao_pool_connections", "pool" => name, "state" => "idle").set(f64::from(idle));
    gauge!("yihao_pool_connections", "pool" => name, "state" => "used")
        .set(f64::from(size.saturating_sub(idle)));
    gauge!("yihao_pool_connections_max", "pool" => name).set(f64::from(most));
}

/// The size of SQLite's file, and of the log beside it.
async fn files(services: &Services) {
    let Ok(Some(file)) = lag::file(&services.db).await else { return };
    let log = format!("{}-wal", file.display());
    for (part, path) in [("file", file.as_path()), ("log", Path::new(&log))] {
        // No log is an empty one.
        let bytes = tokio::fs::metadata(path).await.map_or(0, |metadata| metadata.len());
        gauge!("yihao_database_bytes", "part" => part).set(number(i64::try_from(bytes).unwrap_or(i64::MAX)));
    }
}

/// Sets a gauge to this moment.
pub fn now(name: &'static str) {
    gauge!(name).set(seconds());
}

/// Seconds since 1970.
pub fn seconds() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}

fn up(answers: bool) -> f64 {
    if answers { 1.0 } else { 0.0 }
}

/// Prometheus knows floating points only; whole numbers are exact up to 2^53.
#[expect(clippy::as_conversions, reason = "there is no lossless conversion, and none is needed")]
fn number(n: i64) -> f64 {
    n as f64
}

fn unseen(what: &'static str, error: &backend::Error) {
    tracing::debug!(at = %error.at(), causes = error.causes().join(": "), "{what} does not answer: {error}");
}
