//! Lists of cases, always scoped by who asks.

use super::{case_of, channel_of, view};
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::case::{Outcome, Status};
use domain::deadline::Light;
use domain::indicator::Metric;
use domain::item::{CaseKind, Channel};
use domain::permission::{Actor, Role};
use entity::{account, case_event, case_file, department, item, person};
use sea_orm::{
    Condition, EntityTrait as _, ExprTrait as _, Order as Direction, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
    sea_query::{Expr, NullOrdering, Query},
};
use std::collections::HashMap;
use uuid::Uuid;

/// In whose hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AssigneeFilter {
    /// Anybody's.
    #[default]
    Any,
    /// One's own.
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
    /// Taken in by this clerk.
    pub clerk_id: Option<Uuid>,
    /// In whose hands.
    pub assignee: AssigneeFilter,
    /// First day, of submission or of `measure`.
    pub from: Option<NaiveDate>,
    /// Last day, of submission or of `measure`.
    pub to: Option<NaiveDate>,
    /// Exactly the cases that this counter counts from `from` to `to`.
    pub measure: Option<Metric>,
    /// In the house at the end of `to` (of today, without one).
    pub open: bool,
    /// Clock running and past the date given.
    pub overdue: bool,
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
    let found = case_file::Entity::find().filter(scope(actor)?).filter(wanted(services, actor, query)?);
    let total = found.clone().count(&services.db.read).await?;
    let offset = query.page.saturating_sub(1).saturating_mul(per_page);
    let rows = ordered(found, query.order).offset(offset).limit(per_page).all(&services.db.read).await?;
    Ok(CasePage { rows: lines(services, actor, rows).await?, total })
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

/// What an actor may see at all.
fn scope(actor: &Actor) -> Result<Condition> {
    let file = case_file::COLUMN;
    Ok(match actor.role {
        None | Some(Role::Clerk | Role::Supervisor) => Condition::all(),
        Some(Role::Citizen) => {
            let person = actor.person.ok_or_else(Error::denied)?;
            Condition::any().add(file.person_id.eq(person)).add(file.agent_person_id.eq(person))
        }
        Some(Role::Reviewer) => {
            Condition::all().add(file.department_id.eq(actor.department.ok_or_else(Error::denied)?))
        }
        Some(Role::Admin | Role::Auditor) => return Err(Error::denied()),
    })
}

fn wanted(services: &Services, actor: &Actor, query: &CaseQuery) -> Result<Condition> {
    let file = case_file::COLUMN;
    let today = services.clock.today();
    let mut all = Condition::all();
    if !query.status.is_empty() {
        all = all.add(file.status.is_in(query.status.iter().map(|status| status.as_str())));
    }
    all = all
        .add_option(query.item_id.as_ref().map(|id| file.item_id.eq(id)))
        .add_option(query.department_id.map(|id| file.department_id.eq(id)))
        .add_option(query.division.as_ref().map(|code| file.division_code.eq(code)))
        .add_option(query.channel.map(|channel| file.channel.eq(channel.as_str())))
        .add_option(query.person_id.map(|id| file.person_id.eq(id)))
        .add_option(query.clerk_id.map(|id| file.clerk_id.eq(id)));
    all = match query.window_id {
        Some(Some(id)) => all.add(file.window_id.eq(id)),
        Some(None) => all.add(file.window_id.is_null()),
        None => all,
    };
    all = match query.assignee {
        AssigneeFilter::Any => all,
        AssigneeFilter::Mine => all.add(file.assignee_id.eq(actor.account.ok_or_else(Error::denied)?)),
        AssigneeFilter::Nobody => all.add(file.assignee_id.is_null()),
    };
    if query.overdue {
        all = all.add(overdue(today));
    }
    if query.open {
        all = all.add(open_at(query.to.unwrap_or(today)));
    } else {
        all = all.add(in_period(query));
    }
    Ok(all.add_option(query.text.as_deref().filter(|text| !text.trim().is_empty()).map(named)))
}

