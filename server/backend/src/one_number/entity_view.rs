//! The whole organisation.

use domain::permission::Actor;
use uuid::Uuid;

use super::{ENTITLED, Expiring, expiring, held};
use crate::cases::{self, CaseRow};
use crate::certificates::Summary;
use crate::delegations::{self, Delegation};
use crate::eligibility::{self, Entitlement};
use crate::holder::Holder;
use crate::legal_entities::{self, EntityView};
use crate::{Result, Services};

/// All that the counter shows of an organisation.
#[derive(Clone, Debug)]
pub struct WholeEntity {
    /// Which.
    pub entity: EntityView,
    /// 经办人, newest first; those whose term is over too.
    pub agents: Vec<Delegation>,
    /// Certificates that no later version replaces, newest first.
    pub certificates: Vec<Summary>,
    /// What lapses.
    pub expiring: Vec<Expiring>,
    /// Cases in hand, newest first.
    pub open: Vec<CaseRow>,
    /// Cases finished, newest first.
    pub past: Vec<CaseRow>,
    /// What it may have, certain first.
    pub entitled: Vec<Entitlement>,
}

/// Everything of one organisation, its parts read side by side.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none; [`crate::Kind::Denied`] for those who see no cases.
pub async fn entity(services: &Services, actor: &Actor, id: Uuid) -> Result<WholeEntity> {
    let holder = Holder::Entity(id);
    let (entity, held, cases, agents, entitled) = tokio::try_join!(
        legal_entities::get(services, id),
        held(services, holder),
        cases::of_entity(services, actor, id),
        delegations::of_principal(services, holder),
        eligibility::entitled(&services.db.read, services, holder, ENTITLED),
    )?;
    let (open, past) = cases.into_iter().partition(|case| case.status.is_open());
    Ok(WholeEntity {
        expiring: expiring::expiring(services, &held, entity.kind).await?,
        certificates: held,
        entity,
        agents,
        open,
        past,
        entitled,
    })
}
