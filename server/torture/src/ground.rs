//! Where everything is: programs, and a folder for what comes and goes.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

/// What every scenario stands on.
#[derive(Clone, Debug, clap::Args)]
pub struct Ground {
    /// The binary `yihao`.
    #[arg(long)]
    pub portal: PathBuf,
    /// Its site.
    #[arg(long)]
    pub site: PathBuf,
    /// The library that makes files fail (package `faults`).
    #[arg(long)]
    pub faults: PathBuf,
    /// A folder of our own, on a real disk.
    #[arg(long)]
    pub folder: PathBuf,
    /// The folder of PostgreSQL's programs; without it its scenarios are left out.
    #[arg(long)]
    pub programs: Option<PathBuf>,
    /// Leaves cities, ledgers and logs there, to be looked at.
    #[arg(long)]
    pub keep: bool,
}

impl Ground {
    /// A fresh folder in ours, gone when its owner is.
    ///
    /// # Errors
    /// Where none can be made.
    pub fn fresh(&self, name: &str) -> Result<tempfile::TempDir> {
        std::fs::create_dir_all(&self.folder)?;
        let made = tempfile::Builder::new().prefix(&format!("{name}-")).tempdir_in(&self.folder);
        let mut folder = made.with_context(|| format!("no folder in {}", self.folder.display()))?;
        folder.disable_cleanup(self.keep);
        Ok(folder)
    }
}
