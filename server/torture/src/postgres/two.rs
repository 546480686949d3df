//! Two servers on one PostgreSQL: one of them is killed while the same comes to both.

use anyhow::Result;

use super::told;
use crate::city::Nursery;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::scenarios::servers::{Two, one_city};
use crate::trial::Trial;

/// Kills one of two by turns, 20 times.
///
/// # Errors
/// Where a portal does not come back, or a clerk is refused for good.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(20, 2);
    let mut trial = Trial::begin(ground, plan, "postgres-two", cycles);
    let (cluster, city) = nursery.postgres.begin(ground).await?;
    one_city(&mut trial, city, cycles, Two { clerks: 12, most: 400, turns: 100 }).await?;
    let (deadlocks, conflicts) = (cluster.logged("deadlock detected"), cluster.logged("could not serialize"));
    trial.note(format!("PostgreSQL told of {deadlocks} deadlocks and {conflicts} serialization failures"));
    Ok(told(trial))
}
