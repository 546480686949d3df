//! 分派与移交: to whom a case can go, who has least, and who is away.

use crate::{Error, Result, Services, absences};
use chrono::NaiveDate;
use domain::case::Assignee;
use domain::permission::{Actor, Role};
use entity::{account, case_file};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

/// A reviewer to whom a case can go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub account: Uuid,
    /// The name.
    pub name: String,
    /// Open cases in hand.
    pub open: u64,
    /// The last day of an absence, while there is one.
    pub absent_until: Option<NaiveDate>,
    /// Who stands in.
    pub deputy: Option<String>,
}

/// The reviewers of the actor's department, those with the least first.
///
/// # Errors
/// [`crate::Kind::NotFound`] to all but reviewers.
pub async fn colleagues(services: &Services, actor: &Actor) -> Result<Vec<Colleague>> {
    let department = actor.department.filter(|_| actor.is(Role::Reviewer)).ok_or_else(Error::not_found)?;
    of_department(&services.db.read, department, services.clock.today()).await
}

/// The reviewers of a department, those with the least first.
pub(crate) async fn of_department<C: ConnectionTrait>(
    db: &C,
    department: Uuid,
    today: NaiveDate,
) -> Result<Vec<Colleague>> {
    let reviewers = account::Entity::find()
        .filter(account::COLUMN.department_id.eq(department))
        .filter(account::COLUMN.role.eq(Role::Reviewer.as_str()))
        .filter(account::COLUMN.active.eq(true))
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = reviewers.iter().map(|one| one.id).collect();
    let names: HashMap<Uuid, String> = reviewers.iter().map(|one| (one.id, one.name.clone())).collect();
    let (open, away) = (loads(db, ids).await?, absences::away(db, today).await?);
    let mut all: Vec<Colleague> = reviewers
        .into_iter()
        .map(|one| {
            let absence = away.get(&one.id);
            Colleague {
                open: open.get(&one.id).copied().unwrap_or_default(),
                absent_until: absence.map(|absence| absence.until),
                deputy: absence.and_then(|absence| names.get(&absence.deputy).cloned()),
                account: one.id,
                name: one.name,
            }
        })
        .collect();
    all.sort_by_key(|one| (one.absent_until.is_some(), one.open));
    Ok(all)
}

/// 按件数: who is there and has the least.
pub(crate) async fn least_loaded<C: ConnectionTrait>(
    db: &C,
    department: Uuid,
    today: NaiveDate,
) -> Result<Option<Assignee>> {
    let all = of_department(db, department, today).await?;
    let first = all.into_iter().find(|one| one.absent_until.is_none());
    Ok(first.map(|one| Assignee { account: one.account, name: one.name }))
}

/// Open cases in hand, by account.
async fn loads<C: ConnectionTrait>(db: &C, accounts: Vec<Uuid>) -> Result<HashMap<Uuid, u64>> {
    let open = ["submitted", "received", "correction", "accepted", "review", "suspended"];
    let rows: Vec<(Uuid, i64)> = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::AssigneeId)
        .column_as(case_file::COLUMN.id.count(), "open")
        .filter(case_file::COLUMN.assignee_id.is_in(accounts))
        .filter(case_file::COLUMN.status.is_in(open))
        .group_by(case_file::Column::AssigneeId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, n)| (id, u64::try_from(n).unwrap_or_default())).collect())
}
