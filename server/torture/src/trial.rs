//! One scenario on its way: its dice, its counts, and the halls whose clerks go through it.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;

use crate::checker::check;
use crate::city::City;
use crate::crowd::{Crowd, Manner};
use crate::ground::Ground;
use crate::ledger::Ledger;
use crate::outcome::Outcome;
use crate::plan::{Dice, Plan};
use crate::progress::Progress;

/// Cycles of one city: with its cases grows the time of a proof.
const CITY: u32 = 20;
/// Receipts asked for again at each proof.
const AGAIN: usize = 12;
/// So long may some hundred intakes take, on a machine with other work.
const PATIENCE: Duration = Duration::from_secs(120);

/// A scenario on its way.
#[derive(Debug)]
pub struct Trial<'a> {
    /// What it stands on.
    pub ground: &'a Ground,
    /// Full or short.
    pub plan: Plan,
    /// Its dice.
    pub dice: Dice,
    /// What came of it so far.
    pub outcome: Outcome,
    progress: Progress,
    left: u32,
}

impl<'a> Trial<'a> {
    /// A scenario of so many cycles.
    pub fn begin(ground: &'a Ground, plan: Plan, name: &'static str, cycles: u32) -> Self {
        let (dice, progress) = (plan.dice(name), Progress::begin(name, cycles));
        Self { ground, plan, dice, outcome: Outcome::default(), progress, left: cycles }
    }

    /// The cycles of the next city, as long as there are any.
    pub fn next_city(&mut self) -> Option<u32> {
        let cycles = self.left.min(CITY);
        self.left = self.left.saturating_sub(cycles);
        (cycles > 0).then_some(cycles)
    }

    /// Lets clerks work until from `least` to `most` more are acknowledged; fewer in short.
    ///
    /// # Errors
    /// Where that takes too long, or a clerk was refused for good.
    pub async fn work(&mut self, hall: &mut Hall, least: u64, most: u64) -> Result<()> {
        let more = self.dice.number(self.plan.intakes(least, most));
        hall.crowd.more(more, PATIENCE).await
    }

    /// The end of a cycle: everything begun is finished, receipts are asked for again, and all is there
    /// exactly once.
    ///
    /// # Errors
    /// Where the portal does not serve any more, or nothing can be read.
    pub async fn prove(&mut self, hall: &mut Hall) -> Result<()> {
        let _pause = hall.crowd.pause().await?;
        hall.crowd.repeat(&mut self.dice, AGAIN).await?;
        self.outcome.cycles += 1;
        let found = check(self.ground, &hall.city, &hall.ledger).await?;
        self.outcome.found(self.outcome.cycles, &found);
        self.progress.step(&hall.ledger, &self.outcome);
        Ok(())
    }

    /// Clerks finish what they began and go home; needs a portal that serves.
    ///
    /// # Errors
    /// Where they are not served any more.
    pub async fn close(&mut self, hall: Hall) -> Result<City> {
        let Hall { city, ledger, crowd } = hall;
        crowd.end().await?;
        self.outcome.closed(&ledger);
        Ok(city)
    }

    /// Notes what should not be.
    pub fn wrong(&mut self, what: impl Into<String>) {
        self.outcome.wrong.push(what.into());
    }

    /// Notes what was seen.
    pub fn note(&mut self, what: impl Into<String>) {
        self.outcome.notes.push(what.into());
    }
}

/// A city whose clerks are at work.
#[derive(Debug)]
pub struct Hall {
    /// The city.
    pub city: City,
    /// What clerks were promised.
    pub ledger: Arc<Ledger>,
    /// The clerks.
    pub crowd: Crowd,
}

impl Hall {
    /// Opens it; the city's portal serves.
    ///
    /// # Errors
    /// Where nobody answers.
    pub async fn open(city: City, manner: Manner, dice: &mut Dice) -> Result<Self> {
        let ledger = Arc::new(Ledger::open(city.data())?);
        let crowd = Crowd::begin(&city, &ledger, manner, dice).await?;
        Ok(Self { city, ledger, crowd })
    }
}
