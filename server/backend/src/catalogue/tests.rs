//! The real catalogue over the demonstration city.

mod asking;
mod delivered;
mod editing;
mod finding;
mod importing;
mod keeping_up;
mod processes;
mod quality;

use domain::permission::Actor;

use super::{Catalogue, ImportOptions, ImportSummary};
use crate::{Portal, demo, places};

pub(super) const ITEMS: &str = include_str!("../../../data/items.json");
pub(super) const FORMS: &str = include_str!("../../../data/forms.json");
pub(super) const THEMES: &str = include_str!("../../../data/themes.json");
const CITY: &str = include_str!("../../../data/demo-city.json");

/// The whole catalogue over the demonstration city.
pub(super) async fn city(portal: &Portal) -> (Catalogue, ImportSummary) {
    places::import_city(portal, &Actor::portal(), CITY).await.unwrap();
    demo::organisation(portal, CITY).await.unwrap();
    let catalogue = Catalogue::load(portal).await.unwrap();
    let summary = import(&catalogue, ITEMS).await.unwrap();
    (catalogue, summary)
}

pub(super) async fn import(
    catalogue: &Catalogue,
    items: &str,
) -> Result<ImportSummary, crate::import::ImportError> {
    let options = ImportOptions { themes: Some(THEMES), ..ImportOptions::default() };
    catalogue.import(&Actor::portal(), items, FORMS, &options, |done, total| assert!(done <= total)).await
}
