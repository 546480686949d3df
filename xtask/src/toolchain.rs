//! Which compiler builds the browser's part.
//!
//! Native code always takes the default toolchain. WebAssembly needs a standard library that it
//! may lack: rustup adds one; where rustup's servers are out of reach, Debian's Rust builds it
//! from source.

use std::env;
use std::path::Path;

use anyhow::{Context as _, Result};
use xshell::{Cmd, Shell, cmd};

use crate::apt;

/// The target of the browser's part.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's Rust with the sources of its standard library (security suite of Debian 12).
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// What the host's settings would spoil in a build for the browser.
const HOST_SETTINGS: &[&str] = &[
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "RUSTUP_TOOLCHAIN",
    "RUSTC_WRAPPER",
    "LD_LIBRARY_PATH",
];

/// A compiler for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The default one, which has the target.
    Own,
    /// Debian's, which builds the standard library too.
    Debian,
}

impl Toolchain {
    /// Chooses one, and installs what it lacks or says what to install.
    pub fn choose(sh: &Shell) -> Result<Self> {
        if has_target(sh) {
            return Ok(Self::Own);
        }
        if env::var("YIHAO_WASM_TOOLCHAIN").is_ok_and(|wish| wish == "debian") {
            return Self::debian(sh);
        }
        if apt::program("rustup").is_some() && cmd!(sh, "rustup target add {TARGET}").run().is_ok() {
            return Ok(Self::Own);
        }
        Self::debian(sh).context("rustup could not add the target wasm32-unknown-unknown")
    }

    fn debian(sh: &Shell) -> Result<Self> {
        if !debian_is_complete() {
            apt::install(sh, DEBIAN_PACKAGES, "compile for the browser")?;
        }
        Ok(Self::Debian)
    }

    /// A name for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "the default toolchain",
            Self::Debian => "Debian's Rust, with its standard library from source",
        }
    }

    /// `cargo build` for the browser, free of the host's settings.
    pub fn cargo_build(self, sh: &Shell) -> Cmd<'_> {
        let build = match self {
            Self::Own => cmd!(sh, "cargo build --target {TARGET}"),
            Self::Debian => cmd!(sh, "/usr/bin/cargo build -Zbuild-std=std,panic_abort --target {TARGET}")
                .env("RUSTC", "/usr/bin/rustc")
                // Building the standard library is not a stable feature yet.
                .env("RUSTC_BOOTSTRAP", "1"),
        };
        HOST_SETTINGS
            .iter()
            .filter(|name| self == Self::Debian || **name != "RUSTUP_TOOLCHAIN")
            .fold(build, Cmd::env_remove)
    }
}

fn has_target(sh: &Shell) -> bool {
    cmd!(sh, "rustc --print target-libdir --target {TARGET}")
        .quiet()
        .ignore_stderr()
        .read()
        .is_ok_and(|folder| Path::new(&folder).is_dir())
}

fn debian_is_complete() -> bool {
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/lib/rustlib/src/rust/library/std/Cargo.toml"]
        .iter()
        .all(|file| Path::new(file).is_file())
        && apt::program("lld-22").or_else(|| apt::program("rust-lld")).is_some()
}
