//! What the program tells while it runs: to standard error, as lines or, with
//! `YIHAO_LOG=json`, as objects. `RUST_LOG` says how much.

use std::io::{IsTerminal as _, stderr};
use tracing_subscriber::EnvFilter;

/// The storage library speaks of every step of the schema, and warns of options that SQLite has not.
const USUAL: &str = "info,sea_orm_migration=warn,sea_orm=error";

/// Starts telling. A second call changes nothing.
pub(super) fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    let json = std::env::var("YIHAO_LOG").is_ok_and(|form| form == "json");
    let started = if json {
        lines.json().try_init()
    } else {
        lines.with_ansi(stderr().is_terminal()).with_target(false).try_init()
    };
    // Somebody else, a test perhaps, listens already.
    started.unwrap_or_default();
}
