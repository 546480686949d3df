//! Intakes on SQLite against a bare loop, and against what the disk can do.

use std::fs;
use std::time::Duration;

use anyhow::Result;

use crate::drive::CLIENTS;
use crate::intakes::{Intakes, intakes};
use crate::portal::{Place, Portal};
use crate::rows::{Bar, Row, number, per_second};
use crate::sample::Applications;
use crate::sqlite;
use crate::template::Template;

const TIME: Duration = Duration::from_secs(4);
/// The sides by turns.
const ROUNDS: u32 = 2;
/// Many at once, as in a campaign: the more wait, the more share a transaction.
const MANY: usize = 128;

/// Sums over the rounds.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    ours: f64,
    spent: f64,
    batch: f64,
    bare: f64,
    fsyncs: f64,
}

/// Runs the sides by turns. `templates` is empty where there was no PostgreSQL to record from.
pub async fn measure(
    place: &Place,
    portal: Portal,
    applications: &Applications,
    templates: &[Template],
) -> Result<Vec<Row>> {
    portal.stop().await?;
    fs::copy(place.data.join("yihao.db"), place.data.join("bare.db"))?;
    let transactions: Vec<Template> = templates.iter().map(Template::transaction).collect();
    let mut rows = Vec::new();
    for clients in [CLIENTS, MANY] {
        let mut sums = Sums::default();
        for round in 1..=ROUNDS {
            eprintln!("  intakes on SQLite, {clients} clients, round {round} of {ROUNDS}");
            sums.add(place, applications, &transactions, clients).await?;
        }
        rows.extend(sums.rows(clients, !transactions.is_empty()));
    }
    Ok(rows)
}

impl Sums {
    async fn add(
        &mut self,
        place: &Place,
        applications: &Applications,
        transactions: &[Template],
        clients: usize,
    ) -> Result<()> {
        let url = format!("sqlite://{}", place.data.join("yihao.db").display());
        let Intakes { rate, spent, batch } = intakes(place, &url, applications, clients).await?;
        self.ours += rate;
        self.spent += spent;
        self.batch += batch;
        self.fsyncs += sqlite::fsyncs(&place.data, TIME / 2)?;
        if !transactions.is_empty() {
            self.bare += sqlite::rate(&place.data.join("bare.db"), transactions, batch, TIME)?;
        }
        Ok(())
    }

    fn rows(&self, clients: usize, compared: bool) -> Vec<Row> {
        let each = |sum: f64| sum / f64::from(ROUNDS);
        let [rate, spent, batch] = [self.ours, self.spent, self.batch].map(each);
        let ours =
            (format!("portal {}/s ({} ms of processor each)", number(rate), number(spent * 1000.0)), rate);
        let what = format!(
            "case intakes over HTTP on SQLite, synchronous=FULL, {clients} clients, {} a transaction",
            number(batch)
        );
        let raw = format!("bare rusqlite loop, same write transaction, {} a transaction,", number(batch));
        let first = if compared {
            Row::ratio(&what, ours.clone(), per_second(&raw, each(self.bare)), Bar::Least(0.5))
        } else {
            Row::missing(&what, "≥ 0.50", "its statements are recorded on PostgreSQL, and there is none")
        };
        let disk = per_second("appends of 4 kB with fdatasync", each(self.fsyncs));
        let what = format!("the same, {clients} clients, ÷ the machine's fsync rate");
        vec![first, Row::ratio(&what, ours, disk, Bar::Least(5.0))]
    }
}
