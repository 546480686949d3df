//! When somebody comes: at a fixed rate, whether the portal keeps up or not.
//!
//! Who waits until the last one was served before the next one comes, hides the queue: the portal's
//! slowness slows the question too (“coordinated omission”). Here the clock decides alone, and the
//! time of an answer counts from the moment that its question was due.

use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// A stretch of time with one rate.
#[derive(Clone, Copy, Debug)]
pub struct Phase {
    /// Arrivals a second.
    pub rate: f64,
    /// How long.
    pub time: Duration,
}

/// One who comes.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// The how-manieth.
    pub n: usize,
    /// When.
    pub due: Instant,
}

/// Arrivals at even distances, phase after phase, from `start` on. They come from a thread of their
/// own: the timer of an asynchronous runtime counts in whole milliseconds.
pub fn arrivals(phases: &[Phase], start: Instant) -> UnboundedReceiver<Arrival> {
    let (send, receive) = unbounded_channel();
    let dues = dues(phases);
    thread::spawn(move || {
        for (n, after) in dues.enumerate() {
            let due = start + after;
            sleep(due.saturating_duration_since(Instant::now()));
            if send.send(Arrival { n, due }).is_err() {
                return;
            }
        }
    });
    receive
}

/// Times from the start.
fn dues(phases: &[Phase]) -> impl Iterator<Item = Duration> + use<> {
    let mut begins = Duration::ZERO;
    let mut stretches = Vec::new();
    for phase in phases {
        stretches.push((begins, *phase));
        begins += phase.time;
    }
    stretches.into_iter().flat_map(|(begins, phase)| {
        let gap = 1.0 / phase.rate.max(f64::MIN_POSITIVE);
        let within = (0_u32..).map(move |n| f64::from(n) * gap);
        let within = within.take_while(move |at| *at < phase.time.as_secs_f64());
        within.map(move |at| begins + Duration::from_secs_f64(at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_follow_one_another() {
        let phase = |rate, time| Phase { rate, time: Duration::from_secs(time) };
        let all: Vec<_> = dues(&[phase(2.0, 2), phase(4.0, 1)]).map(|at| at.as_millis()).collect();
        assert_eq!(all, [0, 500, 1000, 1500, 2000, 2250, 2500, 2750]);
    }
}
