//! Our rules against other people's: the same numbers and days through independent libraries.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::place::{self, Profile};
use crate::tally::{self, Tally};
use crate::{apt, browser, server};

/// Says how many random values of each kind are compared.
const COUNT: &str = "YIHAO_ORACLE_COUNT";
const USUAL_COUNT: &str = "5000";

/// Compares `yihao check` with libraries of Python and of Node.
pub fn run(sh: &Shell, tally: &mut Tally) -> Result<()> {
    server::build_tested(sh)?;
    let scripts = place::root().join("app/domain/tests/oracles");
    let binary = Profile::Dev.folder().join("yihao");
    let count = env::var(COUNT).unwrap_or_else(|_| USUAL_COUNT.to_owned());
    let python = python(sh, &scripts.join("requirements.txt"))?;
    let compare = scripts.join("compare.py");
    tally::run(cmd!(sh, "{python} {compare} {binary} 1 {count}"), tally)?;
    let compare = node(sh, &scripts)?;
    tally::run(cmd!(sh, "node {compare} {binary} {count}"), tally)
}

/// A virtual environment with the libraries; its interpreter.
fn python(sh: &Shell, requirements: &Path) -> Result<PathBuf> {
    let environment = place::target().join("oracles/python");
    let python = environment.join("bin/python");
    if !python.is_file() {
        if !has_venv(sh) {
            apt::install(sh, &["python3", "python3-venv"], "compare with other libraries")?;
        }
        cmd!(sh, "python3 -m venv {environment}").run()?;
    }
    cmd!(sh, "{python} -m pip install --quiet --disable-pip-version-check --requirement {requirements}")
        .run()?;
    Ok(python)
}

fn has_venv(sh: &Shell) -> bool {
    apt::program("python3").is_some() && cmd!(sh, "python3 -c 'import venv, ensurepip'").quiet().run().is_ok()
}

/// The script beside its libraries, out of the source tree.
fn node(sh: &Shell, scripts: &Path) -> Result<PathBuf> {
    browser::ensure_npm(sh)?;
    let folder = place::target().join("oracles/node");
    fs::create_dir_all(&folder)?;
    for name in ["package.json", "compare.mjs", "people.mjs"] {
        fs::copy(scripts.join(name), folder.join(name))?;
    }
    let _there = sh.push_dir(&folder);
    cmd!(sh, "npm install --no-fund --no-audit --no-package-lock --loglevel=error").run()?;
    Ok(folder.join("compare.mjs"))
}
