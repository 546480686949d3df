//! What every request passes through.

pub mod admission;
pub mod headers;
pub mod incident;
pub mod leaving;
pub mod limited;
pub mod limits;
pub mod origin;
pub mod packed;
pub mod packing;
pub mod page_cache;
pub mod receive;
pub mod request_id;
pub mod shared;
pub mod spoken;
