//! Finding items: the words of a query, the filters, and how many there are of each kind.

mod align;
mod certain;
mod everyday;
mod facets;
mod field;
mod grams;
mod sound;
mod text;
mod unit;

pub use facets::{FacetValue, Facets};
pub(crate) use field::Field;
pub(crate) use text::TextIndex;

pub(crate) use unit::{first_letters, letters};

use std::collections::HashSet;

use domain::division::DivisionCode;
use domain::item::Channel;

use super::model::{Counts, ItemCard, ItemState};

/// Items on a page when nothing was asked.
const PAGE: usize = 20;

/// A search. An empty text finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What was typed.
    pub text: String,
    /// Theme, by its Chinese name.
    pub theme: Option<String>,
    /// Department, by key.
    pub department: Option<String>,
    /// Life event, by key.
    pub event: Option<String>,
    /// `online`, `mobile`, `window`, `kiosk`, `phone`, `post`.
    pub channel: Option<String>,
    /// `same_city`, `nearby`, `cross_province`, or a division.
    pub area: Option<String>,
    /// `person`, `company` …
    pub subject: Option<String>,
    /// Items to leave out at the start.
    pub offset: usize,
    /// Items on the page; 0 for the usual number.
    pub limit: usize,
}

/// A page of items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemPage {
    /// The items of this page.
    pub items: Vec<ItemCard>,
    /// How many there are in all.
    pub total: usize,
    /// Items before this page.
    pub offset: usize,
    /// Items on a page.
    pub limit: usize,
    /// How many there are of each kind, under this query.
    pub facets: Facets,
}

impl ItemPage {
    /// Where the next page begins.
    pub fn next_offset(&self) -> Option<usize> {
        let next = self.offset + self.items.len();
        (next < self.total && !self.items.is_empty()).then_some(next)
    }
}

/// A name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Named {
    /// The key in addresses; the Chinese name where there is none.
    #[serde(default)]
    pub key: String,
    /// In Chinese.
    #[serde(rename = "zh")]
    pub name: String,
    /// In English.
    #[serde(rename = "en", default)]
    pub name_en: Option<String>,
    /// `person`, `org`: whom a life event concerns.
    #[serde(rename = "for", default)]
    pub concerns: Vec<String>,
}

/// An item as the index knows it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub card: ItemCard,
    /// The areas in which some body carries it out.
    pub divisions: HashSet<DivisionCode>,
    /// How many implementations it has.
    pub implementations: usize,
    /// Its texts, by field.
    pub texts: Vec<(Field, String)>,
}

/// The catalogue in memory, ready to be searched.
#[derive(Debug, Default)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    text: TextIndex,
    themes: Vec<Named>,
    events: Vec<Named>,
}

impl SearchIndex {
    /// Builds the index; entries come in the order of the catalogue.
    pub(crate) fn new(entries: Vec<Entry>, themes: Vec<Named>, events: Vec<Named>) -> Self {
        let texts = |entry: &'_ Entry| entry.texts.clone();
        let texts: Vec<Vec<(Field, String)>> = entries.iter().map(texts).collect();
        let text = TextIndex::new(
            texts.iter().map(|texts| texts.iter().map(|(field, text)| (*field, text.as_str())).collect()),
        );
        Self { entries, text, themes, events }
    }

    /// The items that answer a query, best first.
    pub fn search(&self, query: &Query) -> ItemPage {
        let found = self.found(&query.text);
        let limit = if query.limit == 0 { PAGE } else { query.limit };
        let chosen = |entry: &&&Entry| facets::Facet::ALL.iter().all(|facet| facet.admits(query, entry));
        let matching: Vec<&&Entry> = found.iter().filter(chosen).collect();
        ItemPage {
            items: matching.iter().skip(query.offset).take(limit).map(|entry| entry.card.clone()).collect(),
            total: matching.len(),
            offset: query.offset,
            limit,
            facets: facets::count(query, &found, &self.themes, &self.events),
        }
    }

    fn found(&self, text: &str) -> Vec<&Entry> {
        let served = |entry: &&Entry| entry.card.state != ItemState::Withdrawn;
        let wanted = text.trim();
        if wanted.is_empty() {
            return self.entries.iter().filter(served).collect();
        }
        if let Some(named) = self.by_id(wanted) {
            return vec![named];
        }
        let hits = self.text.search(wanted);
        hits.iter().filter_map(|hit| self.entries.get(hit.entry)).filter(served).collect()
    }

    /// `MZ-001`, typed in any case and width.
    fn by_id(&self, id: &str) -> Option<&Entry> {
        let id = unit::plain(id);
        self.entries.iter().find(|entry| entry.card.id.eq_ignore_ascii_case(&id))
    }

    /// One item.
    pub fn card(&self, id: &str) -> Option<&ItemCard> {
        self.entries.iter().find(|entry| entry.card.id == id).map(|entry| &entry.card)
    }

    /// Every item, in the order of the catalogue.
    pub fn cards(&self) -> impl Iterator<Item = &ItemCard> {
        self.entries.iter().map(|entry| &entry.card)
    }

    /// The themes that have items.
    pub fn themes(&self) -> &[Named] {
        &self.themes
    }

    /// The life events.
    pub fn events(&self) -> &[Named] {
        &self.events
    }

    /// How many items there are of each kind.
    pub fn counts(&self) -> Counts {
        let served = || self.entries.iter().filter(|entry| entry.card.state != ItemState::Withdrawn);
        let with = |property: fn(&ItemCard) -> bool| served().filter(|entry| property(&entry.card)).count();
        let departments: HashSet<&str> = served().map(|entry| entry.card.department_key.as_str()).collect();
        Counts {
            total: served().count(),
            online: with(|card| card.flags.online),
            fully_online: with(|card| card.flags.fully_online),
            same_city: with(|card| card.flags.same_city),
            nearby: with(|card| card.flags.nearby),
            cross_province: with(|card| card.flags.cross_province),
            one_window: with(|card| card.flags.one_window),
            instant: with(|card| card.kind == domain::item::CaseKind::Instant),
            no_visit: with(|card| card.visits == 0),
            no_application: with(|card| card.flags.no_application),
            instant_approval: with(|card| card.flags.instant_approval),
            departments: departments.len(),
            implementations: served().map(|entry| entry.implementations).sum(),
        }
    }
}

/// Whether an item can be applied for by a channel. The windows of the halls take in everything
/// at the general counter; the hotline takes in what concerns itself.
pub(super) fn by_channel(card: &ItemCard, channel: Channel) -> bool {
    match channel {
        Channel::Window => card.flags.one_window || card.visits > 0 || !card.flags.fully_online,
        Channel::Online => card.flags.online,
        Channel::Mobile => card.flags.mobile,
        Channel::Kiosk => card.flags.kiosk,
        Channel::Phone => card.id.starts_with("XB-"),
        Channel::Post => card.flags.postal,
    }
}
