//! The portal's server: configuration, router, pages, API and commands.

pub mod api_v1;
pub mod commands;
pub mod config;
pub mod export;
pub mod http;
pub mod listener;
pub mod middleware;
pub mod router;
pub mod site;
pub mod state;
pub mod web;
