//! The days of a strip, by hand.

use crate::counter::{Counted, Counter};
use crate::world::name;
use chrono::NaiveDate;
use domain::deadline::{CellKind, ExcludedReason, LONGEST_STRIP};

/// Why a day is left out, in the words of the product.
pub fn reason(counter: Counter<'_>, date: NaiveDate) -> String {
    match () {
        () if counter.is_stopped(date) => "中止期间".to_owned(),
        () if counter.sheet.off.contains(&date) => name(date),
        () => "周末".to_owned(),
    }
}

/// The cells by hand: what is left out does not count, all else does.
pub fn cells(counter: Counter<'_>, start: NaiveDate, found: &Counted) -> Vec<(NaiveDate, String)> {
    let mut number = 0;
    let days = start.iter_days().take_while(|&date| date <= found.due).take(LONGEST_STRIP);
    let tell = |date: NaiveDate| match () {
        () if date == start => "0".to_owned(),
        () if found.left_out.contains(&date) => reason(counter, date),
        () => {
            number += 1;
            let made_up = counter.sheet.made_up.contains(&date);
            if made_up { format!("{number} {}", name(date)) } else { number.to_string() }
        }
    };
    days.clone().zip(days.map(tell)).collect()
}

/// The cell of the product in the same words.
pub fn text(kind: &CellKind) -> String {
    match kind {
        CellKind::Start => "0".to_owned(),
        CellKind::Counted(number) => number.to_string(),
        CellKind::MakeUp(number, name) => format!("{number} {}", name.zh),
        CellKind::Weekend => ExcludedReason::Weekend.text().to_owned(),
        CellKind::Holiday(name) => name.zh.clone(),
        CellKind::Suspended => ExcludedReason::Suspended.text().to_owned(),
    }
}
