//! The journeys in a real browser, with scripts and without, and axe on every page.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::place::{self, Profile};
use crate::server::{self, Demo};
use crate::tally::{self, Tally};
use crate::{apt, site};

/// Names under which systems install Chromium.
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Builds the portal, starts it on an empty database, and plays the journeys.
pub fn run(sh: &Shell, tally: &mut Tally) -> Result<()> {
    let chromium = chromium(sh)?;
    packages(sh)?;
    site::build(sh, Profile::Dev)?;
    server::build_tested(sh)?;
    let demo = Demo::start(Profile::Dev)?;
    eprintln!("The demonstration city is served at {}", demo.url());
    let _folder = sh.push_dir(place::root().join("end2end"));
    let play =
        cmd!(sh, "npx --no-install playwright test").env("YIHAO_URL", demo.url()).env("CHROMIUM", chromium);
    tally::run(play, tally)
}

/// The browser of this machine; the tests never download one.
fn chromium(sh: &Shell) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM") {
        return Ok(PathBuf::from(chosen));
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    // The pages are Chinese: without a font every letter is a box.
    apt::install(sh, &["chromium", "fonts-noto-cjk"], "test in a browser")?;
    match installed() {
        Some(found) => Ok(found),
        None => bail!("Chromium is installed, but not on the PATH; name it in CHROMIUM"),
    }
}

fn installed() -> Option<PathBuf> {
    CHROMIUM.iter().find_map(|name| apt::program(name))
}

/// The test runner, in exactly the versions of package-lock.json.
fn packages(sh: &Shell) -> Result<()> {
    ensure_npm(sh)?;
    let _folder = sh.push_dir(place::root().join("end2end"));
    Ok(cmd!(sh, "npm ci --no-fund --no-audit --loglevel=error")
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .run()?)
}

/// Node and its package manager.
pub fn ensure_npm(sh: &Shell) -> Result<()> {
    match apt::program("npm") {
        Some(_) => Ok(()),
        None => apt::install(sh, &["nodejs", "npm"], "run the tests written for Node"),
    }
}
