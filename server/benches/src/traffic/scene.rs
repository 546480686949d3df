//! Where a play is staged: a portal of its own with the demonstration city, on its own database.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;

use super::capacity;
use super::drive::Asks;
use super::public::Public;
use crate::portal::{Place, Portal};
use crate::process::Look;
use crate::rows::number;

/// Cases a second at the peak of a city of ten million.
pub const CASES: f64 = 35.0;
/// Pages a second at that peak.
pub const PAGES: f64 = 1_250.0;
/// How much of what the portal can do at most the peak is to be: twice the peak then leaves some.
const SHARE: f64 = 0.35;
/// How long the most is sought.
const SOUGHT: Duration = Duration::from_secs(8);

/// The portal's program and data.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The binary `yihao`.
    pub program: PathBuf,
    /// Its site.
    pub site: PathBuf,
    /// Its data; a folder of our own.
    pub data: PathBuf,
    /// The address of its database.
    pub database: String,
}

/// What is wished for.
#[derive(Clone, Debug)]
pub struct Stage {
    /// `city on SQLite`
    pub what: String,
    /// `SQLite`
    pub on: &'static str,
    /// Where.
    pub scene: Scene,
    /// Which part of a whole city comes.
    pub scale: Option<f64>,
    /// How long the soak takes.
    pub minutes: u32,
    /// A sixth of the time only.
    pub brief: bool,
    /// Where the table of the soak goes.
    pub table: PathBuf,
}

/// A portal with everybody who comes.
pub struct Staged {
    /// The portal.
    pub portal: Portal,
    /// Everybody.
    pub asks: Arc<dyn Asks>,
    /// Answers a second at most.
    pub most: f64,
    place: Place,
    database: String,
}

impl Stage {
    /// Loads the demonstration city, starts the portal anew, so that its memory is that of a portal
    /// that serves, and seeks the most that it can do.
    pub async fn open(&self, campaign: bool) -> Result<Staged> {
        let Scene { program, site, data, database } = self.scene.clone();
        let place = Place { program, site, data };
        eprintln!("  loading the demonstration city");
        Portal::start(&place, &database).await?.stop().await?;
        let portal = Portal::start(&place, &database).await?;
        let public = Public::prepare(&portal.address, CASES / (CASES + PAGES)).await?;
        let public = if campaign { public.campaign()? } else { public };
        let asks: Arc<dyn Asks> = Arc::new(public);
        let most = capacity::measure(&portal.address, &asks, self.seconds(SOUGHT)).await?;
        eprintln!("  {} answers a second at most, this driver beside it", number(most));
        Ok(Staged { portal, asks, most, place, database })
    }

    /// So long, or a sixth of it.
    pub fn seconds(&self, time: Duration) -> Duration {
        if self.brief { (time / 6).max(Duration::from_secs(3)) } else { time }
    }

    /// Which part of a city can come, so that `share` of the most is asked; in steps of a twentieth.
    pub fn scale(&self, most: f64, whole: f64, share: f64) -> f64 {
        let part = (most * share / whole).min(1.0);
        self.scale.unwrap_or_else(|| (part * 20.0).floor().max(1.0) / 20.0)
    }

    /// The part of a city whose peak is a comfortable share of the most.
    pub fn city(&self, most: f64) -> f64 {
        self.scale(most, CASES + PAGES, SHARE)
    }
}

impl Staged {
    /// What the portal takes now.
    pub fn look(&self) -> Look {
        let port = self.portal.address.rsplit(':').next().and_then(|port| port.parse().ok());
        port.and_then(|port| Look::at(self.portal.id(), port, &self.place.data)).unwrap_or_default()
    }

    /// Stops the portal and lets it verify its trail and its counters: whether they are good.
    pub async fn close(self) -> Result<bool> {
        let Self { portal, place, database, .. } = self;
        portal.stop().await?;
        eprintln!("  verifying trail and counters");
        let mut verify = place.command(&database);
        Ok(verify.arg("verify").stdout(Stdio::null()).stderr(Stdio::null()).status()?.success())
    }
}

/// For the notes of a line.
pub const fn verified(good: bool) -> &'static str {
    if good { "trail and counters verified" } else { "trail or counters BAD" }
}
