//! One clerk: the same application under the same key until there is a receipt.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, bail};
use tokio::sync::watch;
use tokio::time::sleep;

use super::Desk;
use crate::applications::sign_in;
use crate::ledger::{Ledger, Receipt};
use crate::plan::Dice;
use wire::{Answer, Call, Client};

/// Before the same is asked again: long enough for a processor, short for a person.
const PAUSE: Duration = Duration::from_millis(20);

/// A clerk at a desk.
pub(super) struct Clerk {
    desk: Arc<Desk>,
    /// Which of the doors.
    door: usize,
    wire: Option<Client>,
    dice: Dice,
}

impl Clerk {
    pub fn new(desk: Arc<Desk>, seat: usize, dice: Dice) -> Self {
        let door = seat.checked_rem(desk.manner.doors.len()).unwrap_or_default();
        Self { desk, door, wire: None, dice }
    }

    /// Hands in one application after the other until told to stop.
    pub async fn work(mut self, stopped: watch::Receiver<bool>) -> Result<()> {
        let turnstile = Arc::clone(&self.desk.turnstile);
        loop {
            let _turn = turnstile.read().await;
            if *stopped.borrow() {
                return Ok(());
            }
            let n = self.desk.ledger.next();
            if self.dice.percent(self.desk.manner.twins) {
                self.twins(n).await?
            } else {
                self.hand_in(n).await?
            }
        }
    }

    /// Until it is acknowledged.
    pub async fn hand_in(&mut self, n: u64) -> Result<()> {
        while !self.attempt(n).await? {
            sleep(PAUSE).await;
        }
        Ok(())
    }

    /// The same application from two places at the same time, as an impatient click does.
    async fn twins(&mut self, n: u64) -> Result<()> {
        let mut other = Self::new(Arc::clone(&self.desk), self.door.saturating_add(1), self.dice.split());
        let (one, two) = tokio::join!(self.hand_in(n), other.hand_in(n));
        one.and(two)
    }

    /// Whether it was acknowledged.
    async fn attempt(&mut self, n: u64) -> Result<bool> {
        let token = self.desk.token.read().await.clone();
        let call = self.desk.applications.call(n, &token, &Ledger::key(n))?;
        match self.send(&call).await {
            Ok(answer) => self.read(n, &token, answer).await,
            Err(_cut_off) => {
                self.desk.ledger.cut_off();
                self.wire = None;
                self.door =
                    self.door.saturating_add(1).checked_rem(self.desk.manner.doors.len()).unwrap_or(0);
                Ok(false)
            }
        }
    }

    /// A receipt ends it; “not now” is asked again; any other refusal is one too many.
    async fn read(&mut self, n: u64, token: &str, answer: Answer) -> Result<bool> {
        match answer.status {
            201 => {
                self.desk.ledger.acknowledge(n, Receipt::read(&answer.body)?)?;
                return Ok(true);
            }
            401 => self.sign_in(token).await,
            408 | 425 | 429 | 500..=599 => {}
            status => bail!("application {n} was refused: {status} {}", answer.text()),
        }
        self.desk.ledger.refuse(answer.status);
        Ok(false)
    }

    /// Anew, unless another clerk has done it meanwhile; where it fails, it is tried again.
    async fn sign_in(&self, old: &str) {
        let mut token = self.desk.token.write().await;
        if *token == old
            && let Some(door) = self.address()
            && let Ok(new) = sign_in(door).await
        {
            *token = new;
        }
    }

    async fn send(&mut self, call: &Call) -> Result<Answer> {
        let address = self.address().map(str::to_owned).unwrap_or_default();
        let wire = match &mut self.wire {
            Some(wire) => wire,
            None => self.wire.insert(Client::connect(&address).await?),
        };
        wire.send(call).await
    }

    fn address(&self) -> Option<&str> {
        self.desk.manner.doors.get(self.door).map(String::as_str)
    }
}
