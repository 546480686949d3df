//! 季报制度: until when a quarter is to be reported. The seeds name the quarter and no day; the days
//! are ours.

use crate::assessment::Period;
use crate::calendar::Calendar;
use chrono::NaiveDate;

/// Working days after the end of a quarter in which it is reported.
pub const REPORTING_WORKDAYS: u32 = 10;
/// Working days in which a report that was returned, or opened again, is mended.
pub const MENDING_WORKDAYS: u32 = 5;

/// The last day on which a quarter is reported in time; expected working days count beyond the
/// announced calendar.
pub fn due(calendar: &Calendar, quarter: Period) -> Option<NaiveDate> {
    workdays_after(calendar, quarter.to(), REPORTING_WORKDAYS)
}

/// The last day on which what was returned on `day` is mended in time.
pub fn mend_by(calendar: &Calendar, day: NaiveDate) -> Option<NaiveDate> {
    workdays_after(calendar, day, MENDING_WORKDAYS)
}

fn workdays_after(calendar: &Calendar, day: NaiveDate, count: u32) -> Option<NaiveDate> {
    (0..count).try_fold(day, |day, _| calendar.next_workday(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{SpecialDay, SpecialKind};

    #[test]
    fn ten_working_days_after_the_quarter_without_holidays() {
        // By the plain week: 1 October 2026 is a Thursday.
        let third = Period::parse("2026-Q3").unwrap();
        assert_eq!(due(&Calendar::plain(), third).unwrap().to_string(), "2026-10-14");
        assert_eq!(mend_by(&Calendar::plain(), third.to()).unwrap().to_string(), "2026-10-07");
    }

    #[test]
    fn the_national_day_puts_it_off() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let off = |n| SpecialDay {
            date: day(10, n),
            kind: SpecialKind::Holiday,
            name: "国庆节".into(),
            name_en: "National Day".into(),
        };
        let days = [1, 2, 5, 6, 7].map(off);
        let calendar = Calendar::new(day(1, 1), day(12, 31), days).unwrap();
        assert_eq!(due(&calendar, Period::parse("2026-Q3").unwrap()).unwrap(), day(10, 21));
    }
}
