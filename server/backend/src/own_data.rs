//! 我的数据: what a person may do with what is held of them (个人信息保护法 art. 44–50): read it, have
//! it in a form that other programs read, and put right what is theirs to say.

mod correct;
mod export;
mod road;

pub use correct::{Typed, correct};
pub use export::{Export, export};
pub use road::to_the_road;

use crate::{Error, Result};
use domain::permission::{Actor, Role};
use uuid::Uuid;

/// The person who asks about themself; nobody else has such a page.
///
/// # Errors
/// [`crate::Kind::NotFound`] to all but citizens.
pub fn owner(actor: &Actor) -> Result<Uuid> {
    actor.person.filter(|_| actor.is(Role::Citizen)).ok_or_else(Error::not_found)
}

#[cfg(test)]
mod tests;
