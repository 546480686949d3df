//! Rates and times under load, measured by the package `load` on the release build.

use std::{env, fs};

use anyhow::Result;
use xshell::{Shell, cmd};

use super::table::Line;
use crate::load;
use crate::place::{self, Profile};
use crate::postgres::Postgres;

/// Among how many people one is looked up, where a million take too long.
const PEOPLE: &str = "YIHAO_BENCH_PEOPLE";

/// Starts what is measured, and reads what came of it.
pub fn measure(sh: &Shell) -> Result<Vec<Line>> {
    let (portal, site) = (Profile::Release.folder().join("yihao"), Profile::Release.site());
    cmd!(sh, "cargo build --release --package load").run()?;
    // Beside what is built: the folder for temporary files may be kept in memory, where nothing
    // waits for a disk.
    let folder = place::target().join("bench");
    fs::create_dir_all(&folder)?;
    let out = folder.join("load.json");
    let program = Profile::Release.folder().join("load");
    let cluster = Postgres::durable(sh).inspect_err(|error| eprintln!("Without PostgreSQL: {error:#}")).ok();
    let measure = cmd!(sh, "{program} measure --portal {portal} --site {site} --folder {folder} --out {out}");
    let measure = match env::var(PEOPLE) {
        Ok(people) => measure.args(["--people", &people]),
        Err(_) => measure,
    };
    match &cluster {
        Some(cluster) => {
            let (at, programs) = (cluster.folder(), cluster.programs());
            measure.args(["--cluster"]).arg(at).args(["--programs"]).arg(programs).run()?;
        }
        None => measure.run()?,
    }
    load::read(&fs::read_to_string(out)?)
}

/// Bars of later work, named so that nobody takes silence for success.
pub fn later() -> Vec<Line> {
    [
        ("completion figures from 1 to 10 million cases", "growth ≤ 1.5×", "issue 10"),
        ("Lighthouse on every public page", "≥ 98, 100, 100", "a later issue"),
    ]
    .map(|(what, bar, when)| Line::of([what, "", "", "", bar, &format!("not measured yet, {when}")]))
    .into()
}
