//! Pages of somebody who applies: drafts, questions, materials, receipts, cases.

pub mod access;
pub mod case;
pub mod certificates;
pub mod check;
pub mod data;
pub mod entitled;
pub mod materials;
pub mod my;
pub mod question;
pub mod receipt;
pub mod task_list;
pub mod withdraw;
