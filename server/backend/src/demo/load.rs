//! Loads the demonstration city, step by step, into an empty database.

use std::collections::HashMap;
use std::sync::Arc;

use domain::permission::Actor;
use domain::process::Assignment;
use entity::account;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};

use super::days::Days;
use super::plan::{World, plan};
use super::{
    certificates, data, delegations, elapsed, entities, extracts, history, holdings, organisation, own,
    people, reports, scene, schemes, staff, watched,
};
use crate::catalogue::{ImportOptions, IntakeItem, ItemCard, Query};
use crate::import::ImportError;
use crate::{Error, Result, Services, audit, counters, places, settings};

/// Under this key the database remembers how far the loading came.
const SETTING: &str = "demo";
const BEGUN: &str = "begun";
const DONE: &str = "done";

/// What is in a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing: the demonstration may be loaded.
    Empty,
    /// A demonstration that was not loaded to its end.
    Begun,
    /// The demonstration.
    Loaded,
    /// A city's own data.
    Other,
}

/// What was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Citizens.
    pub people: usize,
    /// Staff accounts.
    pub staff: usize,
    /// Cases.
    pub cases: u64,
}

/// What is in the database.
///
/// # Errors
/// When it cannot be read.
pub async fn state(services: &Services) -> Result<State> {
    let mark: Option<String> = settings::get(&services.db.read, SETTING).await?;
    Ok(match mark.as_deref() {
        Some(DONE) => State::Loaded,
        Some(_) => State::Begun,
        None => {
            let accounts = account::Entity::find().count(&services.db.read).await?;
            if accounts == 0 && services.catalogue.counts().total == 0 { State::Empty } else { State::Other }
        }
    })
}

/// Takes in the calendar and the divisions that the program carries, where there are none yet.
///
/// # Errors
/// When they cannot be written.
pub async fn reference(
    services: &Services,
    mut progress: impl FnMut(&str, u64, u64) + Send,
) -> Result<(), ImportError> {
    let portal = Actor::portal();
    if places::coverage(&services.db).await?.is_some() {
        return Ok(());
    }
    progress("Calendar", 0, 0);
    places::import_calendar(services, &portal, data::CALENDAR).await?;
    progress("Divisions", 0, 0);
    places::import_divisions(services, &portal, data::DIVISIONS, |done, all| {
        progress("Divisions", done, all)
    })
    .await?;
    Ok(services.reference.reload(&services.db).await?)
}

/// Loads everything. `progress` hears the stage, how much of it is done, and of how much.
///
/// # Errors
/// [`crate::Kind::Conflict`] where the database is not empty; storage errors.
pub async fn load(
    services: &Services,
    mut progress: impl FnMut(&str, u64, u64) + Send,
) -> Result<Summary, ImportError> {
    if state(services).await? != State::Empty {
        return Err(Error::conflict().into());
    }
    settings::put(&services.db.write, SETTING, &BEGUN).await?;
    // What is lost in a power cut while loading is loaded again: no need to wait for the disk.
    services.db.wait_for_disk(false).await?;
    let loaded = stages(services, &mut progress).await;
    services.db.wait_for_disk(true).await?;
    let summary = loaded?;
    settings::put(&services.db.write, SETTING, &DONE).await?;
    Ok(summary)
}

async fn stages(
    services: &Services,
    progress: &mut (impl FnMut(&str, u64, u64) + Send),
) -> Result<Summary, ImportError> {
    let portal = Actor::portal();
    reference(services, &mut *progress).await?;
    progress("City and halls", 0, 0);
    places::import_city(services, &portal, data::CITY).await?;
    services.reference.reload(&services.db).await?;
    let halls = organisation(services, data::CITY).await?;
    let options =
        ImportOptions { city: services.reference.city(), themes: Some(data::THEMES), replace: false };
    let told = |done, all| progress("Service items", done, all);
    services.catalogue.import(&portal, data::ITEMS, data::FORMS, &options, told).await?;
    crate::indicators::ensure_targets(services).await?;
    progress("People and accounts", 0, 0);
    let days = days(services);
    let since = days.in_office(days.ago(400), &mut super::chance::Chance::new(1));
    let cast = staff::people(services, &halls, people(), since).await?;
    let bodies = entities::write(services, &cast).await?;
    delegations::write(services, &cast, &bodies).await?;
    certificates::write(services, &days, &cast).await?;
    extracts::write(services, &days, &cast).await?;
    let cases = cases(services, &days, &cast, progress).await?;
    progress("Reports of departments", 0, 0);
    reports::write(services, &days, &cast).await?;
    schemes::write(services, &days, &cast).await?;
    delegations::death(services, &cast).await?;
    progress("What time made happen", 0, 0);
    elapsed::watch(services, &days, &cast).await?;
    watched::write(services, &days, &cast).await?;
    progress("Counters and audit trail", 0, 0);
    counters::fold(services).await?;
    audit::seal(services).await?;
    Ok(Summary { people: cast.residents.len(), staff: cast.staff, cases })
}

/// The clock's day, up to its moment.
fn days(services: &Services) -> Days {
    let (now, today) = (services.clock.now(), services.clock.today());
    Days { calendar: services.reference.calendar(), today, now }
}

async fn cases(
    services: &Services,
    days: &Days,
    cast: &staff::Cast,
    progress: &mut (impl FnMut(&str, u64, u64) + Send),
) -> Result<u64> {
    let items = services.catalogue.search(&Query { limit: 1000, ..Query::default() }).items;
    let plans = plan(&World { days, cast, items: plain(services, &items).await? });
    let total = u64::try_from(plans.len()).map_err(Error::internal)?;
    let mut known: HashMap<String, IntakeItem> = HashMap::new();
    for (planned, n) in plans.iter().zip(1_u64..) {
        let item = known_item(services, &mut known, &planned.item).await?;
        let resident = cast.residents.get(planned.resident).ok_or_else(Error::not_found)?;
        history::write(services, cast, planned, resident, &item, n).await?;
        progress("Cases of a year", n, total);
    }
    let own = own::write(services, days, cast, &items).await?;
    holdings::write(services, days, cast).await?;
    let scenes = scene::write(services, days, cast).await?;
    Ok(total + own + scenes)
}

/// The items that one reviewer handles alone: the plan knows no others.
async fn plain(services: &Services, items: &[ItemCard]) -> Result<Vec<ItemCard>> {
    let mut plain = Vec::new();
    for card in items {
        let process = Arc::clone(&services.catalogue.offer(&card.id, None).await?.process);
        if process.steps.is_empty() && process.assignment == Assignment::Pool {
            plain.push(card.clone());
        }
    }
    Ok(plain)
}

async fn known_item(
    services: &Services,
    known: &mut HashMap<String, IntakeItem>,
    card: &ItemCard,
) -> Result<IntakeItem> {
    if let Some(item) = known.get(&card.id) {
        return Ok(item.clone());
    }
    let item = services.catalogue.intake_item(&card.id, None).await?;
    known.insert(card.id.clone(), item.clone());
    Ok(item)
}
