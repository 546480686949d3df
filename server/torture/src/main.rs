//! `torture`: lets a portal meet what happens to machines, and proves that nothing was lost.

mod applications;
mod checker;
mod city;
mod crowd;
mod ground;
mod ledger;
mod machine;
mod outcome;
mod plan;
mod portal;
mod postgres;
mod progress;
mod rows;
mod scenarios;
mod torn;
mod trial;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, ValueEnum as _};

use crate::city::Nursery;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::scenarios::Scenario;

/// A full run takes in at least so many.
const ENOUGH: u64 = 100_000;

/// Tortures a portal.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(flatten)]
    ground: Ground,
    /// Only these.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Scenario>,
    /// A few rounds of everything.
    #[arg(long)]
    short: bool,
    /// The same seed throws the same dice.
    #[arg(long)]
    seed: Option<u64>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all was good.
async fn run(arguments: Arguments) -> Result<bool> {
    let Arguments { ground, only, short, seed } = arguments;
    let plan = Plan { short, seed: seed.unwrap_or_else(rand::random) };
    eprintln!("Torture with --seed {}", plan.seed);
    let nursery = Nursery::default();
    let wished = |scenario: &&Scenario| only.is_empty() || only.contains(scenario);
    let (mut all, mut passed, mut failed) = (Outcome::default(), 0_u32, 0_u32);
    for scenario in Scenario::value_variants().iter().filter(wished) {
        if scenario.needs_postgres() && ground.programs.is_none() {
            println!("{:<16} left out: no PostgreSQL", scenario.name());
            continue;
        }
        let good = one(*scenario, &ground, &nursery, plan, &mut all).await;
        let count = if good { &mut passed } else { &mut failed };
        *count = count.saturating_add(1);
    }
    println!("{:<16} {all}", "together");
    if only.is_empty() && !short && all.acknowledged < ENOUGH {
        println!("{:<16} WRONG: fewer than {ENOUGH} acknowledgements prove too little", "");
        failed = failed.saturating_add(1);
    }
    println!("with --seed {}", plan.seed);
    // The last line is for machines too.
    println!("{passed} passed, {failed} failed");
    Ok(failed == 0)
}

async fn one(scenario: Scenario, ground: &Ground, nursery: &Nursery, plan: Plan, all: &mut Outcome) -> bool {
    match scenario.run(ground, nursery, plan).await {
        Ok(outcome) => {
            println!("{:<16} {outcome}", scenario.name());
            outcome.notes.iter().for_each(|note| println!("{:<16} {note}", ""));
            outcome.wrong.iter().for_each(|wrong| println!("{:<16} WRONG: {wrong}", ""));
            all.add(&outcome);
            outcome.is_good()
        }
        Err(error) => {
            println!("{:<16} FAILED: {error:#}", scenario.name());
            false
        }
    }
}
