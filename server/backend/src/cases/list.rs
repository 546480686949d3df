//! Lists of cases, always scoped by who asks.

mod counted;
mod day;
mod heads;
mod line;
mod measured;
mod query;
mod stood;
#[cfg(test)]
mod tests;
mod wanted;
mod whose;

pub use counted::{ListedItem, by_status, count, items};
pub use query::{AssigneeFilter, CaseQuery, Order};

use crate::{Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Outcome, Special, Status};
use domain::deadline::Light;
use domain::item::{CaseKind, Channel};
use domain::permission::Actor;
use entity::case_file;
use sea_orm::{
    EntityTrait as _, Order as Direction, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _, Select, sea_query::NullOrdering,
};
use uuid::Uuid;

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// 办件编号.
    pub case_no: String,
    /// The item.
    pub item_id: String,
    /// Its name.
    pub item_name: String,
    /// Its name in English.
    pub item_name_en: Option<String>,
    /// The department.
    pub department: String,
    /// The department in English.
    pub department_en: Option<String>,
    /// Who applied.
    pub applicant_name: String,
    /// Where it stands.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// The way it came.
    pub channel: Channel,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// What the department owes next.
    pub next_due: Option<NaiveDate>,
    /// The last day to answer corrections, while they are asked for.
    pub reply_by: Option<NaiveDate>,
    /// 容缺: the last day to bring what is owed, while it is.
    pub owed_by: Option<NaiveDate>,
    /// 特别程序: the one that is going on.
    pub special: Option<Special>,
    /// The promised date.
    pub promised_due: Option<NaiveDate>,
    /// The statutory date.
    pub statutory_due: Option<NaiveDate>,
    /// The light, while the handling clock runs.
    pub light: Option<Light>,
    /// Working days left, while the handling clock runs and is not past.
    pub days_left: Option<u32>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Working days from acceptance to decision.
    pub handling_days: Option<u32>,
    /// Who has it in hand.
    pub assignee: Option<String>,
    /// Whether that is the one who asks.
    pub mine: bool,
    /// The guard against a stale page.
    pub version: u32,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CasePage {
    /// The lines.
    pub rows: Vec<CaseRow>,
    /// How many there are in all.
    pub total: u64,
}

/// The cases that somebody may see and asks for.
///
/// # Errors
/// [`crate::Kind::Denied`] for roles that see no cases; storage errors.
pub async fn list(services: &Services, actor: &Actor, query: &CaseQuery) -> Result<CasePage> {
    let per_page = if query.per_page == 0 { 25 } else { Ord::min(query.per_page, 200) };
    let found = found(services, actor, query)?;
    let offset = query.page.saturating_sub(1).saturating_mul(per_page);
    let rows = page(found.clone(), query.order, offset, per_page).all(&services.db.read).await?;
    let here = u64::try_from(rows.len()).unwrap_or(per_page);
    // A first page with room left is all there is.
    let is_all = offset == 0 && here < per_page;
    let total = if is_all { here } else { found.count(&services.db.read).await? };
    Ok(CasePage { rows: line::lines(services, actor, rows).await?, total })
}

/// What somebody may see of what they ask for, in no order yet.
pub(super) fn found(
    services: &Services,
    actor: &Actor,
    query: &CaseQuery,
) -> Result<Select<case_file::Entity>> {
    let all = case_file::Entity::find().filter(wanted::scope(actor, query)?);
    Ok(all.filter(wanted::wanted(services, actor, query)?))
}

/// All cases of a person, newest first: for the counter, and for the person.
///
/// # Errors
/// [`crate::Kind::Denied`] for roles that see no cases; storage errors.
pub async fn of_person(services: &Services, actor: &Actor, person: Uuid) -> Result<Vec<CaseRow>> {
    let query =
        CaseQuery { person_id: Some(person), order: Order::Newest, per_page: 200, ..CaseQuery::default() };
    Ok(list(services, actor, &query).await?.rows)
}

/// All cases of an organisation, newest first: for the counter.
///
/// # Errors
/// [`crate::Kind::Denied`] for roles that see no cases; storage errors.
pub async fn of_entity(services: &Services, actor: &Actor, entity: Uuid) -> Result<Vec<CaseRow>> {
    let query =
        CaseQuery { entity_id: Some(entity), order: Order::Newest, per_page: 200, ..CaseQuery::default() };
    Ok(list(services, actor, &query).await?.rows)
}

/// So many of what was found. They are chosen by their ids first: an index alone answers what most lists
/// ask, and of thousands of cases, each with its form, only these are read.
fn page(
    found: Select<case_file::Entity>,
    order: Order,
    offset: u64,
    per_page: u64,
) -> Select<case_file::Entity> {
    let ids = found.select_only().column(case_file::Column::Id);
    let chosen = ordered(ids, order).offset(offset).limit(per_page).into_query();
    ordered(case_file::Entity::find().filter(case_file::COLUMN.id.in_subquery(chosen)), order)
}

fn ordered(found: Select<case_file::Entity>, order: Order) -> Select<case_file::Entity> {
    match order {
        Order::Due => found
            .order_by_with_nulls(case_file::Column::NextDue, Direction::Asc, NullOrdering::Last)
            .order_by_asc(case_file::Column::SubmittedAt),
        Order::Newest => found.order_by_desc(case_file::Column::SubmittedAt),
    }
    .order_by_asc(case_file::Column::Id)
}
