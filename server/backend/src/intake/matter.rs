//! What an application is about, read once and handed on.

use super::Application;
use super::handed::{Handed, hand_in};
use crate::catalogue::{IntakeItem, Material};
use crate::drafts::Manner;
use crate::evidence::Stock;
use crate::{Error, Holder, Result, Services, deaths, delegations, persons};
use domain::evidence::Consent;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use entity::{certificate, person};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::sync::Arc;
use uuid::Uuid;

/// An application with its person and its item.
pub(crate) struct Matter<'a> {
    pub application: &'a Application,
    pub person: person::Model,
    pub item: Arc<IntakeItem>,
    /// The materials that this application needs, in the order of the item.
    pub materials: Vec<Material>,
    /// What becomes of each of them.
    pub handed: Vec<Handed>,
    /// What was claimed of a material and is not so.
    pub wrong: Vec<FieldError>,
}

impl<'a> Matter<'a> {
    /// Looks both up.
    pub(super) async fn of(services: &Services, actor: &Actor, application: &'a Application) -> Result<Self> {
        may_apply(actor, application)?;
        let person = persons::row(&services.db.read, application.person_id).await?;
        may_be_in_name_of(services, application, &person).await?;
        let situation = application.situation.as_deref();
        let item = services.catalogue.offer(&application.item_id, situation).await?;
        let materials = item.needed(situation, &application.answers);
        let materials: Vec<Material> = materials.cloned().collect();
        let (handed, wrong) = handed(services, application, &materials).await?;
        Ok(Self { application, person, item, materials, handed, wrong })
    }

    /// For whom it is.
    pub(super) fn holder(&self) -> Holder {
        self.application.entity_id.map_or(Holder::Person(self.person.id), Holder::Entity)
    }

    /// Each material with what becomes of it.
    pub(super) fn papers(&self) -> impl Iterator<Item = (&Material, &Handed)> {
        self.materials.iter().zip(&self.handed)
    }

    /// Required materials that were not given in any manner.
    pub(super) fn missing(&self) -> impl Iterator<Item = &Material> {
        let lacks =
            |(material, handed): &(&Material, &Handed)| material.required && handed.manner == Manner::Missing;
        self.papers().filter(lacks).map(|(material, _)| material)
    }

    /// 个人信息保护法 art. 29: something sensitive would be used, and nobody has said yes to it. At the
    /// counter the applicant says so to the clerk, who records it.
    pub(super) fn unconsented(&self) -> bool {
        let asked = self.papers().any(|(material, handed)| handed.consent(material) == Consent::Separate);
        asked && !self.application.consented && self.application.counter.is_none()
    }
}

/// What becomes of each material.
async fn handed(
    services: &Services,
    application: &Application,
    materials: &[Material],
) -> Result<(Vec<Handed>, Vec<FieldError>)> {
    let (db, today) = (&services.db.read, services.clock.today());
    let person = Holder::Person(application.person_id);
    let holders: Vec<Holder> =
        [person].into_iter().chain(application.entity_id.map(Holder::Entity)).collect();
    let mut stock = Stock::read(db, &holders, materials).await?;
    if application.entity_id.is_some() {
        stock.for_organisation();
    }
    let named = application.materials.iter().filter_map(|answer| answer.source);
    let foreign: Vec<Uuid> = named.filter(|id| stock.certificate(*id).is_none()).collect();
    let others = if foreign.is_empty() { foreign } else { known_certificates(db, foreign).await? };
    Ok(hand_in(materials, application, &stock, &others, today))
}

/// Those of the certificates named that exist, though the applicant does not hold them.
async fn known_certificates(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<Uuid>> {
    let query = certificate::Entity::find()
        .select_only()
        .column(certificate::Column::Id)
        .filter(certificate::COLUMN.id.is_in(ids));
    Ok(query.into_tuple::<Uuid>().all(db).await?)
}

/// Nothing begins in the name of the dead, and for an organisation only by who may act for it.
async fn may_be_in_name_of(
    services: &Services,
    application: &Application,
    person: &person::Model,
) -> Result<()> {
    deaths::living(person, "id_number")?;
    let Some(entity) = application.entity_id else { return Ok(()) };
    let (db, today) = (&services.db.read, services.clock.today());
    let may =
        delegations::may_act(db, person.id, Holder::Entity(entity), &application.item_id, today).await?;
    if may {
        Ok(())
    } else {
        Err(Error::invalid(vec![FieldError::new("credit_code", FieldCode::NoAuthority)]))
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
