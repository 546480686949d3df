//! What materials and fees depend on: a question of the item's own form with answers that it offers,
//! or one of its situations. Anything else would never hold, and nobody would be told.

use domain::guidance::SITUATION;
use domain::intake::{Condition, FormSpec};

use super::super::file::FileItem;
use crate::import::{Faults, Problem};

/// Checks the conditions of one item against the questions that it asks.
pub(in crate::catalogue) fn check(at: &str, item: &FileItem, form: &FormSpec, faults: &mut Faults) {
    let materials = item.materials.iter().enumerate();
    let materials =
        materials.filter_map(|(n, one)| Some((format!("materials[{n}].needed_if"), one.needed_if.as_ref()?)));
    let fees = item.guide.fee_items.iter().enumerate();
    let fees =
        fees.filter_map(|(n, one)| Some((format!("fee_items[{n}].applies_if"), one.applies_if.as_ref()?)));
    for (place, condition) in materials.chain(fees) {
        for unknown in unknown(item, form, condition) {
            faults.add(format!("{at}.{place}"), Problem::Unknown(unknown));
        }
    }
}

/// What a condition names that is not there.
fn unknown(item: &FileItem, form: &FormSpec, condition: &Condition) -> Vec<String> {
    let offered = |value: &str| match form.field(&condition.field) {
        Some(field) => field.offers(value),
        None => item.guide.situations.iter().any(|situation| situation.code == value),
    };
    if condition.field != SITUATION && form.field(&condition.field).is_none() {
        return vec![condition.field.clone()];
    }
    condition.is.iter().filter(|value| !offered(value)).cloned().collect()
}
