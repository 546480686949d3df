//! The pages of the portal: pure views of plain data, and the few islands that run in the browser.
//!
//! The server renders every page; the browser wakes only what lies in [`islands`]. Pages know
//! neither the storage nor HTTP.

pub mod islands;
pub mod lang;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod ui;
