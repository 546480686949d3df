//! So many clients for so long.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use wire::{Call, Client};

/// Clients at once.
pub const CLIENTS: usize = 16;

/// What came of it.
#[derive(Debug, Default)]
pub struct Load {
    times: Vec<Duration>,
    took: Duration,
}

impl Load {
    /// Answers a second.
    pub fn rate(&self) -> f64 {
        let n = u32::try_from(self.times.len()).unwrap_or(u32::MAX);
        f64::from(n) / self.took.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// Answers in all.
    pub fn count(&self) -> usize {
        self.times.len()
    }

    /// The time within which so many per cent were answered.
    pub fn percentile(&self, percent: usize) -> Duration {
        let mut times = self.times.clone();
        times.sort_unstable();
        let at = times.len().saturating_mul(percent).div_ceil(100).saturating_sub(1);
        times.get(at).copied().unwrap_or_default()
    }

    fn add(&mut self, other: Vec<Duration>) {
        self.times.extend(other);
    }
}

/// Asks with `clients` connections for `time`; every answer must have this status.
pub async fn drive<F>(address: &str, clients: usize, time: Duration, status: u16, call: F) -> Result<Load>
where
    F: Fn(usize) -> Call + Send + Sync + 'static,
{
    let (call, turn) = (Arc::new(call), Arc::new(AtomicUsize::new(0)));
    let mut connections = Vec::new();
    for _ in 0..clients {
        connections.push(Client::connect(address).await?);
    }
    let began = Instant::now();
    let until = began + time;
    let tasks: Vec<_> = connections
        .into_iter()
        .map(|client| tokio::spawn(one(client, Arc::clone(&call), Arc::clone(&turn), until, status)))
        .collect();
    let mut load = Load::default();
    for task in tasks {
        load.add(task.await??);
    }
    load.took = began.elapsed();
    Ok(load)
}

async fn one<F>(
    mut client: Client,
    call: Arc<F>,
    turn: Arc<AtomicUsize>,
    until: Instant,
    status: u16,
) -> Result<Vec<Duration>>
where
    F: Fn(usize) -> Call,
{
    let mut times = Vec::new();
    while Instant::now() < until {
        let call = call(turn.fetch_add(1, Ordering::Relaxed));
        let began = Instant::now();
        client.send(&call).await?.expect(status).with_context(|| call.path.clone())?;
        times.push(began.elapsed());
    }
    Ok(times)
}

/// Asks one after the other, each question once.
pub async fn each(address: &str, calls: &[Call], status: u16) -> Result<Load> {
    let mut client = Client::connect(address).await?;
    let mut load = Load::default();
    let start = Instant::now();
    for call in calls {
        let began = Instant::now();
        client.send(call).await?.expect(status).with_context(|| call.path.clone())?;
        load.times.push(began.elapsed());
    }
    load.took = start.elapsed();
    Ok(load)
}