/// Clock running, and the date given lies before today.
fn overdue(today: NaiveDate) -> Condition {
    let file = case_file::COLUMN;
    let given = Expr::expr(
        Expr::col(case_file::Column::PromisedDue).if_null(Expr::col(case_file::Column::StatutoryDue)),
    );
    Condition::all().add(file.status.is_in(["accepted", "review"])).add(given.lt(today))
}

/// In the house at the end of a day: come by then, and not gone by then.
fn open_at(day: NaiveDate) -> Condition {
    let gone = Query::select()
        .column(case_event::Column::CaseId)
        .from(case_event::Entity)
        .cond_where(Condition::all().add(ends()).add(case_event::COLUMN.at.lt(end_of(day))))
        .to_owned();
    let file = case_file::COLUMN;
    Condition::all().add(file.submitted_at.lt(end_of(day))).add(file.id.not_in_subquery(gone))
}

/// The events after which nothing more happens.
fn ends() -> Condition {
    Condition::all().add(case_event::COLUMN.kind.is_in(["closed", "not_accepted", "withdrawn"]))
}

fn in_period(query: &CaseQuery) -> Condition {
    let days = (query.from, query.to);
    match query.measure {
        None | Some(Metric::Received) => submitted(days),
        Some(Metric::Accepted) => happened(&["accepted"], days),
        Some(Metric::Ended) => happened(&["closed", "not_accepted", "withdrawn"], days),
        Some(Metric::Corrections) => happened(&["correction_asked"], days),
        Some(Metric::NotAccepted) => happened(&["not_accepted"], days),
        Some(Metric::Withdrawn) => happened(&["withdrawn"], days),
        Some(Metric::Closed | Metric::HandlingDays) => closed(days),
        Some(Metric::OnTime) => closed(days).add(timing(|decided, given| decided.lte(given)).add(no_date())),
        Some(Metric::Early) => closed(days).add(timing(|decided, given| decided.lt(given))),
        Some(Metric::Late) => closed(days).add(timing(|decided, given| decided.gt(given))),
        Some(Metric::Granted) => happened(&["decided"], days).add(case_file::COLUMN.outcome.eq("granted")),
        Some(Metric::Refused) => happened(&["decided"], days).add(case_file::COLUMN.outcome.eq("refused")),
        Some(Metric::Due) => Condition::all()
            .add(case_file::COLUMN.status.is_in(["accepted", "review"]))
            .add_option(days.0.map(|from| case_file::COLUMN.next_due.gte(from)))
            .add_option(days.1.map(|to| case_file::COLUMN.next_due.lte(to))),
    }
}

