//! Intakes on PostgreSQL against pgbench running the same statements.

use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use crate::drive::{CLIENTS, drive};
use crate::http::Client;
use crate::pgbench::{self, Cluster};
use crate::portal::{Place, Portal};
use crate::record::{self, Executed};
use crate::rows::{Bar, Row, number, per_second};
use crate::sample::Applications;
use crate::template::Template;

/// The portal's database, and the copy that pgbench works on.
pub const DATABASE: &str = "yihao";
const COPY: &str = "bare";

const WARM_UP: Duration = Duration::from_secs(3);
const TIME: Duration = Duration::from_secs(6);
const SECONDS: u32 = 6;
/// Recorded of each kind, to tell what differs.
const INTAKES: usize = 4;
/// The two sides by turns, so that both meet the same neighbours on the machine.
const ROUNDS: u64 = 2;

/// Records one intake of each kind.
pub async fn record(
    cluster: &Cluster,
    portal: &Portal,
    applications: &Applications,
) -> Result<Vec<Template>> {
    eprintln!("  recording the statements of an intake");
    let mut client = Client::connect(&portal.address).await?;
    log(cluster, "all")?;
    let mut templates = Vec::new();
    for kind in 0..applications.kinds() {
        let mut intakes = Vec::new();
        for _ in 0..INTAKES {
            let before = fs::metadata(cluster.log())?.len();
            client.send(&applications.call(kind)?).await?.expect(201)?;
            intakes.push(logged(cluster, usize::try_from(before)?)?);
        }
        let alike = alike(intakes);
        ensure!(alike.len() > 1, "no two intakes execute the same statements");
        templates.push(Template::of(&alike)?);
    }
    log(cluster, "none")?;
    let whole = templates.iter().all(|template| crate::sqlite::is_whole(&template.transaction()));
    ensure!(whole, "the log holds no whole transaction");
    Ok(templates)
}

/// What one intake executed, from this place of the log on. An answer may be here before the log is
/// written: its COMMIT is waited for.
fn logged(cluster: &Cluster, from: usize) -> Result<Vec<Executed>> {
    for _ in 0..100 {
        let log = fs::read(cluster.log())?;
        let text = log.get(from..).context("the log shrank")?;
        let intake = record::intake(record::statements(&String::from_utf8_lossy(text))?);
        if intake.iter().any(|one| one.sql.starts_with("COMMIT")) {
            return Ok(intake);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    bail!("the log never tells of a COMMIT")
}

fn log(cluster: &Cluster, what: &str) -> Result<()> {
    let set = format!("ALTER SYSTEM SET log_statement = '{what}'");
    cluster.execute("postgres", &[&set, "SELECT pg_reload_conf()"])?;
    std::thread::sleep(Duration::from_millis(300));
    Ok(())
}

/// The largest group that executed the same statements: the portal's own housekeeping may have
/// come between.
fn alike(intakes: Vec<Vec<Executed>>) -> Vec<Vec<Executed>> {
    let same = |one: &[Executed], other: &[Executed]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.sql == other.sql)
    };
    let group = |one: &Vec<Executed>| intakes.iter().filter(|other| same(one, other)).cloned().collect();
    let groups = intakes.iter().map(group);
    groups.max_by_key(|group: &Vec<Vec<Executed>>| group.len()).unwrap_or_default()
}

/// Runs both sides by turns; the database is left as the portal made it.
pub async fn measure(
    cluster: &Cluster,
    place: &Place,
    portal: Portal,
    applications: &Applications,
    templates: &[Template],
) -> Result<Vec<Row>> {
    portal.stop().await?;
    cluster.execute("postgres", &[&format!("CREATE DATABASE {COPY} TEMPLATE {DATABASE}")])?;
    let whole = pgbench::write(&place.data, "intake", templates)?;
    let transactions: Vec<Template> = templates.iter().map(Template::transaction).collect();
    let writes = pgbench::write(&place.data, "writes", &transactions)?;
    let (mut ours, mut same, mut bare) = (0.0, 0.0, 0.0);
    let mut spent = 0.0;
    for round in 1..=ROUNDS {
        eprintln!("  intakes on PostgreSQL, round {round} of {ROUNDS}");
        let (rate, cpu) = intakes(place, &cluster.url(DATABASE), applications).await?;
        ours += rate;
        spent += cpu;
        cluster.run(COPY, &whole, 2, round * 4)?;
        same += cluster.run(COPY, &whole, SECONDS, round * 4 + 1)?;
        bare += cluster.run(COPY, &writes, SECONDS, round * 4 + 2)?;
    }
    let each = |sum: f64| sum / f64::from(u32::try_from(ROUNDS).unwrap_or(1));
    let counts = |templates: &[Template]| templates.first().map_or(0, |one| one.statements.len());
    let note =
        format!("portal {}/s ({} ms of processor each)", number(each(ours)), number(each(spent) * 1000.0));
    let ours = (note, each(ours));
    let what = format!("case intakes over HTTP on PostgreSQL, {CLIENTS} clients");
    let all = format!("pgbench, same {} statements,", counts(templates));
    let some = format!("pgbench, only the {} statements of the transaction,", counts(&transactions));
    Ok(vec![
        Row::ratio(&what, ours.clone(), per_second(&all, each(same)), Bar::Least(0.6)),
        Row::ratio("the same ÷ only its write transaction", ours, per_second(&some, each(bare)), Bar::None),
    ])
}

/// A fresh portal on a database; acknowledged intakes a second and processor time of each.
pub async fn intakes(place: &Place, database: &str, applications: &Applications) -> Result<(f64, f64)> {
    let portal = Portal::start(place, database).await?;
    let run = async |time| {
        let applications = applications.clone();
        // An application that cannot be made would be refused, and that ends the run.
        let call = move |n| applications.call(n).unwrap_or_else(|_| crate::http::Call::get("/"));
        drive(&portal.address, CLIENTS, time, 201, call).await
    };
    run(WARM_UP).await?;
    let before = portal.cpu();
    let load = run(TIME).await?;
    let spent = portal.cpu().zip(before).map_or(0.0, |(after, before)| after - before);
    let rate = load.rate();
    portal.stop().await?;
    Ok((rate, spent / (rate * TIME.as_secs_f64())))
}
