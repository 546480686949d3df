//! Pages of the administrator, and the auditor's.

pub mod audit;
pub mod calendar;
pub mod departments;
pub mod halls;
pub mod import;
pub mod item;
pub mod items;
pub mod lint;
pub mod overview;
pub mod rules;
pub mod staff;
pub mod staff_form;
pub mod values;
