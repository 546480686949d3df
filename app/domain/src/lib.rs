//! The rules of the portal, and nothing else: no clock, no I/O, no framework.
//!
//! The same code runs in the server and in the browser. Whoever calls it brings today's date,
//! the calendar and the data; every answer is a plain value.

pub mod alarm;
pub mod assessment;
pub mod calendar;
pub mod case;
pub mod case_number;
pub mod certificate;
pub mod check;
pub mod credit_code;
pub mod deadline;
pub mod division;
pub mod eligibility;
pub mod evidence;
pub mod field_error;
pub mod forecast;
pub mod guidance;
pub mod indicator;
pub mod intake;
pub mod item;
pub mod item_code;
pub mod money;
pub mod number;
pub mod permission;
pub mod prefill;
pub mod process;
pub mod resident_id;
pub mod routing;
pub mod rule;
pub mod watch;
