//! The files that the program carries with it (`server/data`).

/// The working calendar.
pub const CALENDAR: &str = include_str!("../../../data/calendar.json");
/// Divisions of the country to county, of the seed cities to community.
pub const DIVISIONS: &str = include_str!("../../../data/divisions.csv");
/// The demonstration city.
pub const CITY: &str = include_str!("../../../data/demo-city.json");
/// The catalogue of items.
pub const ITEMS: &str = include_str!("../../../data/items.json");
/// The questions of the items.
pub const FORMS: &str = include_str!("../../../data/forms.json");
/// Themes and life events.
pub const THEMES: &str = include_str!("../../../data/themes.json");
