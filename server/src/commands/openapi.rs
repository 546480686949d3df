//! `yihao openapi`: the document of the API, as served and as kept in `server/openapi.json`.

use super::failure::Failure;
use std::io::{Write as _, stdout};

pub(super) fn run() -> Result<(), Failure> {
    let text = crate::api_v1::document_text().map_err(|error| Failure::Fault(error.into()))?;
    stdout().write_all(text.as_bytes()).map_err(|error| Failure::Fault(error.into()))
}
