//! Applications handed in, and those not finished.

use crate::cases::{self, CaseMaterial, CaseQuery, CaseView, EventView, Order};
use crate::{Result, Services, drafts};
use domain::case::Event;
use domain::permission::{Actor, Role};
use serde_json::{Value, json};
use uuid::Uuid;

/// Cases read at once.
const AT_ONCE: u64 = 200;

pub(super) async fn drafts(services: &Services, actor: &Actor) -> Result<Value> {
    let line = |draft: drafts::DraftView| {
        json!({
            "item": draft.item_id,
            "situation": draft.situation,
            "answers": draft.answers,
            "begun_at": draft.created_at,
            "saved_at": draft.updated_at,
        })
    };
    Ok(drafts::list(services, actor).await?.into_iter().map(line).collect())
}

/// Every case in which the person applied; those in which they acted for another are the other's.
pub(super) async fn cases(services: &Services, actor: &Actor, person: Uuid) -> Result<Value> {
    let mut all = Vec::new();
    for page in 1.. {
        let query = CaseQuery {
            person_id: Some(person),
            order: Order::Newest,
            per_page: AT_ONCE,
            page,
            ..CaseQuery::default()
        };
        let found = cases::list(services, actor, &query).await?;
        for row in &found.rows {
            all.push(case(&cases::get(services, actor, &row.case_no).await?));
        }
        if found.total <= page.saturating_mul(AT_ONCE) {
            break;
        }
    }
    Ok(Value::Array(all))
}

fn case(view: &CaseView) -> Value {
    let case = &view.case;
    json!({
        "case_no": view.case_no,
        "item": view.item_id,
        "item_name": view.item_name,
        "department": view.route.department,
        "status": case.status,
        "outcome": case.outcome,
        "channel": view.channel.as_str(),
        "submitted_at": view.submitted_at,
        "decided_on": case.decided_on,
        "closed_on": case.closed_on,
        "answers": view.answers,
        "materials": view.materials.iter().map(material).collect::<Vec<_>>(),
        "history": view.events.iter().filter(|one| is_told(one)).map(event).collect::<Vec<_>>(),
    })
}

fn material(one: &CaseMaterial) -> Value {
    json!({
        "name": one.name,
        "manner": one.manner.as_str(),
        "grade": one.grade,
        "file_name": one.upload.as_ref().map(|file| &file.file_name),
        "file": one.upload.as_ref().map(|file| format!("/uploads/{}", file.id)),
    })
}

/// In whose hands it went is the house's own matter, as on the applicant's page.
fn is_told(one: &EventView) -> bool {
    !matches!(one.event, Event::Taken { .. } | Event::Released | Event::Assigned { .. })
}

/// What is internal was left out before; staff go by their part.
fn event(one: &EventView) -> Value {
    json!({ "at": one.at, "by": one.actor_role.map(Role::as_str), "event": one.event })
}
