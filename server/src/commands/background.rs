//! What runs beside the portal, or by itself as `yihao worker`: counting, sealing, following what other
//! servers change, and whatever happens when time passes.

use backend::{Services, audit, counters, sessions, worker};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

/// Between two looks at what waits to be counted and sealed.
const TICK: Duration = Duration::from_secs(1);
/// Between two looks at what the clock makes happen: days, not seconds, matter to it.
const ROUND: Duration = Duration::from_secs(10);
/// Ticks between two sweeps of sessions that are over.
const SWEEP: u64 = 600;

/// The tasks in the background.
pub(super) struct Background(JoinSet<()>);

impl Background {
    /// Starts them; they end after `stopped` says so.
    pub fn start(services: &Services, stopped: &watch::Receiver<bool>) -> Self {
        let mut tasks = JoinSet::new();
        tasks.spawn(tick(services.clone(), stopped.clone()));
        tasks.spawn(follow(services.clone(), stopped.clone()));
        tasks.spawn(work(services.clone(), stopped.clone()));
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
        match worker::round(&services).await {
            Ok(round) if round == worker::Round::default() => {}
            Ok(round) => tracing::info!(
                versions = round.versions,
                moved = round.moved,
                duties = round.duties,
                alarms = round.alarms,
                "the clock made things happen"
            ),
            Err(error) => warn("what the clock makes happen", &error),
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
            sessions::sweep(&services)
                .await
                .map_err(|error| warn("sweeping sessions", &error))
                .unwrap_or_default();
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
        services
            .refresh()
            .await
            .map_err(|error| warn("noticing changes of other servers", &error))
            .unwrap_or_default();
    }
}

async fn settle(services: &Services) {
    counters::fold(services).await.map_err(|error| warn("folding counters", &error)).unwrap_or_default();
    audit::seal(services).await.map_err(|error| warn("sealing the audit trail", &error)).unwrap_or_default();
}

/// The next tick tries again; figures and trail are complete meanwhile, only not folded.
fn warn(what: &str, error: &backend::Error) {
    tracing::warn!(causes = error.causes().join(": "), at = %error.at(), "{what} has to wait: {error}");
}

/// Ctrl-C, or the signal of a service manager.
pub(super) async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    interrupt.await.unwrap_or_default();
}
