//! The calendar that the program carries with it.

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use domain::calendar::{Calendar, SpecialDay, SpecialKind};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    from: NaiveDate,
    to: NaiveDate,
    days: Vec<FileDay>,
}

#[derive(Deserialize)]
struct FileDay {
    date: NaiveDate,
    kind: String,
    name: String,
    #[serde(default)]
    name_en: String,
}

/// Reads `server/data/calendar.json` as it was when the program was built.
pub(super) fn built_in() -> Result<Calendar> {
    let file: File = serde_json::from_str(backend::demo::data::CALENDAR).context("the calendar built in")?;
    let days: Vec<SpecialDay> = file.days.into_iter().map(special).collect::<Result<_>>()?;
    Calendar::new(file.from, file.to, days).context("the calendar built in")
}

fn special(day: FileDay) -> Result<SpecialDay> {
    let FileDay { date, kind, name, name_en } = day;
    let kind = match kind.as_str() {
        "holiday" => SpecialKind::Holiday,
        "workday" => SpecialKind::Workday,
        other => bail!("the calendar built in has a day of kind {other}"),
    };
    Ok(SpecialDay { date, kind, name, name_en })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_calendar_built_in_is_good() {
        let (from, to) = super::built_in().unwrap().coverage().unwrap();
        assert!(from.to_string().as_str() <= "2004-01-01" && to.to_string().as_str() >= "2026-12-31");
    }
}
