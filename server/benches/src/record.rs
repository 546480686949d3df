//! What an intake really executes, read from PostgreSQL's own log (`log_statement = all`).

use anyhow::{Result, bail};

/// A statement as the server executed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Executed {
    /// With `$1`, `$2`, … for what was bound.
    pub sql: String,
    /// What was bound; `None` is NULL.
    pub bound: Vec<Option<String>>,
}

/// Reads a stretch of the log.
pub fn statements(log: &str) -> Result<Vec<Executed>> {
    let mut found: Vec<Executed> = Vec::new();
    for entry in entries(log) {
        if let Some((_, text)) = entry.split_once("LOG:  execute ") {
            let Some((_, sql)) = text.split_once(": ") else { bail!("a statement without text") };
            found.push(Executed { sql: sql.to_owned(), bound: Vec::new() });
        } else if let Some((_, sql)) = entry.split_once("LOG:  statement: ") {
            found.push(Executed { sql: sql.trim().trim_end_matches(';').to_owned(), bound: Vec::new() });
        } else if let Some((_, text)) = entry.split_once("DETAIL:  parameters: ")
            && let Some(last) = found.last_mut()
        {
            last.bound = bound(text);
        }
    }
    Ok(found)
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
        assert_eq!(found[0], Executed { sql: "BEGIN".into(), bound: vec![] });
        assert_eq!(found[1].bound, [Some("it's = so".into()), None, Some(String::new())]);
    }
}
