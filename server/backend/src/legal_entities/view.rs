//! An organisation as pages show it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::credit_code::CreditCode;
use domain::item::Subject;
use entity::{legal_entity, person};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
};
use std::collections::HashMap;
use uuid::Uuid;

use crate::{Error, Portal, Result};

/// 登记状态.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityStatus {
    /// 存续.
    Active,
    /// 注销.
    Cancelled,
    /// 吊销.
    Revoked,
}

impl EntityStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Active, Self::Cancelled, Self::Revoked];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Cancelled => "cancelled",
            Self::Revoked => "revoked",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// A person by key and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Key.
    pub id: Uuid,
    /// The name in full; pages mask it.
    pub name: String,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityView {
    /// Key.
    pub id: Uuid,
    /// 统一社会信用代码.
    pub code: CreditCode,
    /// Name as registered.
    pub name: String,
    /// What it is, as items name their subjects; never a person.
    pub kind: Subject,
    /// 登记状态.
    pub status: EntityStatus,
    /// 成立日期.
    pub established_on: Option<NaiveDate>,
    /// Division of its domicile.
    pub division: Option<String>,
    /// 住所.
    pub address: Option<String>,
    /// 法定代表人.
    pub legal_person: Option<Name>,
    /// 管理员: names the agents.
    pub administrator: Option<Name>,
    /// When first recorded.
    pub created_at: DateTime<Utc>,
}

impl EntityView {
    /// Whether a person stands for it by office: its legal representative or its administrator.
    pub fn is_stood_for_by(&self, person: Uuid) -> bool {
        [&self.legal_person, &self.administrator].into_iter().flatten().any(|one| one.id == person)
    }
}

/// The organisation with this code.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(portal: &Portal, code: &CreditCode) -> Result<Option<EntityView>> {
    let db = &portal.db.read;
    let found = legal_entity::Entity::find().filter(legal_entity::COLUMN.code.eq(code.as_str())).one(db);
    let found = found.await?.into_iter().collect();
    Ok(views(db, found).await?.pop())
}

/// The organisation with this key.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn get(portal: &Portal, id: Uuid) -> Result<EntityView> {
    let db = &portal.db.read;
    let row = row(db, id).await?;
    views(db, vec![row]).await?.pop().ok_or_else(Error::not_found)
}

/// The organisations whose legal representative or administrator somebody is, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_person(portal: &Portal, person: Uuid) -> Result<Vec<EntityView>> {
    let db = &portal.db.read;
    let theirs =
        legal_entity::COLUMN.legal_person_id.eq(person).or(legal_entity::COLUMN.administrator_id.eq(person));
    let rows = legal_entity::Entity::find().filter(theirs).order_by_asc(legal_entity::Column::Name).all(db);
    views(db, rows.await?).await
}

pub(crate) async fn row(db: &impl ConnectionTrait, id: Uuid) -> Result<legal_entity::Model> {
    legal_entity::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)
}

async fn views(db: &impl ConnectionTrait, rows: Vec<legal_entity::Model>) -> Result<Vec<EntityView>> {
    let wanted = rows.iter().flat_map(|row| [row.legal_person_id, row.administrator_id]).flatten();
    let names = names(db, wanted.collect()).await?;
    rows.into_iter().map(|row| view(row, &names)).collect()
}

/// The names of people by their keys, in one query; in none for nobody.
pub(crate) async fn names(db: &impl ConnectionTrait, wanted: Vec<Uuid>) -> Result<HashMap<Uuid, String>> {
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    let people = person::Entity::find().filter(person::Column::Id.is_in(wanted)).all(db).await?;
    Ok(people.into_iter().map(|person| (person.id, person.name)).collect())
}

fn view(row: legal_entity::Model, names: &HashMap<Uuid, String>) -> Result<EntityView> {
    let named = |id: Option<Uuid>| {
        let id = id?;
        Some(Name { id, name: names.get(&id)?.clone() })
    };
    Ok(EntityView {
        id: row.id,
        code: CreditCode::parse(&row.code).map_err(|error| Error::internal(format!("{error:?}")))?,
        name: row.name,
        kind: Subject::parse(&row.kind).ok_or_else(|| Error::internal("unknown kind of organisation"))?,
        status: EntityStatus::parse(&row.status).ok_or_else(|| Error::internal("unknown status"))?,
        established_on: row.established_on,
        division: row.division,
        address: row.address,
        legal_person: named(row.legal_person_id),
        administrator: named(row.administrator_id),
        created_at: row.created_at,
    })
}
