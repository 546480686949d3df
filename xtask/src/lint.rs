//! What is wrong without running anything: layout, lints, purity of the rules, licences.

use std::env;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::{apt, place};

/// What the rules may be made of: plain data, dates and errors. Whatever else turns up here has
/// a clock, a socket or a framework behind it.
const DOMAIN_MAY_USE: &[&str] = &[
    "domain",
    // dates
    "chrono",
    "num-traits",
    // data
    "itoa",
    "serde",
    "serde_core",
    "serde_derive",
    "uuid",
    // errors
    "thiserror",
    "thiserror-impl",
    // behind the derive macros
    "proc-macro2",
    "quote",
    "syn",
    "unicode-ident",
];

/// The version of cargo-deny that CI installs.
const DENY: &str = "0.20.2";

/// All of it.
pub fn run(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo fmt --all --check").run()?;
    clippy(sh)?;
    purity(sh)?;
    licences(sh)
}

/// The server's and the browser's features exclude each other, hence several runs.
fn clippy(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo clippy --workspace --exclude frontend --exclude xtask --all-targets -- -D warnings")
        .run()?;
    cmd!(sh, "cargo clippy --package frontend -- -D warnings").run()?;
    Ok(cmd!(sh, "cargo clippy --package xtask --all-targets -- -D warnings").run()?)
}

/// The rules depend on nothing that could look at the world.
fn purity(sh: &Shell) -> Result<()> {
    let tree = cmd!(sh, "cargo tree --package domain --edges normal --prefix none").read()?;
    let foreign = foreign(&tree);
    if !foreign.is_empty() {
        bail!("the rules (app/domain) may not depend on: {}", foreign.join(", "));
    }
    let features = cmd!(sh, "cargo tree --package domain --edges normal,features --prefix none").read()?;
    for clock in
        ["chrono feature \"clock\"", "chrono feature \"now\"", "uuid feature \"v4\"", "uuid feature \"v7\""]
    {
        if features.contains(clock) {
            bail!("the rules (app/domain) may not use {clock}: they have no clock and no dice");
        }
    }
    Ok(())
}

/// Names in a dependency tree that the rules may not use.
fn foreign(tree: &str) -> Vec<&str> {
    let mut names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| !DOMAIN_MAY_USE.contains(name))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Licences, banned packages and sources, by `deny.toml`. The advisory database needs a network.
fn licences(sh: &Shell) -> Result<()> {
    let tools = place::target().join("tools");
    let own = tools.join("bin/cargo-deny");
    let present = apt::program("cargo-deny").or_else(|| own.is_file().then(|| own.clone()));
    let deny = match present {
        Some(deny) => deny,
        // Minutes of compiling: worth it for every merge, not for every look. It runs for seconds, so that
        // most of what would make it faster is left out.
        None if env::var_os("CI").is_some() => {
            cmd!(sh, "cargo install cargo-deny --locked --quiet --version {DENY} --root {tools}")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .run()?;
            own
        }
        None => {
            eprintln!("Skipped the check of licences: `cargo install cargo-deny --locked` makes it run.");
            return Ok(());
        }
    };
    Ok(cmd!(sh, "{deny} --workspace check bans licenses sources").run()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_package_is_named_once() {
        assert_eq!(foreign("domain v0.1.0\nchrono v0.4\ntokio v1\ntokio v1 (*)"), ["tokio"]);
    }
}
