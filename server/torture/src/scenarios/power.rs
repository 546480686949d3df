//! The power goes off amid intakes: what no `fsync` covered is gone, some of it half written.
//!
//! The control runs the same with a log that is synced as `synchronous=NORMAL` does: it must lose, or
//! the cut proves nothing; and it must break nothing, or it is not that setting.

use anyhow::Result;
use tokio::time::sleep;

use crate::checker::compare;
use crate::city::{City, Nursery};
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::machine::Machine;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};

/// Milliseconds that a sync of a slow disk takes.
const SLOWEST: u64 = 12;
/// So many cuts lose something with a probability that nobody waits for.
const CONTROLS: u32 = 5;

/// Cuts the power 100 times.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let mut trial = Trial::begin(ground, plan, "power", plan.rounds(100, 3));
    let mut taken = 0_u64;
    while let Some(cycles) = trial.next_city() {
        let city = nursery.sqlite(ground).await?;
        taken = taken.saturating_add(one_city(&mut trial, city, cycles).await?);
    }
    trial.note(format!("the cuts took back {taken} bytes that no sync had covered"));
    if taken == 0 && !plan.short {
        trial.wrong("no cut took anything back");
    }
    Ok(trial.outcome)
}

/// Bytes that the cuts took back.
async fn one_city(trial: &mut Trial<'_>, city: City, cycles: u32) -> Result<u64> {
    let machine = Machine::under(trial.ground, &city)?;
    let how = machine.start(Start::anywhere()?);
    let mut portal = Portal::start(trial.ground, &city, &how).await?;
    let mut hall = Hall::open(city, Manner::at(&how.address), &mut trial.dice).await?;
    let mut taken = 0_u64;
    for _ in 0..cycles {
        // The longer a sync takes, the likelier it is cut off in it.
        machine.slow(trial.dice.number(0..=SLOWEST))?;
        trial.work(&mut hall, 20, 400).await?;
        sleep(trial.dice.millis(0..=50)).await;
        portal.kill().await?;
        taken = taken.saturating_add(machine.cut(&mut trial.dice)?);
        portal = Portal::start(trial.ground, &hall.city, &how).await?;
        trial.prove(&mut hall).await?;
    }
    let _city = trial.close(hall).await?;
    portal.stop().await?;
    Ok(taken)
}

/// The control: bad is good here. Its ledger is counted nowhere: nothing in it was a promise.
pub async fn control(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let mut trial = Trial::begin(ground, plan, "power-control", CONTROLS);
    for cycle in 1..=CONTROLS {
        trial.outcome.cycles += 1;
        let (lost, of) = lose(&mut trial, nursery.sqlite(ground).await?).await?;
        trial.note(format!("cut {cycle}: {lost} of {of} acknowledged were lost, as they must be"));
        if lost > 0 {
            return Ok(trial.outcome);
        }
    }
    trial.wrong("the control lost nothing: the cut of power proves nothing");
    Ok(trial.outcome)
}

/// One cut of a lazy log; how many acknowledged cases are gone, and of how many.
async fn lose(trial: &mut Trial<'_>, city: City) -> Result<(usize, u64)> {
    let machine = Machine::under(trial.ground, &city)?;
    let how = machine.start_lazy(Start::anywhere()?);
    let portal = Portal::start(trial.ground, &city, &how).await?;
    let mut hall = Hall::open(city, Manner::at(&how.address), &mut trial.dice).await?;
    trial.work(&mut hall, 20, 400).await?;
    portal.kill().await?;
    let Hall { city, ledger, crowd } = hall;
    // They would only wait, and hand in anew what is gone.
    crowd.leave().await;
    machine.cut(&mut trial.dice)?;
    let portal = Portal::start(trial.ground, &city, &how).await?;
    let found = compare(&city, &ledger).await?;
    for broken in found.broken {
        trial.wrong(format!("more than a loss: {broken}"));
    }
    portal.kill().await?;
    Ok((found.lost.len(), ledger.acknowledged()))
}
