//! The disk is full amid intakes, and has room again: the same process goes on, nothing is lost. Killed
//! while it is full, it has promised nothing that is not there.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use tokio::time::sleep;

use crate::city::{City, Nursery};
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::ledger::Ledger;
use crate::machine::{Full, Machine};
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};
use wire::{Call, ask};

/// After a disk has room again, the next receipt comes within this time.
const RECOVERY: Duration = Duration::from_secs(10);
/// What was on its way when the disk filled is answered by then.
const SETTLED: Duration = Duration::from_millis(500);

/// A portal on a machine whose disk fills.
struct Scene {
    machine: Machine,
    portal: Portal,
    how: Start,
    hall: Hall,
    slowest: Duration,
}

/// Fills the disk 12 times: entirely, for what grows, and with a kill, by turns.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(12, 3);
    let mut trial = Trial::begin(ground, plan, "disk-full", cycles);
    let mut scene = Scene::open(&mut trial, nursery.sqlite(ground).await?).await?;
    for cycle in 0..cycles {
        trial.work(&mut scene.hall, 20, 800).await?;
        match cycle % 3 {
            0 => scene.fill(&mut trial, Full::Entirely).await?,
            1 => scene.fill(&mut trial, Full::ForMore).await?,
            _ => scene = scene.killed(&trial).await?,
        }
        trial.work(&mut scene.hall, 20, 40).await?;
        trial.prove(&mut scene.hall).await?;
    }
    scene.close(&mut trial).await?;
    Ok(trial.outcome)
}

impl Scene {
    async fn open(trial: &mut Trial<'_>, city: City) -> Result<Self> {
        let machine = Machine::under(trial.ground, &city)?;
        let how = machine.start(Start::anywhere()?);
        let portal = Portal::start(trial.ground, &city, &how).await?;
        let hall = Hall::open(city, Manner::at(&how.address), &mut trial.dice).await?;
        Ok(Self { machine, portal, how, hall, slowest: Duration::ZERO })
    }

    /// Full for a while.
    async fn fill(&mut self, trial: &mut Trial<'_>, full: Full) -> Result<()> {
        self.machine.fill(full)?;
        sleep(SETTLED).await;
        let before = self.hall.ledger.acknowledged();
        let time = if trial.plan.short { 500..=1000 } else { 1000..=6000 };
        sleep(trial.dice.millis(time)).await;
        if full == Full::Entirely && self.hall.ledger.acknowledged() > before {
            trial.wrong("something was acknowledged that could not be written");
        }
        reads(trial, &self.how.address).await?;
        self.machine.empty()?;
        self.slowest = self.slowest.max(recovery(&self.hall.ledger).await?);
        ensure!(self.portal.runs()?, "it ended when its disk was full: {}", self.portal.said());
        Ok(())
    }

    /// Full, and then killed; there is room when it starts again.
    async fn killed(mut self, trial: &Trial<'_>) -> Result<Self> {
        self.machine.fill(Full::Entirely)?;
        sleep(SETTLED).await;
        self.portal.kill().await?;
        self.machine.empty()?;
        self.portal = Portal::start(trial.ground, &self.hall.city, &self.how).await?;
        Ok(self)
    }

    async fn close(self, trial: &mut Trial<'_>) -> Result<()> {
        let _city = trial.close(self.hall).await?;
        self.portal.stop().await?;
        let (refused, slowest) = (trial.outcome.refused.clone(), self.slowest.as_millis());
        trial.note(format!("the slowest recovery took {slowest} ms; refused by status: {refused:?}"));
        if refused.contains_key(&500) {
            trial.wrong("a full disk was told as a fault of the portal (500)");
        }
        Ok(())
    }
}

/// Pages need no room.
async fn reads(trial: &mut Trial<'_>, address: &str) -> Result<()> {
    for page in ["/healthz", "/api/v1/items?limit=1"] {
        let status = ask(address, &Call::get(page)).await?.status;
        if status != 200 {
            trial.wrong(format!("{page} answered {status} while the disk was full"));
        }
    }
    Ok(())
}

/// How long until the next receipt.
async fn recovery(ledger: &Ledger) -> Result<Duration> {
    let (began, before) = (Instant::now(), ledger.acknowledged());
    while ledger.acknowledged() == before {
        let (limit, refused) = (RECOVERY.as_secs(), ledger.refused());
        ensure!(began.elapsed() < RECOVERY, "no receipt within {limit} s of a disk with room: {refused:?}");
        sleep(Duration::from_millis(5)).await;
    }
    Ok(began.elapsed())
}
