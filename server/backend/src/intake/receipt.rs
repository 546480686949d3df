//! 收件凭证: what the applicant takes home.

use super::route::{self, Routed};
use crate::cases::{case_of, standing_to};
use crate::catalogue::Handbook;
use crate::crypto::Field;
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::Status;
use domain::division::DivisionCode;
use domain::permission::{Actor, Standing};
use entity::case_file;
use sea_orm::{EntityTrait as _, QueryFilter as _};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The receipt; the same for the same application, however often it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// 办件编号.
    pub case_no: String,
    /// 查询码: with the number it lets anyone track the case.
    pub query_code: String,
    /// Where it stood when it was taken in.
    pub status: Status,
    /// When it was taken in.
    pub received_at: DateTime<Utc>,
    /// The day that counts as day of receipt.
    pub receipt_day: NaiveDate,
    /// The promised date, if it is accepted on the day of receipt.
    pub promised_due: Option<NaiveDate>,
    /// The statutory date, likewise.
    pub statutory_due: Option<NaiveDate>,
    /// Who decides, and why.
    pub route: Routed,
}

/// What is kept beside an idempotency key: nothing personal, no query code.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    pub status: Status,
    pub received_at: DateTime<Utc>,
    pub receipt_day: NaiveDate,
    pub promised_due: Option<NaiveDate>,
    pub statutory_due: Option<NaiveDate>,
}

/// The receipt of a case, to print it again.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but the applicant and the counter.
pub async fn receipt(services: &Services, actor: &Actor, case_no: &str) -> Result<Receipt> {
    let row = case_file::Entity::find()
        .filter(case_file::COLUMN.case_no.eq(case_no))
        .one(&services.db.read)
        .await?
        .ok_or_else(Error::not_found)?;
    match standing_to(actor, &row)? {
        Standing::Applicant | Standing::Counter => of_row(services, row).await,
        Standing::Competent
        | Standing::Head
        | Standing::Consulted
        | Standing::Portal
        | Standing::Observer
        | Standing::Stranger => Err(Error::not_found()),
    }
}

async fn of_row(services: &Services, row: case_file::Model) -> Result<Receipt> {
    let process = services.catalogue.process(&row.item_id, row.item_version).await?;
    let case = case_of(&row, process, None)?;
    let route = routed(services, &row).await?;
    let query_code = services.keys.open(Field::QUERY_CODE.of(row.id), &row.query_code_cipher)?.to_string();
    Ok(Receipt {
        case_no: row.case_no,
        query_code,
        status: case.status,
        received_at: row.submitted_at,
        receipt_day: case.receipt_day.unwrap_or_else(|| services.clock.day_of(row.submitted_at)),
        promised_due: case.promised_due,
        statutory_due: case.statutory_due,
        route,
    })
}

/// The first receipt of a key used again.
pub(super) async fn again(services: &Services, case_id: Uuid, kept: serde_json::Value) -> Result<Receipt> {
    let row = case_file::Entity::find_by_id(case_id).one(&services.db.read).await?;
    let first = of_row(services, row.ok_or_else(Error::not_found)?).await?;
    let kept: Kept = serde_json::from_value(kept)?;
    let Kept { status, received_at, receipt_day, promised_due, statutory_due } = kept;
    Ok(Receipt { status, received_at, receipt_day, promised_due, statutory_due, ..first })
}

/// The route of a stored case, with today's names.
pub(crate) async fn routed(services: &Services, row: &case_file::Model) -> Result<Routed> {
    let decides = |book: &Handbook| {
        let body = book.carrier(&row.implementation_code)?.body.clone();
        Some((body, book.department(row.department_id)?.clone()))
    };
    let (body, department) = services.catalogue.look_up(decides).await?;
    let division = DivisionCode::parse(&row.division_code).map_err(Error::internal)?;
    let (basis, place) = route::stored(&row.route_reason).unwrap_or((domain::routing::Basis::City, division));
    Ok(Routed {
        implementation_code: row.implementation_code.clone(),
        department_id: department.id,
        department: department.name,
        department_en: department.name_en,
        body,
        division,
        basis,
        place,
        place_name: services.reference.path(place),
    })
}
