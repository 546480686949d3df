//! Everything that the program tells its log, kept for the tests.

use std::io::Write;
use std::sync::{LazyLock, Mutex};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

static TOLD: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(|| {
    // Another listener would only mean that less is kept.
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::DEBUG)
        .with_ansi(false)
        .with_writer(Ear)
        .try_init()
        .ok();
    Mutex::default()
});

/// Starts listening.
pub fn listen() {
    drop(TOLD.lock());
}

/// All that was told so far, of every test.
pub fn told() -> String {
    String::from_utf8_lossy(&TOLD.lock().unwrap()).into_owned()
}

struct Ear;

impl MakeWriter<'_> for Ear {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}

impl Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        TOLD.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
