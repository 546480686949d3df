//! What time it is in the city.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

/// The city's clock: +08:00, no summer time. Tests and demonstrations may hold it at one day.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    fixed: Option<NaiveDate>,
}

impl Clock {
    /// The real clock.
    pub fn real() -> Self {
        Self { fixed: None }
    }

    /// A clock that stays on `day`, and goes on telling the real time of day.
    pub fn fixed_on(day: NaiveDate) -> Self {
        Self { fixed: Some(day) }
    }

    /// The instant now.
    pub fn now(&self) -> DateTime<Utc> {
        let real = Utc::now();
        let Some(day) = self.fixed else { return real };
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
