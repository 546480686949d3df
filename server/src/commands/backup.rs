//! `yihao backup`: one moment of the portal in a folder, while it serves.

use super::failure::Failure;
use super::progress::Progress;
use super::{log, opening};
use crate::config::Config;
use anyhow::anyhow;
use backend::backup::{self, BackupError, Manifest, Place, Why};
use std::path::Path;

pub(super) async fn run(folder: &Path) -> Result<(), Failure> {
    // A demonstration may be kept too; its clock plays no part.
    let config = opening::config(true)?;
    let _telling = log::start(&config)?;
    let mut progress = Progress::new();
    let mut told = |stage: &str, done, total| progress.at(stage, done, total);
    let taken = backup::take(&place(&config), folder, &mut told).await;
    progress.done();
    let manifest = taken.map_err(refused)?;
    tell(&manifest, folder, &config);
    if manifest.damage() == 0 { Ok(()) } else { Err(Failure::Verdict) }
}

/// The settings that name the place.
pub(super) fn place(config: &Config) -> Place {
    Place {
        database_url: config.database_url.clone(),
        key_file: config.key_file.clone(),
        storage: config.storage.clone(),
    }
}

pub(super) fn refused(error: BackupError) -> Failure {
    let usage = error.is_usage();
    if usage { Failure::Usage(anyhow!(error)) } else { Failure::Fault(anyhow!(error)) }
}

fn tell(manifest: &Manifest, folder: &Path, config: &Config) {
    let (cases, people) = (manifest.rows_of("case_file"), manifest.rows_of("person"));
    println!("Backup in {}, of {}:", folder.display(), manifest.began.format("%Y-%m-%d %H:%M:%S UTC"));
    println!(
        "{cases} cases, {people} people, {} files; {} bytes without the files.",
        manifest.uploads,
        manifest.bytes()
    );
    for one in &manifest.left_out {
        let why = match one.why {
            Why::TakenBack => "taken back by its owner meanwhile",
            Why::Lost => "LOST: the store does not have it",
            Why::Altered => "ALTERED: the store holds something else than was given",
        };
        println!("not in it: {} ({why})", one.key);
    }
    println!();
    println!("The keys are NOT in it. Keep {} as well, apart from", config.key_file.display());
    println!("it: without the key file of today nobody can read this backup, you neither; and whoever");
    println!("gets hold of both has everything. Names and days of birth can be read in it without.");
}
