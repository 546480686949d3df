//! A small city whose every case is listed.

use crate::Services;
use crate::testing::{citizen, hall, number, services};
use chrono::{DateTime, NaiveDate, Utc};
use entity::{access, case_event, case_file, case_material, implementation, item, material, window};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _};
use serde_json::json;
use uuid::Uuid;

/// A case as it is listed.
pub(super) struct Listed {
    pub no: u8,
    pub item: &'static str,
    /// A channel, or `general` and `special` for a window.
    pub by: &'static str,
    pub submitted: &'static str,
    pub accepted: &'static str,
    pub decided: &'static str,
    pub promised: &'static str,
    pub status: &'static str,
    pub days: Option<i32>,
    pub corrections: i32,
    /// Required materials: fetched, and brought on paper.
    pub materials: (usize, usize),
    pub event: &'static str,
}

pub(super) struct House {
    pub services: Services,
    person: Uuid,
    windows: [Uuid; 2],
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// Ten in the morning, in the city.
fn at(text: &str) -> DateTime<Utc> {
    format!("{text}T02:00:00Z").parse().unwrap()
}

impl House {
    pub async fn new(portal: &crate::Portal, cases: &[Listed]) -> Self {
        let services = services(portal, &["MZ-001", "GA-008"]).await;
        let person = citizen(portal, number(7), "王秀英").await.person_id.unwrap();
        let hall_id = hall(portal).await;
        let windows = [Uuid::now_v7(), Uuid::now_v7()];
        for (id, kind) in windows.into_iter().zip(["general", "special"]) {
            let row = window::ActiveModel {
                id: Set(id),
                hall_id: Set(hall_id),
                number: Set(kind.to_owned()),
                name: Set(kind.to_owned()),
                kind: Set(kind.to_owned()),
                active: Set(true),
            };
            window::Entity::insert(row).exec_without_returning(&portal.db.write).await.unwrap();
        }
        let house = Self { services, person, windows };
        for case in cases {
            house.write(case).await;
        }
        house
    }

    async fn write(&self, case: &Listed) {
        let db = &self.services.db.write;
        let item = item::Entity::find_by_id(case.item).one(db).await.unwrap().unwrap();
        let code = implementation::Entity::find().filter(implementation::COLUMN.item_id.eq(case.item));
        let implementation = code.one(db).await.unwrap().unwrap();
        let window_id = match case.by {
            "general" => Some(self.windows[0]),
            "special" => Some(self.windows[1]),
            _ => None,
        };
        let id = Uuid::now_v7();
        let statutory = item.legal_value.map(|value| json!({ "value": value, "unit": item.legal_unit }));
        let promised = json!({ "value": item.promise_value, "unit": item.promise_unit });
        let closed = day(case.decided).filter(|_| case.status == "closed");
        let row = case_file::ActiveModel {
            id: Set(id),
            case_no: Set(format!("{}-{}", case.item, case.no)),
            query_code_cipher: Set(String::new()),
            query_code_hash: Set(case.no.to_string()),
            item_id: Set(case.item.to_owned()),
            implementation_code: Set(implementation.code),
            department_id: Set(item.department_id),
            division_code: Set("229902001".to_owned()),
            route_reason: Set(String::new()),
            person_id: Set(self.person),
            kind: Set("promise".to_owned()),
            limits: Set(json!({ "statutory": statutory, "promised": promised })),
            status: Set(case.status.to_owned()),
            version: Set(1),
            channel: Set(if window_id.is_some() { "window" } else { case.by }.to_owned()),
            window_id: Set(window_id),
            form_cipher: Set(String::new()),
            submitted_at: Set(at(case.submitted)),
            accepted_on: Set(day(case.accepted)),
            promised_due: Set(day(case.promised)),
            corrections: Set(case.corrections),
            closed_on: Set(closed),
            decided_on: Set(day(case.decided)),
            outcome: Set(day(case.decided).map(|_| "granted".to_owned())),
            handling_days: Set(case.days),
            item_version: Set(item.process_version),
            work: Set(if case.event == "committed" { json!({ "committed": true }) } else { json!({}) }),
            created_at: Set(at(case.submitted)),
            updated_at: Set(at(case.submitted)),
            ..Default::default()
        };
        case_file::Entity::insert(row).exec_without_returning(db).await.unwrap();
        self.materials(id, case).await;
        if !case.event.is_empty() && case.event != "committed" {
            self.event(id, case).await;
        }
    }

    /// The first of the item's required materials are fetched, the others brought on paper. Each that
    /// is fetched is a call in the ledger.
    async fn materials(&self, case_id: Uuid, case: &Listed) {
        let db = &self.services.db.write;
        let required = material::Entity::find().filter(material::COLUMN.item_id.eq(case.item));
        let required = required.filter(material::COLUMN.required.eq(true)).all(db).await.unwrap();
        let (fetched, paper) = case.materials;
        for (at_place, one) in required.into_iter().take(fetched + paper).enumerate() {
            let is_fetched = at_place < fetched;
            let row = case_material::ActiveModel {
                id: Set(Uuid::now_v7()),
                case_id: Set(case_id),
                material_id: Set(Some(one.id)),
                name: Set(one.name),
                manner: Set(if is_fetched { "share" } else { "paper" }.to_owned()),
                source: Set(is_fetched.then(|| "示范".to_owned())),
                required: Set(true),
                ..Default::default()
            };
            case_material::Entity::insert(row).exec_without_returning(db).await.unwrap();
            if is_fetched {
                self.call(case_id, case).await;
            }
        }
    }

    async fn call(&self, case_id: Uuid, case: &Listed) {
        let row = access::ActiveModel {
            id: Set(Uuid::now_v7()),
            person_id: Set(Some(self.person)),
            at: Set(at(case.submitted)),
            actor_name: Set(String::new()),
            actor_role: Set("system".to_owned()),
            act: Set("certificate_used".to_owned()),
            what: Set("EC_IDCARD".to_owned()),
            case_id: Set(Some(case_id)),
            reason: Set(String::new()),
            ..Default::default()
        };
        access::Entity::insert(row).exec_without_returning(&self.services.db.write).await.unwrap();
    }

    async fn event(&self, case_id: Uuid, case: &Listed) {
        let row = case_event::ActiveModel {
            id: Set(Uuid::now_v7()),
            case_id: Set(case_id),
            seq: Set(1),
            kind: Set(case.event.to_owned()),
            payload: Set(json!({ "kind": case.event })),
            actor_name: Set(String::new()),
            actor_role: Set("system".to_owned()),
            at: Set(at(case.submitted)),
            ..Default::default()
        };
        case_event::Entity::insert(row).exec_without_returning(&self.services.db.write).await.unwrap();
    }
}
