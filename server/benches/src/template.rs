//! The statements of an intake, with what differs from one intake to the next left open.

use std::collections::HashMap;

use anyhow::{Context as _, Result};
use uuid::Uuid;

use crate::record::Executed;

/// Length of a case number.
const CASE_NUMBER: usize = 15;

/// A part of a bound value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The same every time; or of no consequence, such as a cipher.
    Text(String),
    /// A key of this intake's own, by its place among them.
    Key(usize),
    /// The case number.
    CaseNumber,
}

/// A bound value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL.
    Null,
    /// The moment.
    Now,
    /// Everything else.
    Pieces(Vec<Piece>),
}

/// A statement to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// With `$1`, `$2`, … .
    pub sql: String,
    /// What to bind.
    pub values: Vec<Value>,
}

/// All that one intake executes, in order.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// With BEGIN and COMMIT.
    pub statements: Vec<Statement>,
}

impl Template {
    /// Compares intakes of the same application: what differs is left open.
    pub fn of(intakes: &[Vec<Executed>]) -> Result<Self> {
        let first = intakes.first().context("nothing recorded")?;
        let mut keys = Keys::default();
        let mut statements = Vec::new();
        for (at, statement) in first.iter().enumerate() {
            let values = statement.bound.iter().enumerate().map(|(place, bound)| {
                let others = intakes.iter().filter_map(|intake| intake.get(at)?.bound.get(place));
                value(
                    bound.as_deref(),
                    others.flatten().any(|other| Some(other) != bound.as_ref()),
                    &mut keys,
                )
            });
            statements.push(Statement { values: values.collect(), sql: statement.sql.clone() });
        }
        Ok(Self { statements })
    }

    /// The part from BEGIN to COMMIT.
    pub fn transaction(&self) -> Self {
        let from = self.statements.iter().position(|statement| statement.is("BEGIN"));
        let inner = self.statements.iter().skip(from.unwrap_or_default());
        let mut statements: Vec<Statement> = Vec::new();
        for statement in inner {
            statements.push(statement.clone());
            if statement.is("COMMIT") {
                break;
            }
        }
        Self { statements }
    }
}

impl Statement {
    /// Whether it begins with these words.
    pub fn is(&self, words: &str) -> bool {
        self.sql.starts_with(words)
    }
}

#[derive(Default)]
struct Keys(HashMap<Uuid, usize>);

impl Keys {
    fn place(&mut self, key: Uuid) -> usize {
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }
}

fn value(bound: Option<&str>, differs: bool, keys: &mut Keys) -> Value {
    match bound {
        None => Value::Null,
        Some(text) if !differs => Value::Pieces(vec![Piece::Text(text.to_owned())]),
        Some(text) if is_moment(text) => Value::Now,
        Some(text) => Value::Pieces(pieces(text, keys)),
    }
}

/// `2026-11-21 21:30:00.123456+00`
fn is_moment(text: &str) -> bool {
    text.len() > 19
        && text.chars().take(19).enumerate().all(|(at, one)| match at {
            4 | 7 => one == '-',
            10 => one == ' ',
            13 | 16 => one == ':',
            _ => one.is_ascii_digit(),
        })
}

/// Keys and case numbers within a text.
fn pieces(text: &str, keys: &mut Keys) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let found = key_at(rest).map(|key| (36, Piece::Key(keys.place(key))));
        let found = found.or_else(|| number_at(rest).then_some((CASE_NUMBER, Piece::CaseNumber)));
        let (length, piece) = match found {
            Some((length, piece)) if !plain.ends_with(|one: char| one.is_ascii_alphanumeric()) => {
                (length, Some(piece))
            }
            Some(_) | None => (first.len_utf8(), None),
        };
        let (taken, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match piece {
            Some(piece) => {
                pieces.extend((!plain.is_empty()).then(|| Piece::Text(std::mem::take(&mut plain))));
                pieces.push(piece);
            }
            None => plain.push_str(taken),
        }
        rest = after;
    }
    pieces.extend((!plain.is_empty()).then_some(Piece::Text(plain)));
    pieces
}

fn key_at(text: &str) -> Option<Uuid> {
    let text = text.get(..36)?;
    text.contains('-').then(|| Uuid::parse_str(text).ok()).flatten()
}

fn number_at(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let ends = text.as_bytes().get(digits).is_none_or(|next| !next.is_ascii_alphanumeric());
    digits == CASE_NUMBER && ends
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "019a0000-0000-7000-8000-000000000001";
    const TWO: &str = "019a0000-0000-7000-8000-000000000002";

    fn intake(key: &str, number: &str, at: &str) -> Vec<Executed> {
        let bound = [key, "same", number, at].map(|text| Some(text.to_owned())).to_vec();
        vec![
            Executed { process: String::new(), sql: "BEGIN".into(), bound: vec![] },
            Executed { process: String::new(), sql: "INSERT".into(), bound },
            Executed { process: String::new(), sql: "COMMIT".into(), bound: vec![] },
        ]
    }

    #[test]
    fn what_differs_is_left_open() {
        let one = intake(ONE, "case/202611210000001", "2026-11-21 21:30:00.1+00");
        let two = intake(TWO, "case/202611210000002", "2026-11-21 21:30:00.2+00");
        let template = Template::of(&[one, two]).unwrap();
        let case = vec![Piece::Text("case/".into()), Piece::CaseNumber];
        assert_eq!(
            template.statements[1].values,
            [
                Value::Pieces(vec![Piece::Key(0)]),
                Value::Pieces(vec![Piece::Text("same".into())]),
                Value::Pieces(case),
                Value::Now
            ]
        );
        assert_eq!(template.transaction().statements.len(), 3);
    }
}
