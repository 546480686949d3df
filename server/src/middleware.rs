//! What every request passes through, outermost first.

pub mod headers;
pub mod incident;
pub mod origin;
pub mod page_cache;
