//! `cargo xtask test`: everything that can be known about a change on one machine.

use anyhow::Result;
use clap::ValueEnum;
use xshell::{Shell, cmd};

use crate::postgres::Postgres;
use crate::stage::Stages;
use crate::tally::{self, Tally};
use crate::{apt, browser, lint, oracles, server, torture};

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Layout, lints, purity of the rules, licences.
    Lint,
    /// The documentation, and the examples in it.
    Docs,
    /// Unit, property and HTTP tests on SQLite.
    Unit,
    /// The tests that read or write a database, on PostgreSQL too.
    Postgres,
    /// The rules against independent libraries.
    Oracles,
    /// A portal killed, cut off from power and starved of disk, in short.
    Torture,
    /// Journeys in Chromium, with scripts and without.
    Browser,
}

impl Part {
    fn title(self) -> &'static str {
        match self {
            Self::Lint => "Lints, purity, licences",
            Self::Docs => "Documentation",
            Self::Unit => "Unit, property and HTTP tests on SQLite",
            Self::Postgres => "The same on PostgreSQL",
            Self::Oracles => "Rules against other libraries",
            Self::Torture => "Torture, in short",
            Self::Browser => "Journeys in a browser",
        }
    }

    fn run(self, sh: &Shell, tally: &mut Tally) -> Result<()> {
        match self {
            Self::Lint => lint::run(sh),
            Self::Docs => docs(sh, tally),
            Self::Unit => unit(sh, tally),
            Self::Postgres => postgres(sh, tally),
            Self::Oracles => oracles::run(sh, tally),
            Self::Torture => torture::test(sh, tally),
            Self::Browser => browser::run(sh, tally),
        }
    }
}

/// Runs the parts wished for, or all of them, and stops at the first that fails.
pub fn run(sh: &Shell, only: &[Part]) -> Result<()> {
    let mut stages = Stages::begin();
    let wished = |part: &&Part| only.is_empty() || only.contains(part);
    let result = Part::value_variants()
        .iter()
        .filter(wished)
        .try_for_each(|part| stages.run(part.title(), |tally| part.run(sh, tally)));
    stages.print();
    // The last line on standard output, for people and for machines.
    let Tally { passed, failed } = stages.tally;
    let failed = if result.is_err() { failed.max(1) } else { failed };
    println!("\n{passed} passed, {failed} failed");
    result
}

fn docs(sh: &Shell, tally: &mut Tally) -> Result<()> {
    cmd!(sh, "cargo doc --no-deps --workspace --exclude frontend --exclude xtask")
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()?;
    tally::run(cmd!(sh, "cargo test --doc --workspace --exclude frontend --exclude xtask"), tally)
}

fn unit(sh: &Shell, tally: &mut Tally) -> Result<()> {
    tally::run(portal_tests(sh), tally)?;
    tally::run(cmd!(sh, "cargo test --package xtask"), tally)
}

fn postgres(sh: &Shell, tally: &mut Tally) -> Result<()> {
    let cluster = Postgres::start(sh)?;
    eprintln!("A throw-away PostgreSQL runs at {}", cluster.url());
    let tests = match has_nextest() {
        true => {
            // What is named after SQLite has just run.
            let both = "package(backend) | package(server) | package(migrations)";
            portal_tests(sh).args(["--filterset", &format!("({both}) & not test(/::sqlite$/)")])
        }
        false => portal_tests(sh),
    };
    tally::run(tests.env("YIHAO_TEST_POSTGRES", cluster.url()), tally)
}

/// The browser's package and this one are built with other features, hence apart.
fn portal_tests(sh: &Shell) -> xshell::Cmd<'_> {
    let portal = server::TESTED;
    match has_nextest() {
        true => cmd!(sh, "cargo nextest run --no-fail-fast --no-tests=pass {portal...}"),
        false => cmd!(sh, "cargo test --no-fail-fast --lib --bins --tests {portal...}"),
    }
}

fn has_nextest() -> bool {
    apt::program("cargo-nextest").is_some()
}
