//! Commands as if they had been typed: without what `cargo run` tells the program it starts.

use std::env;
use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// What cargo tells about the package that it runs. Build scripts of others look at some of it (ring's
/// does), so that what a task compiled was compiled once more by whoever typed `cargo build`, and again
/// by the next task: minutes each time.
const TOLD: &[&str] = &["CARGO_MANIFEST_", "CARGO_PKG_"];

/// Starts this program once more without any of it; returns where there is none, or with an error.
pub fn anew() -> io::Result<()> {
    let told: Vec<_> = env::vars_os().map(|(name, _)| name).filter(|name| is_told(name)).collect();
    if told.is_empty() {
        return Ok(());
    }
    let mut again = Command::new(env::current_exe()?);
    again.args(env::args_os().skip(1));
    for name in told {
        again.env_remove(name);
    }
    Err(again.exec())
}

fn is_told(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| TOLD.iter().any(|start| name.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_about_this_package_is_left_out() {
        let told = |name: &str| is_told(name.as_ref());
        assert!(told("CARGO_MANIFEST_DIR") && told("CARGO_PKG_VERSION_MAJOR"));
        assert!(
            !told("CARGO_HOME") && !told("CARGO_TARGET_DIR") && !told("CARGO_INCREMENTAL") && !told("PATH")
        );
    }
}
