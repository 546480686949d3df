//! What a table is: columns of one kind each, and rows that come in batches.

use backend::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::indicator::Ratio;
use futures::stream::{BoxStream, StreamExt as _, once};

/// A table without its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file's name without its ending.
    pub file: String,
    /// The name of its sheet.
    pub sheet: String,
    /// From left to right.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub name: String,
    /// What stands in it.
    pub kind: Kind,
}

impl Column {
    /// A column of a kind.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), kind }
    }
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, and numbers that are names.
    Text,
    /// 件, 项, working days …
    Whole,
    /// A number with at most one decimal, such as a median.
    Decimal,
    /// A part of a whole. A spreadsheet shows it in per cent; a CSV file holds the per cent.
    Rate,
    /// A day.
    Date,
    /// A moment by the city's clock.
    Moment,
}

/// What stands in one place.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing: there is none, or nothing to divide by.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with decimals.
    Decimal(f64),
    /// A part of a whole.
    Rate(Ratio),
    /// A day.
    Date(NaiveDate),
    /// A moment.
    Moment(DateTime<Utc>),
}

impl Cell {
    /// Words; without any, nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A day, where there is one.
    pub fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }

    /// A whole number, where there is one.
    pub fn whole(n: Option<impl Into<i64>>) -> Self {
        n.map_or(Self::Empty, |n| Self::Whole(n.into()))
    }
}

/// A cell for each column.
pub type Row = Vec<Cell>;

/// Rows as they come. A batch is held in memory as a whole: some hundreds of rows.
pub type Batches = BoxStream<'static, Result<Vec<Row>>>;

/// Rows that are all there already.
pub fn at_once(rows: Vec<Row>) -> Batches {
    once(async { Ok(rows) }).boxed()
}
