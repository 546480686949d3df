//! Searching the catalogue.

use super::cards::item_line;
use super::guide::subject_name;
use super::home::number;
use super::mains::{Main, Mains};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::items::{Facet, FacetValue, ItemsPage, items as view};
use app::pages::public::search::{Dimension, Search};
use app::render::render;
use app::shell::Area;
use app::ui::status::channel_name;
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::catalogue::{self, Catalogue, Facets};
use domain::item::{Channel, Subject};

/// Results on a page.
const PER_PAGE: usize = 20;
/// Items offered where nothing was found.
const SUGGESTIONS: usize = 5;

pub(super) async fn items(
    context: Context,
    State(state): State<AppState>,
    mains: Extension<Mains>,
    Query(search): Query<Search>,
) -> Result<Response, PageError> {
    let (lang, catalogue) = (context.lang, &state.services.catalogue);
    let make = async {
        let page = found(lang, catalogue, search);
        Ok(Main::new(lang.t("找事项", "Find a service"), render(move || view(page))))
    };
    let main = mains.of(&context, make).await?;
    Ok(main.framed(context.frame(Area::Public, &main.title, Width::Wide)))
}

fn found(lang: Lang, catalogue: &Catalogue, search: Search) -> ItemsPage {
    let found = catalogue.search(&query(&search));
    ItemsPage {
        lang,
        total: number(found.total),
        pages: number(found.total.div_ceil(PER_PAGE)),
        results: found.items.iter().map(|card| item_line(lang, card)).collect(),
        facets: Dimension::ALL
            .map(|dimension| facet(lang, dimension, &found.facets, search.chosen(dimension)))
            .to_vec(),
        suggestions: if found.total == 0 { suggestions(lang, catalogue, &search) } else { Vec::new() },
        search,
    }
}

fn query(search: &Search) -> catalogue::Query {
    let some = |dimension| Some(search.chosen(dimension).to_owned()).filter(|value| !value.is_empty());
    let page = usize::try_from(search.page()).unwrap_or(1);
    catalogue::Query {
        text: search.q.clone(),
        theme: some(Dimension::Theme),
        department: some(Dimension::Department),
        event: some(Dimension::Event),
        channel: some(Dimension::Channel),
        area: some(Dimension::Area),
        subject: some(Dimension::Subject),
        offset: page.saturating_sub(1).saturating_mul(PER_PAGE),
        limit: PER_PAGE,
    }
}

fn facet(lang: Lang, dimension: Dimension, facets: &Facets, chosen: &str) -> Facet {
    let values = match dimension {
        Dimension::Theme => &facets.themes,
        Dimension::Department => &facets.departments,
        Dimension::Event => &facets.events,
        Dimension::Channel => &facets.channels,
        Dimension::Area => &facets.areas,
        Dimension::Subject => &facets.subjects,
    };
    let value = |value: &catalogue::FacetValue| FacetValue {
        value: value.key.clone(),
        name: facet_name(lang, dimension, value),
        count: number(value.count),
    };
    let mut values: Vec<FacetValue> = values.iter().map(value).collect();
    // What is chosen stays in sight.
    values.sort_by_key(|value| value.value != chosen);
    Facet { dimension, values }
}

/// The name of a value: the catalogue's own, or the page's words for a property.
pub(super) fn facet_name(lang: Lang, dimension: Dimension, value: &catalogue::FacetValue) -> String {
    let property = match dimension {
        Dimension::Channel => Channel::parse(&value.key).map(|channel| channel_name(lang, channel)),
        Dimension::Area => area_name(lang, &value.key),
        Dimension::Subject => Subject::parse(&value.key).map(|subject| subject_name(lang, subject)),
        Dimension::Theme | Dimension::Department | Dimension::Event => None,
    };
    property.unwrap_or_else(|| lang.pick(&value.name, &value.name_en)).to_owned()
}

/// How far one may go from home to hand it in.
fn area_name(lang: Lang, key: &str) -> Option<&'static str> {
    match key {
        "same_city" => Some(lang.t("全市通办", "Anywhere in the city")),
        "nearby" => Some(lang.t("就近办", "Nearby")),
        "cross_province" => Some(lang.t("跨省通办", "From other provinces")),
        _ => None,
    }
}

/// The same words without filters; then with ever fewer characters, which forgives a wrong ending.
fn suggestions(lang: Lang, catalogue: &Catalogue, search: &Search) -> Vec<(String, String)> {
    let characters: Vec<char> = search.q.trim().chars().collect();
    let shorter =
        (1..=characters.len()).rev().map(|length| characters.iter().take(length).collect::<String>());
    let found = shorter.map(|text| {
        catalogue.search(&catalogue::Query { text, limit: SUGGESTIONS, ..catalogue::Query::default() }).items
    });
    let named =
        |card: &catalogue::ItemCard| (card.id.clone(), lang.pick(&card.name, &card.name_en).to_owned());
    found.into_iter().find(|items| !items.is_empty()).unwrap_or_default().iter().map(named).collect()
}
