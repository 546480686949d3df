//! Where things lie: the repository, what is built, and the site.

use std::env;
use std::path::{Path, PathBuf};

/// The repository's folder.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_owned()
}

/// The folder of everything built; may be moved with `CARGO_TARGET_DIR`.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |moved| root().join(moved))
}

/// How the portal is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build: for working on it.
    Dev,
    /// Quick to run: for a city.
    Release,
}

impl Profile {
    /// The folder of the finished binary `yihao`.
    pub fn folder(self) -> PathBuf {
        match self {
            Self::Dev => target().join("debug"),
            Self::Release => target().join("release"),
        }
    }

    /// The site's folder: beside the binary for release, one above it for development.
    /// The binary looks in both places.
    pub fn site(self) -> PathBuf {
        match self {
            Self::Dev => target().join("site"),
            Self::Release => self.folder().join("site"),
        }
    }

    /// What `cargo build` has to be told.
    pub fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Dev => &[],
            Self::Release => &["--release"],
        }
    }
}
