//! What became of each, counted and timed.

use std::time::Duration;

use hdrhistogram::Histogram;

use crate::rows::ms;
use wire::Answer;

/// Times are told in microseconds, up to this many.
pub const LONGEST: u64 = 120_000_000;

/// What became of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Got what they came for.
    Answered,
    /// Was told to come back later: 503 with `Retry-After`.
    Refused,
    /// Was answered something else; what.
    Wrong(String),
    /// Went away without an answer.
    Late,
    /// The connection was refused or broke.
    Cut(String),
    /// Could not even ask: this driver had no connection left.
    Unsent,
}

impl Outcome {
    /// Judges an answer.
    pub fn of(answer: &Answer, expected: u16) -> Self {
        let says_when = answer.headers.contains_key(http::header::RETRY_AFTER);
        match (answer.status, says_when) {
            (status, _) if status == expected => Self::Answered,
            (503, true) => Self::Refused,
            (503, false) => Self::Wrong("503 without Retry-After".to_owned()),
            (status, _) => Self::Wrong(status.to_string()),
        }
    }
}

/// Counts and times.
#[derive(Clone, Debug)]
pub struct Tally {
    /// By outcome.
    pub answered: u32,
    /// By outcome.
    pub refused: u32,
    /// By outcome.
    pub wrong: u32,
    /// By outcome.
    pub late: u32,
    /// By outcome.
    pub cut: u32,
    /// By outcome.
    pub unsent: u32,
    times: Histogram<u32>,
    refusals: Histogram<u32>,
}

impl Tally {
    /// Nobody yet.
    pub fn new() -> anyhow::Result<Self> {
        let times = Histogram::new_with_bounds(1, LONGEST, 2)?;
        let refusals = times.clone();
        Ok(Self { answered: 0, refused: 0, wrong: 0, late: 0, cut: 0, unsent: 0, times, refusals })
    }

    /// Adds one.
    pub fn note(&mut self, outcome: &Outcome, time: Duration) {
        let micros = u64::try_from(time.as_micros()).unwrap_or(LONGEST).max(1);
        let count = match outcome {
            Outcome::Answered => {
                self.times.saturating_record(micros);
                &mut self.answered
            }
            Outcome::Refused => {
                self.refusals.saturating_record(micros);
                &mut self.refused
            }
            Outcome::Wrong(_) => &mut self.wrong,
            Outcome::Late => &mut self.late,
            Outcome::Cut(_) => &mut self.cut,
            Outcome::Unsent => &mut self.unsent,
        };
        *count = count.saturating_add(1);
    }

    /// All who came.
    pub fn came(&self) -> u32 {
        self.answered.saturating_add(self.refused).saturating_add(self.failed()).saturating_add(self.unsent)
    }

    /// Those who got neither an answer nor a word when to come back.
    pub fn failed(&self) -> u32 {
        self.wrong.saturating_add(self.late).saturating_add(self.cut)
    }

    /// The time within which this share of the answered was answered.
    pub fn within(&self, share: f64) -> Duration {
        Duration::from_micros(self.times.value_at_quantile(share))
    }

    /// The same for those who were refused.
    pub fn refused_within(&self, share: f64) -> Duration {
        Duration::from_micros(self.refusals.value_at_quantile(share))
    }

    /// Adds another.
    pub fn add(&mut self, other: &Self) {
        self.answered = self.answered.saturating_add(other.answered);
        self.refused = self.refused.saturating_add(other.refused);
        self.wrong = self.wrong.saturating_add(other.wrong);
        self.late = self.late.saturating_add(other.late);
        self.cut = self.cut.saturating_add(other.cut);
        self.unsent = self.unsent.saturating_add(other.unsent);
        // Both have the same bounds.
        let _ = self.times.add(&other.times);
        let _ = self.refusals.add(&other.refusals);
    }

    /// `p50 1.2 ms, p99 8.0 ms`
    pub fn times(&self) -> String {
        format!("p50 {}, p99 {}", ms(self.within(0.5)), ms(self.within(0.99)))
    }

    /// What became of them, without those that there are none of.
    pub fn counts(&self) -> String {
        let counts = [
            (self.answered, "answered"),
            (self.refused, "refused with Retry-After"),
            (self.wrong, "answered otherwise"),
            (self.late, "gave up"),
            (self.cut, "cut off"),
            (self.unsent, "not sent by the driver"),
        ];
        let some = counts.iter().enumerate().filter(|(at, (count, _))| *at == 0 || *count > 0);
        some.map(|(_, (count, what))| format!("{count} {what}")).collect::<Vec<_>>().join(", ")
    }
}
