//! The pieces that pages are made of: plain views without rules of their own.

pub mod breadcrumbs;
pub mod case_table;
pub mod chart;
pub mod code_number;
pub mod correction;
pub mod date_strip;
pub mod empty;
pub mod error_summary;
pub mod field;
pub mod figures;
pub mod flash;
pub mod item_card;
pub mod light;
pub mod pager;
pub mod panel;
pub mod ratio;
pub mod receipt;
pub mod sentence;
pub mod status;
pub mod table;
pub mod timeline;
