//! Intakes on PostgreSQL against pgbench running the same statements.

use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use crate::drive::CLIENTS;
use crate::intakes::{Intakes, intakes};
use crate::pgbench::{self, Cluster};
use crate::portal::{Place, Portal};
use crate::record::{self, Executed};
use crate::rows::{Bar, Row, number, per_second};
use crate::sample::Applications;
use crate::template::Template;
use wire::Client;

/// The portal's database, and the copy that pgbench works on.
pub const DATABASE: &str = "yihao";
const COPY: &str = "bare";

const SECONDS: u32 = 6;
/// Recorded of each kind, to tell what differs.
const INTAKES: usize = 4;
/// Recorded at most, until two are alike: what the portal does by itself comes between.
const TRIES: usize = 50;
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
        let (mut intakes, mut same) = (Vec::new(), Vec::new());
        while intakes.len() < INTAKES || same.len() < 2 {
            ensure!(intakes.len() < TRIES, "no two intakes execute the same statements");
            let before = fs::metadata(cluster.log())?.len();
            client.send(&applications.call(kind)?).await?.expect(201)?;
            intakes.push(logged(cluster, usize::try_from(before)?)?);
            same = alike(&intakes);
        }
        templates.push(Template::of(&same)?);
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
fn alike(intakes: &[Vec<Executed>]) -> Vec<Vec<Executed>> {
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
        let Intakes { rate, spent: each, .. } =
            intakes(place, &cluster.url(DATABASE), applications, CLIENTS).await?;
        ours += rate;
        spent += each;
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
