//! Our rules against other people's: the same numbers through independent libraries.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::place::{self, Profile};
use crate::tally::{self, Tally};
use crate::{apt, server};

/// Compares `yihao check` with Python's libraries, in a virtual environment of their own.
pub fn run(sh: &Shell, tally: &mut Tally) -> Result<()> {
    let folder = place::root().join("app/domain/tests/oracles");
    let (script, requirements) = (folder.join("compare.py"), folder.join("requirements.txt"));
    if !script.is_file() {
        eprintln!("Skipped: there is no {} yet.", script.display());
        return Ok(());
    }
    let environment = place::target().join("oracles");
    let python = environment.join("bin/python");
    if !python.is_file() {
        create(sh, &environment)?;
    }
    cmd!(sh, "{python} -m pip install --quiet --disable-pip-version-check --requirement {requirements}")
        .run()?;
    server::build(sh, Profile::Dev)?;
    let binary = Profile::Dev.folder().join("yihao");
    tally::run(cmd!(sh, "{python} {script} {binary}"), tally)
}

fn create(sh: &Shell, environment: &std::path::Path) -> Result<()> {
    if apt::program("python3").is_none()
        || cmd!(sh, "python3 -c 'import venv, ensurepip'").quiet().run().is_err()
    {
        apt::install(sh, &["python3", "python3-venv"], "compare with other libraries")?;
    }
    Ok(cmd!(sh, "python3 -m venv {environment}").run()?)
}
