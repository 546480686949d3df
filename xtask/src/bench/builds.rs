//! How long builds take, from nothing. Remembered in the target folder, for a bench usually finds
//! most things built already.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use xshell::{Shell, cmd};

use super::table::Line;
use crate::place::{self, Profile};
use crate::stage::minutes;
use crate::{server, site};

/// Asks for builds from nothing, in folders of their own.
const FROM_NOTHING: &str = "YIHAO_BENCH_BUILDS";

/// Takes the portal as it was built last.
const AS_BUILT: &str = "YIHAO_BENCH_AS_BUILT";

/// The builds a newcomer waits for.
const BUILDS: &[(&str, &str)] = &[
    ("wasm", "the islands with the site, from nothing"),
    ("debug", "the server from nothing, for work on it"),
    ("release", "the server from nothing, for a city"),
];

/// Builds for a city; the times of builds from nothing, as last measured.
pub fn measure(sh: &Shell) -> Result<Vec<Line>> {
    if env::var_os(FROM_NOTHING).is_some() {
        from_nothing(sh)?;
    }
    for_city(sh)?;
    Ok(BUILDS.iter().map(|(name, what)| line(name, what)).collect())
}

/// Builds the portal and its site for a city, unless it is to be taken as it was built last.
pub fn for_city(sh: &Shell) -> Result<()> {
    if env::var_os(AS_BUILT).is_some() { Ok(()) } else { build(sh) }
}

fn build(sh: &Shell) -> Result<()> {
    let is_new = [place::target().join("wasm"), Profile::Release.folder()].map(|folder| !folder.exists());
    let [wasm_is_new, server_is_new] = is_new;
    let site = timed(|| site::build(sh, Profile::Release).map(drop))?;
    let server = timed(|| server::build(sh, Profile::Release))?;
    if wasm_is_new {
        remember("wasm", site)?;
    }
    if server_is_new {
        remember("release", server)?;
    }
    Ok(())
}

/// In a target folder that did not exist and is gone afterwards.
fn from_nothing(sh: &Shell) -> Result<()> {
    let folder = tempfile::Builder::new().prefix("from-nothing-").tempdir_in(place::target())?;
    let _elsewhere = sh.push_env("CARGO_TARGET_DIR", folder.path());
    remember("debug", timed(|| Ok(cmd!(sh, "cargo build --package server").run()?))?)?;
    remember("release", timed(|| Ok(cmd!(sh, "cargo build --package server --release").run()?))?)
}

fn timed(work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let began = Instant::now();
    work()?;
    Ok(began.elapsed())
}

fn file(name: &str) -> PathBuf {
    place::target().join("bench").join(format!("build-{name}.txt"))
}

fn remember(name: &str, took: Duration) -> Result<()> {
    fs::create_dir_all(place::target().join("bench"))?;
    Ok(fs::write(file(name), minutes(took))?)
}

fn line(name: &str, what: &str) -> Line {
    match fs::read_to_string(file(name)) {
        Ok(took) => Line::of([&format!("building {what}"), &took, "", "", "", ""]),
        Err(_) => {
            let why = format!("not measured: everything was built before; `{FROM_NOTHING}=1` builds it anew");
            Line::of([&format!("building {what}"), "", "", "", "", &why])
        }
    }
}
