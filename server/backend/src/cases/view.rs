//! One case in full, for somebody who may see it.

use super::{case_of, channel_of, words};
use crate::crypto::Field;
use crate::drafts::Manner;
use crate::intake::{Routed, routed};
use crate::{Error, Result, Services};
use chrono::{DateTime, Utc};
use domain::case::{ActionKind, Case, Event, available};
use domain::deadline::{self, Deadline, Light, Limit};
use domain::intake::{Answers, FormSpec};
use domain::item::Channel;
use domain::permission::{Actor, Role, Standing, standing};
use domain::resident_id::ResidentId;
use entity::{account, case_event, case_file, case_material, hall, item, person, upload, window};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

/// Who applied, without the number itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicantView {
    /// The person.
    pub person_id: Uuid,
    /// The name.
    pub name: String,
    /// First four and last four characters of the number.
    pub masked_number: String,
}

/// A material of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMaterial {
    /// Key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// How it came.
    pub manner: Manner,
    /// Trust grade A to D.
    pub grade: Option<char>,
    /// The file, where there is one.
    pub upload: Option<UploadRef>,
    /// Whether the item needs it.
    pub required: bool,
}

/// A file of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadRef {
    /// Key, for the link.
    pub id: Uuid,
    /// Its name.
    pub file_name: String,
    /// Bytes.
    pub size: i64,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventView {
    /// Its place in the case.
    pub seq: i32,
    /// What.
    pub event: Event,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor_name: String,
    /// As what; none for the portal itself.
    pub actor_role: Option<Role>,
}

/// The case in full.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseView {
    /// 办件编号.
    pub case_no: String,
    /// 查询码, for the applicant and the counter.
    pub query_code: Option<String>,
    /// The item.
    pub item_id: String,
    /// Its name.
    pub item_name: String,
    /// Its name in English.
    pub item_name_en: Option<String>,
    /// Who decides, and why.
    pub route: Routed,
    /// Who applied.
    pub applicant: ApplicantView,
    /// Who acts for them.
    pub agent: Option<ApplicantView>,
    /// The case of the rules.
    pub case: Case,
    /// The way it came.
    pub channel: Channel,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// The hall it came in at.
    pub hall: Option<String>,
    /// The window.
    pub window: Option<String>,
    /// The clerk.
    pub clerk: Option<String>,
    /// The questions.
    pub form: FormSpec,
    /// The answers.
    pub answers: Answers,
    /// The materials.
    pub materials: Vec<CaseMaterial>,
    /// What happened, oldest first.
    pub events: Vec<EventView>,
    /// What this person may do now.
    pub actions: Vec<ActionKind>,
    /// The light, while the handling clock runs.
    pub light: Option<Light>,
    /// Working days left, while the handling clock runs and is not past.
    pub days_left: Option<u32>,
    /// How the promised date comes about.
    pub promised: Option<Deadline>,
    /// How the statutory date comes about.
    pub statutory: Option<Deadline>,
}

/// The case, for those who may know of it.
///
/// # Errors
/// [`crate::Kind::NotFound`] to strangers.
pub async fn get(services: &Services, actor: &Actor, case_no: &str) -> Result<CaseView> {
    let db = &services.db.read;
    let row = case_file::Entity::find()
        .filter(case_file::COLUMN.case_no.eq(case_no))
        .one(db)
        .await?
        .ok_or_else(Error::not_found)?;
    let standing = standing(actor, row.person_id, row.agent_person_id, row.department_id);
    if standing == Standing::Stranger {
        return Err(Error::not_found());
    }
    let item = item::Entity::find_by_id(&row.item_id).one(db).await?.ok_or_else(Error::not_found)?;
    let holder = name_of(services, row.assignee_id).await?;
    let case = case_of(&row, holder.as_deref())?;
    let own = matches!(standing, Standing::Applicant | Standing::Counter);
    let code = services.keys.open(Field::QUERY_CODE, &row.query_code_cipher)?;
    let answers = services.keys.open(Field::CASE_FORM, &row.form_cipher)?;
    let (light, days_left) = clock(services, &case);
    let (promised, statutory) = dates(services, &case);
    Ok(CaseView {
        query_code: own.then(|| code.to_string()),
        item_name: item.name,
        item_name_en: item.name_en,
        route: routed(db, services, &row).await?,
        applicant: applicant(services, row.person_id).await?,
        agent: match row.agent_person_id {
            Some(id) => Some(applicant(services, id).await?),
            None => None,
        },
        channel: channel_of(&row)?,
        submitted_at: row.submitted_at,
        hall: hall_name(services, row.hall_id).await?,
        window: window_name(services, row.window_id).await?,
        clerk: name_of(services, row.clerk_id).await?,
        form: serde_json::from_value(item.form)?,
        answers: serde_json::from_str(&answers)?,
        materials: materials(services, row.id).await?,
        events: events(services, row.id).await?,
        actions: available(&case, actor),
        light,
        days_left,
        promised,
        statutory,
        case_no: row.case_no,
        item_id: row.item_id,
        case,
    })
}

