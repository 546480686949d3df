//! What will happen: computed before anything is written, and written just so afterwards.

use super::matter::Matter;
use super::route::{self, RESIDENCE, Routed};
use super::{Application, receipt_day};
use crate::catalogue::{IntakeItem, Material};
use crate::drafts::Manner;
use crate::{Result, Services};
use chrono::NaiveDate;
use domain::deadline::{self, Deadline, Limit};
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
}

/// Looks ahead; writes nothing.
///
/// # Errors
/// [`crate::Kind::NotFound`] for an unknown item or person; storage errors.
pub async fn preview(services: &Services, actor: &Actor, application: &Application) -> Result<Preview> {
    ahead(services, &Matter::of(services, actor, application).await?).await
}

/// The same, of what was read already.
pub(super) async fn ahead(services: &Services, matter: &Matter<'_>) -> Result<Preview> {
    let Matter { application, item, .. } = matter;
    let route = route::route(services, matter).await?;
    let receipt_day = receipt_day(services, application.counter.is_some());
    let calendar = services.reference.calendar();
    let date = |limit: Option<Limit>| deadline::due(&calendar, receipt_day, limit?, &[]);
    let mut errors = form_errors(services, item, application);
    if route.is_none() && !errors.iter().any(|error| error.field == RESIDENCE) {
        errors.push(FieldError::new(RESIDENCE, FieldCode::Missing));
    }
    Ok(Preview {
        route,
        receipt_day,
        promised: date(item.limits.promised),
        statutory: date(item.limits.statutory),
        errors,
        missing_materials: missing(item, application).map(|material| material.name.clone()).collect(),
    })
}

fn form_errors(services: &Services, item: &IntakeItem, application: &Application) -> Vec<FieldError> {
    intake::check(&item.form, &application.answers, services.clock.today()).err().unwrap_or_default()
}

/// Required materials that were not given in any manner.
pub(super) fn missing<'a>(
    item: &'a IntakeItem,
    application: &'a Application,
) -> impl Iterator<Item = &'a Material> {
    let given = |id| {
        let mut answers = application.materials.iter();
        answers.any(|answer| answer.material_id == id && answer.manner != Manner::Missing)
    };
    let needed = item.materials.iter().filter(|material| material.required && !is_fetched(material));
    needed.filter(move |material| !given(material.id))
}

/// The department fetches it: nobody is asked to bring it (免于提交).
fn is_fetched(material: &Material) -> bool {
    material.certificate_code.is_some() || material.data_share.is_some()
}
