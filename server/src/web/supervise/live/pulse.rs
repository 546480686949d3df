//! Whether anything was written since one last looked, on whatever server.

use backend::{Portal, Result, audit};
use chrono::NaiveDate;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// As old as what is known may be. With the second between two readings of the same figures it
/// leaves half a second of the two that a commit may take to be seen.
const FRESH: Duration = Duration::from_millis(300);

/// What figures are read of. While it stays the same, so do they.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Rows of the trail: every act writes one in its own transaction.
    written: i64,
    /// What is overdue depends on the day.
    today: NaiveDate,
}

/// The last mark, for all lines.
#[derive(Debug, Default)]
pub(super) struct Pulse(Mutex<Option<(Instant, Mark)>>);

impl Pulse {
    /// The mark, asked for anew when it is not fresh. Figures read afterwards are as new as it or newer.
    pub async fn mark(&self, portal: &Portal) -> Result<Mark> {
        let mut last = self.0.lock().await;
        if let Some((at, mark)) = *last
            && at.elapsed() < FRESH
        {
            return Ok(mark);
        }
        let at = Instant::now();
        let mark = Mark { written: audit::written(portal).await?, today: portal.clock.today() };
        *last = Some((at, mark));
        Ok(mark)
    }
}
