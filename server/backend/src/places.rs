//! Places and days: the divisions, the city that is served, and its calendar.

mod calendar;
mod city;
pub(crate) mod division_table;
mod divisions;
mod reference;
#[cfg(test)]
mod tests;

pub use calendar::{CalendarSummary, Coverage, coverage, days, import_calendar};
pub(crate) use city::city_in;
pub use city::{City, city, import_city};
pub use division_table::DivisionSummary;
pub use divisions::import_divisions;
pub use reference::{Place, Reference};
