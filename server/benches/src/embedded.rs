//! Intakes on SQLite against a bare loop, and against what the disk can do.

use std::fs;
use std::time::Duration;

use anyhow::Result;

use crate::drive::CLIENTS;
use crate::portal::{Place, Portal};
use crate::postgres::intakes;
use crate::rows::{Bar, Row, number, per_second};
use crate::sample::Applications;
use crate::sqlite;
use crate::template::Template;

const TIME: Duration = Duration::from_secs(4);
/// The sides by turns.
const ROUNDS: u32 = 2;

/// Runs the sides by turns. `templates` is empty where there was no PostgreSQL to record from.
pub async fn measure(
    place: &Place,
    portal: Portal,
    applications: &Applications,
    templates: &[Template],
) -> Result<Vec<Row>> {
    portal.stop().await?;
    let (database, copy) = (place.data.join("yihao.db"), place.data.join("bare.db"));
    fs::copy(&database, &copy)?;
    let url = format!("sqlite://{}", database.display());
    let transactions: Vec<Template> = templates.iter().map(Template::transaction).collect();
    let (mut ours, mut bare, mut fsyncs, mut spent) = (0.0, 0.0, 0.0, 0.0);
    for round in 1..=ROUNDS {
        eprintln!("  intakes on SQLite, round {round} of {ROUNDS}");
        let (rate, cpu) = intakes(place, &url, applications).await?;
        ours += rate;
        spent += cpu;
        fsyncs += sqlite::fsyncs(&place.data, TIME / 2)?;
        if !transactions.is_empty() {
            bare += sqlite::rate(&copy, &transactions, TIME)?;
        }
    }
    let each = |sum: f64| sum / f64::from(ROUNDS);
    let note =
        format!("portal {}/s ({} ms of processor each)", number(each(ours)), number(each(spent) * 1000.0));
    let ours = (note, each(ours));
    let what =
        format!("case intakes over HTTP on SQLite, synchronous=FULL, {CLIENTS} clients, one a transaction");
    let raw = "bare rusqlite loop, same write transaction,";
    let first = if transactions.is_empty() {
        Row::missing(&what, "≥ 0.50", "its statements are recorded on PostgreSQL, and there is none")
    } else {
        Row::ratio(&what, ours.clone(), per_second(raw, each(bare)), Bar::Least(0.5))
    };
    let disk = per_second("appends of 4 kB with fdatasync", each(fsyncs));
    Ok(vec![first, Row::ratio("the same ÷ the machine's fsync rate", ours, disk, Bar::Least(5.0))])
}
