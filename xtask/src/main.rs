//! The newcomer's commands: `cargo xtask run | test | build | check | bench | load`.

mod apt;
mod bench;
mod browser;
mod compress;
mod css;
mod freshness;
mod lint;
mod load;
mod oracles;
mod place;
mod postgres;
mod run;
mod server;
mod site;
mod stage;
mod tally;
mod test;
mod toolchain;
mod torture;
mod typed;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use xshell::{Shell, cmd};

use crate::place::Profile;
use crate::stage::Stages;
use crate::test::Part;

/// Builds, runs, tests and measures the portal.
#[derive(Parser)]
#[command(name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

/// What to do.
#[derive(Subcommand)]
enum Task {
    /// Builds the portal and serves the demonstration city.
    Run {
        /// Builds for a city rather than for work on it.
        #[arg(long)]
        release: bool,
        /// Where it listens.
        #[arg(long, env = "YIHAO_LISTEN", default_value = "127.0.0.1:3000")]
        listen: String,
    },
    /// Installs what the tests need and runs them all.
    Test {
        /// Runs some parts only.
        #[arg(long, value_enum, value_delimiter = ',')]
        only: Vec<Part>,
    },
    /// Leaves the binary `yihao` and its site in the target folder.
    Build {
        /// Builds for a city rather than for work on it.
        #[arg(long)]
        release: bool,
    },
    /// Layout and types only, for every few minutes.
    Check,
    /// Kills the portal, cuts its power, fills its disk; says what was lost.
    Torture(torture::Torture),
    /// Prints the table of measurements.
    Bench,
    /// Drives the portal at fixed rates: a city's peak, far too much, a campaign, half an hour.
    Load(load::Load),
}

fn main() -> ExitCode {
    match run_task() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_task() -> Result<()> {
    typed::anew()?;
    let sh = Shell::new()?;
    sh.change_dir(place::root());
    match Arguments::parse().task {
        Task::Run { release, listen } => run::run(&sh, profile(release), &listen),
        Task::Test { only } => test::run(&sh, &only),
        Task::Build { release } => build(&sh, profile(release)),
        Task::Check => check(&sh),
        Task::Torture(wished) => torture::run(&sh, &wished),
        Task::Bench => bench::run(&sh),
        Task::Load(load) => load::run(&sh, &load),
    }
}

fn profile(release: bool) -> Profile {
    if release { Profile::Release } else { Profile::Dev }
}

fn build(sh: &Shell, profile: Profile) -> Result<()> {
    let mut stages = Stages::begin();
    stages.run("The site", |_| site::build(sh, profile).map(drop))?;
    stages.run("The server", |_| server::build(sh, profile))?;
    stages.print();
    eprintln!("\n{}\n{}", profile.folder().join("yihao").display(), profile.site().display());
    Ok(())
}

fn check(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo fmt --all --check").run()?;
    cmd!(sh, "cargo check --workspace --exclude frontend --exclude xtask --all-targets").run()?;
    Ok(cmd!(sh, "cargo check --package frontend").run()?)
}
