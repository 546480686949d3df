//! Pages of the administrator, and the auditor's.

pub mod absences;
pub mod audit;
pub mod calendar;
pub mod certificates;
pub mod department;
pub mod departments;
mod edit_form;
pub mod eligibility;
mod filters;
pub mod hall;
pub mod halls;
pub mod import;
mod in_use;
pub mod item;
pub mod items;
pub mod lint;
pub mod overview;
pub mod promises;
pub mod rules;
pub mod staff;
pub mod staff_form;
pub mod values;
pub mod version;
pub mod window;
pub mod windows;
