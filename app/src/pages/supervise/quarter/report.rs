//! A report as data: what stands in it, in the language asked for, in whatever form it is handed out.

use crate::ui::chart::{Bar, Kind};
use domain::indicator::Ratio;

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its title.
    pub title: String,
    /// Which days it tells of, and from which day it is.
    pub made: String,
    /// The city.
    pub place: String,
    /// What a mayor reads.
    pub sentences: Vec<String>,
    /// What they rest on.
    pub sections: Vec<Section>,
}

/// A part under its heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its id on the page.
    pub id: &'static str,
    /// The heading; also the name of its sheet.
    pub heading: String,
    /// Sentences.
    pub notes: Vec<String>,
    /// Bars.
    pub bars: Vec<Bars>,
    /// Tables.
    pub grids: Vec<Grid>,
}

/// Bars.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Their id on the page.
    pub id: &'static str,
    /// What they show.
    pub caption: String,
    /// The head of the first column of their table.
    pub head: String,
    /// The parts of each.
    pub kinds: Vec<Kind>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// What it lists.
    pub caption: String,
    /// The name of its sheet in a workbook.
    pub sheet: String,
    /// From left to right.
    pub heads: Vec<Head>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What stands above it.
    pub name: String,
    /// Whether it holds numbers.
    pub number: bool,
    /// Whether it holds rates: a workbook then has both sides beside them.
    pub sides: bool,
}

impl Head {
    /// A column of words.
    pub fn words(name: &str) -> Self {
        Self { name: name.to_owned(), number: false, sides: false }
    }

    /// A column of numbers.
    pub fn number(name: &str) -> Self {
        Self { name: name.to_owned(), number: true, sides: false }
    }

    /// A column of rates.
    pub fn rate(name: &str) -> Self {
        Self { name: name.to_owned(), number: true, sides: true }
    }
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Whether it is a sum.
    pub strong: bool,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell: what is read, what it counts, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What is read.
    pub text: String,
    /// The number itself, where it is one.
    pub value: Option<Value>,
    /// The set that it counts.
    pub href: Option<String>,
}

/// A number in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A whole number.
    Whole(i64),
    /// A part of a whole.
    Rate(Ratio),
    /// A number with a decimal: working days, points.
    Decimal(f64),
}

impl Cell {
    /// Words.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), value: None, href: None }
    }

    /// How many.
    pub fn whole(n: i64) -> Self {
        Self { text: crate::ui::ratio::grouped(n), value: Some(Value::Whole(n)), href: None }
    }

    /// A rate in per cent, with both its sides; a dash where there is nothing to divide by.
    pub fn rate(ratio: Ratio) -> Self {
        let text = match crate::ui::ratio::percent(ratio) {
            Some(percent) => {
                let of = crate::ui::ratio::grouped;
                format!("{percent} % ({}/{})", of(ratio.numerator), of(ratio.denominator))
            }
            None => "—".to_owned(),
        };
        Self { text, value: Some(Value::Rate(ratio)), href: None }
    }

    /// Working days.
    pub fn days(days: Option<f64>) -> Self {
        let text = days.map_or_else(|| "—".to_owned(), crate::ui::ratio::half);
        Self { text, value: days.map(Value::Decimal), href: None }
    }

    /// Leading to what it counts; nothing leads nowhere.
    #[must_use]
    pub fn to(self, href: String) -> Self {
        let counts = !matches!(self.value, Some(Value::Whole(0)));
        Self { href: Some(href).filter(|_| counts), ..self }
    }
}
