//! What a connection is doing, and until when it may.

use super::Stage;
use crate::middleware::limits::Limits;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::time::Instant;

/// What a connection is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// It was made at this moment, and nothing was sent yet.
    New(Instant),
    /// Nothing was sent since this moment, when it was last answered.
    Idle(Instant),
    /// A head is arriving, since this moment.
    Head(Instant),
    /// A request is at work, or its answer on the way.
    Work,
}

/// Why a connection has to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// It said nothing for long; nobody is owed an answer.
    Idle,
    /// The head did not arrive.
    Head,
    /// The answer is not being read.
    Unread,
}

/// Shared by the wire, which sees bytes, and the service, which sees requests.
#[derive(Clone, Debug)]
pub(super) struct Watch(Arc<Mutex<Seen>>);

#[derive(Debug)]
struct Seen {
    phase: Phase,
    /// Since when nothing of the answer was taken.
    stuck: Option<Instant>,
    /// Whether what arrives is for programs.
    program: bool,
}

impl Watch {
    pub(super) fn new() -> Self {
        let seen = Seen { phase: Phase::New(Instant::now()), stuck: None, program: false };
        Self(Arc::new(Mutex::new(seen)))
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Bytes came.
    pub(super) fn heard(&self, bytes: &[u8]) {
        let mut seen = self.seen();
        if let Phase::New(_) | Phase::Idle(_) = seen.phase {
            seen.phase = Phase::Head(Instant::now());
            seen.program = is_program(bytes);
        }
    }

    /// A request is whole, up to its body.
    pub(super) fn begun(&self) {
        self.seen().phase = Phase::Work;
    }

    /// Its answer is given.
    pub(super) fn done(&self) {
        self.seen().phase = Phase::Idle(Instant::now());
    }

    /// Whether the client took what was written.
    pub(super) fn taken(&self, taken: bool) {
        let mut seen = self.seen();
        seen.stuck = if taken { None } else { seen.stuck.or_else(|| Some(Instant::now())) };
    }

    /// Whether no request is at work: who then answers is the library, not the portal.
    pub(super) fn between(&self) -> bool {
        self.seen().phase != Phase::Work
    }

    /// Whether, when this stage is reached, it may end as soon as it is at rest. Whoever is asking now,
    /// or has just come to ask, gets that one answer.
    pub(super) fn may_go(&self, stage: Stage) -> bool {
        match self.seen().phase {
            Phase::New(_) => stage == Stage::Closed,
            Phase::Head(_) => false,
            Phase::Idle(_) | Phase::Work => stage > Stage::Open,
        }
    }

    /// Whether what arrives is for programs.
    pub(super) fn program(&self) -> bool {
        self.seen().program
    }

    /// When the connection has to end if nothing changes, and why.
    pub(super) fn end(&self, limits: &Limits) -> Option<(Instant, Over)> {
        let seen = self.seen();
        let unread = seen.stuck.map(|since| (since + limits.unread_time, Over::Unread));
        let quiet = match seen.phase {
            Phase::New(since) | Phase::Idle(since) => Some((since + limits.idle_time, Over::Idle)),
            Phase::Head(since) => Some((since + limits.head_time, Over::Head)),
            Phase::Work => None,
        };
        unread.or(quiet)
    }
}

/// The address follows the method: `POST /api/v1/cases HTTP/1.1`.
fn is_program(bytes: &[u8]) -> bool {
    let address = bytes.iter().position(|&byte| byte == b' ').and_then(|at| bytes.get(at + 1..));
    address.is_some_and(|address| address.starts_with(b"/api/v1/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_known_by_the_address() {
        assert!(is_program(b"POST /api/v1/cases HTTP/1.1\r\n"));
        assert!(!is_program(b"GET /items?q=/api/v1/ HTTP/1.1\r\n"));
        assert!(!is_program(b"\x16\x03\x01"));
    }

    #[test]
    fn who_has_just_come_is_answered_once() {
        let watch = Watch::new();
        let may_go =
            |watch: &Watch| [Stage::Open, Stage::Leaving, Stage::Closed].map(|stage| watch.may_go(stage));
        assert_eq!(may_go(&watch), [false, false, true], "a new connection");
        watch.heard(b"GET / HT");
        assert_eq!(may_go(&watch), [false, false, false], "half a question");
        watch.begun();
        assert_eq!(may_go(&watch), [false, true, true], "at work: ends with the answer");
        watch.done();
        assert_eq!(may_go(&watch), [false, true, true], "at rest");
    }

    #[test]
    fn each_phase_has_its_end() {
        let (watch, limits) = (Watch::new(), Limits::default());
        let why = |watch: &Watch| watch.end(&limits).map(|(_, over)| over);
        assert_eq!(why(&watch), Some(Over::Idle));
        watch.heard(b"GET / HT");
        assert_eq!(why(&watch), Some(Over::Head));
        watch.begun();
        assert_eq!(why(&watch), None);
        watch.taken(false);
        assert_eq!(why(&watch), Some(Over::Unread));
        watch.taken(true);
        watch.done();
        assert_eq!(why(&watch), Some(Over::Idle));
    }
}
