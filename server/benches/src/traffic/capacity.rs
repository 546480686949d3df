//! How much a portal can do at most, so that the rates can be chosen.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::drive::Asks;
use super::lines::Lines;
use super::tally::Outcome;

/// Clients at once, each of whom asks again as soon as it was answered.
const CLIENTS: usize = 32;

/// Answers a second, refusals left out, where the next question follows the last answer. Warms up
/// for half the time first.
pub async fn measure(address: &str, asks: &Arc<dyn Asks>, time: Duration) -> Result<f64> {
    let turn = Arc::new(AtomicUsize::new(0));
    rate(address, asks, time / 2, &turn).await?;
    let rate = rate(address, asks, time, &turn).await?;
    ensure!(rate > 0.0, "nobody was answered");
    Ok(rate)
}

async fn rate(address: &str, asks: &Arc<dyn Asks>, time: Duration, turn: &Arc<AtomicUsize>) -> Result<f64> {
    let began = Instant::now();
    let until = began + time;
    let lines = Arc::new(Lines::new(address));
    let client = || {
        let (lines, asks, turn) = (Arc::clone(&lines), Arc::clone(asks), Arc::clone(turn));
        tokio::spawn(async move {
            let mut answered = 0_u32;
            while Instant::now() < until {
                let (kind, call) = asks.ask(turn.fetch_add(1, Ordering::Relaxed));
                let answer = lines.send(&call).await?;
                if Outcome::of(&answer, kind.expected()) == Outcome::Answered {
                    answered = answered.saturating_add(1);
                }
            }
            anyhow::Ok(answered)
        })
    };
    let clients: Vec<_> = (0..CLIENTS).map(|_| client()).collect();
    let mut answered = 0_u32;
    for client in clients {
        answered = answered.saturating_add(client.await??);
    }
    Ok(f64::from(answered) / began.elapsed().as_secs_f64())
}
