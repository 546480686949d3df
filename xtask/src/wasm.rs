//! The browser's part: WebAssembly and the script that loads it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;
use xshell::Shell;

use crate::place;
use crate::toolchain::{TARGET, Toolchain};

/// The files the browser loads.
pub struct Browser {
    /// The loading script.
    pub script: Vec<u8>,
    /// The module.
    pub module: Vec<u8>,
}

/// Compiles the islands and makes their loading script.
pub fn build(sh: &Shell) -> Result<Browser> {
    let toolchain = Toolchain::choose(sh)?;
    eprintln!("Compiling the islands with {}", toolchain.name());
    bind(&compile(sh, toolchain)?)
}

/// Its own target folder: neither build waits for the other, nor throws its work away.
fn folder() -> PathBuf {
    place::target().join("wasm")
}

fn compile(sh: &Shell, toolchain: Toolchain) -> Result<PathBuf> {
    let folder = folder();
    toolchain
        .cargo_build(sh)
        .args(["--package", "frontend", "--profile", "wasm-release", "--target-dir"])
        .arg(&folder)
        .run()
        .context("the islands do not compile for the browser")?;
    Ok(folder.join(TARGET).join("wasm-release/frontend.wasm"))
}

fn bind(wasm: &Path) -> Result<Browser> {
    let out = folder().join("bound");
    let _ = fs::remove_dir_all(&out);
    Bindgen::new()
        .input_path(wasm)
        .out_name("yihao")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&out)
        .context("wasm-bindgen could not make the loading script")?;
    if out.join("snippets").exists() {
        return Err(anyhow!("an island brings its own script; the site cannot carry snippets yet"));
    }
    Ok(Browser { script: fs::read(out.join("yihao.js"))?, module: fs::read(out.join("yihao_bg.wasm"))? })
}
