//! Who may have which item: the rules of the catalogue, read once.

use std::collections::HashMap;
use std::sync::Arc;

use domain::rule::Rule;
use entity::item;

use super::super::row;
use crate::Result;

/// Of one item.
#[derive(Clone, Debug)]
pub(crate) struct Conditions {
    /// Who may have it.
    pub rule: Arc<Rule>,
    /// The certificate one gets.
    pub result: Option<String>,
}

/// Of an item, where it has a rule.
pub(super) fn of(item: &item::Model) -> Result<Option<Conditions>> {
    let result = Some(row::guide(item)?.result_certificate).filter(|code| !code.is_empty());
    Ok(row::rule(item)?.map(|rule| Conditions { rule: Arc::new(rule), result }))
}

/// By item.
pub(super) type All = HashMap<String, Conditions>;
