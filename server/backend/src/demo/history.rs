//! Writes what was planned: the same rules and the same recording as every day, with the clock of
//! that day.

use chrono::{DateTime, Utc};
use domain::case::{Case, Context, Filed, decide};
use domain::item::Channel;
use entity::case_file;
use sea_orm::{EntityTrait as _, QueryFilter as _};

use super::answers::answers;
use super::chance::Chance;
use super::plan::{Planned, Step};
use super::staff::Resident;
use crate::cases::record::{self, Beside, Head, Moment};
use crate::cases::{case_of, dimensions, words};
use crate::catalogue::IntakeItem;
use crate::drafts::{Manner, MaterialAnswer};
use crate::intake::{self, Application, receipt_day};
use crate::{Clock, Error, Portal, Result, Services};

/// The portal as it was at a moment.
pub(super) fn then(services: &Services, at: DateTime<Utc>) -> Services {
    let portal = Portal { clock: Clock::fixed_at(at), ..services.portal.clone() };
    Services { portal, ..services.clone() }
}

/// Writes one case; its number.
pub(super) async fn write(
    services: &Services,
    planned: &Planned,
    resident: &Resident,
    item: &IntakeItem,
    seed: u64,
) -> Result<String> {
    let mut chance = Chance::new(seed);
    let past = then(services, planned.at);
    let application = application(planned, resident, item, &past, &mut chance);
    let key = format!("demo-{seed}");
    let receipt = intake::submit(&past, &planned.submitter, application, &key).await?;
    follow(services, &receipt.case_no, &planned.steps).await?;
    Ok(receipt.case_no)
}

fn application(
    planned: &Planned,
    resident: &Resident,
    item: &IntakeItem,
    past: &Services,
    chance: &mut Chance,
) -> Application {
    let situation = chance.pick(&item.situations).filter(|_| item.situations.len() > 1);
    Application {
        item_id: item.id.clone(),
        situation: situation.map(|situation| situation.code.clone()),
        person_id: resident.id,
        agent_person_id: None,
        answers: answers(&item.form, &resident.person, past.clock.today(), chance),
        materials: materials(item, planned.channel),
        channel: planned.channel,
        counter: planned.counter,
        // What staff are to do would be done by rule already.
        person_wanted: item.process.automatic.is_some()
            && planned.steps.iter().any(|step| step.actor.role.is_some()),
    }
}

/// What nobody can fetch is shown at the counter, and declared elsewhere.
fn materials(item: &IntakeItem, channel: Channel) -> Vec<MaterialAnswer> {
    let own = item
        .materials
        .iter()
        .filter(|m| m.required && m.certificate_code.is_none() && m.data_share.is_none());
    let manner = if channel == Channel::Window { Manner::Paper } else { Manner::Commitment };
    own.map(|material| MaterialAnswer { material_id: material.id, manner, uploads: Vec::new() }).collect()
}

/// All steps of a case in one transaction: each decided by the rules on what the one before left.
async fn follow(services: &Services, case_no: &str, steps: &[Step]) -> Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    let tx = services.db.begin().await?;
    let row = case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(case_no)).one(&tx).await?;
    let row = row.ok_or_else(Error::not_found)?;
    let process = services.catalogue.process(&row.item_id, row.item_version).await?;
    let mut case = case_of(&row, process, None)?;
    for step in steps {
        let head = Head { case_id: row.id, case_no, dimensions: dimensions(&row)? };
        case = act(&tx, services, &head, case, step).await?;
    }
    Ok(tx.commit().await?)
}

async fn act(
    tx: &impl sea_orm::ConnectionTrait,
    services: &Services,
    head: &Head<'_>,
    case: Case,
    step: &Step,
) -> Result<Case> {
    let past = then(services, step.at);
    let calendar = past.reference.calendar();
    let today = past.clock.today();
    let receipt_day = receipt_day(&past, false);
    let file = Filed::COMPLETE;
    let context = Context { actor: &step.actor, today, receipt_day, calendar: &calendar, file };
    let events = words::sealed(&services.keys, decide(&case, step.action.clone(), &context)?)?;
    let moment = Moment { actor: &step.actor, at: step.at, today, calendar: &calendar };
    record::append(tx, head, &case, &events, Beside::default(), &moment).await
}
