//! What an intake really executes, read from PostgreSQL's own log (`log_statement = all`).

use std::collections::HashMap;

use anyhow::{Result, bail};

/// How the statement begins that writes a case.
const CASE: &str = "INSERT INTO \"case_file\"";

/// A statement as the server executed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Executed {
    /// By which of PostgreSQL's processes, that is, on which connection.
    pub process: String,
    /// With `$1`, `$2`, … for what was bound.
    pub sql: String,
    /// What was bound; `None` is NULL.
    pub bound: Vec<Option<String>>,
}

/// Reads a stretch of the log.
pub fn statements(log: &str) -> Result<Vec<Executed>> {
    let mut found: Vec<Executed> = Vec::new();
    for entry in entries(log) {
        let process = process(&entry);
        if let Some((_, text)) = entry.split_once("LOG:  execute ") {
            let Some((_, sql)) = text.split_once(": ") else { bail!("a statement without text") };
            found.push(Executed { process, sql: sql.to_owned(), bound: Vec::new() });
        } else if let Some((_, sql)) = entry.split_once("LOG:  statement: ") {
            let sql = sql.trim().trim_end_matches(';').to_owned();
            found.push(Executed { process, sql, bound: Vec::new() });
        } else if let Some((_, text)) = entry.split_once("DETAIL:  parameters: ")
            && let Some(last) = found.iter_mut().rev().find(|one| one.process == process)
        {
            last.bound = bound(text);
        }
    }
    Ok(found)
}

/// Leaves out the transactions of the portal's own housekeeping, which may come between: all that
/// take no case in.
pub fn intake(all: Vec<Executed>) -> Vec<Executed> {
    let mut open: HashMap<String, Vec<(usize, Executed)>> = HashMap::new();
    let mut numbered: Vec<(usize, Executed)> = Vec::new();
    for (at, one) in all.into_iter().enumerate() {
        let process = one.process.clone();
        if one.sql.starts_with("BEGIN") {
            open.insert(process, vec![(at, one)]);
        } else if one.sql.starts_with("COMMIT") || one.sql.starts_with("ROLLBACK") {
            let mut transaction = open.remove(&process).unwrap_or_default();
            transaction.push((at, one));
            if transaction.iter().any(|(_, one)| one.sql.starts_with(CASE)) {
                numbered.extend(transaction);
            }
        } else if let Some(transaction) = open.get_mut(&process) {
            transaction.push((at, one));
        } else {
            numbered.push((at, one));
        }
    }
    numbered.sort_by_key(|(at, _)| *at);
    numbered.into_iter().map(|(_, one)| one).collect()
}

/// The number in square brackets after the moment.
fn process(entry: &str) -> String {
    let number = entry.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    number.map(|(number, _)| number.to_owned()).unwrap_or_default()
}

/// An entry may go on over several lines, each indented by a tab.
fn entries(log: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in log.lines() {
        match (line.strip_prefix('\t'), entries.last_mut()) {
            (Some(more), Some(last)) => {
                last.push('\n');
                last.push_str(more);
            }
            (Some(_), None) | (None, _) => entries.push(line.to_owned()),
        }
    }
    entries
}

/// `$1 = 'it''s', $2 = NULL` → `it's`, nothing.
fn bound(text: &str) -> Vec<Option<String>> {
    let mut values = Vec::new();
    let mut rest = text;
    while let Some((_, value)) = rest.split_once(" = ") {
        if let Some(after) = value.strip_prefix("NULL") {
            values.push(None);
            rest = after;
        } else {
            let (text, after) = quoted(value);
            values.push(Some(text));
            rest = after;
        }
    }
    values
}

/// The text of a quoted literal, and what comes after it.
fn quoted(literal: &str) -> (String, &str) {
    let mut text = String::new();
    let mut rest = literal.strip_prefix('\'').unwrap_or(literal);
    while let Some((part, after)) = rest.split_once('\'') {
        text.push_str(part);
        match after.strip_prefix('\'') {
            Some(more) => {
                text.push('\'');
                rest = more;
            }
            None => return (text, after),
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_read() {
        let log = "2026-11-21 [7] LOG:  statement: BEGIN\n\
            2026-11-21 [7] LOG:  execute sqlx_s_1: INSERT INTO \"a\" VALUES ($1, $2, $3)\n\
            2026-11-21 [7] DETAIL:  parameters: $1 = 'it''s = so', $2 = NULL, $3 = ''\n";
        let found = statements(log).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], Executed { process: "7".into(), sql: "BEGIN".into(), bound: vec![] });
        assert_eq!(found[1].bound, [Some("it's = so".into()), None, Some(String::new())]);
    }

    #[test]
    fn housekeeping_is_left_out() {
        let one =
            |process: &str, sql: &str| Executed { process: process.into(), sql: sql.into(), bound: vec![] };
        let log = vec![
            one("1", "SELECT 1"),
            one("1", "BEGIN"),
            one("2", "BEGIN"),
            one("2", "DELETE FROM \"counter_delta\""),
            one("1", "INSERT INTO \"case_file\" (\"id\")"),
            one("2", "COMMIT"),
            one("1", "COMMIT"),
        ];
        let kept: Vec<_> = intake(log).into_iter().map(|one| one.process).collect();
        assert_eq!(kept, ["1", "1", "1", "1"]);
    }
}
