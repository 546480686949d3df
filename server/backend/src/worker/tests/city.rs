//! The city in which it happens: items with every kind of process, and the people of three departments.

use crate::accounts::Account;
use crate::testing::{citizen, department, hall, services, staff, staff_of};
use crate::{Portal, Services};
use chrono::NaiveDate;
use domain::case::{Assignee, Limits};
use domain::deadline::{Limit, Unit};
use domain::permission::{Actor, Role};
use domain::process::{Assignment, CorrectionClock, Place, Process, StepKind, StepSpec};
use domain::resident_id::ResidentId;
use entity::{account, department as departments, item, item_version};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

/// With steps one after another; by rule; 补正 pauses and least load; in months; on a promise and 容缺;
/// on the spot; with departments together.
pub(super) const ITEMS: [&str; 7] = ["MZ-001", "MZ-002", "MZ-003", "MZ-005", "MZ-007", "MZ-009", "MZ-010"];

pub(super) struct City {
    pub services: Services,
    pub clerk: Actor,
    pub citizens: Vec<Account>,
    /// Everybody in the three departments; the heads too.
    pub reviewers: Vec<Actor>,
    pub colleagues: Vec<Assignee>,
    pub admin: Actor,
}

impl City {
    pub async fn new(portal: &Portal) -> Self {
        let services = services(portal, &ITEMS).await;
        let fire = department(portal).await;
        let health = department(portal).await;
        for id in ITEMS {
            handle(&services, id, fire, health).await;
        }
        services.catalogue.reload().await.unwrap();
        let own = departments::Entity::find().filter(departments::COLUMN.key.eq("MZ"));
        let own = own.one(&services.db.read).await.unwrap().unwrap().id;
        let mut reviewers = Vec::new();
        for (place, many) in [(own, 4), (fire, 2), (health, 2)] {
            for n in 0..many {
                reviewers.push(reviewer(portal, place, n == 0).await);
            }
        }
        let mine = reviewers.iter().filter(|actor| actor.department == Some(own));
        let colleagues = mine.map(assignee).collect();
        let mut citizens = Vec::new();
        for n in 0..12 {
            citizens.push(resident(portal, n).await);
        }
        let clerk = staff(portal, Role::Clerk).await.actor();
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        Self { services, clerk, citizens, reviewers, colleagues, admin }
    }
}

fn assignee(actor: &Actor) -> Assignee {
    Assignee { account: actor.account.unwrap(), name: actor.name.clone() }
}

async fn reviewer(portal: &Portal, department: Uuid, head: bool) -> Actor {
    let account = staff_of(portal, Role::Reviewer, department, hall(portal).await).await;
    let row = account::ActiveModel { id: Set(account.id), head: Set(head), ..Default::default() };
    account::Entity::update(row).exec(&portal.db.write).await.unwrap();
    Actor { head, ..account.actor() }
}

/// Every third is old enough for what is granted by rule.
async fn resident(portal: &Portal, n: u16) -> Account {
    let birth = NaiveDate::from_ymd_opt(if n.is_multiple_of(3) { 1950 } else { 1985 }, 5, 6).unwrap();
    citizen(portal, ResidentId::compose("229902", birth, 100 + n).unwrap(), "王秀英").await
}

async fn handle(services: &Services, id: &str, fire: Uuid, health: Uuid) {
    let (limits, process) = handling(id, fire, health);
    let text = |unit: Unit| unit.as_str().to_owned();
    let row = item::ActiveModel {
        id: Set(id.to_owned()),
        legal_value: Set(limits.statutory.map(|limit| limit.value.into())),
        legal_unit: Set(limits.statutory.map(|limit| text(limit.unit))),
        promise_value: Set(limits.promised.map(|limit| limit.value.into())),
        promise_unit: Set(limits.promised.map(|limit| text(limit.unit))),
        ..Default::default()
    };
    item::Entity::update(row).exec(&services.db.write).await.unwrap();
    let row = item_version::ActiveModel {
        item_id: Set(id.to_owned()),
        version: Set(1),
        limits: Set(serde_json::to_value(limits).unwrap()),
        process: Set(serde_json::to_value(process).unwrap()),
        ..Default::default()
    };
    item_version::Entity::update(row).exec(&services.db.write).await.unwrap();
}

fn step(key: &str, kind: StepKind, places: &[Uuid], after: &[&str], limit: Option<u16>) -> StepSpec {
    StepSpec {
        key: key.to_owned(),
        name: key.to_owned(),
        name_en: None,
        kind,
        places: places.iter().map(|&id| Place::Department(id)).collect(),
        after: after.iter().map(|&key| key.to_owned()).collect(),
        limit,
    }
}

fn limits(promised: u16, statutory: u16, unit: Unit) -> Limits {
    let limit = |value| Some(Limit { value, unit }).filter(|_| value > 0);
    Limits { promised: limit(promised), statutory: limit(statutory) }
}

/// How an item is handled here.
fn handling(id: &str, fire: Uuid, health: Uuid) -> (Limits, Process) {
    use StepKind::{Joint, Review, Site};
    let base = Process::default();
    match id {
        "MZ-001" => {
            let steps =
                vec![step("a", Review, &[fire], &[], Some(2)), step("b", Site, &[health], &["a"], Some(3))];
            (limits(10, 20, Unit::Workday), Process { steps, certificate: true, ..base })
        }
        "MZ-002" => {
            let rule = r#"{"field":"person.age","op":"ge","value":60}"#;
            let automatic = Some(serde_json::from_str(rule).unwrap());
            (limits(5, 0, Unit::Workday), Process { automatic, certificate: true, ..base })
        }
        "MZ-003" => {
            let (correction, assignment) = (CorrectionClock::Pause, Assignment::LeastLoad);
            (limits(8, 15, Unit::Day), Process { correction, assignment, reply: 10, ..base })
        }
        "MZ-005" => (limits(0, 1, Unit::Month), Process { extension: 15, ..base }),
        "MZ-007" => {
            let (deferral, commitment) = (Some(4), Some(10));
            (limits(6, 12, Unit::Workday), Process { deferral, commitment, ..base })
        }
        "MZ-009" => (Limits { promised: Some(Limit::IMMEDIATE), statutory: None }, base),
        _ => {
            let both = [fire, health];
            let steps = vec![step("j", Joint, &both, &[], Some(3)), step("s", Review, &[fire], &["j"], None)];
            (limits(7, 7, Unit::Workday), Process { steps, extension: 5, ..base })
        }
    }
}
