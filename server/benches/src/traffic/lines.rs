//! Connections: who comes takes one that is free, or opens another.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use wire::{Answer, Call, Client};

/// Connections kept open to one server.
pub struct Lines {
    address: String,
    free: Mutex<Vec<Client>>,
    source: AtomicU8,
}

impl Lines {
    /// None yet.
    pub fn new(address: &str) -> Self {
        Self { address: address.to_owned(), free: Mutex::default(), source: AtomicU8::new(0) }
    }

    /// Asks, and keeps the connection if it can be used again.
    pub async fn send(&self, call: &Call) -> Result<Answer> {
        let mut client = match self.free() {
            Some(client) => client,
            None => Client::connect_from(self.source(), &self.address).await?,
        };
        let answer = client.send(call).await?;
        if client.is_open() {
            self.free.lock().unwrap_or_else(PoisonError::into_inner).push(client);
        }
        Ok(answer)
    }

    /// The one used last: the others may grow old and be closed.
    fn free(&self) -> Option<Client> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        std::iter::from_fn(|| free.pop()).find(Client::is_open)
    }

    /// The whole of 127.0.0.0/8 is this machine: ports run out on one address only.
    fn source(&self) -> SocketAddr {
        let turn = self.source.fetch_add(1, Ordering::Relaxed);
        (Ipv4Addr::new(127, 0, 1, turn % 200 + 1), 0).into()
    }
}
