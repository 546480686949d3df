//! Giving, taking and taking back.

use chrono::{Months, NaiveDate};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use entity::delegation;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _};
use serde_json::json;
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::holder::Holder;
use crate::{Error, Result, Services, deaths, legal_entities, persons};

/// The longest term, in years; then it has to be given again.
const YEARS: u32 = 3;
/// From this age on somebody may act for others (民法典 art. 18).
const OF_AGE: u32 = 18;

/// What is given to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDelegation {
    /// Who is acted for.
    pub principal: Holder,
    /// Who acts.
    pub agent: Uuid,
    /// Ids of the items; empty means all.
    pub items: Vec<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_until: NaiveDate,
}

/// Gives somebody the right to act: the principal themself, for an organisation its legal
/// representative or its administrator, or a clerk with them at the counter. It holds once the
/// agent has taken it.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody else; [`crate::Kind::Invalid`] with what is wrong.
pub async fn give(services: &Services, actor: &Actor, new: NewDelegation) -> Result<Uuid> {
    let tx = services.db.begin().await?;
    if !gives(&tx, actor, new.principal).await? {
        return Err(Error::denied());
    }
    check(&tx, services, &new).await?;
    let (id, at) = (Uuid::now_v7(), services.clock.now());
    let row = delegation::ActiveModel {
        id: Set(id),
        person_id: Set(new.principal.person()),
        entity_id: Set(new.principal.entity()),
        agent_id: Set(new.agent),
        items: Set(json!(new.items)),
        valid_from: Set(new.valid_from),
        valid_until: Set(new.valid_until),
        given_at: Set(at),
        accepted_at: Set(None),
        revoked_at: Set(None),
        created_by: Set(actor.account),
    };
    delegation::Entity::insert(row).exec_without_returning(&tx).await?;
    let detail = json!({ "agent": new.agent, "items": new.items, "until": new.valid_until });
    let entry = Entry::new(actor, "delegation.give", subject(new.principal)).detail(detail);
    audit::record(&tx, at, entry).await?;
    tx.commit().await?;
    Ok(id)
}

/// The agent takes it: themself, or at the counter. Taken once it stays so.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody else and for one that was taken back.
pub async fn accept(services: &Services, actor: &Actor, id: Uuid) -> Result<()> {
    let tx = services.db.begin().await?;
    let row = delegation::Entity::find_by_id(id).one(&tx).await?.ok_or_else(Error::not_found)?;
    let allowed = at_counter(actor) || (actor.person.is_some() && actor.person == Some(row.agent_id));
    if !allowed || row.revoked_at.is_some() {
        return Err(Error::not_found());
    }
    if row.accepted_at.is_some() {
        return Ok(());
    }
    let at = services.clock.now();
    let change = delegation::ActiveModel { id: Set(id), accepted_at: Set(Some(at)), ..Default::default() };
    delegation::Entity::update(change).exec(&tx).await?;
    audit::record(&tx, at, Entry::new(actor, "delegation.accept", format!("delegation/{id}"))).await?;
    Ok(tx.commit().await?)
}

/// Takes it back: the principal at any time, the agent lays it down, or a clerk for either. Cases
/// begun before go on.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody else.
pub async fn revoke(services: &Services, actor: &Actor, id: Uuid) -> Result<()> {
    let tx = services.db.begin().await?;
    let row = delegation::Entity::find_by_id(id).one(&tx).await?.ok_or_else(Error::not_found)?;
    let principal = row.person_id.map(Holder::Person).or(row.entity_id.map(Holder::Entity));
    let principal = principal.ok_or_else(|| Error::internal("a delegation of nobody"))?;
    let lays_down = actor.person.is_some() && actor.person == Some(row.agent_id);
    if !lays_down && !gives(&tx, actor, principal).await? {
        return Err(Error::not_found());
    }
    if row.revoked_at.is_some() {
        return Ok(());
    }
    let at = services.clock.now();
    let change = delegation::ActiveModel { id: Set(id), revoked_at: Set(Some(at)), ..Default::default() };
    delegation::Entity::update(change).exec(&tx).await?;
    audit::record(&tx, at, Entry::new(actor, "delegation.revoke", format!("delegation/{id}"))).await?;
    Ok(tx.commit().await?)
}

fn at_counter(actor: &Actor) -> bool {
    matches!(actor.role, Some(Role::Clerk) | None)
}

/// Whether an actor speaks for the principal.
async fn gives(tx: &impl ConnectionTrait, actor: &Actor, principal: Holder) -> Result<bool> {
    if at_counter(actor) {
        return Ok(true);
    }
    let (Some(Role::Citizen), Some(person)) = (actor.role, actor.person) else { return Ok(false) };
    Ok(match principal {
        Holder::Person(id) => id == person,
        Holder::Entity(id) => {
            let body = legal_entities::row(tx, id).await?;
            [body.legal_person_id, body.administrator_id].contains(&Some(person))
        }
    })
}

async fn check(tx: &impl ConnectionTrait, services: &Services, new: &NewDelegation) -> Result<()> {
    let agent = persons::row(tx, new.agent).await?;
    deaths::living(&agent, "agent")?;
    if let Holder::Person(id) = new.principal {
        deaths::living(&persons::row(tx, id).await?, "principal")?;
    }
    let today = services.clock.today();
    let mut errors = term(new, today);
    let young = agent.birth_date.and_then(|birth| today.years_since(birth)).is_some_and(|age| age < OF_AGE);
    if young || new.principal == Holder::Person(new.agent) {
        errors.push(FieldError::new("agent", FieldCode::Choice));
    }
    if new.items.iter().any(|item| services.catalogue.card(item).is_none()) {
        errors.push(FieldError::new("items", FieldCode::Unknown));
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid(errors)) }
}

fn term(new: &NewDelegation, today: NaiveDate) -> Vec<FieldError> {
    let latest = new.valid_from.checked_add_months(Months::new(12 * YEARS));
    let wrong = if new.valid_until < new.valid_from {
        Some(FieldCode::Date)
    } else if new.valid_until < today {
        Some(FieldCode::Past)
    } else {
        latest.filter(|&latest| new.valid_until > latest).map(|_| FieldCode::Date)
    };
    wrong.map(|code| FieldError::new("valid_until", code)).into_iter().collect()
}

fn subject(principal: Holder) -> String {
    match principal {
        Holder::Person(id) => format!("person/{id}"),
        Holder::Entity(id) => format!("entity/{id}"),
    }
}
