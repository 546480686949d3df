//! The pieces that pages are made of: plain views without rules of their own.

pub mod breadcrumbs;
pub mod code_number;
pub mod date_strip;
pub mod error_summary;
pub mod field;
pub mod flash;
pub mod pager;
pub mod sentence;
pub mod status;
