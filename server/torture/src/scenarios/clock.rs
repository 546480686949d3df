//! The wall clock jumps amid intakes, forwards and backwards.

use std::time::Duration;

use anyhow::Result;
use tokio::time::sleep;

use crate::city::Nursery;
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::machine::Machine;
use crate::outcome::Outcome;
use crate::plan::{Dice, Plan};
use crate::portal::{Portal, Start};
use crate::rows::Rows;
use crate::trial::{Hall, Trial};

/// Seconds that a clock jumps at most, by how wrong it was set.
const JUMPS: [u64; 4] = [3, 300, 3600 * 9, 86_400 * 4];
/// Until then the portal has looked at its clock.
const SETTLED: Duration = Duration::from_millis(50);

/// Lets it jump 40 times.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let cycles = plan.rounds(40, 4);
    let mut trial = Trial::begin(ground, plan, "clock", cycles);
    let city = nursery.sqlite(ground).await?;
    let machine = Machine::under(ground, &city)?;
    let how = machine.start(Start::anywhere()?);
    let portal = Portal::start(ground, &city, &how).await?;
    let mut hall = Hall::open(city, Manner::at(&how.address), &mut trial.dice).await?;
    for cycle in 0..cycles {
        machine.set_clock(jump(cycle, &mut trial.dice))?;
        sleep(SETTLED).await;
        trial.work(&mut hall, 20, 300).await?;
        trial.prove(&mut hall).await?;
    }
    machine.set_clock(0)?;
    let city = trial.close(hall).await?;
    portal.stop().await?;
    let seen = days(city.database()).await?;
    trial.note(format!("cases were taken in on {seen} days"));
    if seen < 2 {
        trial.wrong("the clock never jumped to another day");
    }
    Ok(trial.outcome)
}

/// Ever further by turns; every fourth is a jump to another day.
fn jump(cycle: u32, dice: &mut Dice) -> i64 {
    let turn = usize::try_from(cycle).unwrap_or(0) % JUMPS.len();
    let most = JUMPS.get(turn).copied().unwrap_or(0);
    let far = i64::try_from(dice.number(most / 2..=most)).unwrap_or(0);
    if dice.percent(50) { far } else { -far }
}

async fn days(database: &str) -> Result<u64> {
    let rows = Rows::open(database).await?;
    let days = rows.days().await?;
    rows.close().await?;
    Ok(days)
}
