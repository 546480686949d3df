//! What time it is in the city.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

/// The city's clock: +08:00, no summer time. Tests and demonstrations may hold it at one day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    held: Held,
}

/// How a clock is held.
#[derive(Clone, Copy, Debug, Default)]
enum Held {
    /// Not at all.
    #[default]
    Free,
    /// At one day, with the real time of day.
    Day(NaiveDate),
    /// At one instant.
    Instant(DateTime<Utc>),
}

impl Clock {
    /// The real clock.
    pub fn real() -> Self {
        Self { held: Held::Free }
    }

    /// A clock that stays on `day`, and goes on telling the real time of day.
    pub fn fixed_on(day: NaiveDate) -> Self {
        Self { held: Held::Day(day) }
    }

    /// A clock that stands still at an instant: for telling what happened then.
    pub fn fixed_at(instant: DateTime<Utc>) -> Self {
        Self { held: Held::Instant(instant) }
    }

    /// The instant now.
    pub fn now(&self) -> DateTime<Utc> {
        let real = Utc::now();
        let day = match self.held {
            Held::Free => return real,
            Held::Instant(instant) => return instant,
            Held::Day(day) => day,
        };
        let here = NaiveDateTime::new(day, real.with_timezone(&city()).time());
        here.and_local_timezone(city()).single().map_or(real, |at| at.with_timezone(&Utc))
    }

    /// The day now, where the city is.
    pub fn today(&self) -> NaiveDate {
        self.day_of(self.now())
    }

    /// The day on which an instant falls, where the city is.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&city()).date_naive()
    }
}

/// Asia/Shanghai: +08:00 the year round since 1991.
fn city() -> FixedOffset {
    domain::calendar::CITY_OFFSET
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_stays_on_its_day() {
        let day = NaiveDate::from_ymd_opt(2026, 2, 13).unwrap();
        let clock = Clock::fixed_on(day);
        assert_eq!(clock.today(), day);
        assert_eq!(clock.day_of(clock.now()), day);
    }

    #[test]
    fn the_day_turns_at_sixteen_hours_utc() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let clock = Clock::real();
        assert_eq!(clock.day_of(at("2026-01-01T15:59:59Z")).to_string(), "2026-01-01");
        assert_eq!(clock.day_of(at("2026-01-01T16:00:00Z")).to_string(), "2026-01-02");
    }
}
