//! Rows: one file a family of tables. Nothing here decides.

pub(crate) mod calendar;
pub(crate) mod division;
pub(crate) mod item;
pub(crate) mod organisation;
