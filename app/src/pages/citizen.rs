//! Pages of somebody who applies: drafts, questions, materials, receipts, cases.

pub mod case;
pub mod check;
pub mod materials;
pub mod my;
pub mod question;
pub mod receipt;
pub mod task_list;
pub mod withdraw;
