//! Comma-separated values, sent as the rows come.

use super::table::{Batches, Cell, Table};
use app::ui::ratio::{half, percent};
use axum::BoxError;
use bytes::Bytes;
use csv::{Terminator, WriterBuilder};
use domain::calendar::CITY_OFFSET;
use futures::stream::{self, Stream, StreamExt as _};

/// Spreadsheets read UTF-8 only where this stands first.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection); the wide signs
/// are what a Chinese keyboard types.
const FORMULAS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The bytes of the file. After an error the file ends short, and whoever reads it is told.
pub fn csv(table: &Table, rows: Batches) -> impl Stream<Item = Result<Bytes, BoxError>> + use<> {
    let names: Vec<String> = table.columns.iter().map(|column| harmless(&column.name)).collect();
    let head = lines([names]).map(|text| [BYTE_ORDER_MARK.as_bytes(), &text].concat().into());
    stream::iter([head]).chain(rows.map(|batch| lines(batch?.iter().map(|row| texts(row)))))
}

fn lines(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Bytes, BoxError> {
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    for row in rows {
        writer.write_record(&row)?;
    }
    Ok(writer.into_inner().map_err(|error| error.into_error())?.into())
}

fn texts(row: &[Cell]) -> Vec<String> {
    row.iter().map(text).collect()
}

/// Plain numbers, for the spreadsheet to calculate with; empty where there is nothing to divide by.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Whole(n) => n.to_string(),
        Cell::Decimal(n) => half(*n),
        Cell::Rate(rate) => percent(*rate).unwrap_or_default(),
        Cell::Date(day) => day.to_string(),
        Cell::Moment(at) => at.with_timezone(&CITY_OFFSET).format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// A cell that a spreadsheet would read as a formula is told to be text.
fn harmless(cell: &str) -> String {
    if cell.starts_with(FORMULAS) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::table::Row;
    use domain::indicator::Ratio;

    fn line(cells: Row) -> String {
        String::from_utf8(lines([texts(&cells)]).unwrap().to_vec()).unwrap()
    }

    #[test]
    fn no_text_is_a_formula() {
        assert_eq!(line(vec![Cell::text("=HYPERLINK(1)"), Cell::text("＝1+1")]), "'=HYPERLINK(1),'＝1+1\n");
        assert_eq!(line(vec![Cell::text("民政局"), Cell::Whole(-3)]), "民政局,-3\n");
    }

    #[test]
    fn a_name_with_a_comma_stays_one_cell() {
        assert_eq!(line(vec![Cell::text("市, 区"), Cell::Whole(1)]), "\"市, 区\",1\n");
    }

    #[test]
    fn numbers_and_days_are_plain() {
        let rate = |numerator, denominator| Cell::Rate(Ratio { numerator, denominator });
        let day = "2026-02-13".parse().unwrap();
        let at = "2026-02-13T02:15:00Z".parse().unwrap();
        let row = vec![rate(1, 3), rate(0, 0), Cell::Decimal(2.5), Cell::Date(day), Cell::Moment(at)];
        assert_eq!(line(row), "33.3,,2.5,2026-02-13,2026-02-13 10:15:00\n");
    }
}
