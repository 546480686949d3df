//! Tables for spreadsheets: described once, written as CSV or XLSX, of any length in little memory.
//!
//! ```text
//! rows (a stream of batches) ─┬─ csv: each batch becomes text and is sent at once
//!                             └─ xlsx: each batch goes to a thread that writes a temporary file,
//!                                which has no name and is gone when nobody reads it any more
//! ```

mod answer;
mod csv;
mod room;
mod table;
mod width;
mod xlsx;

pub use answer::{answer, sent};
pub use csv::csv;
pub use room::{Place, Room};
pub use table::{Batches, Cell, Column, Kind, Row, Table, at_once};
pub use xlsx::{ROWS, workbook, xlsx};

/// The two ways to write a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180), UTF-8 with a byte order mark.
    Csv,
    /// Office Open XML (ISO/IEC 29500).
    Xlsx,
}

impl Format {
    /// The ending of the file, and the name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Reads the API's name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx].into_iter().find(|format| format.as_str() == text)
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}
