//! What was asked for, read once from the environment; and switches, read whenever they matter.

use std::env;
use std::ffi::{CString, OsString};
use std::os::unix::ffi::OsStringExt as _;
use std::sync::OnceLock;
use std::time::Duration;

use crate::raw;

/// What this library does in this process.
#[derive(Debug)]
pub struct Settings {
    /// The folder watched, with a slash at its end.
    pub disk: Vec<u8>,
    /// The folder of what a power cut leaves, with a slash at its end.
    pub durable: Option<Vec<u8>>,
    /// As with `synchronous=NORMAL`.
    pub lazy: bool,
    full: Option<CString>,
    slow: Option<CString>,
    /// The file that holds the clock's error.
    pub clock: Option<CString>,
}

/// How full the disk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// There is room.
    Enough,
    /// What is there may be written over.
    NoneMore,
    /// Nothing can be written.
    None,
}

impl Settings {
    /// Those of this process; `None` where it watches nothing.
    pub fn get() -> Option<&'static Self> {
        static SETTINGS: OnceLock<Option<Settings>> = OnceLock::new();
        SETTINGS.get_or_init(Self::read).as_ref()
    }

    fn read() -> Option<Self> {
        let folder = |name: &str| env::var_os(name).map(with_slash);
        let switch = |name: &[u8]| {
            let path = [folder("YIHAO_FAULTS_SWITCHES")?.as_slice(), name].concat();
            CString::new(path).ok()
        };
        Some(Self {
            disk: folder("YIHAO_FAULTS_DISK")?,
            durable: folder("YIHAO_FAULTS_DURABLE"),
            lazy: env::var_os("YIHAO_FAULTS_LAZY").is_some(),
            full: switch(b"full"),
            slow: switch(b"slow"),
            clock: switch(b"clock"),
        })
    }

    /// How long a sync takes beyond what it takes.
    pub fn delay(&self) -> Duration {
        Duration::from_millis(self.slow.as_ref().and_then(|path| raw::number(path)).unwrap_or(0))
    }

    /// How full the disk is now.
    pub fn room(&self) -> Room {
        let mut said = [0; 6];
        match self.full.as_ref().and_then(|path| raw::read(path, &mut said)) {
            None => Room::Enough,
            Some(_) if said == *b"growth" => Room::NoneMore,
            Some(_) => Room::None,
        }
    }
}

fn with_slash(folder: OsString) -> Vec<u8> {
    let mut path = folder.into_vec();
    if !path.ends_with(b"/") {
        path.push(b'/');
    }
    path
}
