//! 材料: what there is of an applicant that satisfies a material (certificates, registries, materials
//! kept from earlier applications), and the library of materials kept (材料库).

mod holdings;
mod library;
mod stock;
mod verify;

pub use holdings::{Holding, holdings_of, remove};
pub(crate) use library::{Kept, keep};
pub(crate) use stock::need;
pub use stock::{Certified, Stock, Stored};
pub use verify::verify;

use chrono::{Months, NaiveDate};
use sea_orm::ConnectionTrait;

use crate::{Result, settings};

/// Under this name the city's settings hold how many months a material is kept for reuse.
pub const MONTHS_KEPT: &str = "material_months";
/// How long a material may be used again where the city has set nothing: one year.
const USUAL_MONTHS: u32 = 12;

/// The last day on which a material given today may be used again.
///
/// # Errors
/// When the settings cannot be read.
pub(crate) async fn last_day(db: &impl ConnectionTrait, today: NaiveDate) -> Result<NaiveDate> {
    let months = settings::get(db, MONTHS_KEPT).await?.unwrap_or(USUAL_MONTHS);
    Ok(today.checked_add_months(Months::new(months)).unwrap_or(today))
}

#[cfg(test)]
mod tests;
