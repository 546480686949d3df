//! The lines of the table of measurements, part by part.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::pgbench::Cluster;
use crate::portal::{Place, Portal};
use crate::rows::{Row, rows};
use crate::sample::Applications;
use crate::template::Template;
use crate::{allocations, crowd, dashboard, embedded, lookup, pages, postgres, start};
use wire::Client;

/// The database of the many.
const CROWD: &str = "crowd";

/// A part that can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Looking a person up.
    LookUp,
    /// Pages beside a bare handler.
    Pages,
    /// Allocations of a request.
    Allocations,
    /// Intakes; those on SQLite need a cluster to record their statements on.
    Intakes,
    /// How soon a portal answers.
    Start,
    /// Completion figures.
    Completion,
    /// Looking a person up among many.
    People,
}

/// Those that need no crowd.
const SMALL: [Part; 6] =
    [Part::LookUp, Part::Pages, Part::Allocations, Part::Intakes, Part::Start, Part::Completion];

/// What to measure, and with what.
#[derive(Args)]
pub struct Measure {
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
    /// Only these.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Part>,
    /// The file of the lines.
    #[arg(long)]
    out: PathBuf,
}

/// Measures, and writes the lines down.
pub async fn run(measure: &Measure) -> Result<()> {
    let mut lines = Vec::new();
    let cluster = measure.cluster();
    if measure.wants_any(&SMALL) {
        let mut templates = Vec::new();
        match &cluster {
            Some(cluster) => {
                let data = tempfile::tempdir_in(&measure.folder)?;
                let place = measure.place(data.path());
                let measured = on_postgres(measure, cluster, &place, &mut templates).await;
                lines.extend(rows("PostgreSQL", measured));
            }
            None => lines.push(Row::missing("everything on PostgreSQL", "", "no cluster was given")),
        }
        let data = tempfile::tempdir_in(&measure.folder)?;
        let measured = on_sqlite(measure, &measure.place(data.path()), &templates).await;
        lines.extend(rows("SQLite", measured));
    }
    if measure.wants(Part::People) {
        if let Some(cluster) = &cluster {
            lines.extend(rows("look-up among many, PostgreSQL", many_on_postgres(measure, cluster).await));
        }
        lines.extend(rows("look-up among many, SQLite", many_on_sqlite(measure).await));
    }
    let lines: Vec<_> = lines.iter().map(Row::json).collect();
    Ok(fs::write(&measure.out, serde_json::to_vec_pretty(&lines)?)?)
}

impl Measure {
    fn wants(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    fn wants_any(&self, parts: &[Part]) -> bool {
        parts.iter().any(|part| self.wants(*part))
    }

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

async fn on_postgres(
    measure: &Measure,
    cluster: &Cluster,
    place: &Place,
    templates: &mut Vec<Template>,
) -> Result<Vec<Row>> {
    eprintln!("Loading the demonstration city on PostgreSQL");
    cluster.execute("postgres", &[&format!("CREATE DATABASE {}", postgres::DATABASE)])?;
    let url = cluster.url(postgres::DATABASE);
    let portal = Portal::start(place, &url).await?;
    let applications = Applications::prepare(&mut Client::connect(&portal.address).await?).await?;
    let mut lines = Vec::new();
    if measure.wants(Part::LookUp) {
        lines.extend(rows("look-up", lookup::measure(&portal, &applications, "PostgreSQL").await));
    }
    if measure.wants(Part::Intakes) {
        *templates = postgres::record(cluster, &portal, &applications).await?;
        lines.extend(postgres::measure(cluster, place, portal, &applications, templates).await?);
    } else {
        portal.stop().await?;
    }
    if measure.wants(Part::Start) {
        lines.extend(rows("start on PostgreSQL", start::measure(place, &url, "PostgreSQL").await));
    }
    if measure.wants(Part::Completion) {
        lines.extend(rows("completion figures", dashboard::measure(cluster, place).await));
    }
    Ok(lines)
}

async fn on_sqlite(measure: &Measure, place: &Place, templates: &[Template]) -> Result<Vec<Row>> {
    eprintln!("Loading the demonstration city on SQLite");
    let url = format!("sqlite://{}", place.data.join("yihao.db").display());
    let portal = Portal::start(place, &url).await?;
    let applications = Applications::prepare(&mut Client::connect(&portal.address).await?).await?;
    let mut lines = Vec::new();
    if measure.wants(Part::LookUp) {
        lines.extend(rows("look-up", lookup::measure(&portal, &applications, "SQLite").await));
    }
    if measure.wants(Part::Pages) {
        lines.extend(rows("pages", pages::measure(place, &portal, &applications).await));
    }
    if measure.wants(Part::Allocations) {
        lines.extend(rows("allocations", allocations::measure(place, &portal, &applications).await));
    }
    if measure.wants(Part::Intakes) {
        lines.extend(rows("intake", embedded::measure(place, portal, &applications, templates).await));
    } else {
        portal.stop().await?;
    }
    if measure.wants(Part::Start) {
        lines.extend(rows("start on SQLite", start::measure(place, &url, "SQLite").await));
    }
    Ok(lines)
}
