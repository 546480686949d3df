//! 法人和其他组织: recorded and found by their credit code (GB 32100), with who stands for them.

mod record;
mod view;

pub use record::{NewEntity, name_administrator, record};
pub use view::{EntityStatus, EntityView, Name, find, get, of_person};
pub(crate) use view::{names, row};

#[cfg(test)]
mod tests;
