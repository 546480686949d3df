//! Writes what was planned: the same rules and the same recording as every day, with the clock of
//! that day.

use domain::case::{Action, Case, Context, Filed, decide};
use domain::item::Channel;
use domain::permission::{Actor, Role};
use entity::case_file;
use sea_orm::{EntityTrait as _, QueryFilter as _};

use super::answers::answers;
use super::chance::Chance;
use super::plan::{Planned, Step};
use super::staff::{Cast, Resident};
use crate::cases::record::{self, Beside, Head, Moment};
use crate::cases::{case_of, dimensions, words};
use crate::catalogue::IntakeItem;
use crate::certificates::granted::Grant;
use crate::drafts::{Manner, MaterialAnswer};
use crate::intake::{self, Application, receipt_day};
use crate::{Error, Result, Services};

/// Writes one case; its number.
pub(super) async fn write(
    services: &Services,
    cast: &Cast,
    planned: &Planned,
    resident: &Resident,
    item: &IntakeItem,
    seed: u64,
) -> Result<String> {
    let mut chance = Chance::new(seed);
    let past = services.at(planned.at);
    let application = application(planned, resident, item, &past, &mut chance);
    let key = format!("demo-{seed}");
    let receipt = intake::submit(&past, &planned.submitter, application, &key).await?;
    follow(services, cast, &receipt.case_no, &planned.steps).await?;
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
        entity_id: None,
        answers: answers(&item.form, &resident.person, past.clock.today(), chance),
        materials: materials(item, planned.channel),
        channel: planned.channel,
        counter: planned.counter,
        consented: true,
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
    own.map(|material| MaterialAnswer::new(material.id, manner, Vec::new())).collect()
}

/// All steps of a case in one transaction: each decided by the rules on what the one before left.
async fn follow(services: &Services, cast: &Cast, case_no: &str, steps: &[Step]) -> Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    let tx = services.db.begin().await?;
    let row = case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(case_no)).one(&tx).await?;
    let row = row.ok_or_else(Error::not_found)?;
    let process = services.catalogue.process(&row.item_id, row.item_version).await?;
    let mut case = case_of(&row, process, None)?;
    let item = services.catalogue.intake_item(&row.item_id, None).await?;
    let grant = Some(Grant::of(&services.keys, &row, &item));
    let head = Head { case_id: row.id, case_no, dimensions: dimensions(&row)?, grant };
    for step in steps {
        for step in prepared(&case, step, cast) {
            case = act(&tx, services, &head, case, &step).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// A step as it is done here: by who has the case in hand, and a decision after every opinion.
fn prepared(case: &Case, step: &Step, cast: &Cast) -> Vec<Step> {
    let held = case.assignee.as_ref().filter(|_| step.actor.is(Role::Reviewer));
    let Some(holder) = held else { return with_opinions(case, step.clone(), cast) };
    if matches!(step.action, Action::Take) {
        return Vec::new();
    }
    let actor = Actor { account: Some(holder.account), name: holder.name.clone(), ..step.actor.clone() };
    with_opinions(case, Step { actor, ..step.clone() }, cast)
}

fn with_opinions(case: &Case, step: Step, cast: &Cast) -> Vec<Step> {
    if !matches!(step.action, Action::Decide { .. }) {
        return vec![step];
    }
    let mut steps = Vec::new();
    for spec in &case.process.steps {
        let departments = spec.places.iter().map(|place| place.department(case.department));
        let opinions = departments.filter_map(|department| {
            let actor = cast.reviewer_of(department)?;
            Some(Step { actor, at: step.at, action: opinion(&spec.key) })
        });
        steps.extend(opinions);
    }
    steps.push(step);
    steps
}

fn opinion(step: &str) -> Action {
    Action::GiveOpinion {
        step: step.to_owned(),
        agrees: true,
        opinion: "经审查，符合条件，同意。".to_owned(),
        second: "李同行".to_owned(),
    }
}

async fn act(
    tx: &impl sea_orm::ConnectionTrait,
    services: &Services,
    head: &Head<'_>,
    case: Case,
    step: &Step,
) -> Result<Case> {
    let past = services.at(step.at);
    let calendar = past.reference.calendar();
    let today = past.clock.today();
    let receipt_day = receipt_day(&past, false);
    let file = Filed::COMPLETE;
    let context = Context { actor: &step.actor, today, receipt_day, calendar: &calendar, file };
    let events = words::sealed(&services.keys, head.case_id, decide(&case, step.action.clone(), &context)?)?;
    let watch = services.watch.rules();
    let moment = Moment { actor: &step.actor, at: step.at, today, calendar: &calendar, watch: &watch };
    record::append(tx, head, &case, &events, Beside::default(), &moment).await
}
