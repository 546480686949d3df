//! The pages of the portal: pure views of plain data, and the few islands that run in the browser.
//!
//! The server renders every page; the browser wakes only what lies in [`islands`]. Pages know
//! neither the storage nor HTTP.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod render;
