//! 预警与督办: the alarms that were told, for whom they are for, and who has taken note.

use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::alarm::{AlarmKind, Rank};
use domain::case::Status;
use domain::permission::{Actor, Role};
use entity::{account, alarm, case_file};
use sea_orm::{
    ActiveValue::Set, Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Which alarms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AlarmQuery {
    /// Those already taken note of, instead of those that wait.
    pub seen: bool,
    /// Of this kind.
    pub kind: Option<AlarmKind>,
    /// Of this department, for who sees several.
    pub department_id: Option<Uuid>,
    /// Counted from 1.
    pub page: u64,
    /// Lines of a page; 25 where it is 0, 200 at most.
    pub per_page: u64,
}

/// An alarm that was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmRow {
    /// Key.
    pub id: Uuid,
    /// 办件编号.
    pub case_no: String,
    /// The item's name.
    pub item_name: String,
    /// In English.
    pub item_name_en: Option<String>,
    /// Where the case stands now.
    pub status: Status,
    /// The department whose it is.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// What it is about.
    pub kind: AlarmKind,
    /// Whom it was told.
    pub rank: Rank,
    /// The date it rests on.
    pub basis: NaiveDate,
    /// The step, where it is about one.
    pub step: Option<String>,
    /// When it was told.
    pub raised_at: DateTime<Utc>,
    /// Who took note of it, and when.
    pub seen: Option<(String, DateTime<Utc>)>,
}

/// A page of alarms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmPage {
    /// The lines, newest first.
    pub rows: Vec<AlarmRow>,
    /// How many there are in all.
    pub total: u64,
}

/// The alarms for this person.
///
/// # Errors
/// [`crate::Kind::Denied`] to those who are told none; storage errors.
pub async fn list(services: &Services, actor: &Actor, query: &AlarmQuery) -> Result<AlarmPage> {
    let per_page = if query.per_page == 0 { 25 } else { query.per_page.min(200) };
    let mut found = mine(actor)?;
    found = match query.seen {
        true => found.filter(alarm::COLUMN.seen_at.is_not_null()),
        false => found.filter(alarm::COLUMN.seen_at.is_null()),
    };
    if let Some(kind) = query.kind {
        found = found.filter(alarm::COLUMN.kind.eq(kind.as_str()));
    }
    if let Some(department) = query.department_id {
        found = found.filter(alarm::COLUMN.department_id.eq(department));
    }
    let db = &services.db.read;
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(alarm::Column::RaisedAt)
        .order_by_desc(alarm::Column::Id)
        .offset(query.page.saturating_sub(1).saturating_mul(per_page))
        .limit(per_page)
        .all(db)
        .await?;
    Ok(AlarmPage { rows: lines(services, rows).await?, total })
}

/// How many wait for this person; none for those who are told none.
///
/// # Errors
/// Storage errors.
pub async fn waiting(services: &Services, actor: &Actor) -> Result<u64> {
    match mine(actor) {
        Ok(found) => Ok(found.filter(alarm::COLUMN.seen_at.is_null()).count(&services.db.read).await?),
        Err(_) => Ok(0),
    }
}

/// Takes note of an alarm. Once is enough: the first who does stays.
///
/// # Errors
/// [`crate::Kind::NotFound`] where it is not for this person.
pub async fn take_note(services: &Services, actor: &Actor, id: Uuid) -> Result<()> {
    let tx = services.db.begin().await?;
    mine(actor)?.filter(alarm::COLUMN.id.eq(id)).one(&tx).await?.ok_or_else(Error::not_found)?;
    let seen = alarm::ActiveModel {
        seen_by: Set(actor.account),
        seen_at: Set(Some(services.clock.now())),
        ..Default::default()
    };
    alarm::Entity::update_many()
        .set(seen)
        .filter(alarm::COLUMN.id.eq(id))
        .filter(alarm::COLUMN.seen_at.is_null())
        .exec(&tx)
        .await?;
    Ok(tx.commit().await?)
}

/// The alarms for an actor: a reviewer's own cases and those in nobody's hands, what is for the head,
/// what is for supervision.
fn mine(actor: &Actor) -> Result<Select<alarm::Entity>> {
    let rank = |rank: Rank| alarm::COLUMN.rank.eq(rank.as_str());
    let condition = match (actor.role, actor.department, actor.account) {
        (Some(Role::Supervisor), _, _) => Condition::all().add(rank(Rank::Supervisor)),
        (Some(Role::Reviewer), Some(department), Some(account)) => {
            let ranks = if actor.head {
                Condition::any().add(rank(Rank::Head)).add(held_by(actor, account))
            } else {
                Condition::any().add(held_by(actor, account))
            };
            Condition::all().add(alarm::COLUMN.department_id.eq(department)).add(ranks)
        }
        _ => return Err(Error::denied()),
    };
    Ok(alarm::Entity::find().filter(condition))
}

/// For who has the case in hand; of a step, and of a case in nobody's hands, for the whole department.
fn held_by(actor: &Actor, account: Uuid) -> Condition {
    let mut answers_for = actor.stands_in_for.clone();
    answers_for.push(account);
    let others = sea_orm::sea_query::Query::select()
        .column(case_file::Column::Id)
        .from(case_file::Entity)
        .cond_where(case_file::COLUMN.assignee_id.is_not_null())
        .and_where(case_file::COLUMN.assignee_id.is_not_in(answers_for))
        .to_owned();
    let open = Condition::any()
        .add(alarm::COLUMN.kind.eq(AlarmKind::StepLate.as_str()))
        .add(alarm::COLUMN.case_id.not_in_subquery(others));
    Condition::all().add(alarm::COLUMN.rank.eq(Rank::Holder.as_str())).add(open)
}

async fn lines(services: &Services, rows: Vec<alarm::Model>) -> Result<Vec<AlarmRow>> {
    let db = &services.db.read;
    let cases = case_file::Entity::find()
        .filter(case_file::COLUMN.id.is_in(rows.iter().map(|row| row.case_id)))
        .all(db)
        .await?;
    let cases: HashMap<Uuid, case_file::Model> = cases.into_iter().map(|case| (case.id, case)).collect();
    let names: Vec<(Uuid, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::COLUMN.id.is_in(rows.iter().filter_map(|row| row.seen_by)))
        .into_tuple()
        .all(db)
        .await?;
    let names: HashMap<Uuid, String> = names.into_iter().collect();
    let line = |row: &alarm::Model, book: &crate::catalogue::Handbook| {
        let case = cases.get(&row.case_id)?;
        let item = book.item(&case.item_id, None)?;
        let department = book.department(row.department_id)?;
        let version = book.version(&case.item_id, case.item_version)?;
        Some(AlarmRow {
            id: row.id,
            case_no: case.case_no.clone(),
            item_name: item.name.clone(),
            item_name_en: item.name_en.clone(),
            status: Status::parse(&case.status)?,
            department: department.name.clone(),
            department_en: department.name_en.clone(),
            kind: AlarmKind::parse(&row.kind)?,
            rank: Rank::parse(&row.rank)?,
            basis: row.basis,
            step: version.process.step(&row.step).map(|step| step.name.clone()),
            raised_at: row.raised_at,
            seen: row
                .seen_by
                .zip(row.seen_at)
                .map(|(by, at)| (names.get(&by).cloned().unwrap_or_default(), at)),
        })
    };
    services.catalogue.look_up(|book| rows.iter().map(|row| line(row, book)).collect()).await
}
