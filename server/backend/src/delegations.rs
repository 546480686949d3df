//! 授权: somebody acts for a person or an organisation, for named items or for all, for a term,
//! until it is taken back (民法典 art. 161–175).

mod authority;
mod give;
mod view;

pub use authority::{Authority, authority, may_act};
pub use give::{NewDelegation, accept, give, revoke};
pub use view::{Delegation, State, of_agent, of_principal};

#[cfg(test)]
mod tests;
