//! Delegations as pages show them.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{delegation, legal_entity};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use std::collections::HashMap;
use uuid::Uuid;

use crate::holder::Holder;
use crate::legal_entities::Name;
use crate::{Error, Portal, Result};

/// Where a delegation stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// 待接受: the agent has not taken it yet.
    Offered,
    /// Its first day is still to come.
    NotYet,
    /// 有效.
    InForce,
    /// Its last day is past.
    Over,
    /// 已撤回.
    Revoked,
}

impl State {
    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::NotYet => "not_yet",
            Self::InForce => "in_force",
            Self::Over => "over",
            Self::Revoked => "revoked",
        }
    }
}

/// Who acts for whom, in what, how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Key.
    pub id: Uuid,
    /// Who is acted for.
    pub principal: Holder,
    /// Their name.
    pub principal_name: String,
    /// Who acts.
    pub agent: Name,
    /// Ids of the items; empty means all.
    pub items: Vec<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_until: NaiveDate,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// When the agent took it.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl Delegation {
    /// Where it stands on a day.
    pub fn state(&self, day: NaiveDate) -> State {
        if self.revoked_at.is_some() {
            State::Revoked
        } else if day > self.valid_until {
            State::Over
        } else if self.accepted_at.is_none() {
            State::Offered
        } else if day < self.valid_from {
            State::NotYet
        } else {
            State::InForce
        }
    }

    /// Whether its scope holds an item.
    pub fn covers(&self, item: &str) -> bool {
        self.items.is_empty() || self.items.iter().any(|one| one == item)
    }
}

/// Who may act for somebody, newest first; those that are over and taken back too.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_principal(portal: &Portal, principal: Holder) -> Result<Vec<Delegation>> {
    let whose = match principal {
        Holder::Person(id) => delegation::COLUMN.person_id.eq(id),
        Holder::Entity(id) => delegation::COLUMN.entity_id.eq(id),
    };
    let rows = delegation::Entity::find().filter(whose).order_by_desc(delegation::Column::GivenAt);
    let db = &portal.db.read;
    views(db, rows.all(db).await?).await
}

/// For whom somebody may act, newest first; those that are over and taken back too.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_agent(portal: &Portal, agent: Uuid) -> Result<Vec<Delegation>> {
    let rows = delegation::Entity::find()
        .filter(delegation::COLUMN.agent_id.eq(agent))
        .order_by_desc(delegation::Column::GivenAt);
    let db = &portal.db.read;
    views(db, rows.all(db).await?).await
}

pub(super) async fn views(
    db: &impl ConnectionTrait,
    rows: Vec<delegation::Model>,
) -> Result<Vec<Delegation>> {
    let people = rows.iter().flat_map(|row| [Some(row.agent_id), row.person_id]).flatten().collect();
    let mut names = crate::legal_entities::names(db, people).await?;
    let bodies: Vec<Uuid> = rows.iter().filter_map(|row| row.entity_id).collect();
    if !bodies.is_empty() {
        let found =
            legal_entity::Entity::find().filter(legal_entity::Column::Id.is_in(bodies)).all(db).await?;
        names.extend(found.into_iter().map(|one| (one.id, one.name)));
    }
    rows.into_iter().map(|row| view(row, &names)).collect()
}

fn view(row: delegation::Model, names: &HashMap<Uuid, String>) -> Result<Delegation> {
    let principal = row.person_id.map(Holder::Person).or(row.entity_id.map(Holder::Entity));
    let principal = principal.ok_or_else(|| Error::internal("a delegation of nobody"))?;
    let key = match principal {
        Holder::Person(id) | Holder::Entity(id) => id,
    };
    let name = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
    Ok(Delegation {
        id: row.id,
        principal,
        principal_name: name(key),
        agent: Name { id: row.agent_id, name: name(row.agent_id) },
        items: serde_json::from_value(row.items)?,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        given_at: row.given_at,
        accepted_at: row.accepted_at,
        revoked_at: row.revoked_at,
    })
}
