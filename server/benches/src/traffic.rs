//! Traffic at fixed rates, as a city makes it: its peak, far too much of it, a campaign, and half an
//! hour of it. `cargo xtask load` builds, calls and prints.

mod arrivals;
mod book;
mod campaign;
mod capacity;
mod city;
mod drive;
mod kind;
mod lines;
mod overload;
mod public;
mod scene;
mod soak;
mod tally;
mod words;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};

use crate::pgbench::Cluster;
use crate::rows::{Row, rows};
use scene::{Scene, Stage};

/// The database of a scene.
const DATABASE: &str = "traffic";

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Play {
    /// The peak of a city of ten million.
    City,
    /// Five times what the portal can do, and what comes after.
    Overload,
    /// A minute in which everybody hands in the same.
    Campaign,
    /// Half an hour at twice the peak.
    Soak,
}

impl Play {
    const fn name(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Overload => "overload",
            Self::Campaign => "campaign",
            Self::Soak => "soak",
        }
    }

    async fn run(self, stage: &Stage) -> Result<Vec<Row>> {
        match self {
            Self::City => city::run(stage).await,
            Self::Overload => overload::run(stage).await,
            Self::Campaign => campaign::run(stage).await,
            Self::Soak => soak::run(stage).await,
        }
    }
}

/// The databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum On {
    /// A file.
    Sqlite,
    /// A throw-away cluster that waits for its disk.
    Postgresql,
}

impl On {
    const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgresql => "PostgreSQL",
        }
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgresql => "postgresql",
        }
    }
}

/// What to run, and on what.
#[derive(Args)]
pub struct Traffic {
    /// The binary `yihao`.
    #[arg(long)]
    portal: PathBuf,
    /// Its site.
    #[arg(long)]
    site: PathBuf,
    /// The folder of socket and log of a throw-away PostgreSQL; left out, only SQLite is driven.
    #[arg(long, requires = "programs")]
    cluster: Option<PathBuf>,
    /// The folder of psql.
    #[arg(long)]
    programs: Option<PathBuf>,
    /// Where databases go while it runs, and the lines of the table afterwards.
    #[arg(long)]
    folder: PathBuf,
    /// Only these.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Play>,
    /// Only on these databases.
    #[arg(long, value_enum, value_delimiter = ',')]
    on: Vec<On>,
    /// How long the soak takes.
    #[arg(long, default_value_t = 30)]
    minutes: u32,
    /// Which part of a whole city comes; left out, as much as this machine can take.
    #[arg(long)]
    scale: Option<f64>,
    /// Everything but the soak in a sixth of its time, to try it.
    #[arg(long)]
    brief: bool,
}

/// Runs what was asked for; each leaves a file `load-<what>-<database>.json` with its lines.
pub async fn run(traffic: &Traffic) -> Result<()> {
    for on in On::value_variants().iter().filter(|on| traffic.on.is_empty() || traffic.on.contains(on)) {
        for play in Play::value_variants() {
            if traffic.only.is_empty() || traffic.only.contains(play) {
                traffic.one(*play, *on).await?;
            }
        }
    }
    Ok(())
}

impl Traffic {
    async fn one(&self, play: Play, on: On) -> Result<()> {
        let what = format!("{} on {}", play.name(), on.name());
        eprintln!("\n{what}");
        let lines = rows(&format!("load: {what}"), self.staged(play, on, &what).await);
        let lines: Vec<_> = lines.iter().map(Row::json).collect();
        let file = self.folder.join(format!("load-{}-{}.json", play.name(), on.file()));
        Ok(fs::write(file, serde_json::to_vec_pretty(&lines)?)?)
    }

    async fn staged(&self, play: Play, on: On, what: &str) -> Result<Vec<Row>> {
        let data = tempfile::tempdir_in(&self.folder)?;
        let cluster = self.cluster.clone().zip(self.programs.clone());
        let cluster = cluster.map(|(folder, programs)| Cluster { programs, folder });
        let database = match on {
            On::Sqlite => format!("sqlite://{}", data.path().join("yihao.db").display()),
            On::Postgresql => {
                let cluster = cluster.as_ref().context("no cluster was given")?;
                cluster.execute("postgres", &[&format!("DROP DATABASE IF EXISTS {DATABASE}")])?;
                cluster.execute("postgres", &[&format!("CREATE DATABASE {DATABASE}")])?;
                cluster.url(DATABASE)
            }
        };
        let scene = Scene {
            program: self.portal.clone(),
            site: self.site.clone(),
            data: data.path().to_owned(),
            database,
        };
        let stage = Stage {
            what: what.to_owned(),
            on: on.name(),
            scene,
            scale: self.scale,
            minutes: self.minutes,
            brief: self.brief,
            table: self.folder.join(format!("soak-{}.csv", on.file())),
        };
        play.run(&stage).await
    }
}
