//! `yihao import …`: a file is taken in whole, or every fault is told and nothing changes.

use super::failure::Failure;
use super::opening;
use super::progress::Progress;
use anyhow::Context as _;
use backend::assessment;
use backend::catalogue::ImportOptions;
use backend::import::ImportError;
use backend::places;
use domain::permission::Actor;
use std::path::Path;

pub(super) async fn calendar(file: &Path) -> Result<(), Failure> {
    let text = read(file)?;
    let portal = opening::portal(&opening::config(true)?).await?;
    let done = places::import_calendar(&portal, &Actor::portal(), &text).await.map_err(refused)?;
    println!(
        "Calendar {} to {}: {} days off, {} make-up days.",
        done.from, done.to, done.holidays, done.workdays
    );
    Ok(())
}

pub(super) async fn items(file: &Path) -> Result<(), Failure> {
    let text = read(file)?;
    let services = opening::services(&opening::config(true)?).await?;
    let options = ImportOptions {
        city: services.reference.city(),
        themes: Some(backend::demo::data::THEMES),
        replace: false,
    };
    let mut progress = Progress::new();
    let told = |done, total| progress.at("Importing items", done, total);
    let imported = services
        .catalogue
        .import(&Actor::portal(), &text, backend::demo::data::FORMS, &options, told)
        .await
        .map_err(refused)?;
    progress.done();
    println!(
        "Items: {} new, {} changed, {} as before; {} implementations.",
        imported.items_added, imported.items_changed, imported.items_same, imported.implementations
    );
    Ok(())
}

pub(super) async fn scheme(file: &Path) -> Result<(), Failure> {
    let text = read(file)?;
    let portal = opening::portal(&opening::config(true)?).await?;
    let done = assessment::import(&portal, &Actor::portal(), &text).await.map_err(refused)?;
    let (key, version) = (&done.key, done.version);
    if done.same {
        println!("Scheme {key}: the file is that of version {version}; nothing was changed.");
        return Ok(());
    }
    let state = if done.active { "in force" } else { "not in force until it is put so" };
    println!(
        "Scheme {key}, version {version}: {} entries, {} points of evidence; {state}.",
        done.entries, done.evidence
    );
    Ok(())
}

fn read(file: &Path) -> Result<String, Failure> {
    let name = file.display();
    std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read")).map_err(Failure::Usage)
}

/// A faulty file is the caller's; a database that refuses is not.
fn refused(error: ImportError) -> Failure {
    match error {
        ImportError::Faults(_) => Failure::Usage(anyhow::anyhow!("nothing was imported:\n{error}")),
        ImportError::Storage(error) => Failure::backend(error),
    }
}
