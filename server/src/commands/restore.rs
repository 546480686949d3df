//! `yihao restore`: a backup into an empty place, and the proof that it is whole.

use super::backup::{place, refused};
use super::failure::Failure;
use super::progress::Progress;
use super::{log, opening, verify};
use backend::backup;
use std::path::Path;

pub(super) async fn run(folder: &Path) -> Result<(), Failure> {
    // As for a backup.
    let config = opening::config(true)?;
    let _telling = log::start(&config)?;
    let mut progress = Progress::new();
    let mut told = |stage: &str, done, total| progress.at(stage, done, total);
    let restored = backup::restore(&place(&config), folder, &mut told).await;
    progress.done();
    let manifest = restored.map_err(refused)?;
    let (cases, files) = (manifest.rows_of("case_file"), manifest.uploads);
    println!(
        "Restored {cases} cases and {files} files, as of {}.",
        manifest.began.format("%Y-%m-%d %H:%M:%S UTC")
    );
    let services = opening::services(&config).await?;
    backup::settle(&services.portal, &manifest).await?;
    println!("Everybody has to sign in again.");
    verify::prove(&services).await
}
