//! Journeys over HTTP, through the very router that serves, on both databases.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test tells of its failure by panicking")]

mod casework;
mod catalogue;
mod commands;
mod correction;
mod crowd;
mod gate;
mod openapi;
mod pages;
mod procedure;
mod story;
mod support;
mod wrong;
