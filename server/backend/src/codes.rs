//! Items by any of their names in other systems: our own id, base code, implementation code or
//! handling code.

use domain::item_code::ItemCode;

use crate::catalogue::Handbook;
use crate::{Result, Services};

/// An item, and the situation where the code names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// `RS-001`.
    pub item_id: String,
    /// 情形, by its two digits.
    pub situation: Option<String>,
}

/// The item with this id (`RS-001`) or code (12 digits, 31 or 33 characters; GB/T 39554).
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such item.
pub async fn item(services: &Services, typed: &str) -> Result<Named> {
    services.catalogue.look_up(|handbook| named(handbook, typed)).await
}

fn named(handbook: &Handbook, typed: &str) -> Option<Named> {
    let carried = |code: &str| handbook.carrier(code).map(|carrier| carrier.item_id.clone());
    let (item_id, situation) = match ItemCode::parse(typed) {
        Ok(ItemCode::Base(base)) => (handbook.of_base_code(&base.to_string())?.to_owned(), None),
        Ok(ItemCode::Implementation(code)) => (carried(&code.to_string())?, None),
        Ok(ItemCode::Handling(code)) => (carried(&code.to_string())?, Some(code.situation())),
        Err(_) => (handbook.item(&typed.trim().to_uppercase(), None)?.id.clone(), None),
    };
    Some(Named { item_id, situation })
}
