//! What will happen: computed before anything is written, and written just so afterwards.

use super::handed::Handed;
use super::matter::Matter;
use super::route::{self, RESIDENCE, Routed};
use super::{Application, receipt_day};
use crate::catalogue::IntakeItem;
use crate::{Result, Services};
use chrono::NaiveDate;
use domain::deadline::{self, Deadline, Limit};
use domain::evidence::Consent;
use domain::field_error::{FieldCode, FieldError};
use domain::intake;
use domain::permission::Actor;

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
    /// What becomes of each material that is needed.
    pub materials: Vec<Handed>,
    /// Something sensitive is used for it: that needs a consent of its own.
    pub separate_consent: bool,
}

/// Looks ahead; writes nothing.
///
/// # Errors
/// [`crate::Kind::NotFound`] for an unknown item or person; storage errors.
pub async fn preview(services: &Services, actor: &Actor, application: &Application) -> Result<Preview> {
    ahead(services, &Matter::of(services, actor, application).await?).await
}

/// What becomes of each material of an application that is still being written: what nobody is asked
/// for, what was given, and why what is near does not do.
///
/// # Errors
/// As [`preview`].
pub async fn materials(services: &Services, actor: &Actor, application: &Application) -> Result<Vec<Handed>> {
    Ok(Matter::of(services, actor, application).await?.handed)
}

/// The same, of what was read already.
pub(super) async fn ahead(services: &Services, matter: &Matter<'_>) -> Result<Preview> {
    let Matter { application, item, .. } = matter;
    let route = route::route(services, matter).await?;
    let receipt_day = receipt_day(services, application.counter.is_some());
    let calendar = services.reference.calendar();
    let date = |limit: Option<Limit>| deadline::due(&calendar, receipt_day, limit?, &[]);
    let mut errors = form_errors(services, item, application);
    errors.extend(matter.wrong.iter().cloned());
    if route.is_none() && !errors.iter().any(|error| error.field == RESIDENCE) {
        errors.push(FieldError::new(RESIDENCE, FieldCode::Missing));
    }
    Ok(Preview {
        route,
        receipt_day,
        promised: date(item.limits.promised),
        statutory: date(item.limits.statutory),
        errors,
        missing_materials: matter.missing().map(|material| material.name.clone()).collect(),
        materials: matter.handed.clone(),
        separate_consent: matter
            .papers()
            .any(|(material, handed)| handed.consent(material) == Consent::Separate),
    })
}

fn form_errors(services: &Services, item: &IntakeItem, application: &Application) -> Vec<FieldError> {
    intake::check(&item.form, &application.answers, services.clock.today()).err().unwrap_or_default()
}
