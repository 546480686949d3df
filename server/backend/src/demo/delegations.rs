//! Who acts for whom in the demonstration: for a mother, for a company, one not taken yet, one over;
//! and somebody who has died.

use chrono::{Days as Span, Months};
use domain::permission::Actor;
use domain::resident_id::Sex;
use entity::{account, case_file};
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::entities::{AGENT_OF, OWN};
use super::staff::{Cast, Resident};
use crate::delegations::{NewDelegation, accept, give};
use crate::holder::Holder;
use crate::{Error, Result, Services, deaths};

/// Writes them.
pub(super) async fn write(services: &Services, cast: &Cast, bodies: &[Uuid]) -> Result<()> {
    let citizen = cast.residents.first().ok_or_else(Error::not_found)?;
    let mother = mother(cast).ok_or_else(Error::not_found)?;
    let clerk =
        cast.residents.iter().filter(|one| one.actor.is_some()).nth(1).ok_or_else(Error::not_found)?;
    let body = |place: usize| bodies.get(place).copied().ok_or_else(Error::not_found);
    let items = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let for_mother = items(&["MZ-001", "MZ-002", "RS-002", "YB-003"]);
    let all = [
        (Holder::Person(mother.id), citizen, for_mother, true),
        (Holder::Entity(body(AGENT_OF)?), citizen, items(&["SJ-005", "WJ-003", "SJ-003"]), true),
        (Holder::Entity(body(OWN)?), clerk, Vec::new(), true),
        (Holder::Person(citizen.id), clerk, items(&["GA-006"]), false),
    ];
    for (principal, agent, items, taken) in all {
        let known = |id: &String| services.catalogue.card(id).is_some();
        let today = services.clock.today();
        let new = NewDelegation {
            principal,
            agent: agent.id,
            items: items.into_iter().filter(known).collect(),
            valid_from: today - Span::new(30),
            valid_until: today.checked_add_months(Months::new(11)).unwrap_or(today),
        };
        let id = give(services, &Actor::portal(), new).await?;
        if taken {
            accept(services, &Actor::portal(), id).await?;
        }
    }
    Ok(())
}

/// 林晓雨's mother: the first woman of the right age.
fn mother(cast: &Cast) -> Option<&Resident> {
    let fits = |one: &&Resident| {
        let number = &one.person.number;
        number.sex() == Sex::Female && (1953..=1967).contains(&number.birth_year()) && one.actor.is_none()
    };
    cast.residents.iter().find(fits)
}

/// An old resident without a case who died twelve days ago, as the registry reported.
pub(super) async fn death(services: &Services, cast: &Cast) -> Result<Option<Uuid>> {
    let db = &services.db.read;
    let today = services.clock.today();
    let mother = mother(cast).map(|one| one.id);
    for one in cast.residents.iter().filter(|one| one.person.number.age_on(today) >= 70) {
        let cases =
            case_file::Entity::find().filter(case_file::COLUMN.person_id.eq(one.id)).count(db).await?;
        let accounts = account::Entity::find().filter(account::COLUMN.person_id.eq(one.id)).count(db).await?;
        if cases + accounts == 0 && Some(one.id) != mother {
            let tx = services.db.begin().await?;
            deaths::record(&tx, services, &Actor::portal(), one.id, today - Span::new(12)).await?;
            tx.commit().await?;
            return Ok(Some(one.id));
        }
    }
    Ok(None)
}
