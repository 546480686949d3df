//! Two servers on one PostgreSQL: one of them is killed while the same comes to both.

use std::mem::swap;

use anyhow::Result;

use super::told;
use crate::city::Nursery;
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};

/// Of a hundred applications so many are handed in at both servers at once.
const TWINS: u64 = 30;

/// Kills one of two, 20 times.
///
/// # Errors
/// Where a portal does not come back, or a clerk is refused for good.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(20, 2);
    let mut trial = Trial::begin(ground, plan, "postgres-two", cycles);
    let (cluster, city) = nursery.postgres.begin(ground).await?;
    let (mut one, mut other) = (Start::anywhere()?, Start::anywhere()?);
    let mut stays = Portal::start(ground, &city, &one).await?;
    let mut goes = Portal::start(ground, &city, &other).await?;
    let doors = vec![one.address.clone(), other.address.clone()];
    let mut hall = Hall::open(city, Manner { doors, clerks: 12, twins: TWINS }, &mut trial.dice).await?;
    for _ in 0..cycles {
        swap(&mut one, &mut other);
        swap(&mut stays, &mut goes);
        trial.work(&mut hall, 20, 400).await?;
        goes.kill().await?;
        // The one that stays takes everything over.
        trial.work(&mut hall, 10, 20).await?;
        goes = Portal::start(ground, &hall.city, &other).await?;
        trial.prove(&mut hall).await?;
    }
    let _city = trial.close(hall).await?;
    stays.stop().await?;
    goes.stop().await?;
    let (deadlocks, conflicts) = (cluster.logged("deadlock detected"), cluster.logged("could not serialize"));
    trial.note(format!("PostgreSQL told of {deadlocks} deadlocks and {conflicts} serialization failures"));
    Ok(told(trial))
}
