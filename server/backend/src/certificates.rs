//! 电子证照库: certificates by holder, with what was done with each.

mod held;

pub use held::{Certificate, held, one};
