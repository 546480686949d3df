//! The announced calendar that ships with the portal, for the tests.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use domain::calendar::{Calendar, SpecialDay};

#[derive(serde::Deserialize)]
struct File {
    from: NaiveDate,
    to: NaiveDate,
    days: Vec<SpecialDay>,
}

/// Reads `server/data/calendar.json`.
pub fn calendar() -> Calendar {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../server/data/calendar.json");
    let file: File = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    Calendar::new(file.from, file.to, file.days).unwrap()
}

/// `2026-02-14`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
