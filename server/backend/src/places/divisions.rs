//! The divisions: import of a table `code,name,parent,level,from_year,to_year`.

use crate::db::Tx;
use std::collections::{HashMap, HashSet};

use domain::division::DivisionCode;
use domain::permission::Actor;
use serde::Deserialize;

use super::division_table::{DivisionSummary, Line};
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::import::{Faults, ImportError, Problem, may_administer};
use crate::repo::division as rows;
use crate::{Portal, Result};

#[derive(Debug, Deserialize)]
struct FileLine {
    code: String,
    name: String,
    #[serde(default)]
    name_en: Option<String>,
    #[serde(default)]
    parent: Option<String>,
    level: i16,
    #[serde(default)]
    from_year: Option<i16>,
    #[serde(default)]
    to_year: Option<i16>,
}

/// Takes in a table of divisions; those known already are brought up to date.
///
/// # Errors
/// Every fault of the file, and then nothing was changed; [`crate::Kind::Denied`] to all but an
/// administrator.
pub async fn import_divisions(
    portal: &Portal,
    actor: &Actor,
    csv: &str,
    progress: impl FnMut(u64, u64),
) -> Result<DivisionSummary, ImportError> {
    may_administer(actor)?;
    let lines = parse(csv)?;
    let tx = portal.db.begin_alone().await?;
    let summary = save(&tx, portal, actor, &lines, progress).await?;
    edition::commit(portal, tx, Volume::Places).await?;
    Ok(summary)
}

pub(super) async fn save(
    tx: &Tx,
    portal: &Portal,
    actor: &Actor,
    lines: &[Line],
    progress: impl FnMut(u64, u64),
) -> Result<DivisionSummary> {
    let summary = rows::save(tx, lines, progress).await?;
    let entry = Entry::new(actor, "divisions_imported", format!("divisions/{}", summary.total));
    audit::record(tx, portal.clock.now(), entry).await?;
    Ok(summary)
}

fn parse(csv: &str) -> Result<Vec<Line>, ImportError> {
    let mut faults = Faults::default();
    let mut lines = Vec::new();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    for (at, line) in reader.deserialize::<FileLine>().enumerate() {
        let at = format!("line {}", at + 2);
        match line {
            Ok(line) => lines.extend(checked(&at, line, &mut faults)),
            Err(error) => faults.add(at, Problem::Format(error.to_string())),
        }
    }
    check_tree(&lines, &mut faults);
    faults.none().map(|()| lines)
}

fn checked(at: &str, line: FileLine, faults: &mut Faults) -> Option<Line> {
    let FileLine { code, name, name_en, parent, level, from_year, to_year } = line;
    let parsed = parse_code(&format!("{at} code"), &code, faults);
    let parent = match parent.filter(|parent| !parent.is_empty()) {
        Some(parent) => Some(parse_code(&format!("{at} parent"), &parent, faults)?),
        None => None,
    };
    if name.trim().is_empty() {
        faults.add(format!("{at} name"), Problem::Missing);
    }
    if !(1..=5).contains(&level) {
        faults.add(format!("{at} level"), Problem::Unknown(level.to_string()));
    }
    let name_en = name_en.filter(|name| !name.is_empty());
    Some(Line { code: parsed?, name, name_en, parent, level, from_year, to_year })
}

pub(super) fn parse_code(at: &str, code: &str, faults: &mut Faults) -> Option<DivisionCode> {
    let parsed = DivisionCode::parse(code).ok();
    if parsed.is_none() {
        faults.add(at, Problem::Code(code.to_owned()));
    }
    parsed
}

/// A code has one name at a time, and its parent is in the table.
pub(super) fn check_tree(lines: &[Line], faults: &mut Faults) {
    let codes: HashSet<DivisionCode> = lines.iter().map(|line| line.code).collect();
    let mut first: HashMap<(DivisionCode, Option<i16>), usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(before) = first.insert((line.code, line.from_year), at + 2) {
            faults.add(format!("line {} {}", at + 2, line.code), Problem::Twice(format!("line {before}")));
        }
        if let Some(parent) = line.parent.filter(|parent| !codes.contains(parent)) {
            faults.add(format!("line {} parent", at + 2), Problem::Unknown(parent.to_string()));
        }
    }
}
