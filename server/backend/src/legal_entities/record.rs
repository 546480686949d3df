//! An organisation that is not known yet, and who administers it.

use chrono::NaiveDate;
use domain::credit_code::CreditCode;
use domain::field_error::{FieldCode, FieldError};
use domain::item::Subject;
use domain::permission::{Actor, Role};
use entity::legal_entity;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, sea_query::OnConflict};
use serde_json::json;
use uuid::Uuid;

use super::view::{EntityStatus, row};
use crate::audit::{self, Entry};
use crate::{Error, Portal, Result, persons};

/// Longest name taken.
const NAME: usize = 200;

/// What is said of an organisation when it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntity {
    /// 统一社会信用代码, checked.
    pub code: CreditCode,
    /// Name as registered.
    pub name: String,
    /// What it is; not a person.
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
    pub legal_person_id: Option<Uuid>,
    /// 管理员.
    pub administrator_id: Option<Uuid>,
}

/// Records an organisation, in the caller's transaction.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but clerks and the portal; [`crate::Kind::Invalid`] with what is
/// wrong; [`crate::Kind::Conflict`] when the code is recorded already.
pub async fn record(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    actor: &Actor,
    new: NewEntity,
) -> Result<Uuid> {
    if !matches!(actor.role, Some(Role::Clerk) | None) {
        return Err(Error::denied());
    }
    let wrong = wrong(&new, portal.clock.today());
    if !wrong.is_empty() {
        return Err(Error::invalid(wrong));
    }
    let (id, at) = (Uuid::now_v7(), portal.clock.now());
    let code = new.code;
    let once = OnConflict::column(legal_entity::Column::Code).do_nothing().to_owned();
    let row = model(id, new, at);
    let done = legal_entity::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    if done == 0 {
        return Err(Error::conflict());
    }
    let entry = Entry::new(actor, "entity.record", format!("entity/{id}"));
    audit::record(tx, at, entry.detail(json!({ "code": code.as_str() }))).await?;
    Ok(id)
}

fn wrong(new: &NewEntity, today: NaiveDate) -> Vec<FieldError> {
    let name = match new.name.trim().chars().count() {
        0 => Some(FieldError::new("name", FieldCode::Missing)),
        n if n > NAME => Some(FieldError::new("name", FieldCode::TooLong { max: NAME })),
        _ => None,
    };
    let kind = (new.kind == Subject::Person).then(|| FieldError::new("kind", FieldCode::Choice));
    let day = new.established_on.filter(|&day| day > today);
    let day = day.map(|_| FieldError::new("established_on", FieldCode::Future));
    [name, kind, day].into_iter().flatten().collect()
}

fn model(id: Uuid, new: NewEntity, at: chrono::DateTime<chrono::Utc>) -> legal_entity::ActiveModel {
    legal_entity::ActiveModel {
        id: Set(id),
        code: Set(new.code.to_string()),
        name: Set(new.name.trim().to_owned()),
        kind: Set(new.kind.as_str().to_owned()),
        status: Set(new.status.as_str().to_owned()),
        established_on: Set(new.established_on),
        division: Set(new.division),
        address: Set(new.address),
        legal_person_id: Set(new.legal_person_id),
        administrator_id: Set(new.administrator_id),
        created_at: Set(at),
    }
}

/// Names the administrator: by the legal representative, or by a clerk who has them at the counter.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody else; [`crate::Kind::Invalid`] for somebody who is dead.
pub async fn name_administrator(portal: &Portal, actor: &Actor, id: Uuid, person: Uuid) -> Result<()> {
    let tx = portal.db.begin().await?;
    let entity = row(&tx, id).await?;
    let allowed = match actor.role {
        Some(Role::Clerk) | None => true,
        Some(Role::Citizen) => actor.person.is_some() && actor.person == entity.legal_person_id,
        Some(Role::Reviewer | Role::Supervisor | Role::Admin | Role::Auditor) => false,
    };
    if !allowed {
        return Err(Error::denied());
    }
    crate::deaths::living(&persons::row(&tx, person).await?, "administrator")?;
    let change =
        legal_entity::ActiveModel { id: Set(id), administrator_id: Set(Some(person)), ..Default::default() };
    legal_entity::Entity::update(change).exec(&tx).await?;
    let entry = Entry::new(actor, "entity.administrator", format!("entity/{id}"));
    let entry = entry.detail(json!({ "person": person }));
    audit::record(&tx, portal.clock.now(), entry).await?;
    Ok(tx.commit().await?)
}
