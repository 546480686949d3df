//! Whether somebody may act for somebody else, and by what right.

use chrono::NaiveDate;
use entity::delegation;
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::view::{State, views};
use crate::holder::Holder;
use crate::legal_entities::{self, EntityStatus};
use crate::{Result, persons};

/// By what right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// It is themself.
    Oneself,
    /// 法定代表人.
    LegalRepresentative,
    /// 管理员.
    Administrator,
    /// 经办人 or 代办人, by this delegation.
    Agent(Uuid),
}

/// By what right somebody may start an item for a person or an organisation on a day; `None` where
/// they may not. Nobody acts for the dead, and the dead act for nobody; an organisation that is no
/// more is not acted for either.
///
/// # Errors
/// [`crate::Kind::NotFound`] for an unknown person or organisation.
pub async fn authority(
    db: &impl ConnectionTrait,
    agent: Uuid,
    principal: Holder,
    item: &str,
    day: NaiveDate,
) -> Result<Option<Authority>> {
    let dead = |person: entity::person::Model| person.died_on.is_some();
    if dead(persons::row(db, agent).await?) {
        return Ok(None);
    }
    let by_office = match principal {
        Holder::Person(person) if person == agent => Some(Authority::Oneself),
        Holder::Person(person) => {
            if dead(persons::row(db, person).await?) {
                return Ok(None);
            }
            None
        }
        Holder::Entity(id) => {
            let body = legal_entities::row(db, id).await?;
            if EntityStatus::parse(&body.status) != Some(EntityStatus::Active) {
                return Ok(None);
            }
            let office = |who: Option<Uuid>, right| (who == Some(agent)).then_some(right);
            office(body.legal_person_id, Authority::LegalRepresentative)
                .or(office(body.administrator_id, Authority::Administrator))
        }
    };
    match by_office {
        Some(right) => Ok(Some(right)),
        None => by_delegation(db, agent, principal, item, day).await,
    }
}

/// Whether somebody may, by any right.
///
/// # Errors
/// As [`authority`].
pub async fn may_act(
    db: &impl ConnectionTrait,
    agent: Uuid,
    principal: Holder,
    item: &str,
    day: NaiveDate,
) -> Result<bool> {
    Ok(authority(db, agent, principal, item, day).await?.is_some())
}

async fn by_delegation(
    db: &impl ConnectionTrait,
    agent: Uuid,
    principal: Holder,
    item: &str,
    day: NaiveDate,
) -> Result<Option<Authority>> {
    let whose = match principal {
        Holder::Person(id) => delegation::COLUMN.person_id.eq(id),
        Holder::Entity(id) => delegation::COLUMN.entity_id.eq(id),
    };
    let rows = delegation::Entity::find().filter(delegation::COLUMN.agent_id.eq(agent)).filter(whose);
    let given = views(db, rows.all(db).await?).await?;
    let holds = given.iter().find(|one| one.state(day) == State::InForce && one.covers(item));
    Ok(holds.map(|one| Authority::Agent(one.id)))
}
