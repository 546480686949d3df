//! One line of the ledger, as its owner reads it.

use super::Act;
use crate::persons::mask_name;
use crate::{Error, Result};
use chrono::{DateTime, Utc};
use domain::permission::Role;
use entity::{access, account, case_file, certificate_type, department, hall};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

/// A name, and the same in English.
type Named = (String, Option<String>);

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The owner.
    Owner,
    /// Somebody who acts for the owner, by their masked name.
    Agent(String),
    /// A member of staff: department or hall, role and the name they work under.
    Staff {
        /// Department then, or the hall.
        place: Option<Named>,
        /// Role then.
        role: Role,
        /// Name then.
        name: String,
    },
    /// The portal itself.
    Portal,
    /// Somebody from outside, as they called themselves.
    Outside(String),
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Key.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: Who,
    /// What was done.
    pub act: Act,
    /// To what, as recorded: a type of certificate, a material, a registry, `person`, `case`.
    pub what: String,
    /// The name of a type of certificate.
    pub what_name: Option<Named>,
    /// The certificate.
    pub certificate: Option<Uuid>,
    /// The material of the library.
    pub holding: Option<Uuid>,
    /// In which case.
    pub case_no: Option<String>,
    /// For which item.
    pub item_id: Option<String>,
    /// Why.
    pub reason: String,
}

/// The lines in words: a handful of statements for a page of any length.
pub(super) async fn lines(
    db: &impl ConnectionTrait,
    owner: Option<Uuid>,
    rows: Vec<access::Model>,
) -> Result<Vec<Line>> {
    let names = Names::of(db, &rows).await?;
    rows.into_iter().map(|row| line(&names, owner, row)).collect()
}

fn line(names: &Names, owner: Option<Uuid>, row: access::Model) -> Result<Line> {
    Ok(Line {
        who: who(names, owner, &row),
        act: Act::parse(&row.act).ok_or_else(|| Error::internal("an act that does not exist"))?,
        what_name: names.types.get(&row.what).cloned(),
        case_no: row.case_id.and_then(|id| names.cases.get(&id).cloned()),
        id: row.id,
        at: row.at,
        what: row.what,
        certificate: row.certificate_id,
        holding: row.holding_id,
        item_id: row.item_id,
        reason: row.reason,
    })
}

fn who(names: &Names, owner: Option<Uuid>, row: &access::Model) -> Who {
    let account = row.account_id.and_then(|id| names.accounts.get(&id));
    match Role::parse(&row.actor_role) {
        None if row.actor_name == domain::permission::Actor::portal().name => Who::Portal,
        None => Who::Outside(row.actor_name.clone()),
        Some(Role::Citizen) if account.is_some_and(|(person, _)| person.is_some() && *person == owner) => {
            Who::Owner
        }
        Some(Role::Citizen) => Who::Agent(mask_name(&row.actor_name)),
        Some(role) => {
            let hall = account.and_then(|(_, hall)| *hall).and_then(|id| names.halls.get(&id));
            let department = row.department_id.and_then(|id| names.departments.get(&id));
            Who::Staff { place: department.or(hall).cloned(), role, name: row.actor_name.clone() }
        }
    }
}

/// What the lines name by key.
struct Names {
    /// Person and hall of an account.
    accounts: HashMap<Uuid, (Option<Uuid>, Option<Uuid>)>,
    departments: HashMap<Uuid, Named>,
    halls: HashMap<Uuid, Named>,
    cases: HashMap<Uuid, String>,
    types: HashMap<String, Named>,
}

impl Names {
    async fn of(db: &impl ConnectionTrait, rows: &[access::Model]) -> Result<Self> {
        let accounts: Vec<(Uuid, Option<Uuid>, Option<Uuid>)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::PersonId, account::Column::HallId])
            .filter(account::COLUMN.id.is_in(rows.iter().filter_map(|row| row.account_id)))
            .into_tuple()
            .all(db)
            .await?;
        let departments: Vec<(Uuid, String, Option<String>)> = department::Entity::find()
            .select_only()
            .columns([department::Column::Id, department::Column::Name, department::Column::NameEn])
            .filter(department::COLUMN.id.is_in(rows.iter().filter_map(|row| row.department_id)))
            .into_tuple()
            .all(db)
            .await?;
        let halls: Vec<(Uuid, String, Option<String>)> = hall::Entity::find()
            .select_only()
            .columns([hall::Column::Id, hall::Column::Name, hall::Column::NameEn])
            .filter(hall::COLUMN.id.is_in(accounts.iter().filter_map(|(_, _, hall)| *hall)))
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self {
            accounts: accounts.into_iter().map(|(id, person, hall)| (id, (person, hall))).collect(),
            departments: named(departments),
            halls: named(halls),
            cases: cases(db, rows).await?,
            types: types(db, rows).await?,
        })
    }
}

fn named(rows: Vec<(Uuid, String, Option<String>)>) -> HashMap<Uuid, Named> {
    rows.into_iter().map(|(id, name, name_en)| (id, (name, name_en))).collect()
}

async fn cases(db: &impl ConnectionTrait, rows: &[access::Model]) -> Result<HashMap<Uuid, String>> {
    let found: Vec<(Uuid, String)> = case_file::Entity::find()
        .select_only()
        .columns([case_file::Column::Id, case_file::Column::CaseNo])
        .filter(case_file::COLUMN.id.is_in(rows.iter().filter_map(|row| row.case_id)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

async fn types(db: &impl ConnectionTrait, rows: &[access::Model]) -> Result<HashMap<String, Named>> {
    use certificate_type::Column;
    let found: Vec<(String, String, Option<String>)> = certificate_type::Entity::find()
        .select_only()
        .columns([Column::Code, Column::Name, Column::NameEn])
        .filter(certificate_type::COLUMN.code.is_in(rows.iter().map(|row| row.what.clone())))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|(code, name, name_en)| (code, (name, name_en))).collect())
}
