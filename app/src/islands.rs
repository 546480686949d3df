//! What runs in the browser: enhancements of pages which already work without them.
//!
//! An island never owns a form field. The server renders the field; the island finds it by its
//! place, so nothing a person typed is ever repeated in an island's properties. They have none at
//! all: the language too stands in the page.

#![cfg_attr(
    feature = "hydrate",
    expect(clippy::redundant_closure, reason = "the macro calls an island without properties through one")
)]

mod desk_keys;
mod eligibility_verdict;
mod id_number_field;
mod scanner;

use crate::lang::Lang;

pub use desk_keys::*;
pub use eligibility_verdict::*;
pub use id_number_field::*;
pub use scanner::*;

/// The language of the page that the island wakes in. Where pages are made an island is still
/// silent, so there any language will do.
fn page_lang() -> Lang {
    #[cfg(feature = "hydrate")]
    {
        let root = leptos::prelude::document().document_element();
        let tag = root.and_then(|root| root.get_attribute("lang"));
        tag.and_then(|tag| Lang::parse(&tag)).unwrap_or_default()
    }
    #[cfg(not(feature = "hydrate"))]
    Lang::default()
}
