//! Choosing a place: in the city from one list down to the community; elsewhere level by level.

use crate::state::AppState;
use app::lang::Lang;
use app::pages::citizen::question::PlaceGroup;
use backend::places::{Place, Reference};
use domain::division::{DivisionCode, DivisionLevel};
use domain::intake::{FieldKind, FieldSpec};

/// The question that asks for a place in the city served.
const IN_CITY: &str = "residence_division";

/// What a page offers.
#[derive(Default)]
pub(super) struct Choices {
    pub groups: Vec<PlaceGroup>,
    pub way: Vec<(String, String)>,
    /// The place whose parts are offered.
    pub at: String,
}

/// The places to choose from.
pub(super) fn choices(
    state: &AppState,
    lang: Lang,
    spec: &FieldSpec,
    value: &str,
    at: &str,
    href: &str,
) -> Choices {
    let reference = &state.services.reference;
    match (spec.kind == FieldKind::Division, spec.key == IN_CITY) {
        (false, _) => Choices::default(),
        (true, true) => Choices { groups: city(reference, lang), ..Choices::default() },
        (true, false) => anywhere(reference, lang, value, at, href),
    }
}

/// The places to choose from where there is one list and no way to go further: the city's, or for a
/// place anywhere the parts of all that lie above the old answer, so that each level can be mended.
pub fn places_for(reference: &Reference, lang: Lang, spec: &FieldSpec, value: &str) -> Vec<PlaceGroup> {
    match (spec.kind == FieldKind::Division, spec.key == IN_CITY) {
        (false, _) => Vec::new(),
        (true, true) => city(reference, lang),
        (true, false) => levels(reference, lang, value),
    }
}

fn levels(reference: &Reference, lang: Lang, value: &str) -> Vec<PlaceGroup> {
    let mut groups = Vec::new();
    let mut next = DivisionCode::parse(value).ok();
    while let Some(code) = next {
        let parts = reference.children(Some(code));
        if let Some(place) = reference.place(code).filter(|_| !parts.is_empty()) {
            groups.push((name(lang, &place), parts.iter().map(|part| option(lang, part)).collect()));
        }
        next = code.parent();
    }
    let provinces = provinces(reference).iter().map(|place| option(lang, place)).collect();
    groups.push((lang.t("全国", "China").to_owned(), provinces));
    groups.reverse();
    groups
}

/// A place was chosen that has parts still to choose from, down to the county.
pub(super) fn goes_further(state: &AppState, spec: &FieldSpec, value: &str, at: &str) -> bool {
    if spec.kind != FieldKind::Division || spec.key == IN_CITY || value == at {
        return false;
    }
    let place = DivisionCode::parse(value).ok().and_then(|code| state.services.reference.place(code));
    place.is_some_and(|place| place.has_below && place.level < DivisionLevel::County)
}

/// The city's communities, under the names of their county and town.
pub fn city(reference: &Reference, lang: Lang) -> Vec<PlaceGroup> {
    let mut groups = Vec::new();
    for county in reference.children(None) {
        for town in reference.children(Some(county.code)) {
            let heading = format!("{} {}", name(lang, &county), name(lang, &town));
            let parts = reference.children(Some(town.code));
            let parts = if parts.is_empty() { vec![town] } else { parts };
            groups.push((heading, parts.iter().map(|place| option(lang, place)).collect()));
        }
    }
    groups
}

fn anywhere(reference: &Reference, lang: Lang, value: &str, at: &str, href: &str) -> Choices {
    let chosen = DivisionCode::parse(value).ok();
    let at = match at {
        "" => chosen.and_then(DivisionCode::parent),
        "all" => None,
        code => DivisionCode::parse(code).ok(),
    };
    let offered = match at {
        Some(code) => reference.children(Some(code)),
        None => provinces(reference),
    };
    let whole =
        at.and_then(|code| reference.place(code)).filter(|place| place.level >= DivisionLevel::Prefecture);
    let whole = whole.map(|place| {
        (
            place.code.to_string(),
            lang.t(format!("{}（到此为止）", place.name), format!("{} (only this)", name(lang, &place))),
        )
    });
    let options = whole.into_iter().chain(offered.iter().map(|place| option(lang, place))).collect();
    Choices {
        groups: vec![(String::new(), options)],
        way: at.map(|code| way(reference, lang, code, href)).unwrap_or_default(),
        at: at.map(|code| code.to_string()).unwrap_or_default(),
    }
}

fn provinces(reference: &Reference) -> Vec<Place> {
    let divisions = reference.divisions();
    divisions
        .roots()
        .filter(|root| root.to_year.is_none())
        .filter_map(|root| reference.place(root.code))
        .collect()
}

/// From the whole country down to what is chosen, each a link to choose again.
fn way(reference: &Reference, lang: Lang, code: DivisionCode, href: &str) -> Vec<(String, String)> {
    let mut way = Vec::new();
    let mut next = Some(code);
    while let Some(code) = next {
        if let Some(place) = reference.place(code) {
            way.push((format!("{href}?at={code}"), name(lang, &place)));
        }
        next = code.parent();
    }
    way.push((format!("{href}?at=all"), lang.t("全国", "China").to_owned()));
    way.reverse();
    way
}

fn option(lang: Lang, place: &Place) -> (String, String) {
    (place.code.to_string(), name(lang, place))
}

fn name(lang: Lang, place: &Place) -> String {
    lang.pick(&place.name, &place.name_en).to_owned()
}
