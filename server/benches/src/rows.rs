//! Lines of the table.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};

/// A bar of `quality.md`.
#[derive(Clone, Copy, Debug)]
pub enum Bar {
    /// At least.
    Least(f64),
    /// At most.
    Most(f64),
    /// None: shown to explain another line.
    None,
}

impl Bar {
    fn text(self) -> String {
        match self {
            Self::Least(bar) => format!("≥ {}", number(bar)),
            Self::Most(bar) => format!("≤ {}", number(bar)),
            Self::None => String::new(),
        }
    }

    fn verdict(self, value: f64) -> &'static str {
        let met = match self {
            Self::Least(bar) => value >= bar,
            Self::Most(bar) => value <= bar,
            Self::None => return "",
        };
        if met { "met" } else { "**not met**" }
    }
}

/// One line: what, our side, the other side, the ratio, the bar, the verdict.
#[derive(Clone, Debug)]
pub struct Row([String; 6]);

impl Row {
    /// Two rates or times and their ratio.
    pub fn ratio(what: &str, ours: (String, f64), other: (String, f64), bar: Bar) -> Self {
        let ratio = ours.1 / other.1.max(f64::MIN_POSITIVE);
        let cells = [what, &ours.0, &other.0, &number(ratio), &bar.text(), bar.verdict(ratio)];
        Self::of(cells)
    }

    /// A time with an upper bound in milliseconds.
    pub fn time(what: &str, ours: String, value: Duration, most: u32) -> Self {
        let met = value <= Duration::from_millis(most.into());
        Self::of([what, &ours, "", "", &format!("< {most} ms"), if met { "met" } else { "**not met**" }])
    }

    /// Findings in words, judged by whoever found them.
    pub fn judged(what: &str, ours: &str, beside: &str, bar: &str, met: Option<bool>) -> Self {
        let verdict = met.map_or("", |met| if met { "met" } else { "**not met**" });
        Self::of([what, ours, beside, "", bar, verdict])
    }

    /// How many of what there is to be none of.
    pub fn none(what: &str, found: usize) -> Self {
        let verdict = if found == 0 { "met" } else { "**not met**" };
        Self::of([what, &found.to_string(), "", "", "none", verdict])
    }

    /// What could not be measured, and why.
    pub fn missing(what: &str, bar: &str, why: &str) -> Self {
        Self::of([what, "", "", "", bar, &format!("not measured: {why}")])
    }

    fn of(cells: [&str; 6]) -> Self {
        Self(cells.map(|cell| cell.replace(['|', '\n'], " ")))
    }

    /// For the file that `cargo xtask bench` reads.
    pub fn json(&self) -> Value {
        json!(self.0)
    }
}

/// The rows of a part; a part that fails says so in the table and stops nothing.
pub fn rows(what: &str, part: Result<Vec<Row>>) -> Vec<Row> {
    part.unwrap_or_else(|error| {
        eprintln!("  {what}: {error:#}");
        vec![Row::missing(what, "", &format!("{error:#}").chars().take(300).collect::<String>())]
    })
}

/// Three digits that count.
pub fn number(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 10.0 {
        format!("{value:.1}")
    } else if value >= 0.1 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}

/// `1234/s`, with its value.
pub fn per_second(what: &str, rate: f64) -> (String, f64) {
    (format!("{what} {}/s", number(rate)), rate)
}

/// `1.2 ms`
pub fn ms(time: Duration) -> String {
    format!("{} ms", number(time.as_secs_f64() * 1000.0))
}
