//! The same statements on SQLite in a bare loop, and what the disk itself can do.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use chrono::Utc;
use rusqlite::types::Value as Bound;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use crate::template::{Piece, Statement, Template, Value};

/// Intakes a second with the settings of the portal, `batch` of them in a transaction on average. No
/// savepoints between them, which favours this loop.
pub fn rate(database: &Path, templates: &[Template], batch: f64, time: Duration) -> Result<f64> {
    let connection = Connection::open(database)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // The keys recorded are of the other database; to leave their checks out favours the bare loop.
    connection.pragma_update(None, "foreign_keys", "OFF")?;
    connection.set_prepared_statement_cache_capacity(256);
    let began = Instant::now();
    let (mut done, mut ends) = (0.0, 0.0);
    for template in templates.iter().cycle() {
        if connection.is_autocommit() {
            if began.elapsed() >= time {
                break;
            }
            connection.execute_batch("BEGIN IMMEDIATE")?;
            ends += batch;
        }
        intake(&connection, template)?;
        done += 1.0;
        // A batch of 2.5 is one of two and then one of three.
        if done + 0.5 >= ends {
            connection.execute_batch("COMMIT")?;
        }
    }
    Ok(done / began.elapsed().as_secs_f64())
}

fn intake(connection: &Connection, template: &Template) -> Result<()> {
    let mut own = Own::default();
    for statement in template.statements.iter().filter(|one| !one.is("BEGIN") && !one.is("COMMIT")) {
        let mut prepared = connection.prepare_cached(&statement.sql)?;
        let values: Vec<Bound> = statement.values.iter().map(|value| own.bind(value)).collect();
        let mut rows = prepared.query(params_from_iter(values))?;
        while rows.next()?.is_some() {}
    }
    Ok(())
}

/// Keys and number of one intake.
struct Own {
    keys: Vec<Uuid>,
    number: String,
}

impl Default for Own {
    fn default() -> Self {
        let number = Uuid::new_v4().as_u128() % 1_000_000_000_000_000;
        Self { keys: Vec::new(), number: format!("{number:015}") }
    }
}

impl Own {
    fn key(&mut self, place: usize) -> Uuid {
        while self.keys.len() <= place {
            self.keys.push(Uuid::now_v7());
        }
        self.keys.get(place).copied().unwrap_or_default()
    }

    /// In the forms in which the portal stores them: keys as bytes, instants as text.
    fn bind(&mut self, value: &Value) -> Bound {
        match value {
            Value::Null => Bound::Null,
            Value::Now => Bound::Text(Utc::now().format("%Y-%m-%dT%H:%M:%S%.9f+00:00").to_string()),
            Value::Pieces(pieces) => match pieces.as_slice() {
                [Piece::Key(place)] => Bound::Blob(self.key(*place).as_bytes().to_vec()),
                [Piece::Text(text)] => plain(text),
                pieces => Bound::Text(pieces.iter().map(|piece| self.text(piece)).collect()),
            },
        }
    }

    fn text(&mut self, piece: &Piece) -> String {
        match piece {
            Piece::Text(text) => text.clone(),
            Piece::Key(place) => self.key(*place).to_string(),
            Piece::CaseNumber => self.number.clone(),
        }
    }
}

/// PostgreSQL's log writes everything as text.
fn plain(text: &str) -> Bound {
    match (text, Uuid::parse_str(text)) {
        ("t", _) => Bound::Integer(1),
        ("f", _) => Bound::Integer(0),
        (_, Ok(key)) => Bound::Blob(key.as_bytes().to_vec()),
        (_, Err(_)) => Bound::Text(text.to_owned()),
    }
}

/// Whether this is the part of an intake that SQLite's writer executes.
pub fn is_whole(template: &Template) -> bool {
    let ends = |at: Option<&Statement>, words| at.is_some_and(|statement| statement.is(words));
    ends(template.statements.first(), "BEGIN") && ends(template.statements.last(), "COMMIT")
}

/// Appends of 4 kB, each waited for until the disk has it, a second.
pub fn fsyncs(folder: &Path, time: Duration) -> Result<f64> {
    let mut file = OpenOptions::new().create(true).append(true).open(folder.join("fsync"))?;
    let began = Instant::now();
    let mut done = 0_u32;
    while began.elapsed() < time {
        file.write_all(&[0x55; 4096])?;
        file.sync_data()?;
        done = done.saturating_add(1);
    }
    Ok(f64::from(done) / began.elapsed().as_secs_f64())
}
