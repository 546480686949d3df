//! Two servers on one database, either of them killed amid intakes; the same application comes to
//! both at once.

use std::mem::swap;

use anyhow::Result;

use crate::city::Nursery;
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};

/// Of a hundred applications, so many are sent to both at once.
const TWINS: u64 = 30;

/// Kills one of the two 20 times.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(20, 2);
    let mut trial = Trial::begin(ground, plan, "servers", cycles);
    let city = nursery.sqlite(ground).await?;
    let (mut one, mut other) = (Start::anywhere()?, Start::anywhere()?);
    let mut stays = Portal::start(ground, &city, &one).await?;
    let mut goes = Portal::start(ground, &city, &other).await?;
    let doors = vec![one.address.clone(), other.address.clone()];
    let mut hall = Hall::open(city, Manner { doors, clerks: 8, twins: TWINS }, &mut trial.dice).await?;
    for _ in 0..cycles {
        if trial.dice.percent(50) {
            swap(&mut one, &mut other);
            swap(&mut stays, &mut goes);
        }
        trial.work(&mut hall, 20, 500).await?;
        goes.kill().await?;
        // The other goes on alone.
        trial.work(&mut hall, 10, 20).await?;
        goes = Portal::start(ground, &hall.city, &other).await?;
        trial.prove(&mut hall).await?;
    }
    let _city = trial.close(hall).await?;
    stays.stop().await?;
    goes.stop().await?;
    Ok(trial.outcome)
}
