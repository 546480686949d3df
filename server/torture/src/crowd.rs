//! Clerks who hand in as fast as they are served, and never give up an application.

mod clerk;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tokio::sync::{OwnedRwLockWriteGuard, RwLock, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::applications::{Applications, sign_in};
use crate::city::City;
use crate::ledger::Ledger;
use crate::plan::Dice;
use clerk::Clerk;

/// Within this time after a portal is back, everything begun is acknowledged.
const PATIENCE: Duration = Duration::from_secs(90);

/// How clerks work.
#[derive(Clone, Debug)]
pub struct Manner {
    /// Where they hand in; each at one of them, and at the next when it does not answer.
    pub doors: Vec<String>,
    /// Clerks at once.
    pub clerks: usize,
    /// How many of a hundred applications are sent twice at once, to two doors where there are two.
    pub twins: u64,
}

impl Manner {
    /// Eight clerks at one door, of whom some click twice.
    pub fn at(address: &str) -> Self {
        Self { doors: vec![address.to_owned()], clerks: 8, twins: 10 }
    }
}

/// What clerks share.
#[derive(Debug)]
struct Desk {
    manner: Manner,
    applications: Applications,
    ledger: Arc<Ledger>,
    token: RwLock<String>,
    /// Whoever deals with an application holds it for reading; a pause holds it alone.
    turnstile: Arc<RwLock<()>>,
}

/// Clerks at work.
#[derive(Debug)]
pub struct Crowd {
    desk: Arc<Desk>,
    stop: watch::Sender<bool>,
    clerks: JoinSet<Result<()>>,
}

/// Nobody hands in while it is held, and all that was begun is acknowledged.
#[derive(Debug)]
pub struct Pause {
    _turnstile: OwnedRwLockWriteGuard<()>,
}

impl Crowd {
    /// Signs the clerks in and lets them begin.
    ///
    /// # Errors
    /// Where nobody answers.
    pub async fn begin(city: &City, ledger: &Arc<Ledger>, manner: Manner, dice: &mut Dice) -> Result<Self> {
        let token = sign_in(manner.doors.first().context("no door")?).await?;
        let desk = Arc::new(Desk {
            manner,
            applications: city.applications().clone(),
            ledger: Arc::clone(ledger),
            token: RwLock::new(token),
            turnstile: Arc::default(),
        });
        let (stop, stopped) = watch::channel(false);
        let mut clerks = JoinSet::new();
        for seat in 0..desk.manner.clerks {
            clerks.spawn(Clerk::new(Arc::clone(&desk), seat, dice.split()).work(stopped.clone()));
        }
        Ok(Self { desk, stop, clerks })
    }

    /// Waits until so many more are acknowledged.
    ///
    /// # Errors
    /// Where that takes longer than it may, or a clerk was refused for good.
    pub async fn more(&mut self, count: u64, within: Duration) -> Result<()> {
        let ledger = Arc::clone(&self.desk.ledger);
        let target = ledger.acknowledged().saturating_add(count);
        let reached = timeout(within, async {
            while ledger.acknowledged() < target {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        });
        let reached = reached.await.is_ok();
        self.alive().await?;
        if reached { Ok(()) } else { bail!("not {count} acknowledgements within {} s", within.as_secs()) }
    }

    /// Stops handing in, after everything begun is acknowledged; needs a portal that serves.
    ///
    /// # Errors
    /// Where that takes too long, or a clerk was refused for good.
    pub async fn pause(&mut self) -> Result<Pause> {
        let turnstile = timeout(PATIENCE, Arc::clone(&self.desk.turnstile).write_owned()).await;
        self.alive().await?;
        let refused = self.desk.ledger.refused();
        let turnstile = turnstile
            .with_context(|| format!("clerks are not served within {} s: {refused:?}", PATIENCE.as_secs()))?;
        Ok(Pause { _turnstile: turnstile })
    }

    /// Sends some acknowledged applications once more; the ledger compares the receipts.
    ///
    /// # Errors
    /// Where they are not answered.
    pub async fn repeat(&self, dice: &mut Dice, count: usize) -> Result<()> {
        let mut clerk = Clerk::new(Arc::clone(&self.desk), 0, dice.split());
        for n in self.desk.ledger.sample(dice, count) {
            timeout(PATIENCE, clerk.hand_in(n)).await.context("a repeated application is not served")??;
        }
        Ok(())
    }

    /// Lets everybody finish what they began, and go home; needs a portal that serves.
    ///
    /// # Errors
    /// As [`Crowd::pause`].
    pub async fn end(mut self) -> Result<()> {
        let pause = self.pause().await?;
        self.stop.send_replace(true);
        drop(pause);
        while let Some(clerk) = self.clerks.join_next().await {
            clerk??;
        }
        Ok(())
    }

    /// Everybody goes home at once, whatever they had begun.
    pub async fn leave(mut self) {
        self.clerks.shutdown().await;
    }

    /// Fails where a clerk has given up: none ever should.
    async fn alive(&mut self) -> Result<()> {
        match self.clerks.try_join_next() {
            Some(clerk) => clerk?.context("a clerk gave up"),
            None => Ok(()),
        }
    }
}
