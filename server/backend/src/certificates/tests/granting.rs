//! What decisions make of certificates.

use super::*;
use crate::cases::record::Moment;
use crate::certificates::granted::{Form, Grant, follow};
use crate::intake::{self, Application};
use crate::testing::services;
use crate::{Services, accounts::Account};
use domain::case::{Case, Event, Outcome};
use domain::intake::Answers;
use domain::item::Channel;
use entity::{case_file, department};

struct Granting {
    services: Services,
    citizen: Account,
    case_id: Uuid,
    case: Case,
}

impl Granting {
    /// A case of its department, to be decided.
    async fn new(portal: &Portal) -> Self {
        let services = services(portal, &["MZ-001", "GA-009"]).await;
        let citizen = citizen(portal, number(7), "林晓雨").await;
        let application = Application {
            item_id: "MZ-001".to_owned(),
            situation: None,
            person_id: citizen.person_id.unwrap(),
            agent_person_id: None,
            entity_id: None,
            answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
            materials: Vec::new(),
            channel: Channel::Online,
            counter: None,
            consented: true,
            person_wanted: false,
        };
        let receipt = intake::submit(&services, &citizen.actor(), application, "k").await.unwrap();
        let found = case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(&receipt.case_no));
        let row = found.one(&services.db.read).await.unwrap().unwrap();
        let process = services.catalogue.process(&row.item_id, row.item_version).await.unwrap();
        let case = crate::cases::case_of(&row, process, None).unwrap();
        Self { case_id: row.id, services, citizen, case }
    }

    async fn follow(&self, code: &str, situation: &str, events: &[Event]) {
        let (actor, calendar) = (Actor::portal(), self.services.reference.calendar());
        let (at, today) = (self.services.clock.now(), self.services.clock.today());
        let moment = Moment { actor: &actor, at, today, calendar: &calendar, watch: &[] };
        let answers = Answers::from([("license_class".to_owned(), "C2".to_owned())]);
        let grant = Grant {
            keys: &self.services.keys,
            code: Some(code),
            situation: Some(situation),
            entity: None,
            form: Form::Open(&answers),
        };
        let tx = self.services.db.begin().await.unwrap();
        follow(&tx, Some(&grant), self.case_id, &self.case, events, &moment).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn held(&self) -> Vec<Certificate> {
        let holder = Holder::Person(self.citizen.person_id.unwrap());
        library::held(&self.services.db.read, &self.services.keys, holder).await.unwrap()
    }
}

fn decided(outcome: Outcome) -> Event {
    let reason = "符合条件".to_owned();
    Event::Decided { outcome, reason, day: day("2026-02-13"), handling_days: 1, automatic: false }
}

fn voided() -> Event {
    Event::Voided { reason: "录错".to_owned(), day: day("2026-02-13") }
}

both_databases! {
    async fn granting_issues_and_voiding_withdraws(portal: TestPortal) {
        let granting = Granting::new(&portal).await;
        granting.follow("EC_DRIVER", "01", &[decided(Outcome::Refused)]).await;
        assert!(granting.held().await.is_empty(), "nothing comes of a refusal");
        granting.follow("EC_DRIVER", "01", &[decided(Outcome::Granted)]).await;
        let held = granting.held().await;
        assert_eq!((held.len(), held[0].case_id), (1, Some(granting.case_id)));
        assert_eq!(held[0].number.as_deref(), Some(number(7).reveal()));
        assert_eq!(held[0].data["license_class"], "C2");
        assert_eq!(held[0].standing.valid_until, Some(day("2032-02-12")));
        let own = library::of_case(&portal.db.read, granting.case_id).await.unwrap();
        assert_eq!(own.len(), 1);
        granting.follow("EC_DRIVER", "01", &[voided()]).await;
        assert_eq!(granting.held().await[0].standing.status, Status::Withdrawn);
    }

    async fn granting_a_renewal_makes_a_version_that_voiding_takes_back(portal: TestPortal) {
        let granting = Granting::new(&portal).await;
        let old = licence(&portal, granting.citizen.person_id.unwrap()).await;
        granting.follow("EC_DRIVER", "03", &[decided(Outcome::Granted)]).await;
        let held = granting.held().await;
        let new = held.iter().find(|one| one.version == 2).unwrap();
        assert_eq!((held.len(), &new.serial), (2, &old.serial));
        assert_eq!(new.standing.valid_from, day("2026-02-13"));
        assert_eq!(new.standing.valid_until, Some(day("2036-01-04")), "the new term follows upon the old one");
        assert_eq!(fit(&portal, &old.identifier).await, Err(Unfit::Superseded));
        granting.follow("EC_DRIVER", "03", &[voided()]).await;
        assert_eq!(fit(&portal, &new.identifier).await, Err(Unfit::Status(Status::Withdrawn)));
        assert_eq!(fit(&portal, &old.identifier).await, Ok(()), "what it had replaced stands again");
    }

    async fn a_change_keeps_the_term_and_an_end_cancels(portal: TestPortal) {
        let granting = Granting::new(&portal).await;
        let old = licence(&portal, granting.citizen.person_id.unwrap()).await;
        granting.follow("EC_DRIVER", "02", &[decided(Outcome::Granted)]).await;
        let held = granting.held().await;
        let new = held.iter().find(|one| one.version == 2).unwrap();
        assert_eq!(new.standing.valid_until, old.standing.valid_until);
        assert_eq!(new.data["license_class"], "C2");
        granting.follow("EC_DRIVER", "05", &[decided(Outcome::Granted)]).await;
        assert_eq!(fit(&portal, &new.identifier).await, Err(Unfit::Status(Status::Cancelled)));
    }

    async fn what_is_suspended_is_not_replaced(portal: TestPortal) {
        let granting = Granting::new(&portal).await;
        let old = licence(&portal, granting.citizen.person_id.unwrap()).await;
        did(&portal, &Actor::portal(), Operation::Suspend, old.id).await.unwrap();
        granting.follow("EC_DRIVER", "03", &[decided(Outcome::Granted)]).await;
        assert_eq!(granting.held().await.len(), 1);
    }

    async fn another_of_its_kind_can_be_held_beside(portal: TestPortal) {
        let granting = Granting::new(&portal).await;
        for _ in 0..2 {
            granting.follow("EC_NOCRIME", "01", &[decided(Outcome::Granted)]).await;
        }
        let held = granting.held().await;
        assert!(held.len() == 2 && held.iter().all(|one| one.standing.fit(day("2026-02-13")).is_ok()));
        assert_ne!(held[0].serial, held[1].serial);
        let body = department::Entity::find_by_id(granting.case.department).one(&portal.db.read).await;
        assert_eq!(held[0].issuer, body.unwrap().unwrap().name, "who decided has issued it");
    }
}
