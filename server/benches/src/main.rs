//! Measures a running portal beside the bare things it is compared with, on the same machine and
//! in the same minutes. `cargo xtask bench` builds, calls and prints.

mod bare;
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
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::http::Client;
use crate::pgbench::Cluster;
use crate::portal::{Place, Portal};
use crate::rows::{Row, rows};
use crate::sample::Applications;
use crate::template::Template;

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
    let Measure { portal, site, cluster, programs, folder, out } = measure;
    let mut lines = Vec::new();
    let mut templates = Vec::new();
    let place = |data| Place { program: portal.clone(), site: site.clone(), data };
    match cluster.zip(programs) {
        Some((folder_of_cluster, programs)) => {
            let data = tempfile::tempdir_in(&folder)?;
            let cluster = Cluster { programs, folder: folder_of_cluster };
            let place = place(data.path().to_owned());
            lines.extend(rows("PostgreSQL", on_postgres(&cluster, &place, &mut templates).await));
            lines.extend(rows("completion figures", dashboard::measure(&cluster, &place).await));
        }
        None => lines.push(Row::missing("everything on PostgreSQL", "", "no cluster was given")),
    }
    let data = tempfile::tempdir_in(&folder)?;
    lines.extend(rows("SQLite", on_sqlite(&place(data.path().to_owned()), &templates).await));
    let lines: Vec<_> = lines.iter().map(Row::json).collect();
    Ok(fs::write(out, serde_json::to_vec_pretty(&lines)?)?)
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
