//! Which items grant or renew a type of certificate.

use std::collections::BTreeMap;

use crate::catalogue::ItemState;
use crate::{Result, Services};

/// An item that grants a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Producer {
    /// `GA-009`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
}

/// The items that grant or renew each type, by its code, in the order of the catalogue. From memory.
///
/// # Errors
/// Storage errors, where the catalogue has to be read again.
pub async fn producers(services: &Services) -> Result<BTreeMap<String, Vec<Producer>>> {
    services
        .catalogue
        .look_up(|book| {
            let mut found: BTreeMap<String, Vec<Producer>> = BTreeMap::new();
            for item in book.items().filter(|item| item.state != ItemState::Withdrawn) {
                if let Some(code) = &item.result_certificate {
                    let (id, name, name_en) = (item.id.clone(), item.name.clone(), item.name_en.clone());
                    found.entry(code.clone()).or_default().push(Producer { id, name, name_en });
                }
            }
            for items in found.values_mut() {
                items.sort_by(|a, b| a.id.cmp(&b.id));
            }
            Some(found)
        })
        .await
}
