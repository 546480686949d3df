//! From rows to the index, and the lists that start from it.

use std::collections::HashMap;

use chrono::Days;
use domain::division::DivisionCode;
use domain::indicator::Metric;
use domain::item::{CaseKind, Subject};
use entity::{department, item};
use sea_orm::ConnectionTrait;

use super::model::{Bundle, ItemCard, ItemState, Material};
use super::search::{Entry, Field, Named, SearchIndex};
use super::{row, themes};
use crate::repo::item as rows;
use crate::{Db, Error, Portal, Result, settings};

/// Days over which applications make an item popular.
const POPULAR_DAYS: u64 = 30;

/// Builds what lists and searches need.
pub(super) async fn index<C: ConnectionTrait>(
    read: &C,
    items: &[(item::Model, department::Model)],
    materials: &HashMap<String, Vec<Material>>,
) -> Result<SearchIndex> {
    let mut subjects = rows::subjects(read, None).await?;
    let mut events = rows::events(read, None).await?;
    let mut areas: HashMap<String, Vec<String>> = HashMap::new();
    for (item, division) in rows::areas(read).await? {
        areas.entry(item).or_default().push(division);
    }
    let bundles = rows::bundles(read).await?;
    let event_names: Vec<Named> = settings::get(read, themes::EVENTS).await?.unwrap_or_default();
    let topics = |id: &String, own: &[String]| {
        let with =
            bundles.iter().filter(|(_, items)| items.contains(id)).map(|(bundle, _)| bundle.name.clone());
        let named = event_names.iter().filter(|event| own.contains(&event.key));
        with.chain(named.map(|event| event.name.clone())).collect()
    };
    let mut entries = Vec::new();
    for (item, department) in items {
        let events = events.remove(&item.id).unwrap_or_default();
        let materials = materials.get(&item.id).into_iter().flatten();
        let parts = Parts {
            subjects: subjects.remove(&item.id).unwrap_or_default(),
            materials: materials.map(|material| material.name.clone()).collect(),
            topics: topics(&item.id, &events),
            areas: areas.remove(&item.id).unwrap_or_default(),
            events,
        };
        entries.push(entry(item, department, parts)?);
    }
    let themes = themes_of(&entries, settings::get(read, themes::THEMES).await?.unwrap_or_default());
    Ok(SearchIndex::new(entries, themes, event_names))
}

/// What belongs to an item beside its row.
pub(super) struct Parts {
    pub subjects: Vec<String>,
    /// Keys of life events.
    pub events: Vec<String>,
    /// Names.
    pub materials: Vec<String>,
    /// Names of bundles and life events.
    pub topics: Vec<String>,
    /// Divisions of the bodies, once for each implementation.
    pub areas: Vec<String>,
}

/// An item as the index takes it.
pub(super) fn entry(item: &item::Model, department: &department::Model, parts: Parts) -> Result<Entry> {
    let Parts { subjects, events, materials, topics, areas } = parts;
    let card = card(item, department, subjects, events)?;
    let mut texts = texts(item, &card)?;
    texts.extend(materials.into_iter().map(|name| (Field::Material, name)));
    texts.extend(topics.into_iter().map(|name| (Field::Topic, name)));
    let divisions = areas.iter().filter_map(|code| DivisionCode::parse(code).ok()).collect();
    Ok(Entry { card, divisions, implementations: areas.len(), texts })
}

/// The themes with a name of their own first; then any others that items stand under.
fn themes_of(entries: &[Entry], mut named: Vec<Named>) -> Vec<Named> {
    for entry in entries {
        let theme = &entry.card.theme;
        if !named.iter().any(|one| one.key == *theme) {
            named.push(Named { key: theme.clone(), name: theme.clone(), ..Named::default() });
        }
    }
    named
}

/// An item as lists show it.
pub(super) fn card(
    item: &item::Model,
    department: &department::Model,
    subjects: Vec<String>,
    events: Vec<String>,
) -> Result<ItemCard> {
    let mut subjects: Vec<Subject> = subjects.iter().filter_map(|subject| Subject::parse(subject)).collect();
    subjects.sort_unstable();
    Ok(ItemCard {
        id: item.id.clone(),
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        department_key: department.key.clone(),
        department: department.name.clone(),
        department_en: department.name_en.clone(),
        theme: item.theme.clone(),
        type_code: item.type_code.clone(),
        kind: CaseKind::parse(&item.case_kind).ok_or_else(|| Error::internal("a kind that is none"))?,
        limits: row::limits(item),
        flags: row::flags(item),
        visits: u16::try_from(item.visits).unwrap_or(0),
        charged: item.charged,
        fee_text: item.fee_text.clone(),
        subjects,
        events,
        state: ItemState::parse(&item.state).unwrap_or(ItemState::Suspended),
    })
}

fn texts(item: &item::Model, card: &ItemCard) -> Result<Vec<(Field, String)>> {
    let guide = row::guide(item)?;
    let mut texts = vec![
        (Field::Name, item.name.clone()),
        (Field::Department, card.department.clone()),
        (Field::Topic, item.theme.clone()),
        (Field::Result, guide.result_name),
        (Field::Prose, guide.eligibility),
    ];
    texts.extend(item.name_en.iter().map(|name| (Field::English, name.clone())));
    texts.extend(guide.keywords.into_iter().map(|word| (Field::Keyword, word)));
    texts.extend(guide.conditions.into_iter().map(|text| (Field::Prose, text)));
    texts.extend(guide.faqs.into_iter().map(|faq| (Field::Question, faq.question)));
    Ok(texts)
}

/// The items most applied for, then the catalogue's order.
pub(super) async fn popular(portal: &Portal, index: &SearchIndex, limit: usize) -> Result<Vec<ItemCard>> {
    let today = portal.clock.today();
    let since = today.checked_sub_days(Days::new(POPULAR_DAYS)).unwrap_or(today);
    let received = rows::received_since(&portal.db.read, since, Metric::Received.as_str()).await?;
    let mut cards: Vec<&ItemCard> = index.cards().filter(|card| card.state == ItemState::Active).collect();
    cards.sort_by_key(|card| std::cmp::Reverse(received.get(&card.id).copied().unwrap_or(0)));
    Ok(cards.into_iter().take(limit).cloned().collect())
}

/// Every bundle with the items that are still served.
pub(super) async fn bundles(db: &Db, index: &SearchIndex) -> Result<Vec<Bundle>> {
    let bundles = rows::bundles(&db.read).await?;
    Ok(bundles
        .into_iter()
        .map(|(bundle, items)| Bundle {
            id: bundle.id,
            name: bundle.name,
            name_en: bundle.name_en,
            event: bundle.event,
            items: items.iter().filter_map(|id| index.card(id).cloned()).collect(),
        })
        .collect())
}
