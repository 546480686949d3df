//! What will happen: computed before anything is written, and written just so afterwards.

use super::route::{self, RESIDENCE, Routed};
use super::{Application, receipt_day};
use crate::catalogue::IntakeItem;
use crate::drafts::Manner;
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::deadline::{self, Deadline, Limit};
use domain::field_error::{FieldCode, FieldError};
use domain::intake;
use domain::permission::{Actor, Role};
use entity::person;
use sea_orm::EntityTrait as _;

/// What an application would become if it were submitted now.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Who decides; none while too little is known.
    pub route: Option<Routed>,
    /// The day that counts as day of receipt.
    pub receipt_day: NaiveDate,
    /// The promised date, if it is accepted on that day.
    pub promised: Option<Deadline>,
    /// The statutory date, likewise.
    pub statutory: Option<Deadline>,
    /// What is wrong or not answered yet.
    pub errors: Vec<FieldError>,
    /// Names of required materials that nobody has given yet.
    pub missing_materials: Vec<String>,
}

/// Looks ahead; writes nothing.
///
/// # Errors
/// [`crate::Kind::NotFound`] for an unknown item or person; storage errors.
pub async fn preview(services: &Services, actor: &Actor, application: &Application) -> Result<Preview> {
    let person = applicant(services, actor, application).await?;
    let item = services.catalogue.intake_item(&application.item_id, application.situation.as_deref()).await?;
    let route = route::route(&services.db.read, services, &item, &person, application).await?;
    let receipt_day = receipt_day(services, application.counter.is_some());
    let calendar = services.reference.calendar();
    let date = |limit: Option<Limit>| deadline::due(&calendar, receipt_day, limit?, &[]);
    let mut errors = form_errors(services, &item, application);
    if route.is_none() && !errors.iter().any(|error| error.field == RESIDENCE) {
        errors.push(FieldError::new(RESIDENCE, FieldCode::Missing));
    }
    Ok(Preview {
        route,
        receipt_day,
        promised: date(item.limits.promised),
        statutory: date(item.limits.statutory),
        errors,
        missing_materials: missing(&item, application),
    })
}

/// The person applied for: somebody's own, or anybody's at the counter.
pub(super) async fn applicant(
    services: &Services,
    actor: &Actor,
    application: &Application,
) -> Result<person::Model> {
    let allowed = match actor.role {
        Some(Role::Citizen) => actor.person == Some(application.person_id),
        Some(Role::Clerk) | None => true,
        Some(Role::Reviewer | Role::Supervisor | Role::Admin | Role::Auditor) => false,
    };
    if !allowed {
        return Err(Error::denied());
    }
    let person = person::Entity::find_by_id(application.person_id).one(&services.db.read).await?;
    person.ok_or_else(Error::not_found)
}

fn form_errors(services: &Services, item: &IntakeItem, application: &Application) -> Vec<FieldError> {
    intake::check(&item.form, &application.answers, services.clock.today()).err().unwrap_or_default()
}

/// Required materials that were not given in any manner.
pub(super) fn missing(item: &IntakeItem, application: &Application) -> Vec<String> {
    let given = |id| {
        application
            .materials
            .iter()
            .any(|answer| answer.material_id == id && answer.manner != Manner::Missing)
    };
    item.materials
        .iter()
        .filter(|material| material.required && !given(material.id) && !is_fetched(material))
        .map(|material| material.name.clone())
        .collect()
}

/// The department fetches it: nobody is asked to bring it (免于提交).
pub(super) fn is_fetched(material: &crate::catalogue::Material) -> bool {
    material.certificate_code.is_some() || material.data_share.is_some()
}