/// Light and working days left, while the handling clock runs.
pub(super) fn clock(services: &Services, case: &Case) -> (Option<Light>, Option<u32>) {
    let (calendar, today) = (services.reference.calendar(), services.clock.today());
    let light = case.clock().and_then(|clock| clock.light_on(&calendar, today));
    let due = case.due().filter(|&due| case.status.clock_runs() && due >= today);
    (light, due.map(|due| deadline::days_left(&calendar, today, due)))
}

/// How the two dates come about, counted from acceptance, or from receipt before it.
pub(super) fn dates(services: &Services, case: &Case) -> (Option<Deadline>, Option<Deadline>) {
    let calendar = services.reference.calendar();
    let start = case.accepted_on.or(case.receipt_day);
    let date = |limit: Option<Limit>| deadline::due(&calendar, start?, limit?, &[]);
    (date(case.limits.promised), date(case.limits.statutory))
}

/// What happened to a case, oldest first.
pub(super) async fn events(services: &Services, case_id: Uuid) -> Result<Vec<EventView>> {
    let rows = case_event::Entity::find()
        .filter(case_event::COLUMN.case_id.eq(case_id))
        .order_by_asc(case_event::Column::Seq)
        .all(&services.db.read)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(EventView {
                seq: row.seq,
                event: words::opened(&services.keys, serde_json::from_value(row.payload)?)?,
                at: row.at,
                actor_name: row.actor_name,
                actor_role: Role::parse(&row.actor_role),
            })
        })
        .collect()
}

async fn materials(services: &Services, case_id: Uuid) -> Result<Vec<CaseMaterial>> {
    let rows = case_material::Entity::find()
        .filter(case_material::COLUMN.case_id.eq(case_id))
        .order_by_asc(case_material::Column::Id)
        .find_also_related(upload::Entity)
        .all(&services.db.read)
        .await?;
    rows.into_iter()
        .map(|(row, file)| {
            Ok(CaseMaterial {
                id: row.id,
                name: row.name,
                manner: Manner::parse(&row.manner).ok_or_else(|| Error::internal("unknown manner"))?,
                grade: row.grade.and_then(|grade| grade.chars().next()),
                upload: file.map(|file| UploadRef {
                    id: file.id,
                    file_name: file.file_name,
                    size: file.size,
                }),
                required: row.required,
            })
        })
        .collect()
}

async fn applicant(services: &Services, id: Uuid) -> Result<ApplicantView> {
    let row = person::Entity::find_by_id(id).one(&services.db.read).await?.ok_or_else(Error::not_found)?;
    let number = services.keys.open(Field::PERSON_NUMBER, &row.id_cipher)?;
    let masked_number =
        ResidentId::parse(&number, services.clock.today()).map(|number| number.masked()).unwrap_or_default();
    Ok(ApplicantView { person_id: row.id, name: row.name, masked_number })
}

async fn name_of(services: &Services, id: Option<Uuid>) -> Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    Ok(account::Entity::find_by_id(id).one(&services.db.read).await?.map(|account| account.name))
}

async fn hall_name(services: &Services, id: Option<Uuid>) -> Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    Ok(hall::Entity::find_by_id(id).one(&services.db.read).await?.map(|hall| hall.name))
}

async fn window_name(services: &Services, id: Option<Uuid>) -> Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    Ok(window::Entity::find_by_id(id).one(&services.db.read).await?.map(|window| window.number))
}
