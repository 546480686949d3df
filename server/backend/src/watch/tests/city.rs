//! A small city with a department, its head, and supervision.

use crate::accounts::Account;
use crate::cases::{self, CaseView};
use crate::intake::{self, Application};
use crate::testing::{hall, services, staff, staff_of};
use crate::watch::{self, Alert, AlertQuery};
use crate::{Clock, Portal, Services};
use chrono::NaiveDate;
use domain::case::Action;
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use entity::department;
use sea_orm::{EntityTrait as _, QueryFilter as _};

pub(super) const ITEM: &str = "MZ-001";

pub(super) struct City {
    pub services: Services,
    pub citizen: Account,
    pub reviewer: Actor,
    pub head: Actor,
    pub supervisor: Actor,
}

impl City {
    pub async fn new(portal: &Portal) -> Self {
        let services = services(portal, &[ITEM, "RS-001"]).await;
        let birth = NaiveDate::from_ymd_opt(1980, 5, 6).unwrap();
        let number = ResidentId::compose("229902", birth, 101).unwrap();
        let citizen = crate::testing::citizen(portal, number, "王秀英").await;
        crate::testing::papers(portal, citizen.person_id.unwrap()).await;
        let supervisor = staff(portal, Role::Supervisor).await.actor();
        let reviewer = reviewer(&services, "MZ").await;
        let head = Actor { head: true, ..reviewer.clone() };
        Self { services, citizen, reviewer, head, supervisor }
    }

    /// The same city on another day, at ten in the morning.
    pub fn on(&self, day: &str) -> Self {
        let moment = format!("{day}T10:00:00+08:00").parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let (citizen, reviewer) = (self.citizen.clone(), self.reviewer.clone());
        let (head, supervisor) = (self.head.clone(), self.supervisor.clone());
        Self { services: self.services.at(moment), citizen, reviewer, head, supervisor }
    }

    pub async fn submitted(&self, key: &str) -> String {
        let application = Application {
            item_id: ITEM.to_owned(),
            situation: None,
            person_id: self.citizen.person_id.unwrap(),
            agent_person_id: None,
            entity_id: None,
            answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
            materials: Vec::new(),
            channel: Channel::Online,
            counter: None,
            consented: true,
            person_wanted: false,
        };
        let receipt = intake::submit(&self.services, &self.citizen.actor(), application, key).await;
        receipt.unwrap().case_no
    }

    pub async fn act(&self, case_no: &str, action: Action) -> CaseView {
        self.act_as(&self.reviewer, case_no, action).await
    }

    pub async fn act_as(&self, actor: &Actor, case_no: &str, action: Action) -> CaseView {
        let version = cases::get(&self.services, actor, case_no).await.unwrap().case.version;
        cases::act(&self.services, actor, case_no, version, action.into()).await.unwrap()
    }

    /// Taken and accepted.
    pub async fn accepted(&self, key: &str) -> String {
        let case_no = self.submitted(key).await;
        self.act(&case_no, Action::Take).await;
        self.act(&case_no, Action::Accept).await;
        case_no
    }

    pub async fn alerts(&self) -> Vec<Alert> {
        let query = AlertQuery { per_page: 200, ..AlertQuery::default() };
        watch::alerts(&self.services, &self.supervisor, &query).await.unwrap().rows
    }

    /// The keys of the rules of all alerts, sorted.
    pub async fn found(&self) -> Vec<String> {
        let mut rules: Vec<String> = self.alerts().await.into_iter().map(|alert| alert.rule).collect();
        rules.sort();
        rules
    }
}

async fn reviewer(services: &Services, key: &str) -> Actor {
    let found = department::Entity::find().filter(department::COLUMN.key.eq(key));
    let row = found.one(&services.db.read).await.unwrap().unwrap();
    staff_of(services, Role::Reviewer, row.id, hall(services).await).await.actor()
}

/// Another server on the same database, on a day.
pub(super) async fn another(portal: &crate::testing::TestPortal, day: &str) -> Services {
    let moment = format!("{day}T10:00:00+08:00").parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let portal = Portal { clock: Clock::fixed_at(moment), ..portal.another().await };
    Services::load(portal).await.unwrap()
}
