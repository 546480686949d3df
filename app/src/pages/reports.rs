//! 填报: what departments report of the indicators that the portal cannot work out. The head of a
//! department writes, the supervisor judges; both read the same history.

mod address;
mod form;
mod history;
mod judge;
mod leads;
mod list;
mod one;
pub mod words;

pub use address::{Place, ReportsAddress};
pub use form::ReportForm;
pub use history::Happening;
pub use judge::{JudgePage, Judged, judge_page};
pub use leads::{LeadRow, LeadsPage, leads, leads_title};
pub use list::{Line, ReportsPage, reports};
pub use one::{EvidenceFile, Point, Report, ReportPage, report_page};
