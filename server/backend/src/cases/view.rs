//! One case in full, for somebody who may see it.

mod applicant;
mod changes;
mod dates;
mod events;
mod materials;
mod names;
mod outside;
mod steps;

pub use applicant::ApplicantView;
pub use changes::ChangeView;
pub(super) use dates::{clock, dates};
pub use events::EventView;
pub(super) use events::events;
pub use materials::{CaseMaterial, UploadRef};
pub(super) use outside::outside;
pub use steps::{StepState, StepView, TaskView};

use super::{case_of, channel_of, filed, standing_to};
use crate::crypto::Field;
use crate::intake::{Routed, routed};
use crate::{Error, Result, Services, access};
use applicant::applicant;
use chrono::{DateTime, Utc};
use domain::case::{ActionKind, Case, Context, available};
use domain::deadline::{Deadline, Light};
use domain::intake::{Answers, FormSpec};
use domain::item::Channel;
use domain::permission::{Actor, Standing};
use entity::{account, case_file};
use materials::materials;
use names::Names;
use sea_orm::{EntityTrait as _, QueryFilter as _};
use std::sync::Arc;
use uuid::Uuid;

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
    /// Materials that are needed and not there.
    pub missing: Vec<Uuid>,
    /// Materials that may follow later (容缺).
    pub deferrable: Vec<Uuid>,
    /// A broken promise stands against the applicant.
    pub barred: bool,
    /// The steps before the decision, in the order of the process.
    pub steps: Vec<StepView>,
    /// What answers to corrections changed, oldest first.
    pub changes: Vec<ChangeView>,
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

/// The case, for those who may know of it; that staff read it is told to whose it is.
///
/// # Errors
/// [`crate::Kind::NotFound`] to strangers.
pub async fn get(services: &Services, actor: &Actor, case_no: &str) -> Result<CaseView> {
    let row = row(services, case_no).await?;
    if standing_to(actor, &row)? == Standing::Stranger {
        return Err(Error::not_found());
    }
    access::case_read(services, actor, &row).await?;
    shown(services, actor, row).await
}

/// The case as somebody leaves it who has just done something to it, and by that may have put it out of
/// their own sight: a department that gives a step back is asked no more.
pub(super) async fn left(services: &Services, actor: &Actor, case_no: &str) -> Result<CaseView> {
    shown(services, actor, row(services, case_no).await?).await
}

async fn shown(services: &Services, actor: &Actor, row: case_file::Model) -> Result<CaseView> {
    let Names { item, version, hall, window } =
        services.catalogue.look_up(|book| Names::of(book, &row)).await?;
    let holder = name_of(services, row.assignee_id).await?;
    let case = case_of(&row, Arc::clone(&version.process), holder.as_deref())?;
    let standing = case.standing_of(actor);
    let own = matches!(standing, Standing::Applicant | Standing::Counter);
    let code = services.keys.open(Field::QUERY_CODE.of(row.id), &row.query_code_cipher)?;
    let answers = services.keys.open(Field::CASE_FORM.of(row.id), &row.form_cipher)?;
    let (light, days_left) = clock(services, &case);
    let (promised, statutory) = dates(services, &case);
    let file = filed(&services.db.read, &row, &item).await?;
    let calendar = services.reference.calendar();
    let today = services.clock.today();
    let context = Context { actor, today, receipt_day: today, calendar: &calendar, file: &file };
    let view = CaseView {
        query_code: own.then(|| code.to_string()),
        item_name: item.name.clone(),
        item_name_en: item.name_en.clone(),
        form: version.form.clone(),
        steps: steps::steps(services, actor, &case).await?,
        changes: changes::changes(services, row.id, &version.form, &item).await?,
        route: routed(services, &row).await?,
        applicant: applicant(services, standing, row.person_id).await?,
        agent: match row.agent_person_id {
            Some(id) => Some(applicant(services, standing, id).await?),
            None => None,
        },
        channel: channel_of(&row)?,
        submitted_at: row.submitted_at,
        hall,
        window,
        clerk: name_of(services, row.clerk_id).await?,
        answers: serde_json::from_str(&answers)?,
        materials: materials(services, row.id, &file.deferrable).await?,
        events: events(services, row.id).await?,
        actions: available(&case, &context),
        missing: file.missing.clone(),
        deferrable: file.deferrable.clone(),
        barred: file.barred,
        light,
        days_left,
        promised,
        statutory,
        case_no: row.case_no,
        item_id: row.item_id,
        case,
    };
    Ok(match standing {
        Standing::Applicant => view.outside(),
        Standing::Observer => view.overseen(),
        Standing::Counter
        | Standing::Competent
        | Standing::Head
        | Standing::Consulted
        | Standing::Portal
        | Standing::Stranger => view,
    })
}

async fn row(services: &Services, case_no: &str) -> Result<case_file::Model> {
    let found = case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(case_no));
    found.one(&services.db.read).await?.ok_or_else(Error::not_found)
}

async fn name_of(services: &Services, id: Option<Uuid>) -> Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    Ok(account::Entity::find_by_id(id).one(&services.db.read).await?.map(|account| account.name))
}
