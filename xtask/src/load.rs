//! `cargo xtask load`: the portal at fixed rates, as a city comes to it. What comes of it goes into
//! `docs/measurements.md`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::bench::table::{self, Line};
use crate::bench::{builds, sections};
use crate::place::{self, Profile};
use crate::postgres::Postgres;
use crate::stage::Stages;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Play {
    /// A minute of a city's peak.
    City,
    /// Five times what the portal can do, and what comes after.
    Overload,
    /// A minute in which everybody hands in the same.
    Campaign,
    /// Half an hour at twice the peak.
    Soak,
}

/// The databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum On {
    /// A file.
    Sqlite,
    /// A throw-away cluster that waits for its disk.
    Postgresql,
}

/// What to run.
#[derive(Args)]
pub struct Load {
    /// Only these.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Play>,
    /// Only on these databases.
    #[arg(long, value_enum, value_delimiter = ',')]
    on: Vec<On>,
    /// How long the soak takes on each database.
    #[arg(long, default_value_t = 30)]
    minutes: u32,
    /// Which part of a whole city comes; left out, as much as this machine can take.
    #[arg(long)]
    scale: Option<f64>,
    /// Everything but the soak in a sixth of its time, to try it; nothing is written down.
    #[arg(long)]
    brief: bool,
}

/// Thousands wait at once in an overload, and many systems give a process 1,024 descriptors unless it
/// asks for more.
const DESCRIPTORS: &str = r#"ulimit -n "$(ulimit -H -n)"; exec "$0" "$@""#;

/// Builds, drives, and writes the lines down.
pub fn run(sh: &Shell, load: &Load) -> Result<()> {
    let mut stages = Stages::begin();
    stages.run("Building", |_| builds::for_city(sh))?;
    stages.run("Load", |_| drive(sh, load))?;
    stages.print();
    let file = place::root().join("docs/measurements.md");
    let mut page = fs::read_to_string(&file)?;
    let machine = table::machine(sh);
    for (play, on) in load.asked() {
        let section = section(play, on, &machine)?;
        println!("{section}");
        page = sections::renewed(&page, &title(play, on), &section);
    }
    if !load.brief {
        fs::write(&file, page)?;
    }
    Ok(())
}

impl Load {
    /// All that is to be run.
    fn asked(&self) -> Vec<(Play, On)> {
        let on = On::value_variants().iter().filter(|on| self.on.is_empty() || self.on.contains(on));
        let plays = || {
            let all = Play::value_variants().iter();
            all.filter(|play| self.only.is_empty() || self.only.contains(play))
        };
        on.flat_map(|on| plays().map(move |play| (*play, *on))).collect()
    }
}

fn drive(sh: &Shell, load: &Load) -> Result<()> {
    cmd!(sh, "cargo build --release --package load").run()?;
    // Beside what is built: the folder for temporary files may be kept in memory, where nothing
    // waits for a disk.
    let folder = place::target().join("bench");
    fs::create_dir_all(&folder)?;
    let (portal, site) = (Profile::Release.folder().join("yihao"), Profile::Release.site());
    let program = Profile::Release.folder().join("load");
    for (play, on) in load.asked() {
        // Of an earlier run; nobody is to take it for one of this.
        let _ = fs::remove_file(file(play, on));
    }
    let drive =
        cmd!(sh, "sh -c {DESCRIPTORS} {program} traffic --portal {portal} --site {site} --folder {folder}");
    let drive = drive.args(arguments(load));
    if load.asked().iter().all(|(_, on)| *on == On::Sqlite) {
        return Ok(drive.run()?);
    }
    let cluster = Postgres::durable(sh)?;
    let drive = drive.arg("--cluster").arg(cluster.folder()).arg("--programs").arg(cluster.programs());
    Ok(drive.run()?)
}

/// What the driver is told of what was asked for.
fn arguments(load: &Load) -> Vec<String> {
    let mut arguments = vec!["--minutes".to_owned(), load.minutes.to_string()];
    let mut add = |option: &str, value: String| arguments.extend([option.to_owned(), value]);
    load.only.iter().for_each(|play| add("--only", name(play)));
    load.on.iter().for_each(|on| add("--on", name(on)));
    load.scale.iter().for_each(|scale| add("--scale", scale.to_string()));
    arguments.extend(load.brief.then(|| "--brief".to_owned()));
    arguments
}

fn name(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn file(play: Play, on: On) -> PathBuf {
    place::target().join("bench").join(format!("load-{}-{}.json", name(&play), name(&on)))
}

fn title(play: Play, on: On) -> String {
    let play = match play {
        Play::City => "A city's peak",
        Play::Overload => "Five times too much",
        Play::Campaign => "A campaign",
        Play::Soak => "Half an hour at twice the peak",
    };
    let on = match on {
        On::Sqlite => "SQLite",
        On::Postgresql => "PostgreSQL",
    };
    format!("{play}, {on}")
}

/// What goes into the page: when and where it was run, and its lines.
fn section(play: Play, on: On, machine: &str) -> Result<String> {
    let file = file(play, on);
    let text = fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))?;
    let lines = read(&text).with_context(|| file.display().to_string())?;
    Ok(format!("### {}\n\n{machine}\n\n{}", title(play, on), table::table(&lines)))
}

/// The lines of a file.
pub fn read(text: &str) -> Result<Vec<Line>> {
    let rows: Vec<Vec<Value>> = rows(serde_json::from_str(text)?).context("these are no lines")?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read() {
        let lines = read(r#"[["a", "b", "c", "d", "e", "f"], ["g"]]"#).unwrap();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].0.join(""), "abcdef");
    }

    #[test]
    fn plays_have_the_names_of_their_files() {
        let names: Vec<String> = Play::value_variants().iter().map(name).collect();
        assert_eq!(names, ["city", "overload", "campaign", "soak"]);
    }
}
