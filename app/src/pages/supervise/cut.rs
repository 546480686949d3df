//! A part of the cases behind a number: of an age, through a stage, of an hour, come to a result.

use super::period::Period;
use super::words::{fate_name, stage_name};
use crate::lang::Lang;
use crate::ui::plot::heat::weekday_name;
use chrono::NaiveDate;
use domain::indicator::{Fate, Stage};

/// A part of the cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Received on these days, beside the days of something else.
    Received {
        /// First day; none without a beginning.
        from: Option<NaiveDate>,
        /// Last day.
        to: NaiveDate,
    },
    /// Passed this stage in the period.
    Stage(Stage),
    /// Received on this weekday (0 is Monday) at this hour.
    Hour {
        /// 0 is Monday.
        weekday: u32,
        /// From 0 to 23.
        hour: u32,
    },
    /// Received in the period and come to this.
    Fate(Fate),
}

impl Cut {
    /// The names it has in addresses.
    pub const NAMES: [&'static str; 4] = ["received", "stage", "hour", "fate"];

    /// Its name and value in addresses.
    pub fn part(&self) -> (&'static str, String) {
        match self {
            Self::Received { from, to } => {
                ("received", format!("{}..{to}", from.map(|from| from.to_string()).unwrap_or_default()))
            }
            Self::Stage(stage) => ("stage", stage.to_string()),
            Self::Hour { weekday, hour } => ("hour", format!("{weekday}-{hour}")),
            Self::Fate(fate) => ("fate", fate.as_str().to_owned()),
        }
    }

    /// Reads a name and a value of an address.
    pub fn parse(name: &str, value: &str) -> Option<Self> {
        match name {
            "received" => {
                let (from, to) = value.split_once("..")?;
                let from = if from.is_empty() { None } else { Some(from.parse().ok()?) };
                Some(Self::Received { from, to: to.parse().ok()? })
            }
            "stage" => key(value).then(|| Stage::parse(value)).flatten().map(Self::Stage),
            "hour" => {
                let (weekday, hour) = value.split_once('-')?;
                let (weekday, hour) = (weekday.parse().ok()?, hour.parse().ok()?);
                (weekday < 7 && hour < 24).then_some(Self::Hour { weekday, hour })
            }
            "fate" => Fate::parse(value).map(Self::Fate),
            _ => None,
        }
    }

    /// What it says.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Received { from: Some(from), to } => {
                let days = Period { from: *from, to: *to }.words(lang);
                lang.t(format!("{days}收件"), format!("Received {days}"))
            }
            Self::Received { from: None, to } => {
                let day = lang.date(*to);
                lang.t(format!("{day}及以前收件"), format!("Received by {day}"))
            }
            Self::Stage(stage) => lang.t(
                format!("走完环节：{}", stage_name(lang, stage)),
                format!("Passed: {}", stage_name(lang, stage)),
            ),
            Self::Hour { weekday, hour } => {
                let day = weekday_name(lang, *weekday);
                lang.t(format!("{day} {hour} 时收件"), format!("Received {day} at {hour}"))
            }
            Self::Fate(fate) => lang.t(
                format!("结果：{}", fate_name(lang, *fate)),
                format!("Result: {}", fate_name(lang, *fate)),
            ),
        }
    }
}

/// What an address may carry as the key of a stage.
fn key(value: &str) -> bool {
    value.len() <= 80 && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_reads_back_from_its_address() {
        let cuts = [
            Cut::Received { from: "2026-11-01".parse().ok(), to: "2026-11-09".parse().unwrap() },
            Cut::Received { from: None, to: "2026-11-09".parse().unwrap() },
            Cut::Stage(Stage::Step("site".into())),
            Cut::Hour { weekday: 6, hour: 23 },
            Cut::Fate(Fate::NotAccepted),
        ];
        for cut in cuts {
            let (name, value) = cut.part();
            assert_eq!(Cut::parse(name, &value), Some(cut));
        }
        assert_eq!(Cut::parse("hour", "7-3"), None);
        assert_eq!(Cut::parse("stage", "step:a&b"), None);
    }
}
