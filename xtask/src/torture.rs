//! `cargo xtask torture`: a portal killed, cut off from power, starved of disk; nothing may be lost.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::place::{self, Profile};
use crate::tally::{self, Tally};
use crate::{postgres, server, site};

/// What of it.
#[derive(clap::Args)]
pub struct Torture {
    /// A few rounds of everything, in minutes.
    #[arg(long)]
    short: bool,
    /// These scenarios only, separated by commas; a wrong name tells the right ones.
    #[arg(long, value_name = "SCENARIO")]
    only: Option<String>,
    /// Throws the same dice as the run that printed this number.
    #[arg(long)]
    seed: Option<u64>,
}

/// All of it, on the portal as a city gets it; in short on the one that is being worked on.
pub fn run(sh: &Shell, wished: &Torture) -> Result<()> {
    let profile = if wished.short { Profile::Dev } else { Profile::Release };
    let mut arguments: Vec<String> = Vec::new();
    if wished.short {
        arguments.push("--short".to_owned());
    }
    if let Some(only) = &wished.only {
        arguments.extend(["--only".to_owned(), only.clone()]);
    }
    if let Some(seed) = wished.seed {
        arguments.extend(["--seed".to_owned(), seed.to_string()]);
    }
    // Apart: the portal is to be built as a city gets it, with nothing that the others ask of its parts.
    let flags = profile.flags();
    server::build(sh, profile)?;
    cmd!(sh, "cargo build --package torture --package faults {flags...}").run()?;
    let mut tally = Tally::default();
    start(sh, profile, &arguments, &mut tally)
}

/// The short form as a part of the tests: one test each scenario.
pub fn test(sh: &Shell, tally: &mut Tally) -> Result<()> {
    server::build_tested(sh)?;
    start(sh, Profile::Dev, &["--short".to_owned()], tally)
}

fn start(sh: &Shell, profile: Profile, arguments: &[String], tally: &mut Tally) -> Result<()> {
    let built = profile.folder();
    let (program, portal, faults) = (built.join("torture"), built.join("yihao"), built.join("libfaults.so"));
    let site = site::build(sh, profile)?;
    // Beside what is built: the folder for temporary files may be kept in memory, where nothing
    // waits for a disk.
    let folder = place::target().join("torture");
    fs::create_dir_all(&folder)?;
    let command = cmd!(sh, "{program} --portal {portal} --site {site} --faults {faults} --folder {folder}");
    let command = match programs(sh) {
        Some(programs) => command.arg("--programs").arg(programs),
        None => command,
    };
    tally::run(command.args(arguments), tally).context("what it found, and its seed, is above")
}

/// PostgreSQL's own programs, installed where they are missing.
fn programs(sh: &Shell) -> Option<PathBuf> {
    postgres::programs(sh).inspect_err(|error| eprintln!("Without PostgreSQL: {error:#}")).ok()
}
