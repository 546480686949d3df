//! `cargo xtask run`: the portal with its demonstration city.

use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use xshell::Shell;

use crate::place::{self, Profile};
use crate::{server, site};

const ACCOUNTS: &[(&str, &str)] = &[
    ("citizen", "finds items, applies, follows her cases"),
    ("clerk", "takes in cases at the window"),
    ("reviewer", "decides cases of her department"),
    ("supervisor", "reads the completion rate"),
    ("admin", "keeps staff, halls and the catalogue"),
    ("auditor", "reads the audit trail"),
];

/// Builds everything, serves it at `listen`, and stays until interrupted.
pub fn run(sh: &Shell, profile: Profile, listen: &str) -> Result<()> {
    let site = site::build(sh, profile)?;
    server::build(sh, profile)?;
    let mut child = Command::new(profile.folder().join("yihao"))
        .args(["serve", "--demo", "--listen", listen])
        .env("YIHAO_SITE", site)
        .current_dir(place::root())
        .spawn()?;
    let address = listen.to_owned();
    thread::spawn(move || greet(&address));
    let status = child.wait()?;
    if !status.success() {
        bail!("the server ended with {status}");
    }
    Ok(())
}

/// Says where to go as soon as somebody answers there.
fn greet(address: &str) {
    while !server::is_healthy(address) {
        thread::sleep(Duration::from_millis(200));
    }
    eprintln!("\n  一号 Yihao    http://{address}\n");
    for (name, does) in ACCOUNTS {
        eprintln!("  {name:<11} {does}");
    }
    eprintln!("\n  password    yihao-demo-2026     stop with Ctrl-C\n");
}
