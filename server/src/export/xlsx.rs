//! A workbook, written row by row to a temporary file by a thread of its own.

mod book;

use super::table::{Batches, Row, Table};
use backend::{Error, Result};
use book::Book;
use futures::StreamExt as _;
use rust_xlsxwriter::XlsxError;
use std::fs::File;
use std::io::{BufWriter, Seek as _, Write as _};
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::spawn_blocking;

/// Rows of a sheet below its head: all that a spreadsheet program takes (2^20 with it).
pub const ROWS: u32 = 1_048_575;
/// Batches that may wait for the thread.
const WAITING: usize = 2;

/// What the thread is told.
enum Part {
    Rows(Vec<Row>),
    /// That was all; without it the rows broke off, and there is no file.
    End,
}

/// The file, open at its beginning. It has no name: it is gone when it is closed, whoever closes it,
/// and after a crash too. Tables longer than `most` rows go on on further sheets.
///
/// # Errors
/// Those of the rows; when the file cannot be written.
pub async fn xlsx(table: Table, mut rows: Batches, most: u32) -> Result<File> {
    let (parts, taken) = channel(WAITING);
    let writing = spawn_blocking(move || written(table, taken, most));
    while let Some(batch) = rows.next().await {
        if parts.send(Part::Rows(batch?)).await.is_err() {
            // The thread says why it has stopped.
            break;
        }
    }
    // Whoever has stopped reads no end either.
    parts.send(Part::End).await.unwrap_or_default();
    let file = writing.await.map_err(Error::internal)??;
    file.ok_or_else(|| Error::internal("the rows of a workbook broke off"))
}

/// A workbook of several short tables, each on a sheet of its own; their names differ. As [`xlsx`].
///
/// # Errors
/// When there is no table, or the file cannot be written.
pub async fn workbook(sheets: Vec<(Table, Vec<Row>)>) -> Result<File> {
    spawn_blocking(move || together(sheets)).await.map_err(Error::internal)?
}

fn together(sheets: Vec<(Table, Vec<Row>)>) -> Result<File> {
    let mut sheets = sheets.into_iter();
    let (table, rows) = sheets.next().ok_or_else(|| Error::internal("a workbook without a table"))?;
    let mut book = Book::new(table, ROWS);
    book.add(&rows).map_err(failed)?;
    for (table, rows) in sheets {
        book.next(table).and_then(|()| book.add(&rows)).map_err(failed)?;
    }
    saved(book)
}

fn written(table: Table, mut parts: Receiver<Part>, most: u32) -> Result<Option<File>> {
    let mut book = Book::new(table, most);
    loop {
        match parts.blocking_recv() {
            Some(Part::Rows(rows)) => book.add(&rows).map_err(failed)?,
            Some(Part::End) => return saved(book).map(Some),
            None => return Ok(None),
        }
    }
}

fn saved(book: Book) -> Result<File> {
    let mut file = BufWriter::new(tempfile::tempfile()?);
    book.save(&mut file).map_err(failed)?;
    file.flush()?;
    let mut file = file.into_inner().map_err(|error| error.into_error())?;
    file.rewind()?;
    Ok(file)
}

/// A full disk is told as such.
fn failed(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) => error.into(),
        other => Error::internal(other),
    }
}

#[cfg(test)]
mod tests;
