//! Settings to portal: what nearly every command begins with.

use super::failure::Failure;
use super::progress::Progress;
use crate::config::Config;
use anyhow::anyhow;
use backend::accounts::{Cost, Passwords};
use backend::portal::{OpenError, Options};
use backend::{Portal, Services};

/// The settings, or which of them is wrong.
pub(super) fn config(demo: bool) -> Result<Config, Failure> {
    Config::from_env(demo).map_err(Failure::Usage)
}

/// What a portal needs of the settings.
pub(super) fn options(config: &Config) -> Result<Options, Failure> {
    let passwords = Passwords::new(Cost::default()).map_err(|error| Failure::Fault(error.into()))?;
    Ok(Options {
        database_url: config.database_url.clone(),
        key_file: config.key_file.clone(),
        suite: backend::crypto::CipherSuite::default(),
        storage: config.storage.clone(),
        today: config.today,
        passwords,
    })
}

/// Opens the portal; the schema is then up to date.
pub(super) async fn portal(config: &Config) -> Result<Portal, Failure> {
    let opened = Portal::open(&options(config)?).await;
    opened.map_err(|error| match error {
        OpenError::Schema(_) => Failure::Fault(anyhow!(error)),
        OpenError::Database(_)
        | OpenError::Keys(_)
        | OpenError::ForeignKeys
        | OpenError::OldKeys
        | OpenError::Storage(_) => Failure::Usage(anyhow!(error)),
    })
}

/// Opens the portal and loads what use cases work with.
pub(super) async fn services(config: &Config) -> Result<Services, Failure> {
    let portal = portal(config).await?;
    let mut progress = Progress::new();
    let loaded =
        Services::load_telling(portal, |done, total| progress.at("Counting anew", done, total)).await;
    progress.done();
    Ok(loaded?)
}
