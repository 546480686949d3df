//! Every answer of the clock against a counter that goes through the days by hand, in random
//! worlds: calendars, starts, all units, suspensions that overlap, touch, are empty or open,
//! extensions, limits on the spot.
#![expect(clippy::unwrap_used, reason = "a test tells of its failure by panicking")]

mod cells;
mod counter;
mod lamp;
mod world;

use cells::{cells, reason, text};
use chrono::{Days, NaiveDate};
use counter::{Counted, Counter};
use domain::calendar::DayKind;
use domain::deadline::{Clock, Deadline, Suspension, days_left, due, extend, strip};
use proptest::prelude::*;
use world::{Sheet, clocks, is_weekend, limits, sheets, starts, suspensions};

/// Evenings looked at: past most dates that are due.
const EVENINGS: u64 = 110;

fn counted(deadline: Deadline) -> Counted {
    Counted {
        due: deadline.due,
        expected: deadline.expected,
        left_out: deadline.excluded.iter().map(|out| out.date).collect(),
        working_days: usize::try_from(deadline.working_days).unwrap(),
    }
}

fn stopped_starts() -> impl Strategy<Value = (NaiveDate, Vec<Suspension>)> {
    starts().prop_flat_map(|start| (Just(start), suspensions(start)))
}

fn counter<'a>(sheet: &'a Sheet, clock: &'a Clock) -> Counter<'a> {
    Counter { sheet, stops: &clock.suspensions }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn a_limit_ends_where_the_days_run_out(
        sheet in sheets(), (start, stops) in stopped_starts(), limit in limits(),
    ) {
        let by_hand = Counter { sheet: &sheet, stops: &stops }.due(start, limit, None);
        prop_assert_eq!(due(&sheet.calendar(), start, limit, &stops).map(counted), by_hand);
    }

    #[test]
    fn an_extension_is_counted_from_the_due_day(sheet in sheets(), clock in clocks()) {
        let (calendar, counter) = (sheet.calendar(), counter(&sheet, &clock));
        for limit in [clock.promised, clock.statutory].into_iter().flatten() {
            let by_hand = counter.due(clock.day_zero, limit, clock.extension);
            let first = due(&calendar, clock.day_zero, limit, &clock.suspensions);
            let found = match clock.extension {
                None => first,
                Some(more) => first.and_then(|base| extend(&calendar, &base, more.workdays, &clock.suspensions)),
            };
            prop_assert_eq!(found.map(counted), by_hand);
        }
    }

    #[test]
    fn a_clock_knows_both_its_dates(sheet in sheets(), clock in clocks()) {
        let (calendar, counter) = (sheet.calendar(), counter(&sheet, &clock));
        let by_hand = |limit| counter.due(clock.day_zero, limit, clock.extension);
        prop_assert_eq!(clock.promised_due(&calendar).map(counted), clock.promised.and_then(by_hand));
        prop_assert_eq!(clock.statutory_due(&calendar).map(counted), clock.statutory.and_then(by_hand));
    }

    #[test]
    fn days_left_are_the_working_days_ahead(sheet in sheets(), today in starts(), end in starts()) {
        let by_hand = Counter { sheet: &sheet, stops: &[] }.workdays(today, end);
        prop_assert_eq!(usize::try_from(days_left(&sheet.calendar(), today, end)).unwrap(), by_hand);
    }

    #[test]
    fn a_strip_tells_of_every_day(sheet in sheets(), clock in clocks()) {
        let (calendar, counter) = (sheet.calendar(), counter(&sheet, &clock));
        let (Some(limit), Some(deadline)) = (clock.promised, clock.promised_due(&calendar)) else {
            return Ok(());
        };
        let by_hand = counter.due(clock.day_zero, limit, clock.extension).unwrap();
        for out in &deadline.excluded {
            prop_assert_eq!(out.reason.text(), reason(counter, out.date));
        }
        let strip = strip(&calendar, clock.day_zero, &deadline);
        let told: Vec<_> = strip.iter().map(|cell| (cell.date, text(&cell.kind))).collect();
        prop_assert_eq!(told, cells(counter, clock.day_zero, &by_hand));
        for cell in strip {
            prop_assert_eq!((cell.due, cell.known), (cell.date == by_hand.due, counter.is_known(cell.date)));
        }
    }

    #[test]
    fn a_day_is_what_the_sheet_says(sheet in sheets()) {
        let (calendar, counter) = (sheet.calendar(), Counter { sheet: &sheet, stops: &[] });
        for date in NaiveDate::from_ymd_opt(2023, 11, 20).unwrap().iter_days().take(500) {
            let kind = match (sheet.off.contains(&date), counter.is_worked(date), is_weekend(date)) {
                (true, _, _) => DayKind::Holiday,
                (false, true, true) => DayKind::MakeUp,
                (false, true, false) => DayKind::Workday,
                (false, false, _) => DayKind::Weekend,
            };
            prop_assert_eq!(calendar.day(date).kind, kind, "{}", date);
            prop_assert_eq!(calendar.is_workday(date), counter.is_known(date).then_some(kind.is_workday()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn the_light_of_every_evening_is_the_one_seen_going_through_the_days(
        sheet in sheets(), clock in clocks(),
    ) {
        let calendar = sheet.calendar();
        let before = clock.day_zero.pred_opt().unwrap();
        prop_assert_eq!(clock.light_on(&calendar, before), None);
        for (today, light) in lamp::evenings(&sheet, &clock, clock.day_zero + Days::new(EVENINGS)) {
            prop_assert_eq!(clock.light_on(&calendar, today), Some(light), "on {}", today);
        }
    }
}
