//! Facets: by what one can narrow a search, and how many items would be left.

use std::collections::HashMap;

use domain::division::DivisionCode;
use domain::item::{Channel, Subject};

use super::{Entry, Named, Query, by_channel};

/// One value to narrow by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// What goes into the address.
    pub key: String,
    /// Its name; empty where the page has its own words for the key.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Items under it, with all other filters as they are.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// All facets, each in the order of the catalogue, without empty values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each lists the values of what it names")]
pub struct Facets {
    pub themes: Vec<FacetValue>,
    pub departments: Vec<FacetValue>,
    pub events: Vec<FacetValue>,
    pub channels: Vec<FacetValue>,
    pub areas: Vec<FacetValue>,
    pub subjects: Vec<FacetValue>,
}

/// By what one can narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    Theme,
    Department,
    Event,
    Channel,
    Area,
    Subject,
}

/// Service areas (B.7), from near to far.
const AREAS: [&str; 3] = ["nearby", "same_city", "cross_province"];

impl Facet {
    pub(super) const ALL: [Self; 6] =
        [Self::Theme, Self::Department, Self::Event, Self::Channel, Self::Area, Self::Subject];

    fn chosen(self, query: &Query) -> Option<&str> {
        let value = match self {
            Self::Theme => &query.theme,
            Self::Department => &query.department,
            Self::Event => &query.event,
            Self::Channel => &query.channel,
            Self::Area => &query.area,
            Self::Subject => &query.subject,
        };
        value.as_deref().filter(|value| !value.is_empty())
    }

    /// Whether an entry passes this filter of the query.
    pub(super) fn admits(self, query: &Query, entry: &Entry) -> bool {
        self.chosen(query).is_none_or(|value| self.has(entry, value))
    }

    fn has(self, entry: &Entry, value: &str) -> bool {
        let card = &entry.card;
        match self {
            Self::Theme => card.theme == value,
            Self::Department => card.department_key == value,
            Self::Event => card.events.iter().any(|event| event == value),
            Self::Channel => Channel::parse(value).is_some_and(|channel| by_channel(card, channel)),
            Self::Area => in_area(entry, value),
            Self::Subject => Subject::parse(value).is_some_and(|subject| card.subjects.contains(&subject)),
        }
    }
}

/// A kind of reach, or a division in or above which a body carries the item out.
fn in_area(entry: &Entry, value: &str) -> bool {
    let flags = &entry.card.flags;
    match value {
        "same_city" => flags.same_city,
        "nearby" => flags.nearby,
        "cross_province" => flags.cross_province,
        code => DivisionCode::parse(code).is_ok_and(|place| {
            entry.divisions.iter().any(|division| place.within(division) || division.within(&place))
        }),
    }
}

/// Counts each facet under the query and all other filters.
pub(super) fn count(query: &Query, found: &[&Entry], themes: &[Named], events: &[Named]) -> Facets {
    let left = |facet: Facet| -> Vec<&Entry> {
        let others =
            |entry: &&&Entry| Facet::ALL.iter().all(|&other| other == facet || other.admits(query, entry));
        found.iter().filter(others).copied().collect()
    };
    let named = |facet: Facet, values: Vec<FacetValue>| {
        let entries = left(facet);
        let counted = values.into_iter().map(|value| FacetValue {
            count: entries.iter().filter(|entry| facet.has(entry, &value.key)).count(),
            chosen: facet.chosen(query) == Some(value.key.as_str()),
            ..value
        });
        counted.filter(|value| value.count > 0 || value.chosen).collect()
    };
    let keys = |keys: &[&str]| keys.iter().map(|key| value(key, "", None)).collect();
    Facets {
        themes: named(Facet::Theme, listed(themes)),
        departments: named(Facet::Department, departments(found)),
        events: named(Facet::Event, listed(events)),
        channels: named(Facet::Channel, keys(&Channel::ALL.map(Channel::as_str))),
        areas: named(Facet::Area, keys(&AREAS)),
        subjects: named(Facet::Subject, keys(&Subject::ALL.map(Subject::as_str))),
    }
}

fn value(key: &str, name: &str, name_en: Option<String>) -> FacetValue {
    FacetValue { key: key.to_owned(), name: name.to_owned(), name_en, count: 0, chosen: false }
}

fn listed(names: &[Named]) -> Vec<FacetValue> {
    names.iter().map(|named| value(&named.key, &named.name, named.name_en.clone())).collect()
}

/// Departments by how many items found are theirs.
fn departments(found: &[&Entry]) -> Vec<FacetValue> {
    let mut counts: HashMap<&str, (usize, FacetValue)> = HashMap::new();
    for entry in found {
        let card = &entry.card;
        let fresh = || (0, value(&card.department_key, &card.department, card.department_en.clone()));
        counts.entry(&card.department_key).or_insert_with(fresh).0 += 1;
    }
    let mut departments: Vec<(usize, FacetValue)> = counts.into_values().collect();
    departments.sort_by(|(a, one), (b, two)| b.cmp(a).then_with(|| one.key.cmp(&two.key)));
    departments.into_iter().map(|(_, department)| department).collect()
}
