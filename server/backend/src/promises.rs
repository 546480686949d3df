//! 失信记录: broken promises, and their being mended. While one stands, its person applies with
//! everything in hand: nothing may follow, and no promise takes the place of a proof.

use chrono::{DateTime, Utc};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use entity::{account, case_file, credit_mark, item, person};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use std::collections::HashMap;
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::import::may_administer;
use crate::persons::mask_name;
use crate::{Error, Portal, Result};

/// Most characters of what mended it.
const WHY_MAX: usize = 200;
/// Marks in the list.
const MOST: u64 = 500;

/// What was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// 容缺: what was missing would follow.
    Supplement,
    /// 告知承诺: what was declared is so.
    Commitment,
}

impl Promise {
    fn parse(text: &str) -> Result<Self> {
        match text {
            "supplement" => Ok(Self::Supplement),
            "commitment" => Ok(Self::Commitment),
            _ => Err(Error::internal("a promise that is none")),
        }
    }
}

/// A broken promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Key.
    pub id: Uuid,
    /// Whose, masked.
    pub person: String,
    /// In which case.
    pub case_no: String,
    /// Of which item.
    pub item: String,
    /// In English.
    pub item_en: Option<String>,
    /// What was promised.
    pub promise: Promise,
    /// Since when it stands.
    pub since: DateTime<Utc>,
    /// How it was mended; none while it stands.
    pub lifted: Option<Lifted>,
}

/// How a mark was lifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lifted {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// What mended it.
    pub why: String,
}

/// Every broken promise, those that stand first, then the newest.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but an administrator; storage errors.
pub async fn list(portal: &Portal, actor: &Actor) -> Result<Vec<Mark>> {
    may_administer(actor)?;
    let db = &portal.db.read;
    let marks = credit_mark::Entity::find()
        .order_by_desc(Expr::col(credit_mark::Column::LiftedAt).is_null())
        .order_by_desc(credit_mark::Column::MarkedAt);
    let marks = sea_orm::QuerySelect::limit(marks, MOST).all(db).await?;
    let names = Names::read(db, &marks).await?;
    marks.into_iter().map(|mark| names.mark(mark)).collect()
}

/// 修复: lifts a mark.
///
/// # Errors
/// [`crate::Kind::Invalid`] on `why`; [`crate::Kind::NotFound`]; [`crate::Kind::Stale`] when it is
/// lifted already; [`crate::Kind::Denied`] to all but an administrator.
pub async fn lift(portal: &Portal, actor: &Actor, id: Uuid, why: &str) -> Result<()> {
    may_administer(actor)?;
    let why = why.trim();
    let wrong = match why.chars().count() {
        0 => Some(FieldCode::Missing),
        n if n > WHY_MAX => Some(FieldCode::TooLong { max: WHY_MAX }),
        _ => None,
    };
    if let Some(code) = wrong {
        return Err(Error::invalid(vec![FieldError::new("why", code)]));
    }
    let tx = portal.db.begin().await?;
    credit_mark::Entity::find_by_id(id).one(&tx).await?.ok_or_else(Error::not_found)?;
    let lifted = credit_mark::ActiveModel {
        lifted_at: Set(Some(portal.clock.now())),
        lifted_by: Set(actor.account),
        lifted_why: Set(Some(why.to_owned())),
        ..Default::default()
    };
    let done = credit_mark::Entity::update_many()
        .set(lifted)
        .filter(credit_mark::COLUMN.id.eq(id))
        .filter(credit_mark::COLUMN.lifted_at.is_null())
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Error::stale(None));
    }
    let entry = Entry::new(actor, "promise.lifted", format!("credit_mark/{id}"));
    audit::record(&tx, portal.clock.now(), entry.detail(serde_json::json!({ "why": why }))).await?;
    Ok(tx.commit().await?)
}

/// What the marks are about, by key.
struct Names {
    persons: HashMap<Uuid, String>,
    cases: HashMap<Uuid, (String, String)>,
    items: HashMap<String, (String, Option<String>)>,
    staff: HashMap<Uuid, String>,
}

impl Names {
    async fn read<C: ConnectionTrait>(db: &C, marks: &[credit_mark::Model]) -> Result<Self> {
        let of = |key: fn(&credit_mark::Model) -> Uuid| marks.iter().map(key).collect::<Vec<_>>();
        let persons = person::Entity::find().filter(person::COLUMN.id.is_in(of(|mark| mark.person_id)));
        let cases = case_file::Entity::find().filter(case_file::COLUMN.id.is_in(of(|mark| mark.case_id)));
        let cases = cases.all(db).await?;
        let ids: Vec<String> = cases.iter().map(|case| case.item_id.clone()).collect();
        let items = item::Entity::find().filter(item::COLUMN.id.is_in(ids)).all(db).await?;
        let staff: Vec<Uuid> = marks.iter().filter_map(|mark| mark.lifted_by).collect();
        let staff = account::Entity::find().filter(account::COLUMN.id.is_in(staff)).all(db).await?;
        Ok(Self {
            persons: persons.all(db).await?.into_iter().map(|row| (row.id, row.name)).collect(),
            cases: cases.into_iter().map(|row| (row.id, (row.case_no, row.item_id))).collect(),
            items: items.into_iter().map(|row| (row.id, (row.name, row.name_en))).collect(),
            staff: staff.into_iter().map(|row| (row.id, row.name)).collect(),
        })
    }

    fn mark(&self, row: credit_mark::Model) -> Result<Mark> {
        let (case_no, item) = self.cases.get(&row.case_id).cloned().ok_or_else(Error::not_found)?;
        let (item, item_en) = self.items.get(&item).cloned().ok_or_else(Error::not_found)?;
        let by = row.lifted_by.and_then(|id| self.staff.get(&id).cloned()).unwrap_or_default();
        let why = row.lifted_why.unwrap_or_default();
        Ok(Mark {
            id: row.id,
            person: self.persons.get(&row.person_id).map(|name| mask_name(name)).unwrap_or_default(),
            case_no,
            item,
            item_en,
            promise: Promise::parse(&row.kind)?,
            since: row.marked_at,
            lifted: row.lifted_at.map(|at| Lifted { at, by, why }),
        })
    }
}

#[cfg(test)]
mod tests;
