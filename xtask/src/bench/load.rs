//! Rates and times under load, measured by the package `load` on the release build.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;
use xshell::{Shell, cmd};

use super::table::Line;
use crate::place::{self, Profile};
use crate::postgres::Postgres;

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
    match &cluster {
        Some(cluster) => {
            let (at, programs) = (cluster.folder(), cluster.programs());
            measure.args(["--cluster"]).arg(at).args(["--programs"]).arg(programs).run()?;
        }
        None => measure.run()?,
    }
    lines(&fs::read_to_string(out)?)
}

fn lines(text: &str) -> Result<Vec<Line>> {
    let rows: Vec<Vec<Value>> =
        rows(serde_json::from_str(text)?).context("the lines of the load are none")?;
    Ok(rows.iter().map(|row| line(row)).collect())
}

fn rows(value: Value) -> Option<Vec<Vec<Value>>> {
    value.as_array()?.iter().map(|row| row.as_array().cloned()).collect()
}

fn line(row: &[Value]) -> Line {
    let mut line = Line::default();
    for (cell, value) in line.0.iter_mut().zip(row) {
        *cell = value.as_str().unwrap_or_default().to_owned();
    }
    line
}

/// Bars of later work, named so that nobody takes silence for success.
pub fn later() -> Vec<Line> {
    [
        ("completion figures from 1 to 10 million cases", "growth ≤ 1.5×", "issue 10"),
        ("memory after 30 minutes at twice the peak load", "flat, ≤ 150 MB", "issue 10"),
        ("Lighthouse on every public page", "≥ 98, 100, 100", "a later issue"),
    ]
    .map(|(what, bar, when)| Line::of([what, "", "", "", bar, &format!("not measured yet, {when}")]))
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read() {
        let lines = lines(r#"[["a", "b", "c", "d", "e", "f"], ["g"]]"#).unwrap();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].0.join(""), "abcdef");
    }
}
