//! Home.

use super::cards::{case_line, hall_line, item_line};
use super::find::facet_name;
use super::mains::{Main, Mains};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::my::CaseLine;
use app::pages::public::home::{HomePage, Way, home as view, with_own};
use app::pages::public::search::{Dimension, Search};
use app::render::render;
use app::shell::{Area, Frame};
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use backend::catalogue::{FacetValue, Facets, Query};
use backend::{cases, organisation};
use domain::permission::Role;

/// Items on the first screen of a phone.
const TOP: usize = 6;
/// Own cases on the home page.
const CASES: usize = 3;

pub(super) async fn home(
    context: Context,
    State(state): State<AppState>,
    mains: Extension<Mains>,
) -> Result<Response, PageError> {
    let own = own_cases(&context, &state).await?;
    let main = mains.of(&context, main(context.lang, &state)).await?;
    let main = main.with(with_own(context.lang, &main.html, own.as_deref()));
    let frame = context.frame(Area::Public, &main.title, Width::Wide);
    Ok(main.framed(Frame { body_class: "home", width: "", ..frame }))
}

/// Home with holes where somebody's own cases go.
async fn main(lang: Lang, state: &AppState) -> Result<Main, PageError> {
    let catalogue = &state.services.catalogue;
    let top = catalogue.popular(TOP).await?;
    let facets = catalogue.search(&Query { limit: 1, ..Query::default() }).facets;
    let counts = catalogue.counts();
    let halls = organisation::halls(&state.services.db).await?;
    let page = HomePage {
        lang,
        top: top.iter().map(|card| item_line(lang, card)).collect(),
        events: ways(lang, Dimension::Event, &facets.events),
        themes: ways(lang, Dimension::Theme, &facets.themes),
        kinds: kinds(lang, &facets),
        items: number(counts.total),
        implementations: number(counts.implementations),
        halls: halls.iter().filter(|hall| hall.active).map(|hall| hall_line(lang, hall)).collect(),
    };
    let title = lang.t("示范市政务服务", "Services of Demo City");
    Ok(Main::new(title, render(move || view(page))))
}

fn ways(lang: Lang, dimension: Dimension, values: &[FacetValue]) -> Vec<Way> {
    let way = |value: &FacetValue| Way {
        name: facet_name(lang, dimension, value),
        key: value.name.clone(),
        href: Search::default().with(dimension, &value.key).href(),
        count: number(value.count),
    };
    values.iter().map(way).collect()
}

fn kinds(lang: Lang, facets: &Facets) -> Vec<Way> {
    let mut kinds = ways(lang, Dimension::Channel, &facets.channels);
    kinds.extend(ways(lang, Dimension::Area, &facets.areas));
    kinds
}

/// What asks for something first, then the newest.
async fn own_cases(context: &Context, state: &AppState) -> Result<Option<Vec<CaseLine>>, PageError> {
    let Some(actor) = context.actor().filter(|actor| actor.is(Role::Citizen)) else { return Ok(None) };
    let Some(person) = actor.person else { return Ok(None) };
    let rows = cases::of_person(&state.services, &actor, person).await?;
    let mut lines: Vec<CaseLine> = rows.iter().map(|row| case_line(context.lang, row)).collect();
    lines.sort_by_key(|line| (!line.is_urgent(), !line.next.status.is_open()));
    lines.truncate(CASES);
    Ok(Some(lines))
}

/// A count for a page.
pub(super) fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
