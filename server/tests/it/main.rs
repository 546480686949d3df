//! Journeys over HTTP, through the very router that serves, on both databases.

mod catalogue;
mod commands;
mod crowd;
mod gate;
mod openapi;
mod story;
mod support;
mod wrong;
