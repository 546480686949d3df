//! What a bare Debian machine lacks, installed by the command itself where it may.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

/// The path of a program, looked for as a shell does.
pub fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Whether this user may install packages here.
fn may_install(sh: &Shell) -> bool {
    let root = cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id.trim() == "0");
    root && Path::new("/usr/bin/apt-get").is_file()
}

/// Installs Debian packages, or says in one sentence what to install.
///
/// `purpose` completes "… is needed to": `test in a browser`.
pub fn install(sh: &Shell, packages: &[&str], purpose: &str) -> Result<()> {
    let list = packages.join(" ");
    if !may_install(sh) {
        bail!("To {purpose}, install: {list} (on Debian: apt-get install {list}).");
    }
    eprintln!("To {purpose}, installing: {list}");
    let _noninteractive = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get update -q")
        .ignore_stdout()
        .run()
        .context("Debian's package lists could not be read")?;
    cmd!(sh, "apt-get install -y -q --no-install-recommends {packages...}")
        .ignore_stdout()
        .run()
        .with_context(|| format!("could not install {list}"))
}
