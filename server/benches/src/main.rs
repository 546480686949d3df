//! Measures a running portal beside the bare things it is compared with, on the same machine and
//! in the same minutes. `cargo xtask bench` builds, calls and prints.

mod bare;
mod crowd;
mod dashboard;
mod drive;
mod embedded;
mod http;
mod lookup;
mod pages;
mod pgbench;
mod portal;
mod postgres;
mod record;
mod rows;
mod sample;
mod sqlite;
mod template;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::http::Client;
use crate::pgbench::Cluster;
use crate::portal::{Place, Portal};
use crate::rows::{Row, rows};
use crate::sample::Applications;
use crate::template::Template;

/// The database of the many.
const CROWD: &str = "crowd";

/// Load on a running portal.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measures everything.
    Measure(Measure),
    /// Answers given bytes; started by `measure`.
    Bare {
        /// Where the bytes are.
        folder: PathBuf,
    },
}

#[derive(Args)]
struct Measure {
    /// The binary `yihao`.
    #[arg(long)]
    portal: PathBuf,
    /// Its site.
    #[arg(long)]
    site: PathBuf,
    /// The folder of socket and log of a throw-away PostgreSQL; left out, its lines are missing.
    #[arg(long, requires = "programs")]
    cluster: Option<PathBuf>,
    /// The folder of psql and pgbench.
    #[arg(long)]
    programs: Option<PathBuf>,
    /// Where databases and other data go while it runs.
    #[arg(long)]
    folder: PathBuf,
    /// How many people there are when somebody is looked up among many.
    #[arg(long, default_value_t = 1_000_000)]
    people: u32,
    /// Only that.
    #[arg(long)]
    only_people: bool,
    /// The file of the lines.
    #[arg(long)]
    out: PathBuf,
}

/// One thread drives: on a small machine the rest belongs to what is measured.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Bare { folder } => bare(folder),
        Task::Measure(measure) => run(measure).await,
    }
}

/// With all threads that a portal has.
fn bare(folder: PathBuf) -> Result<()> {
    let serving = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(bare::serve(&folder))
    });
    serving.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the bare handler broke")))
}

async fn run(measure: Measure) -> Result<()> {
    let mut lines = Vec::new();
    let cluster = measure.cluster();
    if !measure.only_people {
        let mut templates = Vec::new();
        match &cluster {
            Some(cluster) => {
                let data = tempfile::tempdir_in(&measure.folder)?;
                let place = measure.place(data.path());
                lines.extend(rows("PostgreSQL", on_postgres(cluster, &place, &mut templates).await));
                lines.extend(rows("completion figures", dashboard::measure(cluster, &place).await));
            }
            None => lines.push(Row::missing("everything on PostgreSQL", "", "no cluster was given")),
        }
        let data = tempfile::tempdir_in(&measure.folder)?;
        lines.extend(rows("SQLite", on_sqlite(&measure.place(data.path()), &templates).await));
    }
    if let Some(cluster) = &cluster {
        lines.extend(rows("look-up among many, PostgreSQL", many_on_postgres(&measure, cluster).await));
    }
    lines.extend(rows("look-up among many, SQLite", many_on_sqlite(&measure).await));
    let lines: Vec<_> = lines.iter().map(Row::json).collect();
    Ok(fs::write(measure.out, serde_json::to_vec_pretty(&lines)?)?)
}

impl Measure {
    fn place(&self, data: &Path) -> Place {
        Place { program: self.portal.clone(), site: self.site.clone(), data: data.to_owned() }
    }

    fn cluster(&self) -> Option<Cluster> {
        let (folder, programs) = self.cluster.clone().zip(self.programs.clone())?;
        Some(Cluster { programs, folder })
    }
}

async fn many_on_postgres(measure: &Measure, cluster: &Cluster) -> Result<Vec<Row>> {
    let data = tempfile::tempdir_in(&measure.folder)?;
    cluster.execute("postgres", &[&format!("CREATE DATABASE {CROWD}")])?;
    let lines = among_many(measure, data.path(), &cluster.url(CROWD), "PostgreSQL").await;
    cluster.execute("postgres", &[&format!("DROP DATABASE {CROWD}")])?;
    lines
}

async fn many_on_sqlite(measure: &Measure) -> Result<Vec<Row>> {
    let data = tempfile::tempdir_in(&measure.folder)?;
    let url = format!("sqlite://{}", data.path().join("yihao.db").display());
    among_many(measure, data.path(), &url, "SQLite").await
}

async fn among_many(measure: &Measure, data: &Path, database: &str, on: &str) -> Result<Vec<Row>> {
    eprintln!("Loading the demonstration city and {} people on {on}", measure.people);
    let place = measure.place(data);
    Portal::start(&place, database).await?.stop().await?;
    crowd::measure(&place, database, on, measure.people).await
}

async fn on_postgres(cluster: &Cluster, place: &Place, templates: &mut Vec<Template>) -> Result<Vec<Row>> {
    eprintln!("Loading the demonstration city on PostgreSQL");
    cluster.execute("postgres", &[&format!("CREATE DATABASE {}", postgres::DATABASE)])?;
    let portal = Portal::start(place, &cluster.url(postgres::DATABASE)).await?;
    let applications = Applications::prepare(&mut Client::connect(&portal.address).await?).await?;
    let mut lines = rows("look-up", lookup::measure(&portal, &applications, "PostgreSQL").await);
    *templates = postgres::record(cluster, &portal, &applications).await?;
    lines.extend(postgres::measure(cluster, place, portal, &applications, templates).await?);
    Ok(lines)
}

async fn on_sqlite(place: &Place, templates: &[Template]) -> Result<Vec<Row>> {
    eprintln!("Loading the demonstration city on SQLite");
    let url = format!("sqlite://{}", place.data.join("yihao.db").display());
    let portal = Portal::start(place, &url).await?;
    let applications = Applications::prepare(&mut Client::connect(&portal.address).await?).await?;
    let mut lines = rows("look-up", lookup::measure(&portal, &applications, "SQLite").await);
    lines.extend(rows("pages", pages::measure(place, &portal, &applications).await));
    lines.extend(rows("intake", embedded::measure(place, portal, &applications, templates).await));
    Ok(lines)
}
