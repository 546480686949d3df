//! A table as an answer.

use super::room::Place;
use super::table::{Batches, Table};
use super::{Format, ROWS, csv, xlsx};
use app::pages::public::search::encoded;
use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use backend::{Error, Result};
use futures::{Stream, StreamExt as _};
use http::{HeaderValue, header};
use tokio_util::io::ReaderStream;

/// Bytes of a file read at once.
const PIECE: usize = 64 * 1024;

/// The file, to be saved. The place is kept until it is sent, or nobody wants it any more.
///
/// # Errors
/// Those of the rows of a workbook, which is sent once it is whole; when it cannot be written.
pub async fn answer(place: Place, table: Table, rows: Batches, format: Format) -> Result<Response> {
    match format {
        Format::Csv => {
            let body = Body::from_stream(keeping(place, csv(&table, rows)));
            named(body.into_response(), &table.file, format)
        }
        Format::Xlsx => {
            let name = table.file.clone();
            sent(place, xlsx(table, rows, ROWS).await?, &name).await
        }
    }
}

/// A workbook that is written already, under a name without its ending.
///
/// # Errors
/// When it cannot be read.
pub async fn sent(place: Place, file: std::fs::File, name: &str) -> Result<Response> {
    let file = tokio::fs::File::from_std(file);
    let length = file.metadata().await?.len();
    let pieces = ReaderStream::with_capacity(file, PIECE);
    let mut response = Body::from_stream(keeping(place, pieces)).into_response();
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    named(response, name, Format::Xlsx)
}

fn keeping<T>(place: Place, stream: impl Stream<Item = T>) -> impl Stream<Item = T> {
    stream.map(move |item| {
        let _kept = &place;
        item
    })
}

/// RFC 6266: a name in Chinese.
fn named(mut response: Response, name: &str, format: Format) -> Result<Response> {
    let name = encoded(&format!("{name}.{}", format.as_str()));
    let name = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{name}"));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(header::CONTENT_DISPOSITION, name.map_err(Error::internal)?);
    Ok(response)
}
