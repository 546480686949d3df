//! The rows of a new case.

use super::Routed;
use super::matter::Matter;
use super::papers;
use crate::cases::record::{self, Beside, Head, Moment};
use crate::counters::Dimensions;
use crate::crypto::Field;
use crate::{Error, Result, Services};
use chrono::{DateTime, Utc};
use domain::calendar::CITY_OFFSET;
use domain::case::{Case, Event};
use domain::case_number::{CaseNumber, PARTS};
use domain::intake::Answers;
use entity::{case_file, upload};
use rand::RngExt as _;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, sea_query::OnConflict};
use uuid::Uuid;

/// All that a new case is made of.
pub(super) struct Opening<'a> {
    pub matter: &'a Matter<'a>,
    pub answers: &'a Answers,
    pub route: &'a Routed,
    pub draft: Case,
    pub events: Vec<Event>,
    pub moment: Moment<'a>,
}

/// What the receipt needs of it.
pub(super) struct Opened {
    pub id: Uuid,
    pub case_no: CaseNumber,
    pub query_code: String,
    pub case: Case,
    pub dimensions: Dimensions,
}

/// Writes the case with its events, materials and counters.
pub(super) async fn open<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    opening: Opening<'_>,
) -> Result<Opened> {
    let dimensions = dimensions(&opening);
    let (case, deltas) = record::fold(&opening.draft, &opening.events, &dimensions, opening.moment.at);
    let id = Uuid::now_v7();
    let query_code = random_digits(8);
    let case_no = insert(tx, services, &opening, &case, id, &query_code).await?;
    // Nothing is decided yet.
    let (case_number, grant) = (case_no.as_str(), None);
    let head = Head { case_id: id, case_no: case_number, dimensions: dimensions.clone(), grant };
    let both = (&opening.draft, &case);
    record::write(tx, &head, both, &opening.events, Beside::default(), &opening.moment, &deltas).await?;
    attach(tx, &opening, id).await?;
    papers::write(tx, opening.matter, &opening.moment, id).await?;
    Ok(Opened { id, case_no, query_code, case, dimensions })
}

fn dimensions(opening: &Opening<'_>) -> Dimensions {
    Dimensions {
        department_id: opening.route.department_id,
        item_id: opening.matter.item.id.clone(),
        division_code: opening.route.division.to_string(),
        window_id: opening.matter.application.counter.and_then(|counter| counter.window_id),
        clerk_id: clerk(opening),
        channel: opening.matter.application.channel,
        received: opening.moment.at.with_timezone(&CITY_OFFSET).date_naive(),
    }
}

/// Who took it in at a counter.
fn clerk(opening: &Opening<'_>) -> Option<Uuid> {
    opening.matter.application.counter.and(opening.moment.actor.account)
}

fn random_digits(n: usize) -> String {
    let mut rng = rand::rng();
    std::iter::repeat_with(|| char::from(b'0' + rng.random_range(0..10_u8))).take(n).collect()
}

/// Takes random numbers until one is free: rarely more than one.
async fn insert<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    opening: &Opening<'_>,
    case: &Case,
    id: Uuid,
    query_code: &str,
) -> Result<CaseNumber> {
    for _ in 0..20 {
        let number = CaseNumber::compose(opening.moment.today, rand::rng().random_range(0..PARTS));
        let row = row(services, opening, case, id, &number, query_code)?;
        let nothing = OnConflict::column(case_file::Column::CaseNo).do_nothing().to_owned();
        let inserted = case_file::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await?;
        if inserted == 1 {
            return Ok(number);
        }
    }
    Err(Error::internal("no free case number in twenty tries"))
}

fn row(
    services: &Services,
    opening: &Opening<'_>,
    case: &Case,
    id: Uuid,
    number: &CaseNumber,
    query_code: &str,
) -> Result<case_file::ActiveModel> {
    let Opening { matter: Matter { item, application, .. }, answers, route, moment, .. } = opening;
    let at: DateTime<Utc> = moment.at;
    let form = services.keys.seal(Field::CASE_FORM.of(id), &serde_json::to_string(answers)?)?;
    Ok(case_file::ActiveModel {
        id: Set(id),
        case_no: Set(number.as_str().to_owned()),
        query_code_cipher: Set(services.keys.seal(Field::QUERY_CODE.of(id), query_code)?),
        query_code_hash: Set(query_hash(services, number.as_str(), query_code)?),
        item_id: Set(item.id.clone()),
        implementation_code: Set(route.implementation_code.clone()),
        department_id: Set(route.department_id),
        division_code: Set(route.division.to_string()),
        route_reason: Set(route.stored_reason()),
        person_id: Set(application.person_id),
        agent_person_id: Set(application.agent_person_id),
        entity_id: Set(application.entity_id),
        kind: Set(case.kind.as_str().to_owned()),
        limits: Set(serde_json::to_value(case.limits)?),
        channel: Set(application.channel.as_str().to_owned()),
        hall_id: Set(application.counter.and_then(|counter| counter.hall_id)),
        window_id: Set(application.counter.and_then(|counter| counter.window_id)),
        clerk_id: Set(clerk(opening)),
        form_cipher: Set(form),
        submitted_at: Set(at),
        created_at: Set(at),
        updated_at: Set(at),
        closed_at: Set(None),
        item_version: Set(item.process_version),
        ..crate::cases::projection(case, moment.calendar)?
    })
}

/// The keyed hash by which a query code is checked.
fn query_hash(services: &Services, case_no: &str, query_code: &str) -> Result<String> {
    services.keys.index(Field::QUERY_CODE, &format!("{case_no}:{query_code}"))
}

/// Whether `hash` is that of this case and code, made with whatever version of the key.
pub(crate) fn is_query_hash(services: &Services, hash: &str, case_no: &str, query_code: &str) -> bool {
    services.keys.is_index_of(hash, Field::QUERY_CODE, &format!("{case_no}:{query_code}"))
}

/// Files given with the application belong to the case from now on; only one's own can be given.
async fn attach<C: ConnectionTrait>(tx: &C, opening: &Opening<'_>, case_id: Uuid) -> Result<()> {
    let mut ids: Vec<Uuid> = opening
        .matter
        .application
        .materials
        .iter()
        .flat_map(|answer| answer.uploads.iter().copied())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    attach_uploads(tx, opening.moment.actor.account, &ids, case_id).await
}

/// Ties uploads of this account to a case.
///
/// # Errors
/// [`crate::Kind::NotFound`] where one is not this account's, or tied elsewhere.
pub(crate) async fn attach_uploads<C: ConnectionTrait>(
    tx: &C,
    account: Option<Uuid>,
    ids: &[Uuid],
    case_id: Uuid,
) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let account = account.ok_or_else(Error::denied)?;
    let row = upload::ActiveModel { case_id: Set(Some(case_id)), draft_id: Set(None), ..Default::default() };
    let done = upload::Entity::update_many()
        .set(row)
        .filter(upload::COLUMN.id.is_in(ids.to_vec()))
        .filter(upload::COLUMN.owner_account_id.eq(account))
        .filter(upload::COLUMN.case_id.is_null())
        .exec(tx)
        .await?;
    if usize::try_from(done.rows_affected) == Ok(ids.len()) { Ok(()) } else { Err(Error::not_found()) }
}
