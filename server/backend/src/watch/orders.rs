//! 督办: orders of supervision to departments.

mod deed;
mod files;
mod issue;
mod list;
mod row;
mod time;
mod view;

pub use deed::{Deed, act};
pub(crate) use files::readable;
pub use issue::{NewOrder, issue};
pub use list::{OrderPage, OrderQuery, OrderRow, orders, waiting};
pub(crate) use time::time_passes;
pub use view::{OrderEvent, OrderView, order};

/// The number of an order: 督〔2026〕17号.
pub fn number(year: i32, serial: i32) -> String {
    format!("督〔{year}〕{serial}号")
}
