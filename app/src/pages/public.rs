//! Pages for everyone: find an item, read its guide, track a case, sign in.

pub mod eligibility;
pub mod guidance;
pub mod guide;
pub mod help;
pub mod home;
pub mod items;
pub mod search;
pub mod sign_in;
pub mod themes;
pub mod track;
pub mod trouble;
pub mod verify;
