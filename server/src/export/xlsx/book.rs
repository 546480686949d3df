//! Sheets, formats and cells.

use crate::export::table::{Cell, Row, Table};
use crate::export::width::widths;
use domain::calendar::CITY_OFFSET;
use rust_xlsxwriter::{Format, FormatBorder, Workbook, Worksheet, XlsxError};
use std::io::Write;

/// Letters of one cell at most.
const LONGEST: usize = 32_767;

/// A workbook that is being written. It holds one row, the rest lies in files of its own.
pub(super) struct Book {
    workbook: Workbook,
    table: Table,
    formats: Formats,
    widths: Vec<u16>,
    most: u32,
    /// Sheets of all tables, and of this one.
    sheets: usize,
    part: usize,
    /// Rows of the last sheet, without its head.
    rows: u32,
}

struct Formats {
    head: Format,
    rate: Format,
    date: Format,
    moment: Format,
}

impl Book {
    /// One without a sheet yet: how wide its columns are depends on the first rows.
    pub fn new(table: Table, most: u32) -> Self {
        let formats = Formats {
            head: Format::new().set_bold().set_border_bottom(FormatBorder::Thin),
            rate: Format::new().set_num_format("0.0%"),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        };
        let (workbook, widths) = (Workbook::new(), Vec::new());
        Self { workbook, table, formats, widths, most, sheets: 0, part: 0, rows: 0 }
    }

    pub fn add(&mut self, rows: &[Row]) -> Result<(), XlsxError> {
        if self.part == 0 {
            self.widths = widths(&self.table.columns, rows);
            self.begin()?;
        }
        for row in rows {
            if self.rows == self.most {
                self.finish()?;
                self.begin()?;
            }
            self.rows += 1;
            let at = self.rows;
            let sheet = self.workbook.worksheet_from_index(self.sheets - 1)?;
            for (column, cell) in (0..).zip(row) {
                write(sheet, at, column, cell, &self.formats)?;
            }
        }
        Ok(())
    }

    /// Another table, on a sheet of its own.
    pub fn next(&mut self, table: Table) -> Result<(), XlsxError> {
        self.complete()?;
        self.table = table;
        self.part = 0;
        Ok(())
    }

    /// Writes it out as a whole.
    pub fn save(mut self, file: impl Write + Send) -> Result<(), XlsxError> {
        self.complete()?;
        self.workbook.save_to_writer(file)
    }

    /// A table without rows has its head all the same.
    fn complete(&mut self) -> Result<(), XlsxError> {
        if self.part == 0 {
            self.add(&[])?;
        }
        self.finish()
    }

    /// A further sheet with its head, which stays when one scrolls and stands on every printed page.
    fn begin(&mut self) -> Result<(), XlsxError> {
        self.sheets += 1;
        self.part += 1;
        self.rows = 0;
        let name = sheet_name(&self.table.sheet, self.part);
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        for ((place, column), &width) in (0..).zip(&self.table.columns).zip(&self.widths) {
            sheet.set_column_width(place, width)?;
            sheet.write_string_with_format(0, place, column.name.as_str(), &self.formats.head)?;
        }
        Ok(())
    }

    /// The last sheet is complete: its head filters.
    fn finish(&mut self) -> Result<(), XlsxError> {
        let last = u16::try_from(self.table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let sheet = self.workbook.worksheet_from_index(self.sheets.saturating_sub(1))?;
        sheet.autofilter(0, 0, self.rows, last)?;
        Ok(())
    }
}

/// At most 31 letters, without those that programs refuse.
fn sheet_name(name: &str, part: usize) -> String {
    let plain: String = name.chars().filter(|sign| !"[]:*?/\\'".contains(*sign)).take(24).collect();
    if part == 1 { plain } else { format!("{plain} {part}") }
}

/// Words are written as words, so that none is ever a formula.
fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) if text.len() <= LONGEST => sheet.write_string(row, column, text.as_str())?,
        Cell::Text(text) => {
            sheet.write_string(row, column, text.chars().take(LONGEST).collect::<String>())?
        }
        Cell::Whole(n) => match i32::try_from(*n) {
            Ok(n) => sheet.write_number(row, column, n)?,
            Err(_) => sheet.write_string(row, column, n.to_string())?,
        },
        Cell::Decimal(n) => sheet.write_number(row, column, *n)?,
        Cell::Rate(rate) => match rate.value() {
            Some(rate) => sheet.write_number_with_format(row, column, rate, &formats.rate)?,
            None => return Ok(()),
        },
        Cell::Date(day) => sheet.write_datetime_with_format(row, column, day, &formats.date)?,
        Cell::Moment(at) => {
            let local = at.with_timezone(&CITY_OFFSET).naive_local();
            sheet.write_datetime_with_format(row, column, local, &formats.moment)?
        }
    };
    Ok(())
}
