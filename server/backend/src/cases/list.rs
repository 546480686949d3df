//! Lists of cases, always scoped by who asks.

mod day;
mod heads;
mod line;
mod measured;
mod stood;
mod wanted;
mod whose;

use crate::supervision::Heads;
use crate::{Result, Services};
use chrono::{DateTime, NaiveDate, Utc, Weekday};
use domain::case::{Outcome, Special, Status};
use domain::deadline::Light;
use domain::indicator::{Fate, Measure, Metric, Stage};
use domain::item::{CaseKind, Channel};
use domain::permission::Actor;
use entity::case_file;
use sea_orm::{
    EntityTrait as _, Order as Direction, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select, sea_query::NullOrdering,
};
use uuid::Uuid;

/// In whose hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AssigneeFilter {
    /// Anybody's.
    #[default]
    Any,
    /// One's own, or an absent colleague's whom one stands in for.
    Mine,
    /// Nobody's yet.
    Nobody,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What is due first.
    #[default]
    Due,
    /// What came last.
    Newest,
}

/// Which cases. The default is all that somebody may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseQuery {
    /// In one of these; none means any.
    pub status: Vec<Status>,
    /// Of this item.
    pub item_id: Option<String>,
    /// Of this department.
    pub department_id: Option<Uuid>,
    /// Of bodies of this division.
    pub division: Option<String>,
    /// Taken in at this window; `Some(None)` for those without one.
    pub window_id: Option<Option<Uuid>>,
    /// That came this way.
    pub channel: Option<Channel>,
    /// Of this person.
    pub person_id: Option<Uuid>,
    /// Of this organisation.
    pub entity_id: Option<Uuid>,
    /// Taken in by this clerk.
    pub clerk_id: Option<Uuid>,
    /// In whose hands.
    pub assignee: AssigneeFilter,
    /// First day, of submission or of `measure`.
    pub from: Option<NaiveDate>,
    /// Last day, of submission or of `measure`.
    pub to: Option<NaiveDate>,
    /// The cases that this counter counts from `from` to `to`.
    pub measure: Option<Metric>,
    /// The cases behind a number of the figures from `from` to `to`: exactly as many where it counts cases.
    pub counted: Option<Measure>,
    /// Under the heads of figures.
    pub heads: Heads,
    /// First day of submission, beside `from` and `to` of something else.
    pub received_from: Option<NaiveDate>,
    /// Last day of submission, likewise.
    pub received_to: Option<NaiveDate>,
    /// Submitted on this weekday in the city.
    pub weekday: Option<Weekday>,
    /// Submitted in this hour in the city, from 0 to 23.
    pub hour: Option<u32>,
    /// What has come of them by now.
    pub fate: Option<Fate>,
    /// Ended this stage from `from` to `to`, at least once.
    pub passed: Option<Stage>,
    /// Only these, by id.
    pub among: Option<Vec<Uuid>>,
    /// In the house at the end of `to` (of today, without one).
    pub open: bool,
    /// Clock running and past the date given.
    pub overdue: bool,
    /// 会办: decided elsewhere, with an open step of the viewer's department.
    pub consulted: bool,
    /// 待批延期: an extension waits for a head.
    pub extension: bool,
    /// Case number, or part of the applicant's name.
    pub text: Option<String>,
    /// In which order.
    pub order: Order,
    /// From 1.
    pub page: u64,
    /// 0 means 25; at most 200.
    pub per_page: u64,
}

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
    let total = found.clone().count(&services.db.read).await?;
    let offset = query.page.saturating_sub(1).saturating_mul(per_page);
    let rows = ordered(found, query.order).offset(offset).limit(per_page).all(&services.db.read).await?;
    Ok(CasePage { rows: line::lines(services, actor, rows).await?, total })
}

/// What somebody may see of what they ask for, in no order yet.
pub(super) fn found(
    services: &Services,
    actor: &Actor,
    query: &CaseQuery,
) -> Result<Select<case_file::Entity>> {
    let all = case_file::Entity::find().filter(wanted::scope(actor)?);
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

fn ordered(found: Select<case_file::Entity>, order: Order) -> Select<case_file::Entity> {
    match order {
        Order::Due => found
            .order_by_with_nulls(case_file::Column::NextDue, Direction::Asc, NullOrdering::Last)
            .order_by_asc(case_file::Column::SubmittedAt),
        Order::Newest => found.order_by_desc(case_file::Column::SubmittedAt),
    }
    .order_by_asc(case_file::Column::Id)
}
