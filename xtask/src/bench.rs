//! `cargo xtask bench`: the figures of `docs/measurements.md`, both sides of a ratio in one run.

pub mod builds;
mod load;
pub mod sections;
mod sizes;
pub mod table;

use std::fs;

use anyhow::Result;
use xshell::Shell;

use crate::place;
use crate::stage::Stages;
use table::Line;

/// Builds, measures, prints the table and writes it down.
pub fn run(sh: &Shell) -> Result<()> {
    let mut stages = Stages::begin();
    let builds = stage(&mut stages, "Building", || builds::measure(sh))?;
    let mut lines = stage(&mut stages, "Sizes", sizes::measure)?;
    lines.extend(stage(&mut stages, "Load", || load::measure(sh))?);
    lines.extend(load::later());
    lines.extend(builds);
    stages.print();
    write(sh, &lines)
}

fn stage(stages: &mut Stages, name: &str, work: impl FnOnce() -> Result<Vec<Line>>) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    stages.run(name, |_| {
        lines = work()?;
        Ok(())
    })?;
    Ok(lines)
}

fn write(sh: &Shell, lines: &[Line]) -> Result<()> {
    let file = place::root().join("docs/measurements.md");
    let before = fs::read_to_string(&file).unwrap_or_default();
    let text = table::page(sh, lines, sections::kept(&before));
    fs::write(file, &text)?;
    println!("{text}");
    Ok(())
}
