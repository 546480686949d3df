//! `kill -9` amid intakes, again and again.

use anyhow::Result;
use tokio::time::sleep;

use crate::city::{City, Nursery};
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};

/// Kills 200 times.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let mut trial = Trial::begin(ground, plan, "kill", plan.rounds(200, 4));
    while let Some(cycles) = trial.next_city() {
        one_city(&mut trial, nursery.sqlite(ground).await?, cycles, 800).await?;
    }
    Ok(trial.outcome)
}

/// Each time after 20 receipts at least and `most` at most.
pub(crate) async fn one_city(trial: &mut Trial<'_>, city: City, cycles: u32, most: u64) -> Result<()> {
    let how = Start::anywhere()?;
    let mut portal = Portal::start(trial.ground, &city, &how).await?;
    let mut hall = Hall::open(city, Manner::at(&how.address), &mut trial.dice).await?;
    for _ in 0..cycles {
        trial.work(&mut hall, 20, most).await?;
        // Not only right after a receipt.
        sleep(trial.dice.millis(0..=50)).await;
        portal.kill().await?;
        portal = Portal::start(trial.ground, &hall.city, &how).await?;
        trial.prove(&mut hall).await?;
    }
    let _city = trial.close(hall).await?;
    portal.stop().await
}
