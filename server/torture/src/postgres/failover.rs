//! The primary crashes amid intakes, and its synchronous standby takes its place.

use std::time::Duration;

use anyhow::Result;
use tokio::time::sleep;

use super::pair::{Pair, Waits};
use super::{Silence, told};
use crate::checker::compare;
use crate::city::Nursery;
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};

/// A portal may take so long over a primary that hangs: what is under way waits for its own time.
const HANGING: Duration = Duration::from_secs(120);

/// Moves ten times, once from a primary that hangs, and once without waiting for the standby: that must
/// lose something.
///
/// # Errors
/// Where the portal does not find the new primary, or a clerk is refused for good.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(10, 1);
    let mut trial = Trial::begin(ground, plan, "postgres-failover", cycles);
    let (primary, origin) = nursery.postgres.begin(ground).await?;
    let mut pair = Pair::of(primary).await?;
    // The portal is told of both; the proof reads the one that is primary.
    let both = origin.copied(ground, "pair", pair.url())?;
    let portal = Portal::start(ground, &both, &Start::anywhere()?).await?;
    let mut hall = Hall::open(origin, Manner::at(&portal.address), &mut trial.dice).await?;
    let mut silence = Silence::default();
    for _ in 0..cycles {
        crash(&mut trial, &mut pair, &mut hall, &mut silence).await?;
    }
    silence.tell(&mut trial);
    if !plan.short {
        hang(&mut trial, &mut pair, &mut hall).await?;
    }
    control(&mut trial, &mut pair, hall).await?;
    portal.stop().await?;
    Ok(told(trial))
}

async fn crash(trial: &mut Trial<'_>, pair: &mut Pair, hall: &mut Hall, silence: &mut Silence) -> Result<()> {
    trial.work(hall, 20, 400).await?;
    sleep(trial.dice.millis(0..=50)).await;
    hall.ledger.listen();
    pair.primary.stop("immediate").await?;
    pair.take_over().await?;
    trial.work(hall, 10, 20).await?;
    silence.heard(trial, hall);
    hall.city.moved(pair.primary.url());
    trial.prove(hall).await?;
    pair.rejoin().await
}

/// A primary that hangs ends no connection; and it wakes up later, thinking that nothing has happened.
async fn hang(trial: &mut Trial<'_>, pair: &mut Pair, hall: &mut Hall) -> Result<()> {
    trial.work(hall, 20, 40).await?;
    hall.ledger.listen();
    pair.primary.freeze(true).await?;
    pair.take_over().await?;
    hall.crowd.more(20, HANGING).await?;
    let waited = hall.ledger.silence().as_secs_f64();
    trial.note(format!("a primary that hangs instead of crashing: {waited:.1} s without a receipt"));
    pair.standby.freeze(false).await?;
    trial.work(hall, 20, 40).await?;
    hall.city.moved(pair.primary.url());
    trial.prove(hall).await?;
    pair.standby.stop("immediate").await?;
    pair.rejoin().await
}

/// Receipts that only one disk has are lost with it: were that not found, the proof above were none.
async fn control(trial: &mut Trial<'_>, pair: &mut Pair, mut hall: Hall) -> Result<()> {
    trial.outcome.closed(&hall.ledger);
    pair.wait(Waits::No).await?;
    // Away, and not frozen: what waits in the network's buffers would reach it yet.
    pair.standby.stop("fast").await?;
    trial.work(&mut hall, 20, 40).await?;
    pair.primary.stop("immediate").await?;
    pair.standby.start().await?;
    pair.take_over().await?;
    hall.city.moved(pair.primary.url());
    let pause = hall.crowd.pause().await?;
    let lost = compare(&hall.city, &hall.ledger).await?.lost.len();
    drop(pause);
    match lost {
        0 => trial.wrong("nothing was lost where a commit does not wait for the standby: this finds nothing"),
        lost => {
            trial.note(format!("control: {lost} receipts lost where a commit does not wait for the standby"))
        }
    }
    hall.crowd.end().await
}
