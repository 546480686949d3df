//! A city: a database, keys and a folder, to be tortured and thrown away.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use tempfile::TempDir;
use tokio::process::Command;
use tokio::sync::OnceCell;

use crate::applications::Applications;
use crate::ground::Ground;
use crate::portal::{Portal, Start};
use crate::postgres::Origin;
use crate::rows::Rows;

/// The file of a city on SQLite.
pub const DATABASE: &str = "yihao.db";

/// A city of its own.
#[derive(Debug)]
pub struct City {
    folder: TempDir,
    database: String,
    applications: Applications,
    cases: u64,
}

/// The demonstration city, loaded once and copied for each scenario.
#[derive(Debug, Default)]
pub struct Nursery {
    sqlite: OnceCell<City>,
    /// The same on PostgreSQL.
    pub postgres: Origin,
}

impl Nursery {
    /// A fresh city on SQLite.
    ///
    /// # Errors
    /// Where the demonstration city does not load, or there is no room.
    pub async fn sqlite(&self, ground: &Ground) -> Result<City> {
        let first = self.sqlite.get_or_try_init(|| City::load(ground, "city", None)).await?;
        let folder = ground.fresh("sqlite")?;
        copy(first.data(), folder.path())?;
        let database = format!("sqlite://{}", folder.path().join(DATABASE).display());
        Ok(City { folder, database, applications: first.applications.clone(), cases: first.cases })
    }
}

impl City {
    /// Loads the demonstration city into an empty database, finds out what can be applied for, and
    /// stops the portal again.
    ///
    /// # Errors
    /// Where the portal does not start, or takes no application.
    pub async fn load(ground: &Ground, name: &str, database: Option<String>) -> Result<Self> {
        let folder = ground.fresh(name)?;
        let own = || format!("sqlite://{}", folder.path().join(DATABASE).display());
        let database = database.unwrap_or_else(own);
        let mut city = Self { folder, database, applications: Applications::default(), cases: 0 };
        let how = Start { demo: true, ..Start::anywhere()? };
        let portal = Portal::start(ground, &city, &how).await?;
        city.applications = Applications::prepare(&portal.address).await?;
        portal.stop().await?;
        let rows = Rows::open(&city.database).await?;
        city.cases = rows.cases().await?;
        // An open connection keeps files beside the database that vanish amid the copying.
        rows.close().await?;
        Ok(city)
    }

    /// The same city on a copy of its database, at another address; keys and folder are copied.
    ///
    /// # Errors
    /// Where there is no room.
    pub fn copied(&self, ground: &Ground, name: &str, database: String) -> Result<Self> {
        let folder = ground.fresh(name)?;
        copy(self.data(), folder.path())?;
        Ok(Self { folder, database, applications: self.applications.clone(), cases: self.cases })
    }

    /// Its folder.
    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    /// The address of its database.
    pub fn database(&self) -> &str {
        &self.database
    }

    /// Its database is at another address from now on.
    pub fn moved(&mut self, database: String) {
        self.database = database;
    }

    /// What can be applied for.
    pub fn applications(&self) -> &Applications {
        &self.applications
    }

    /// Cases that it had before anybody was at work.
    pub fn cases(&self) -> u64 {
        self.cases
    }

    /// A command of the portal's program, with the settings of this city.
    pub fn command(&self, ground: &Ground) -> Command {
        let mut command = Command::new(&ground.portal);
        command
            .env("DATABASE_URL", &self.database)
            .env("YIHAO_DATA_DIR", self.data())
            .env("YIHAO_KEY_FILE", self.data().join("keys.json"))
            .env("YIHAO_STORAGE", format!("file://{}", self.data().join("uploads").display()))
            .env("YIHAO_SITE", &ground.site)
            .env("RUST_LOG", "warn")
            .env_remove("YIHAO_TODAY");
        command
    }

    /// `yihao verify`: the audit trail whole, the counters equal to a recount.
    ///
    /// # Errors
    /// With what it said, where not all is good.
    pub async fn verify(&self, ground: &Ground) -> Result<()> {
        let output = self.command(ground).arg("verify").output().await?;
        let said = String::from_utf8_lossy(&output.stdout);
        let good =
            output.status.success() && said.contains(" 0 differences") && said.trim_end().ends_with("good");
        ensure!(good, "`yihao verify`: {said}{}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    }
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("no folder {}", from.display()))? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).with_context(|| format!("{} vanished", entry.path().display()))?;
        }
    }
    Ok(())
}
