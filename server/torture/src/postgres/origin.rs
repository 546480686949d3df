//! The demonstration city on PostgreSQL, loaded once and copied for each scenario.

use anyhow::{Context as _, Result};
use tokio::sync::OnceCell;

use super::cluster::Cluster;
use super::user::User;
use crate::city::City;
use crate::ground::Ground;

/// What every scenario on PostgreSQL begins from.
#[derive(Debug, Default)]
pub struct Origin(OnceCell<(Cluster, City)>);

impl Origin {
    /// A server of its own with the city in it, running.
    ///
    /// # Errors
    /// Where PostgreSQL does not start, or the city does not load.
    pub(super) async fn begin(&self, ground: &Ground) -> Result<(Cluster, City)> {
        let (first, city) = self.0.get_or_try_init(|| load(ground)).await?;
        let mut cluster = first.copied().await?;
        cluster.start().await?;
        let city = city.copied(ground, "postgres", cluster.url())?;
        Ok((cluster, city))
    }
}

async fn load(ground: &Ground) -> Result<(Cluster, City)> {
    let programs = ground.programs.as_ref().context("no programs of PostgreSQL")?;
    let mut cluster = Cluster::create(&User::find(programs).await?).await?;
    cluster.start().await?;
    let city = City::load(ground, "origin", Some(cluster.url())).await?;
    cluster.stop("fast").await?;
    Ok((cluster, city))
}
