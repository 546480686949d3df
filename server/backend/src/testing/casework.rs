//! A small city for tests of casework: its calendar, its divisions and a handful of items.

use crate::catalogue::ImportOptions;
use crate::{Services, places};
use domain::permission::Actor;
use serde_json::Value;

const CALENDAR: &str = include_str!("../../../data/calendar.json");
const CITY: &str = include_str!("../../../data/demo-city.json");
const ITEMS: &str = include_str!("../../../data/items.json");
const FORMS: &str = include_str!("../../../data/forms.json");
const THEMES: &str = include_str!("../../../data/themes.json");

/// The city with these items of the catalogue.
///
/// # Panics
/// When the files of the catalogue do not load: a test tells of it so.
#[expect(clippy::unwrap_used, reason = "a test tells of its failure by panicking")]
pub async fn services(portal: &crate::Portal, items: &[&str]) -> Services {
    let system = Actor::portal();
    places::import_calendar(portal, &system, CALENDAR).await.unwrap();
    places::import_city(portal, &system, CITY).await.unwrap();
    let services = Services::load(portal.clone()).await.unwrap();
    let options = ImportOptions { city: None, themes: Some(THEMES), replace: false };
    services.catalogue.import(&system, &only(items), FORMS, &options, |_, _| {}).await.unwrap();
    services
}

/// The catalogue's file with a few of its items, and without bundles, which name the others.
#[expect(clippy::unwrap_used, reason = "a test tells of its failure by panicking")]
fn only(ids: &[&str]) -> String {
    let mut file: Value = serde_json::from_str(ITEMS).unwrap();
    if let Some(items) = file.get_mut("items").and_then(Value::as_array_mut) {
        items.retain(|item| item.get("id").and_then(Value::as_str).is_some_and(|id| ids.contains(&id)));
    }
    if let Some(bundles) = file.get_mut("bundles").and_then(Value::as_array_mut) {
        bundles.clear();
    }
    file.to_string()
}
