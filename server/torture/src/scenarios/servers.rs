//! Two servers on one database, either of them killed amid intakes; the same application comes to
//! both at once.

use std::mem::swap;

use anyhow::Result;

use crate::city::{City, Nursery};
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start};
use crate::trial::{Hall, Trial};

/// Of a hundred applications, so many are sent to both at once.
const TWINS: u64 = 30;

/// How two servers are treated.
pub(crate) struct Two {
    /// Who hands in.
    pub clerks: usize,
    /// Receipts before one is killed, at most; at least 20.
    pub most: u64,
    /// Of a hundred rounds, in so many it is the other's turn.
    pub turns: u64,
}

/// Kills one of the two 20 times.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(20, 2);
    let mut trial = Trial::begin(ground, plan, "servers", cycles);
    let city = nursery.sqlite(ground).await?;
    one_city(&mut trial, city, cycles, Two { clerks: 8, most: 500, turns: 50 }).await?;
    Ok(trial.outcome)
}

/// One of the two is killed each time, and the one that stays takes everything over.
pub(crate) async fn one_city(trial: &mut Trial<'_>, city: City, cycles: u32, two: Two) -> Result<()> {
    let Two { clerks, most, turns } = two;
    let (mut one, mut other) = (Start::anywhere()?, Start::anywhere()?);
    let mut stays = Portal::start(trial.ground, &city, &one).await?;
    let mut goes = Portal::start(trial.ground, &city, &other).await?;
    let doors = vec![one.address.clone(), other.address.clone()];
    let mut hall = Hall::open(city, Manner { doors, clerks, twins: TWINS }, &mut trial.dice).await?;
    for _ in 0..cycles {
        if trial.dice.percent(turns) {
            swap(&mut one, &mut other);
            swap(&mut stays, &mut goes);
        }
        trial.work(&mut hall, 20, most).await?;
        goes.kill().await?;
        trial.work(&mut hall, 10, 20).await?;
        goes = Portal::start(trial.ground, &hall.city, &other).await?;
        trial.prove(&mut hall).await?;
    }
    let _city = trial.close(hall).await?;
    stays.stop().await?;
    goes.stop().await
}
