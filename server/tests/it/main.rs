//! Journeys over HTTP, through the very router that serves, on both databases.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test tells of its failure by panicking")]

mod backup;
mod casework;
mod catalogue;
mod certificates;
mod commands;
mod correction;
mod crowd;
mod desk_person;
mod export;
mod gate;
mod guidance;
mod killed;
mod limits;
mod live;
mod openapi;
mod own_data;
mod pages;
mod procedure;
mod reports;
mod secrets;
mod spreadsheet;
mod story;
mod support;
mod watch;
mod watched;
mod wrong;
