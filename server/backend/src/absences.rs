//! 请假与代班: who is away, until when, and who stands in.

use crate::{Error, Portal, Result};
use chrono::NaiveDate;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use entity::{absence, account, department};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use std::collections::HashMap;
use uuid::Uuid;

use crate::audit::{self, Entry};

/// Most characters of a reason.
const REASON_MAX: usize = 200;

/// Somebody is away, and somebody else stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Key.
    pub id: Uuid,
    /// Who is away.
    pub account: Uuid,
    /// Who stands in.
    pub deputy: Uuid,
    /// First day.
    pub since: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Why, or empty.
    pub reason: String,
}

/// An absence to write down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAbsence {
    /// Who is away.
    pub account: Uuid,
    /// Who stands in.
    pub deputy: Uuid,
    /// First day.
    pub since: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Why, or empty.
    pub reason: String,
}

impl From<absence::Model> for Absence {
    fn from(row: absence::Model) -> Self {
        let absence::Model { id, account_id, deputy_id, since, until, reason, created_at: _ } = row;
        Self { id, account: account_id, deputy: deputy_id, since, until, reason }
    }
}

/// Absences that are not over, earliest first: everybody's to an administrator, a department's to its
/// head.
///
/// # Errors
/// [`crate::Kind::Denied`] to all others; storage errors.
pub async fn list(portal: &Portal, actor: &Actor) -> Result<Vec<Absence>> {
    let mut query = absence::Entity::find()
        .filter(absence::COLUMN.until.gte(portal.clock.today()))
        .order_by_asc(absence::Column::Since);
    if let Some(department) = ruled(actor)? {
        query = query.filter(absence::COLUMN.account_id.in_subquery(staff_of(department)));
    }
    Ok(query.all(&portal.db.read).await?.into_iter().map(Absence::from).collect())
}

/// Somebody who may be away, or stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Key.
    pub account: Uuid,
    /// The name.
    pub name: String,
    /// The department.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
}

/// Whose absences somebody may write down, department by department.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but administrators and the head of a department; storage errors.
pub async fn people(portal: &Portal, actor: &Actor) -> Result<Vec<Colleague>> {
    let mut query = account::Entity::find()
        .filter(account::COLUMN.role.eq(Role::Reviewer.as_str()))
        .filter(account::COLUMN.active.eq(true));
    if let Some(department) = ruled(actor)? {
        query = query.filter(account::COLUMN.department_id.eq(department));
    }
    let rows = query.find_also_related(department::Entity).all(&portal.db.read).await?;
    let mut rows: Vec<_> = rows.into_iter().filter_map(|(row, of)| Some((row, of?))).collect();
    rows.sort_by(|(a, one), (b, two)| (one.sort, &a.name).cmp(&(two.sort, &b.name)));
    let colleague = |(row, of): (account::Model, department::Model)| Colleague {
        account: row.id,
        name: row.name,
        department: of.name,
        department_en: of.name_en,
    };
    Ok(rows.into_iter().map(colleague).collect())
}

/// Writes an absence down.
///
/// # Errors
/// [`crate::Kind::Invalid`] by field; [`crate::Kind::Denied`] to all but administrators and the head of the department.
pub async fn add(portal: &Portal, actor: &Actor, new: NewAbsence) -> Result<Uuid> {
    let tx = portal.db.begin().await?;
    let errors = errors(&tx, portal.clock.today(), ruled(actor)?, &new).await?;
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    let id = Uuid::now_v7();
    let row = absence::ActiveModel {
        id: Set(id),
        account_id: Set(new.account),
        deputy_id: Set(new.deputy),
        since: Set(new.since),
        until: Set(new.until),
        reason: Set(new.reason.trim().to_owned()),
        created_at: Set(portal.clock.now()),
    };
    absence::Entity::insert(row).exec_without_returning(&tx).await?;
    let entry = Entry::new(actor, "absence.added", format!("account/{}", new.account));
    audit::record(&tx, portal.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(id)
}

/// Strikes an absence out.
///
/// # Errors
/// [`crate::Kind::NotFound`]; [`crate::Kind::Denied`] as for [`add`].
pub async fn remove(portal: &Portal, actor: &Actor, id: Uuid) -> Result<()> {
    let department = ruled(actor)?;
    let tx = portal.db.begin().await?;
    let row = absence::Entity::find_by_id(id).one(&tx).await?.ok_or_else(Error::not_found)?;
    reviewer(&tx, department, row.account_id).await?.ok_or_else(Error::not_found)?;
    absence::Entity::delete_by_id(id).exec(&tx).await?;
    let entry = Entry::new(actor, "absence.removed", format!("account/{}", row.account_id));
    audit::record(&tx, portal.clock.now(), entry).await?;
    Ok(tx.commit().await?)
}

/// Whom an account stands in for today.
pub(crate) async fn stood_in_for(portal: &Portal, deputy: Uuid) -> Result<Vec<Uuid>> {
    let today = portal.clock.today();
    let rows = absence::Entity::find()
        .filter(absence::COLUMN.deputy_id.eq(deputy))
        .filter(absence::COLUMN.since.lte(today))
        .filter(absence::COLUMN.until.gte(today));
    Ok(rows.all(&portal.db.read).await?.into_iter().map(|row| row.account_id).collect())
}

/// Who is away on a day, with the day of return and the deputy.
pub(crate) async fn away<C: ConnectionTrait>(db: &C, on: NaiveDate) -> Result<HashMap<Uuid, Absence>> {
    let rows =
        absence::Entity::find().filter(absence::COLUMN.since.lte(on)).filter(absence::COLUMN.until.gte(on));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.account_id, row.into())).collect())
}

/// Whose absences somebody may write down: everybody's, or those of one department.
fn ruled(actor: &Actor) -> Result<Option<Uuid>> {
    match actor.role {
        Some(Role::Admin) => Ok(None),
        Some(Role::Reviewer) if actor.head && actor.department.is_some() => Ok(actor.department),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Supervisor | Role::Auditor) | None => {
            Err(Error::denied())
        }
    }
}

fn staff_of(department: Uuid) -> sea_orm::sea_query::SelectStatement {
    sea_orm::sea_query::Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .cond_where(account::COLUMN.department_id.eq(department))
        .to_owned()
}

/// An active reviewer, of this department where one is named.
async fn reviewer<C: ConnectionTrait>(
    db: &C,
    department: Option<Uuid>,
    id: Uuid,
) -> Result<Option<account::Model>> {
    let row = account::Entity::find_by_id(id).one(db).await?;
    let fits = |row: &account::Model| {
        row.active
            && row.role == Role::Reviewer.as_str()
            && (department.is_none() || row.department_id == department)
    };
    Ok(row.filter(fits))
}

async fn errors<C: ConnectionTrait>(
    db: &C,
    today: NaiveDate,
    department: Option<Uuid>,
    new: &NewAbsence,
) -> Result<Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, code: FieldCode| errors.push(FieldError::new(field, code));
    let away = reviewer(db, department, new.account).await?;
    if away.is_none() {
        wrong("account", FieldCode::Unknown);
    }
    // A deputy decides in the name of the same department.
    let theirs = away.and_then(|row| row.department_id);
    let deputy = reviewer(db, theirs, new.deputy).await?;
    if deputy.is_none() || new.deputy == new.account {
        wrong("deputy", FieldCode::Choice);
    }
    if new.until < new.since || new.until < today {
        wrong("until", FieldCode::Past);
    }
    if new.reason.chars().count() > REASON_MAX {
        wrong("reason", FieldCode::TooLong { max: REASON_MAX });
    }
    Ok(errors)
}
