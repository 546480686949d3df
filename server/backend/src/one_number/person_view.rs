//! The whole person.

use chrono::NaiveDate;
use domain::item::Subject;
use domain::permission::Actor;
use uuid::Uuid;

use super::{ENTITLED, Expiring, expiring, held};
use crate::cases::{self, CaseRow};
use crate::certificates::Summary;
use crate::delegations::{self, Delegation};
use crate::drafts::{self, OnlineDraft};
use crate::eligibility::{self, Entitlement};
use crate::holder::Holder;
use crate::legal_entities::{self, EntityView};
use crate::persons::{self, Contact, PersonView};
use crate::{Result, Services, certificates};

/// The certificate that says with whom somebody is registered.
const REGISTER: &str = "EC_HUKOU";

/// 户: as the household register says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    /// 户主.
    pub householder: String,
    /// 与户主关系.
    pub relation: String,
}

/// All that the counter shows of a person.
#[derive(Clone, Debug)]
pub struct WholePerson {
    /// Who.
    pub person: PersonView,
    /// How to reach them.
    pub contact: Contact,
    /// When they died, if they did.
    pub died_on: Option<NaiveDate>,
    /// With whom they are registered, where the register is in the library.
    pub household: Option<Household>,
    /// Certificates that no later version replaces, newest first.
    pub certificates: Vec<Summary>,
    /// What lapses.
    pub expiring: Vec<Expiring>,
    /// Cases in hand, newest first.
    pub open: Vec<CaseRow>,
    /// Cases finished, newest first.
    pub past: Vec<CaseRow>,
    /// What they have begun online themselves.
    pub online: Vec<OnlineDraft>,
    /// Who may act for them.
    pub agents: Vec<Delegation>,
    /// For whom they may act.
    pub principals: Vec<Delegation>,
    /// Organisations they stand for by office.
    pub offices: Vec<EntityView>,
    /// What they may have, certain first.
    pub entitled: Vec<Entitlement>,
}

/// Everything of one person, its parts read side by side.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such person; [`crate::Kind::Denied`] for those who see
/// no cases.
pub async fn person(services: &Services, actor: &Actor, id: Uuid) -> Result<WholePerson> {
    let holder = Holder::Person(id);
    let db = &services.db.read;
    let (row, held, cases, online, agents, principals, offices, entitled) = tokio::try_join!(
        persons::row(db, id),
        held(services, holder),
        cases::of_person(services, actor, id),
        drafts::online(services, id),
        delegations::of_principal(services, holder),
        delegations::of_agent(services, id),
        legal_entities::of_person(services, id),
        eligibility::entitled(db, services, holder, ENTITLED),
    )?;
    let (open, past) = cases.into_iter().partition(|case| case.status.is_open());
    Ok(WholePerson {
        died_on: row.died_on,
        contact: persons::contact_of(&services.keys, &row)?,
        person: persons::view(&services.keys, row)?,
        household: household(services, &held).await?,
        expiring: expiring::expiring(services, &held, Subject::Person).await?,
        certificates: held,
        open,
        past,
        online,
        agents,
        principals,
        offices,
        entitled,
    })
}

/// The one certificate that is deciphered here: nothing else says it.
async fn household(services: &Services, held: &[Summary]) -> Result<Option<Household>> {
    let today = services.clock.today();
    let valid = |one: &&Summary| one.code == REGISTER && one.standing.fit(today).is_ok();
    let Some(register) = held.iter().find(valid) else { return Ok(None) };
    let opened = certificates::one(&services.db.read, &services.keys, register.id).await?;
    let field = |key: &str| opened.data.get(key).cloned().filter(|text| !text.trim().is_empty());
    Ok(field("householder")
        .map(|householder| Household { householder, relation: field("relation").unwrap_or_default() }))
}
