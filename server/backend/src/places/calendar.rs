//! The working calendar: import and what is there.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{Calendar, CalendarError, SpecialDay, SpecialKind};
use domain::permission::Actor;
use serde::Deserialize;

use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::import::{Faults, ImportError, Problem, may_administer, read_json};
use crate::repo::calendar as rows;
use crate::{Db, Portal, Result};

/// What an import brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarSummary {
    /// First day covered.
    pub from: NaiveDate,
    /// Last day covered.
    pub to: NaiveDate,
    /// Days off.
    pub holidays: usize,
    /// Make-up days.
    pub workdays: usize,
    /// Where the days came from.
    pub source: String,
}

/// The span that the calendar covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// First day covered.
    pub from: NaiveDate,
    /// Last day covered.
    pub to: NaiveDate,
    /// Where the days came from.
    pub source: String,
    /// When they were imported.
    pub imported_at: DateTime<Utc>,
}

#[derive(Debug, Deserialize)]
struct File {
    #[serde(default)]
    source: String,
    from: String,
    to: String,
    days: Vec<FileDay>,
}

#[derive(Debug, Deserialize)]
struct FileDay {
    date: String,
    kind: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    name_en: Option<String>,
}

/// Takes in a calendar file, in place of the days that it covers anew.
///
/// # Errors
/// Every fault of the file, and then nothing was changed; [`crate::Kind::Denied`] to all but an
/// administrator.
pub async fn import_calendar(
    portal: &Portal,
    actor: &Actor,
    json: &str,
) -> Result<CalendarSummary, ImportError> {
    may_administer(actor)?;
    let (from, to, source, days) = parse(json)?;
    let summary = CalendarSummary {
        from,
        to,
        holidays: days.iter().filter(|day| day.kind == SpecialKind::Holiday).count(),
        workdays: days.iter().filter(|day| day.kind == SpecialKind::Workday).count(),
        source,
    };
    let tx = portal.db.begin_alone().await?;
    rows::replace(&tx, &summary, &days, portal.clock.now()).await?;
    let span = Entry::new(actor, "calendar_imported", format!("calendar/{from}/{to}"));
    audit::record(&tx, portal.clock.now(), span).await?;
    edition::commit(portal, tx, Volume::Places).await?;
    Ok(summary)
}

fn parse(json: &str) -> Result<(NaiveDate, NaiveDate, String, Vec<SpecialDay>), ImportError> {
    let file: File = read_json("calendar", json)?;
    let mut faults = Faults::default();
    let from = date("from", &file.from, &mut faults);
    let to = date("to", &file.to, &mut faults);
    let days: Vec<SpecialDay> = file
        .days
        .iter()
        .enumerate()
        .filter_map(|(at, day)| special(&format!("days[{at}]"), day, &mut faults))
        .collect();
    if let (Some(from), Some(to)) = (from, to) {
        check(from, to, &file.days, &days, &mut faults);
    }
    faults.none()?;
    let (Some(from), Some(to)) = (from, to) else { return Err(ImportError::Faults(Vec::new())) };
    Ok((from, to, file.source, days))
}

/// Tells every day that does not fit, not only the first.
fn check(from: NaiveDate, to: NaiveDate, given: &[FileDay], days: &[SpecialDay], faults: &mut Faults) {
    if Calendar::new(from, to, []).is_err() {
        faults.add("to", Problem::Span);
        return;
    }
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (at, day) in given.iter().enumerate() {
        if let Some(before) = first.insert(day.date.as_str(), at) {
            faults.add(format!("days[{at}] {}", day.date), Problem::Twice(format!("days[{before}]")));
        }
    }
    for day in days {
        let at = format!("days {}", day.date);
        if !(from..=to).contains(&day.date) {
            faults.add(at, Problem::Outside { from: from.to_string(), to: to.to_string() });
        } else if let Err(CalendarError::NotAWeekend(_)) = Calendar::new(day.date, day.date, [day.clone()]) {
            faults.add(at, Problem::NotAWeekend);
        }
    }
}

fn special(at: &str, day: &FileDay, faults: &mut Faults) -> Option<SpecialDay> {
    let kind = match day.kind.as_str() {
        "holiday" => Some(SpecialKind::Holiday),
        "workday" => Some(SpecialKind::Workday),
        other => {
            faults.add(format!("{at}.kind"), Problem::Unknown(other.to_owned()));
            None
        }
    };
    if day.name.trim().is_empty() {
        faults.add(format!("{at}.name"), Problem::Missing);
    }
    let date = date(&format!("{at}.date"), &day.date, faults);
    let name_en = day.name_en.clone().unwrap_or_else(|| day.name.clone());
    Some(SpecialDay { date: date?, kind: kind?, name: day.name.clone(), name_en })
}

fn date(at: &str, text: &str, faults: &mut Faults) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
    if date.is_none() {
        faults.add(at, Problem::Format(format!("“{text}” is no day such as 2026-02-14")));
    }
    date
}

/// The span covered; nothing before the first import.
///
/// # Errors
/// When the database cannot be read.
pub async fn coverage(db: &Db) -> Result<Option<Coverage>> {
    rows::coverage(&db.read).await
}

/// The special days of one year, in order.
///
/// # Errors
/// When the database cannot be read.
pub async fn days(db: &Db, year: i32) -> Result<Vec<SpecialDay>> {
    rows::days(&db.read, Some(year)).await
}
