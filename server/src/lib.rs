//! The portal's server: configuration, router, pages, API and commands.

pub mod config;
pub mod middleware;
pub mod router;
pub mod site;
pub mod state;
pub mod web;
