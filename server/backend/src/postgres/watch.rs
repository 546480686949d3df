//! Following the primary: a look at every server each second.

use super::probe::Host;
use futures::future::join_all;
use sea_orm::sqlx::PgPool;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::time::{MissedTickBehavior, interval};

/// Between two looks.
const TICK: Duration = Duration::from_secs(1);

/// No attempt to connect takes longer.
const UNDER_WAY: Duration = Duration::from_secs(6);

/// When the primary was last found at another server.
#[derive(Clone, Debug, Default)]
pub(super) struct Moved(Arc<Mutex<Option<Instant>>>);

impl Moved {
    /// Whether a connection of this age leads to who was primary before.
    pub fn outlived_by(&self, age: Duration) -> bool {
        let moved = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        moved.is_some_and(|moved| outlived(age, moved.elapsed()))
    }

    fn now(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }
}

/// Who began to connect before the move may have arrived after it, at the wrong server: what was made
/// until then is replaced once.
fn outlived(age: Duration, since_move: Duration) -> bool {
    age > since_move.checked_sub(UNDER_WAY).unwrap_or(since_move)
}

/// Which of them takes writes. Where two say so, one was left behind by a promotion: the higher
/// timeline is the true one.
pub(super) async fn primary(hosts: &mut [Host]) -> Option<usize> {
    let timelines = join_all(hosts.iter_mut().map(Host::timeline)).await;
    latest(&timelines)
}

fn latest(timelines: &[Option<String>]) -> Option<usize> {
    let writers = timelines.iter().enumerate().filter_map(|(at, timeline)| Some((timeline.as_ref()?, at)));
    // Of equals the first: `max_by` would keep the last.
    writers.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, at)| at)
}

/// Looks until the pool is closed.
pub(super) async fn follow(mut hosts: Vec<Host>, pool: PgPool, moved: Moved) {
    let closed = pool.close_event();
    let looking = async {
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut known = None;
        loop {
            ticks.tick().await;
            let found = primary(&mut hosts).await;
            if let Some(host) = found.filter(|_| found != known).and_then(|at| hosts.get(at)) {
                point(&pool, host, &moved, known.is_some());
                known = found;
            }
        }
    };
    tokio::select! {
        () = closed => {}
        () = looking => {}
    }
}

/// Connections that wait to be made go there at once: the pool asks for its address at each attempt.
fn point(pool: &PgPool, host: &Host, moved: &Moved, later: bool) {
    pool.set_connect_options(host.instead(&pool.connect_options()));
    moved.now();
    if later {
        tracing::warn!(primary = host.name(), "the database has moved");
    } else {
        tracing::info!(primary = host.name(), "the database that takes writes");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_timeline_is_the_primary() {
        let on = |digits: &str| Some(digits.to_owned());
        assert_eq!(latest(&[None, None]), None);
        assert_eq!(latest(&[None, on("00000001")]), Some(1));
        assert_eq!(latest(&[on("00000001"), on("00000001")]), Some(0));
        assert_eq!(latest(&[on("0000000A"), on("00000009")]), Some(0));
        assert_eq!(latest(&[on("00000001"), on("00000002")]), Some(1), "the former one came back");
    }

    #[test]
    fn only_connections_from_before_the_move_are_old() {
        let seconds = Duration::from_secs;
        assert!(!Moved::default().outlived_by(seconds(9)), "nothing has moved");
        assert!(outlived(seconds(9), seconds(1)));
        assert!(!outlived(seconds(1), seconds(2)), "just made; it will do for the moment");
        assert!(outlived(seconds(9), seconds(10)), "made soon after the move, perhaps begun before it");
        assert!(!outlived(seconds(9), seconds(60)));
    }
}
