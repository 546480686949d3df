//! What runs in the browser: enhancements of pages which already work without them.
//!
//! An island never owns a form field. The server renders the field; the island finds it by its
//! `id`, so nothing a person typed is ever repeated in the island's properties.

#![expect(missing_docs, reason = "the macro of islands writes types without them")]
#![cfg_attr(
    feature = "hydrate",
    expect(clippy::redundant_closure, reason = "the macro calls an island without properties through one")
)]

mod desk_keys;
mod id_number_field;
mod scanner;

pub use desk_keys::*;
pub use id_number_field::*;
pub use scanner::*;
