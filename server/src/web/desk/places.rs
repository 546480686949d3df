//! Places to choose from, and their names.

use app::lang::Lang;
use app::pages::desk::PlaceGroup;
use backend::Services;
use backend::places::Place;
use domain::division::DivisionCode;

/// Each district of the city with its towns and communities; communities stand a step further in.
pub(in crate::web) fn groups(services: &Services, lang: Lang) -> Vec<PlaceGroup> {
    let district = |district: Place| {
        let mut places = vec![(district.code.to_string(), name(lang, &district, 0))];
        below(services, lang, &district, 1, &mut places);
        PlaceGroup { name: lang.pick(&district.name, &district.name_en).to_owned(), places }
    };
    services.reference.children(None).into_iter().map(district).collect()
}

fn below(services: &Services, lang: Lang, place: &Place, depth: usize, places: &mut Vec<(String, String)>) {
    if !place.has_below {
        return;
    }
    for child in services.reference.children(Some(place.code)) {
        places.push((child.code.to_string(), name(lang, &child, depth)));
        below(services, lang, &child, depth.saturating_add(1), places);
    }
}

fn name(lang: Lang, place: &Place, depth: usize) -> String {
    format!("{}{}", "　".repeat(depth.saturating_sub(1)), lang.pick(&place.name, &place.name_en))
}

/// A division's name from the city down; empty for none.
pub(in crate::web) fn path(services: &Services, code: Option<&str>) -> String {
    let code = code.and_then(|code| DivisionCode::parse(code).ok());
    code.map(|code| services.reference.path(code)).unwrap_or_default()
}
