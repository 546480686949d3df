//! 数据共享: what registries of the city say of a person or an organisation, kept with the day on
//! which they said it. A registry is believed on its own fields only, and not for ever.

mod registries;

use chrono::NaiveDate;
use domain::rule::Facts;
use entity::extract;
use sea_orm::{ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use crate::crypto::{Field, Keys};
use crate::{Error, Holder, Portal, Result};

pub use registries::{REGISTRIES, Registry, registry, registry_of};

/// What one registry says of one holder.
#[derive(Clone, PartialEq, Eq)]
pub struct Extract {
    /// The registry, by its name in the catalogue.
    pub source: String,
    /// What it says.
    pub facts: Facts,
    /// As things were on this day.
    pub as_of: NaiveDate,
    /// Too old to be relied on.
    pub stale: bool,
}

impl std::fmt::Debug for Extract {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Extract({}, {})", self.source, self.as_of)
    }
}

/// Everything registries have said of a holder, the oldest first.
///
/// # Errors
/// Storage errors.
pub async fn read<C: ConnectionTrait>(
    db: &C,
    keys: &Keys,
    holder: Holder,
    today: NaiveDate,
) -> Result<Vec<Extract>> {
    let rows = extract::Entity::find()
        .filter(whose(holder))
        .order_by_asc(extract::Column::AsOf)
        .order_by_asc(extract::Column::CreatedAt);
    rows.all(db).await?.into_iter().map(|row| opened(keys, row, today)).collect()
}

/// What of it can be relied on: not too old, and on the registry's own fields.
///
/// # Errors
/// Storage errors.
pub async fn fresh<C: ConnectionTrait>(
    db: &C,
    keys: &Keys,
    holder: Holder,
    today: NaiveDate,
) -> Result<Vec<Extract>> {
    let mut all = read(db, keys, holder, today).await?;
    all.retain(|one| !one.stale);
    for one in &mut all {
        let own = registry(&one.source).map(|registry| registry.fields).unwrap_or_default();
        let facts = one.facts.iter().filter(|(field, _)| own.contains(field));
        one.facts = facts.fold(Facts::none(), |facts, (field, value)| facts.with(field, value.clone()));
    }
    Ok(all)
}

/// Keeps what a registry says now, in place of what it said before. Other sources than those the
/// portal knows are refused: nobody would believe them.
///
/// # Errors
/// [`crate::Kind::NotFound`] for an unknown registry; storage errors.
pub async fn write<C: ConnectionTrait>(
    db: &C,
    portal: &Portal,
    holder: Holder,
    source: &str,
    facts: &Facts,
    as_of: NaiveDate,
) -> Result<()> {
    registry(source).ok_or_else(Error::not_found)?;
    let row = row(portal, holder, source, facts, as_of)?;
    extract::Entity::delete_many()
        .filter(whose(holder))
        .filter(extract::COLUMN.source.eq(source))
        .exec(db)
        .await?;
    extract::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// A row of a holder, sealed.
pub(crate) fn row(
    portal: &Portal,
    holder: Holder,
    source: &str,
    facts: &Facts,
    as_of: NaiveDate,
) -> Result<extract::Model> {
    let id = Uuid::now_v7();
    Ok(extract::Model {
        id,
        person_id: holder.person(),
        entity_id: holder.entity(),
        source: source.to_owned(),
        facts_cipher: portal.keys.seal(Field::EXTRACT_FACTS.of(id), &serde_json::to_string(facts)?)?,
        as_of,
        created_at: portal.clock.now(),
    })
}

fn whose(holder: Holder) -> sea_orm::sea_query::SimpleExpr {
    match holder {
        Holder::Person(id) => extract::COLUMN.person_id.eq(id),
        Holder::Entity(id) => extract::COLUMN.entity_id.eq(id),
    }
}

fn opened(keys: &Keys, row: extract::Model, today: NaiveDate) -> Result<Extract> {
    let facts = keys.open(Field::EXTRACT_FACTS.of(row.id), &row.facts_cipher)?;
    let days = registry(&row.source).map_or(0, |registry| registry.days);
    Ok(Extract {
        facts: serde_json::from_str(&facts)?,
        stale: row.as_of > today || (today - row.as_of).num_days() > days,
        source: row.source,
        as_of: row.as_of,
    })
}

#[cfg(test)]
mod tests;
