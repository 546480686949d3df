//! Random worlds to count in: a calendar as plain sets, a start, limits, suspensions, an extension.

use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::{Calendar, SpecialDay, SpecialKind};
use domain::deadline::{Clock, Extension, Limit, Suspension, Unit};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The days of a calendar, as a person would note them down.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub first: NaiveDate,
    /// The last day covered; before the first for a calendar that covers nothing.
    pub last: NaiveDate,
    pub off: BTreeSet<NaiveDate>,
    pub made_up: BTreeSet<NaiveDate>,
}

impl Sheet {
    /// The calendar to be tried.
    pub fn calendar(&self) -> Calendar {
        if self.last < self.first {
            return Calendar::plain();
        }
        let special = |kind| move |&date| SpecialDay { date, kind, name: name(date), name_en: String::new() };
        let off = self.off.iter().map(special(SpecialKind::Holiday));
        let made_up = self.made_up.iter().map(special(SpecialKind::Workday));
        Calendar::new(self.first, self.last, off.chain(made_up)).unwrap()
    }
}

/// One of three names, so that neighbours differ.
pub fn name(date: NaiveDate) -> String {
    format!("节{}", date.day() % 3)
}

pub fn is_weekend(date: NaiveDate) -> bool {
    date.weekday().number_from_monday() > 5
}

fn after(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 12, 1).unwrap() + Days::new(days)
}

fn moved(date: NaiveDate, days: i64) -> NaiveDate {
    date + chrono::Duration::days(days)
}

prop_compose! {
    /// Calendars of no day to a year, with single days and runs of up to twelve.
    pub fn sheets()(
        first in 0u64..60,
        length in prop_oneof![1 => Just(0u64), 2 => 1u64..60, 6 => 60u64..400],
        runs in prop::collection::vec((0u64..400, 1u64..12), 0..9),
        saturdays in prop::collection::vec(0u64..400, 0..20),
    ) -> Sheet {
        let (first, last) = (after(first), moved(after(first + length), -1));
        let covered = |date: &NaiveDate| first <= *date && *date <= last;
        let days = runs.iter().flat_map(|&(from, count)| (from..from + count).map(after));
        let off: BTreeSet<_> = days.filter(covered).collect();
        let free = |date: &NaiveDate| covered(date) && is_weekend(*date) && !off.contains(date);
        let made_up = saturdays.into_iter().map(after).filter(free).collect();
        Sheet { first, last, off, made_up }
    }
}

pub fn starts() -> impl Strategy<Value = NaiveDate> {
    (0u64..420).prop_map(after)
}

pub fn limits() -> impl Strategy<Value = Limit> {
    let few = |value| prop_oneof![1 => Just(0), 1 => 1..6u16, 3 => value];
    prop_oneof![
        3 => few(1..40u16).prop_map(Limit::workdays),
        2 => few(1..70u16).prop_map(|value| Limit { value, unit: Unit::Day }),
        2 => few(1..4u16).prop_map(|value| Limit { value, unit: Unit::Month }),
    ]
}

/// Up to five, each beginning shortly before or after the end of the one before: overlapping,
/// adjacent and apart, some empty or ended before they began, the last one open at times; in any order.
pub fn suspensions(start: NaiveDate) -> impl Strategy<Value = Vec<Suspension>> {
    let one = (prop_oneof![1 => Just(0i64), 3 => -6i64..14], -1i64..12);
    let many = prop::collection::vec(one, 0..6);
    let chain = (many, prop::bool::weighted(0.2)).prop_map(move |(steps, is_open)| {
        let last = steps.len();
        let mut at = start;
        let stops = steps.into_iter().enumerate().map(|(number, (gap, length))| {
            let from = moved(at, gap);
            at = moved(from, length);
            Suspension { from, until: Some(at).filter(|_| !is_open || number + 1 < last) }
        });
        stops.collect::<Vec<_>>()
    });
    chain.prop_shuffle()
}

prop_compose! {
    fn extensions(start: NaiveDate)(after in 0i64..50, workdays in 0u16..16) -> Extension {
        Extension { on: moved(start, after), workdays }
    }
}

/// A clock with any of its parts.
pub fn clocks() -> impl Strategy<Value = Clock> {
    let limit = || prop::option::weighted(0.85, limits());
    (starts(), limit(), limit()).prop_flat_map(|(day_zero, promised, statutory)| {
        (suspensions(day_zero), prop::option::of(extensions(day_zero))).prop_map(
            move |(suspensions, extension)| Clock { day_zero, promised, statutory, suspensions, extension },
        )
    })
}
