//! What runs beside the portal, or by itself as `yihao worker`: counting, sealing, following what other
//! servers change, and whatever happens when time passes.

use crate::http::gauges::{self, Watch};
use ::metrics::{counter, gauge, histogram};
use backend::{Error, Kind, Services, audit, counters, sessions, worker};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, timeout};

/// Between two looks at what waits to be counted and sealed.
const TICK: Duration = Duration::from_secs(1);
/// Between two looks at what the clock makes happen: days, not seconds, matter to it.
const ROUND: Duration = Duration::from_secs(10);
/// How long one thing may take. A database that loses its power says no goodbye; what is broken off is
/// rolled back, and tried again.
const PATIENCE: Duration = Duration::from_mins(1);
/// A round after a night's standstill, or with a new calendar, looks at every open case.
const ROUND_PATIENCE: Duration = Duration::from_mins(10);
/// Ticks between two sweeps of sessions that are over.
const SWEEP: u64 = 600;

/// The task that looks for what is due.
const ROUNDS: &str = "round";

/// The tasks in the background.
pub(super) struct Background(JoinSet<()>);

impl Background {
    /// Starts them; they end after `stopped` says so.
    pub fn start(services: &Services, stopped: &watch::Receiver<bool>) -> Self {
        let mut tasks = JoinSet::new();
        tasks.spawn(tick(services.clone(), stopped.clone()));
        tasks.spawn(follow(services.clone(), stopped.clone()));
        tasks.spawn(work(services.clone(), stopped.clone()));
        tasks.spawn(look(services.clone(), stopped.clone()));
        Self(tasks)
    }

    /// Waits for their end, and counts and seals what came last.
    pub async fn end(self, services: &Services) {
        self.0.join_all().await;
        settle(services).await;
    }
}

/// Deadlines, alarms, changed calendars.
async fn work(services: Services, mut stopped: watch::Receiver<bool>) {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while !*stopped.borrow() {
        tokio::select! {
            _ = rounds.tick() => {}
            _ = stopped.changed() => return,
        }
        match done(ROUNDS, "what the clock makes happen", worker::round(&services)).await {
            None => {}
            Some(round) if round == worker::Round::default() => {}
            Some(round) => tracing::info!(
                versions = round.versions,
                moved = round.moved,
                duties = round.duties,
                alarms = round.alarms,
                "the clock made things happen"
            ),
        }
    }
}

/// Renews what is told of database, store, trail and counters.
async fn look(services: Services, mut stopped: watch::Receiver<bool>) {
    let mut looks = interval(gauges::EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut watch = Watch::default();
    while !*stopped.borrow() {
        tokio::select! {
            _ = looks.tick() => watch.look(&services).await,
            _ = stopped.changed() => return,
        }
    }
}

/// Counts and seals each second, so that little ever waits.
async fn tick(services: Services, stopped: watch::Receiver<bool>) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut n: u64 = 0;
    while !*stopped.borrow() {
        ticks.tick().await;
        settle(&services).await;
        if n.is_multiple_of(SWEEP) {
            done("sweep", "sweeping sessions", sessions::sweep(&services)).await;
        }
        n = n.wrapping_add(1);
    }
}

/// Takes note each second of what other servers have changed; by itself, since counting and sealing
/// may take their time.
async fn follow(services: Services, stopped: watch::Receiver<bool>) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while !*stopped.borrow() {
        ticks.tick().await;
        done("follow", "noticing changes of other servers", services.refresh()).await;
    }
}

async fn settle(services: &Services) {
    done("fold", "folding counters", counters::fold(services)).await;
    done("seal", "sealing the audit trail", audit::seal(services)).await;
}

/// Does one thing, takes its time, and tells where it has to wait.
async fn done<T>(
    task: &'static str,
    what: &str,
    work: impl Future<Output = backend::Result<T>>,
) -> Option<T> {
    let began = Instant::now();
    let patience = if task == ROUNDS { ROUND_PATIENCE } else { PATIENCE };
    let ended =
        timeout(patience, work).await.unwrap_or_else(|late| Err(Error::because(Kind::Unavailable, late)));
    histogram!("yihao_background_seconds", "task" => task).record(began.elapsed().as_secs_f64());
    match ended {
        Ok(ended) => {
            gauge!("yihao_background_done_timestamp_seconds", "task" => task).set(gauges::seconds());
            Some(ended)
        }
        Err(error) => {
            counter!("yihao_background_failures_total", "task" => task).increment(1);
            warn(what, &error);
            None
        }
    }
}

/// The next tick tries again; figures and trail are complete meanwhile, only not folded.
fn warn(what: &str, error: &Error) {
    tracing::warn!(causes = error.causes().join(": "), at = %error.at(), "{what} has to wait: {error}");
}
