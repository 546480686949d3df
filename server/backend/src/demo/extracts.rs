//! 数据共享 of the demonstration: what the registries say of its people, in keeping with the
//! certificates they hold; and the figures that departments have set.

mod facts;

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use domain::permission::Actor;
use domain::rule::{Facts, Value};
use entity::{certificate, extract};
use sea_orm::{EntityTrait as _, IntoActiveModel as _, QuerySelect as _};
use uuid::Uuid;

use super::chance::Chance;
use super::days::Days;
use super::staff::Cast;
use crate::{Holder, Result, Services, extracts, known};

/// Rows in one statement.
const BATCH: usize = 200;
/// Figures of the city: yuan a month, points.
const FIGURES: [(&str, &str); 2] = [("dibao_standard", "780"), ("points_line", "85")];

/// Who somebody is, as far as registries differ by it.
pub(super) struct Subject {
    /// In years.
    pub age: i64,
    /// Whose household is in the city.
    pub local: bool,
    /// Types of certificates held.
    pub held: BTreeSet<String>,
}

impl Subject {
    fn holds(&self, code: &str) -> bool {
        self.held.contains(code)
    }
}

/// Facts by registry.
type Said = BTreeMap<&'static str, Facts>;

/// Writes all of them; how many.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast) -> Result<usize> {
    for (name, value) in FIGURES {
        known::set_parameter(services, &Actor::portal(), name, value).await?;
    }
    let mut held = held(services).await?;
    let mut chance = Chance::new(0x0e78);
    let mut rows = Vec::new();
    for resident in &cast.residents {
        let subject = Subject {
            age: i64::from(resident.person.number.age_on(days.today)),
            local: resident.person.household.is_some(),
            held: held.remove(&resident.id).unwrap_or_default(),
        };
        for (source, facts) in facts::of(&subject, &mut chance) {
            let as_of = days.today - TimeDelta::days(i64::from(chance.between(1, 20)));
            let row = extracts::row(services, Holder::Person(resident.id), source, &facts, as_of)?;
            rows.push(row.into_active_model());
        }
    }
    let (written, tx) = (rows.len(), services.db.begin_alone().await?);
    for part in rows.chunks(BATCH) {
        extract::Entity::insert_many(part.to_vec()).exec_without_returning(&tx).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// Types of certificates by who holds them.
async fn held(services: &Services) -> Result<BTreeMap<Uuid, BTreeSet<String>>> {
    let query = certificate::Entity::find().select_only();
    let query = query.column(certificate::Column::PersonId).column(certificate::Column::Code);
    let rows: Vec<(Option<Uuid>, String)> = query.into_tuple().all(&services.db.read).await?;
    let mut held: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for (person, code) in rows {
        if let Some(person) = person {
            held.entry(person).or_default().insert(code);
        }
    }
    Ok(held)
}

/// Adds what a registry says.
fn say(said: &mut Said, field: &str, value: impl Into<Value>) {
    if let Some(registry) = extracts::registry_of(field) {
        let facts = said.remove(registry.name).unwrap_or_default();
        said.insert(registry.name, facts.with(field, value));
    }
}
