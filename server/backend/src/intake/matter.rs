//! What an application is about, read once and handed on.

use super::Application;
use crate::catalogue::IntakeItem;
use crate::{Error, Result, Services, persons};
use domain::permission::{Actor, Role};
use entity::person;
use std::sync::Arc;

/// An application with its person and its item.
pub(crate) struct Matter<'a> {
    pub application: &'a Application,
    pub person: person::Model,
    pub item: Arc<IntakeItem>,
}

impl<'a> Matter<'a> {
    /// Looks both up.
    pub(super) async fn of(services: &Services, actor: &Actor, application: &'a Application) -> Result<Self> {
        may_apply(actor, application)?;
        let person = persons::row(&services.db.read, application.person_id).await?;
        let situation = application.situation.as_deref();
        let item = services.catalogue.offer(&application.item_id, situation).await?;
        Ok(Self { application, person, item })
    }
}

/// For oneself, or for anybody at the counter.
fn may_apply(actor: &Actor, application: &Application) -> Result<()> {
    let allowed = match actor.role {
        Some(Role::Citizen) => actor.person == Some(application.person_id),
        Some(Role::Clerk) | None => true,
        Some(Role::Reviewer | Role::Supervisor | Role::Admin | Role::Auditor) => false,
    };
    if allowed { Ok(()) } else { Err(Error::denied()) }
}
