//! PostgreSQL crashes amid intakes and comes back; the portal goes on.

use anyhow::Result;
use tokio::time::sleep;

use super::{Silence, told};
use crate::city::Nursery;
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};

/// `pg_ctl restart -m immediate`, 20 times.
///
/// # Errors
/// Where the portal does not serve again, or a clerk is refused for good.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(20, 2);
    let mut trial = Trial::begin(ground, plan, "postgres-restart", cycles);
    let (mut cluster, city) = nursery.postgres.begin(ground).await?;
    let portal = Portal::start(ground, &city, &Start::anywhere()?).await?;
    let mut hall = Hall::open(city, Manner::at(&portal.address), &mut trial.dice).await?;
    let mut silence = Silence::default();
    for _ in 0..cycles {
        trial.work(&mut hall, 20, 400).await?;
        sleep(trial.dice.millis(0..=50)).await;
        hall.ledger.listen();
        cluster.stop("immediate").await?;
        cluster.start().await?;
        trial.work(&mut hall, 10, 20).await?;
        silence.heard(&mut trial, &hall);
        trial.prove(&mut hall).await?;
    }
    let _city = trial.close(hall).await?;
    portal.stop().await?;
    silence.tell(&mut trial);
    Ok(told(trial))
}
