//! Files that an administrator brings: small, text, read whole.

use crate::web::error::PageError;
use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;
use backend::{Error, Kind};
use http::StatusCode;
use std::collections::BTreeMap;

/// Megabytes taken at most.
pub(in crate::web) const MEGABYTES: usize = 16;
/// The same in bytes.
pub(in crate::web) const BYTES: usize = MEGABYTES * 1024 * 1024;

/// The texts of a form with files, by field; a file that was not chosen is not there.
pub(in crate::web) async fn texts(mut form: Multipart) -> Result<BTreeMap<String, String>, PageError> {
    let mut texts = BTreeMap::new();
    while let Some(field) = form.next_field().await.map_err(refused)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        let bytes = field.bytes().await.map_err(refused)?;
        let text =
            String::from_utf8(bytes.to_vec()).map_err(|error| Error::because(Kind::WrongType, error))?;
        // Some editors write a byte order mark first.
        let text = text.trim_start_matches('\u{feff}').to_owned();
        if !text.trim().is_empty() {
            texts.insert(name, text);
        }
    }
    Ok(texts)
}

fn refused(error: MultipartError) -> PageError {
    let too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
    let limit = u64::try_from(BYTES).unwrap_or(u64::MAX);
    let kind = if too_large { Kind::TooLarge { limit } } else { Kind::WrongType };
    Error::because(kind, error).into()
}
