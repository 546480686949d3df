//! Measures a running portal beside the bare things it is compared with, on the same machine and
//! in the same minutes. `cargo xtask bench` builds, calls and prints.

mod allocations;
mod bare;
mod batches;
mod crowd;
mod dashboard;
mod drive;
mod embedded;
mod intakes;
mod lookup;
mod measure;
mod pages;
mod pgbench;
mod portal;
mod postgres;
mod process;
mod record;
mod rows;
mod sample;
mod sqlite;
mod start;
mod template;
mod traffic;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Load on a running portal.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measures everything.
    Measure(measure::Measure),
    /// Drives a portal at fixed rates: `cargo xtask load`.
    Traffic(traffic::Traffic),
    /// Answers given bytes; started by `measure`.
    Bare {
        /// Where the bytes are.
        folder: PathBuf,
    },
}

/// One thread drives: on a small machine the rest belongs to what is measured.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Bare { folder } => bare(folder),
        Task::Measure(measure) => measure::run(&measure).await,
        Task::Traffic(traffic) => traffic::run(&traffic).await,
    }
}

/// With all threads that a portal has.
fn bare(folder: PathBuf) -> Result<()> {
    let serving = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(bare::serve(&folder))
    });
    serving.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the bare handler broke")))
}
