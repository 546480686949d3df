//! From the socket to the router: how many connections, how long each may take over what it sends,
//! and how all of them come to their end.

mod connection;
mod open_files;
mod phase;
mod refusal;
mod wire;

use crate::middleware::limits::Limits;
use axum::Router;
use metrics::{counter, gauge};
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// After an error of the listening socket, such as no descriptors, before the next try.
const REST: Duration = Duration::from_millis(100);
/// Connections at once that are told that there are too many.
const TOLD_AT_ONCE: usize = 64;

/// How far the end has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Not at all.
    Open,
    /// Each connection ends with its next answer; new ones are still taken.
    Leaving,
    /// No connection is taken any more; those that wait for an answer get it.
    Closed,
}

/// Everything that a connection needs.
#[derive(Clone)]
struct Door {
    router: Router,
    limits: Arc<Limits>,
    stage: watch::Receiver<Stage>,
}

/// Answers what comes, until the stage is [`Stage::Closed`] and every answer is given, or `patience`
/// is over. Returns how many connections were cut off.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: &Limits,
    mut stage: watch::Receiver<Stage>,
    patience: Duration,
) -> usize {
    let door = Door { router, limits: Arc::new(limits.clone()), stage: stage.clone() };
    let places = Arc::new(Semaphore::new(open_files::connections(limits.connections)));
    let told = Arc::new(Semaphore::new(TOLD_AT_ONCE));
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            biased;
            _ = closed(&mut stage) => break,
            Some(_) = connections.join_next(), if !connections.is_empty() => continue,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => match places.clone().try_acquire_owned() {
                Ok(place) => {
                    connections.spawn(talk(door.clone(), stream, peer, place));
                }
                Err(_) => turn_away(&told, stream),
            },
            Err(error) => rest(&error).await,
        }
    }
    // Who comes from now on is refused by the kernel at once, and goes elsewhere.
    drop(listener);
    end(connections, patience).await
}

async fn closed(stage: &mut watch::Receiver<Stage>) {
    // An error means that whoever could say so is gone.
    stage.wait_for(|&stage| stage == Stage::Closed).await.map(drop).unwrap_or_default();
}

async fn talk(door: Door, stream: TcpStream, peer: SocketAddr, place: OwnedSemaphorePermit) {
    gauge!("yihao_connections").increment(1.0);
    let counted = Counted(place);
    connection::serve(door, stream, peer).await;
    drop(counted);
}

/// A connection that counts as open.
struct Counted(#[expect(dead_code, reason = "gives its place back when dropped")] OwnedSemaphorePermit);

impl Drop for Counted {
    fn drop(&mut self) {
        gauge!("yihao_connections").decrement(1.0);
    }
}

/// There are too many: says so in a few bytes, or, where even those who are told are too many,
/// hangs up.
fn turn_away(told: &Arc<Semaphore>, stream: TcpStream) {
    counter!("yihao_connections_refused_total").increment(1);
    let Ok(place) = told.clone().try_acquire_owned() else { return };
    tokio::spawn(async move {
        refusal::Refusal::Busy.tell(stream, false).await;
        drop(place);
    });
}

/// A connection that broke before it was taken is nothing; without descriptors a pause helps.
async fn rest(error: &std::io::Error) {
    let broken = [ErrorKind::ConnectionAborted, ErrorKind::ConnectionReset, ErrorKind::ConnectionRefused];
    if !broken.contains(&error.kind()) {
        tracing::error!(%error, "no connection can be taken");
        sleep(REST).await;
    }
}

async fn end(mut connections: JoinSet<()>, patience: Duration) -> usize {
    let all = async { while connections.join_next().await.is_some() {} };
    match timeout(patience, all).await {
        Ok(()) => 0,
        Err(_) => {
            let left = connections.len();
            connections.shutdown().await;
            left
        }
    }
}
