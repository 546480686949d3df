//! `kill -9` of the portal amid intakes; PostgreSQL goes on.

use anyhow::Result;

use super::told;
use crate::city::Nursery;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::scenarios::kill::one_city;
use crate::trial::Trial;

/// Kills 50 times.
///
/// # Errors
/// Where a portal does not come back, or a clerk is refused for good.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let mut trial = Trial::begin(ground, plan, "postgres-kill", plan.rounds(50, 2));
    while let Some(cycles) = trial.next_city() {
        let (_cluster, city) = nursery.postgres.begin(ground).await?;
        one_city(&mut trial, city, cycles, 400).await?;
    }
    Ok(told(trial))
}