fn closed((from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> Condition {
    let file = case_file::COLUMN;
    Condition::all()
        .add(file.closed_on.is_not_null())
        .add_option(from.map(|from| file.closed_on.gte(from)))
        .add_option(to.map(|to| file.closed_on.lte(to)))
}

fn timing(compare: impl Fn(Expr, Expr) -> Expr) -> Condition {
    let given = Expr::expr(
        Expr::col(case_file::Column::PromisedDue).if_null(Expr::col(case_file::Column::StatutoryDue)),
    );
    Condition::any().add(compare(Expr::col(case_file::Column::DecidedOn), given))
}

/// Nothing promised and nothing set by law: it cannot be late.
fn no_date() -> Condition {
    let file = case_file::COLUMN;
    Condition::all().add(file.promised_due.is_null()).add(file.statutory_due.is_null())
}

fn happened(kinds: &[&'static str], (from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> Condition {
    let cases = Query::select()
        .column(case_event::Column::CaseId)
        .from(case_event::Entity)
        .cond_where(
            Condition::all()
                .add(case_event::COLUMN.kind.is_in(kinds.iter().copied()))
                .add_option(from.map(|from| case_event::COLUMN.at.gte(start_of(from))))
                .add_option(to.map(|to| case_event::COLUMN.at.lt(end_of(to)))),
        )
        .to_owned();
    Condition::all().add(case_file::COLUMN.id.in_subquery(cases))
}

fn submitted((from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> Condition {
    let column = case_file::COLUMN.submitted_at;
    Condition::all()
        .add_option(from.map(|from| column.gte(start_of(from))))
        .add_option(to.map(|to| column.lt(end_of(to))))
}

/// The first moment of a day in the city.
fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(domain::calendar::CITY_OFFSET);
    midnight.single().map_or(DateTime::<Utc>::MIN_UTC, |at| at.with_timezone(&Utc))
}

/// The first moment after a day in the city.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.succ_opt().map_or(DateTime::<Utc>::MAX_UTC, start_of)
}

fn named(text: &str) -> Condition {
    let digits = domain::intake::digits(text);
    let people = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .cond_where(person::COLUMN.name.contains(text.trim()))
        .to_owned();
    Condition::any()
        .add(case_file::COLUMN.case_no.eq(digits))
        .add(case_file::COLUMN.person_id.in_subquery(people))
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

/// Four statements for a page of any length: cases, items with departments, people, accounts.
async fn lines(services: &Services, actor: &Actor, rows: Vec<case_file::Model>) -> Result<Vec<CaseRow>> {
    let names = Names::load(services, &rows).await?;
    rows.into_iter().map(|row| line(services, actor, &names, row)).collect()
}

struct Names {
    items: HashMap<String, (String, Option<String>)>,
    departments: HashMap<Uuid, (String, Option<String>)>,
    people: HashMap<Uuid, String>,
    accounts: HashMap<Uuid, String>,
}

impl Names {
    async fn load(services: &Services, rows: &[case_file::Model]) -> Result<Self> {
        let db = &services.db.read;
        let items: Vec<(String, String, Option<String>)> = item::Entity::find()
            .select_only()
            .columns([item::Column::Id, item::Column::Name, item::Column::NameEn])
            .filter(item::COLUMN.id.is_in(rows.iter().map(|row| row.item_id.as_str())))
            .into_tuple()
            .all(db)
            .await?;
        let departments: Vec<(Uuid, String, Option<String>)> = department::Entity::find()
            .select_only()
            .columns([department::Column::Id, department::Column::Name, department::Column::NameEn])
            .filter(department::COLUMN.id.is_in(rows.iter().map(|row| row.department_id)))
            .into_tuple()
            .all(db)
            .await?;
        let people: Vec<(Uuid, String)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::Name])
            .filter(person::COLUMN.id.is_in(rows.iter().map(|row| row.person_id)))
            .into_tuple()
            .all(db)
            .await?;
        let accounts: Vec<(Uuid, String)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::Name])
            .filter(account::COLUMN.id.is_in(rows.iter().filter_map(|row| row.assignee_id)))
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self {
            items: items.into_iter().map(|(id, name, en)| (id, (name, en))).collect(),
            departments: departments.into_iter().map(|(id, name, en)| (id, (name, en))).collect(),
            people: people.into_iter().collect(),
            accounts: accounts.into_iter().collect(),
        })
    }
}

fn line(services: &Services, actor: &Actor, names: &Names, row: case_file::Model) -> Result<CaseRow> {
    let assignee = row.assignee_id.and_then(|id| names.accounts.get(&id).cloned());
    let case = case_of(&row, assignee.as_deref())?;
    let (light, days_left) = view::clock(services, &case);
    let (item_name, item_name_en) = names.items.get(&row.item_id).cloned().unwrap_or_default();
    let (department, department_en) = names.departments.get(&row.department_id).cloned().unwrap_or_default();
    Ok(CaseRow {
        channel: channel_of(&row)?,
        item_name,
        item_name_en,
        department,
        department_en,
        applicant_name: names.people.get(&row.person_id).cloned().unwrap_or_default(),
        status: case.status,
        outcome: case.outcome,
        kind: case.kind,
        submitted_at: row.submitted_at,
        next_due: case.next_due(),
        promised_due: case.promised_due,
        statutory_due: case.statutory_due,
        light,
        days_left,
        decided_on: case.decided_on,
        handling_days: case.handling_days,
        mine: row.assignee_id.is_some() && row.assignee_id == actor.account,
        assignee,
        version: case.version,
        case_no: row.case_no,
        item_id: row.item_id,
    })
}
