//! What stands in the house, and what was decided of late.

use super::{CaseKey, allow, window};
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::Status;
use domain::permission::Actor;
use entity::case_file;
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait as _, ExprTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Statement, sea_query::Expr,
};
use uuid::Uuid;

/// What the handling clock of an open case does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockState {
    Runs,
    Suspended,
    NotBegun,
}

impl ClockState {
    /// None where the clock has ended.
    fn of(status: Status) -> Option<Self> {
        match status {
            Status::Accepted | Status::Review => Some(Self::Runs),
            Status::Suspended => Some(Self::Suspended),
            Status::Submitted | Status::Received | Status::Correction => Some(Self::NotBegun),
            Status::Draft
            | Status::NotAccepted
            | Status::Decided
            | Status::Certificate
            | Status::Delivered
            | Status::Closed
            | Status::Withdrawn
            | Status::Abandoned
            | Status::Terminated
            | Status::Void => None,
        }
    }
}

/// An open case.
pub(super) struct Open {
    pub department_id: Uuid,
    pub case_no: String,
    pub item_id: String,
    pub clock: ClockState,
    pub due: Option<NaiveDate>,
    pub since: DateTime<Utc>,
}

type Row = (Uuid, String, String, String, Option<NaiveDate>, Option<NaiveDate>, DateTime<Utc>);

/// Every case that is not decided yet.
pub(super) async fn queues<C: ConnectionTrait>(db: &C, department: Option<Uuid>) -> Result<Vec<Open>> {
    let file = case_file::COLUMN;
    let open = Status::ALL.into_iter().filter(|status| ClockState::of(*status).is_some());
    let wanted = Condition::all()
        .add(file.status.is_in(open.map(Status::as_str)))
        .add_option(department.map(|id| file.department_id.eq(id)));
    let rows: Vec<Row> = case_file::Entity::find()
        .select_only()
        .columns([
            case_file::Column::DepartmentId,
            case_file::Column::CaseNo,
            case_file::Column::ItemId,
            case_file::Column::Status,
            case_file::Column::PromisedDue,
            case_file::Column::StatutoryDue,
            case_file::Column::SubmittedAt,
        ])
        .filter(wanted)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(open_of).collect())
}

fn open_of((department_id, case_no, item_id, status, promised, statutory, since): Row) -> Option<Open> {
    let clock = ClockState::of(Status::parse(&status)?)?;
    Some(Open { department_id, case_no, item_id, clock, due: promised.or(statutory), since })
}

/// What a department decided on a day.
#[derive(FromQueryResult)]
pub(super) struct DayOfDecisions {
    pub department_id: Uuid,
    pub decided_on: NaiveDate,
    /// All of them.
    pub decided: i64,
    /// Those accepted on an earlier day.
    pub waited: i64,
}

const DECIDED: &str = "SELECT department_id, decided_on, COUNT(*) AS decided, \
 SUM(CASE WHEN accepted_on < decided_on THEN 1 ELSE 0 END) AS waited \
 FROM case_file WHERE decided_on >= $1 AND decided_on <= $2";

/// Decisions day by day.
pub(super) async fn paces<C: ConnectionTrait>(
    db: &C,
    department: Option<Uuid>,
    since: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<DayOfDecisions>> {
    let narrowed = if department.is_some() { " AND department_id = $3" } else { "" };
    let sql = format!("{DECIDED}{narrowed} GROUP BY department_id, decided_on");
    let values = [since.into(), until.into()].into_iter().chain(department.map(Into::into));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(DayOfDecisions::find_by_statement(statement).all(db).await?)
}

/// Cases on a page of a list.
pub const PAGE: u64 = 50;

/// A decision that the pace counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The case.
    pub case: CaseKey,
    /// The department that decided.
    pub department_id: Uuid,
    /// When it was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// When it was decided.
    pub decided_on: NaiveDate,
}

/// A page of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedPage {
    /// The decisions, the latest first.
    pub rows: Vec<Decided>,
    /// How many there are in all.
    pub total: u64,
}

/// Number, item, department, day of acceptance and day of decision.
type Waited = (String, String, Uuid, Option<NaiveDate>, Option<NaiveDate>);

/// The very decisions that the pace of a department (or of all) counts; pages from 1.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn decided(
    services: &Services,
    actor: &Actor,
    department: Option<Uuid>,
    page: u64,
) -> Result<DecidedPage> {
    allow(actor)?;
    let today = services.clock.today();
    let (since, _) = window(services, today);
    let file = case_file::COLUMN;
    let waited = Expr::col(case_file::Column::AcceptedOn).lt(Expr::col(case_file::Column::DecidedOn));
    let wanted = Condition::all()
        .add(file.decided_on.gte(since))
        .add(file.decided_on.lt(today))
        .add(waited)
        .add_option(department.map(|id| file.department_id.eq(id)));
    let found = case_file::Entity::find().filter(wanted);
    let total = found.clone().count(&services.db.read).await?;
    let rows: Vec<Waited> = found
        .select_only()
        .columns([
            case_file::Column::CaseNo,
            case_file::Column::ItemId,
            case_file::Column::DepartmentId,
            case_file::Column::AcceptedOn,
            case_file::Column::DecidedOn,
        ])
        .order_by_desc(case_file::Column::DecidedOn)
        .order_by_asc(case_file::Column::CaseNo)
        .offset(page.saturating_sub(1).saturating_mul(PAGE))
        .limit(PAGE)
        .into_tuple()
        .all(&services.db.read)
        .await?;
    let row =
        |(case_no, item_id, department_id, accepted_on, decided_on): (_, _, _, _, Option<NaiveDate>)| {
            let decided_on = decided_on.ok_or_else(|| Error::internal("a decision without its day"))?;
            Ok(Decided { case: CaseKey { case_no, item_id }, department_id, accepted_on, decided_on })
        };
    Ok(DecidedPage { rows: rows.into_iter().map(row).collect::<Result<_>>()?, total })
}
