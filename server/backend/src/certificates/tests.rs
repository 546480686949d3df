//! The life of a certificate on both databases: operations, rights, races, verification, the register.

mod directory;
mod granting;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::certificate::{CertificateId, Operation, Status, Unfit};
use domain::field_error::FieldCode;
use domain::permission::{Actor, Role};
use entity::{access, audit, certificate, certificate_event};
use sea_orm::{EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::certificates::{self as library, Certificate, Occasion};
use crate::testing::{certificate as issued, citizen, hall, new_certificate, number, staff_of};
use crate::{Holder, Kind, Portal, both_databases};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn person(portal: &Portal) -> Uuid {
    citizen(portal, number(7), "林晓雨").await.person_id.unwrap()
}

/// A driving licence that is valid for long.
async fn licence(portal: &Portal, person: Uuid) -> Certificate {
    let term = (day("2024-01-05"), Some(day("2030-01-04")));
    let data = BTreeMap::from([("license_class".to_owned(), "C1".to_owned())]);
    issued(portal, new_certificate("EC_DRIVER", Holder::Person(person), term, data)).await
}

async fn reviewer_of(portal: &Portal, department: Option<Uuid>, head: bool) -> Actor {
    let hall = hall(portal).await;
    let account = staff_of(portal, Role::Reviewer, department.unwrap(), hall).await;
    Actor { head, ..account.actor() }
}

async fn did(portal: &Portal, actor: &Actor, operation: Operation, id: Uuid) -> crate::Result<Status> {
    let occasion = Occasion::now(portal, actor, "理由");
    let tx = portal.db.begin().await.unwrap();
    let done = library::operate(&tx, &occasion, operation, id).await;
    if done.is_ok() {
        tx.commit().await.unwrap();
    }
    done
}

async fn fit(portal: &Portal, identifier: &str) -> Result<(), Unfit> {
    library::verify(portal, None, identifier).await.unwrap().fit
}

both_databases! {
    async fn an_issued_certificate_has_an_identifier_that_is_right(portal: TestPortal) {
        let person = person(&portal).await;
        let one = licence(&portal, person).await;
        let id = CertificateId::parse(&one.identifier).unwrap();
        assert_eq!((id.kind(), id.version(), id.issuer()), ("11229900MB90000665005", 1, one.issuer_code.as_str()));
        assert!(id.serial() == one.serial && one.serial.starts_with("20240105"));
        assert_eq!(one.data["license_expire"], "2030-01-04", "the last day of its term is said in its data too");
        let row = certificate::Entity::find_by_id(one.id).one(&portal.db.read).await.unwrap().unwrap();
        assert!(!row.data_cipher.unwrap().contains("C1") && row.number_cipher.is_some());
        let held = library::held(&portal.db.read, &portal.keys, Holder::Person(person)).await.unwrap();
        assert_eq!((held.len(), &held[0].identifier, &held[0].data), (1, &one.identifier, &one.data));
    }

    async fn each_operation_writes_status_book_and_trail(portal: TestPortal) {
        let one = licence(&portal, person(&portal).await).await;
        let head = reviewer_of(&portal, one.department_id, true).await;
        for (operation, status, unfit) in [
            (Operation::Suspend, Status::Suspended, Err(Unfit::Status(Status::Suspended))),
            (Operation::Release, Status::Valid, Ok(())),
            (Operation::Revoke, Status::Revoked, Err(Unfit::Status(Status::Revoked))),
        ] {
            assert_eq!(did(&portal, &head, operation, one.id).await.unwrap(), status);
            assert_eq!(fit(&portal, &one.identifier).await, unfit);
        }
        let wrong = did(&portal, &head, Operation::Suspend, one.id).await.unwrap_err();
        assert!(matches!(wrong.kind(), Kind::Conflict), "{wrong:?}");
        let events = certificate_event::Entity::find().all(&portal.db.read).await.unwrap();
        let acts: Vec<&str> = events.iter().map(|event| event.act.as_str()).collect();
        assert_eq!(acts, ["issue", "suspend", "release", "revoke"]);
        assert!(events.iter().skip(1).all(|event| event.reason.as_deref() == Some("理由")));
        let trail = audit::Entity::find().filter(audit::COLUMN.action.eq("certificate_revoked"));
        assert_eq!(trail.all(&portal.db.read).await.unwrap().len(), 1);
        assert!(library::one(&portal.db.read, &portal.keys, one.id).await.unwrap().status_reason.is_some());
    }

    async fn withdrawn_and_cancelled_say_so(portal: TestPortal) {
        let person = person(&portal).await;
        for (operation, status) in
            [(Operation::Withdraw, Status::Withdrawn), (Operation::Cancel, Status::Cancelled)]
        {
            let one = licence(&portal, person).await;
            did(&portal, &Actor::portal(), operation, one.id).await.unwrap();
            assert_eq!(fit(&portal, &one.identifier).await, Err(Unfit::Status(status)));
        }
    }

    async fn only_who_issued_it_acts_and_says_why(portal: TestPortal) {
        let one = licence(&portal, person(&portal).await).await;
        let own = reviewer_of(&portal, one.department_id, false).await;
        let stranger = reviewer_of(&portal, Some(crate::testing::department(&portal).await), true).await;
        let clerk = Actor { role: Some(Role::Clerk), ..own.clone() };
        for (actor, operation) in
            [(&stranger, Operation::Cancel), (&own, Operation::Suspend), (&clerk, Operation::Cancel)]
        {
            let denied = did(&portal, actor, operation, one.id).await.unwrap_err();
            assert!(matches!(denied.kind(), Kind::Denied), "{denied:?}");
        }
        let tx = portal.db.begin().await.unwrap();
        let silent = Occasion::now(&portal, &own, " ");
        let missing = library::cancel(&tx, &silent, one.id).await.unwrap_err();
        let Kind::Invalid(errors) = missing.kind() else { panic!("{missing:?}") };
        assert_eq!((errors[0].field.as_str(), errors[0].code), ("reason", FieldCode::Missing));
        drop(tx);
        did(&portal, &own, Operation::Cancel, one.id).await.unwrap();
    }

    async fn a_new_version_replaces_the_one_before(portal: TestPortal) {
        let person = person(&portal).await;
        let one = licence(&portal, person).await;
        let own = reviewer_of(&portal, one.department_id, false).await;
        let occasion = Occasion::now(&portal, &own, "增驾");
        let data = BTreeMap::from([("license_class".to_owned(), "B2".to_owned())]);
        let tx = portal.db.begin().await.unwrap();
        let two = library::change(&tx, &portal.keys, &occasion, one.id, data.clone()).await.unwrap();
        let late = library::change(&tx, &portal.keys, &occasion, one.id, data).await.unwrap_err();
        assert!(matches!(late.kind(), Kind::Conflict), "the old version cannot be changed any more");
        tx.commit().await.unwrap();
        assert_eq!((two.version, &two.serial, &two.number), (2, &one.serial, &one.number));
        assert_eq!(two.data["license_class"], "B2");
        assert_eq!(two.standing.valid_until, one.standing.valid_until);
        assert_eq!(fit(&portal, &one.identifier).await, Err(Unfit::Superseded));
        assert_eq!(fit(&portal, &two.identifier).await, Ok(()));

        let term = (day("2026-02-13"), Some(day("2036-02-12")));
        let tx = portal.db.begin().await.unwrap();
        let three = library::renew(&tx, &portal.keys, &occasion, two.id, term, BTreeMap::new()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((three.version, three.data["license_expire"].as_str()), (3, "2036-02-12"));
        assert!(CertificateId::parse(&three.identifier).is_ok());
        let latest = library::summaries(&portal.db.read, Holder::Person(person)).await.unwrap();
        assert_eq!(latest.iter().filter(|one| !one.standing.superseded).count(), 1);
    }

    async fn of_two_at_once_one_wins(portal: TestPortal) {
        let one = licence(&portal, person(&portal).await).await;
        let head = reviewer_of(&portal, one.department_id, true).await;
        let both = [Operation::Revoke, Operation::Cancel].map(|operation| {
            let (portal, head, id) = (portal.portal.clone(), head.clone(), one.id);
            tokio::spawn(async move { did(&portal, &head, operation, id).await })
        });
        let mut won = 0;
        for attempt in both {
            match attempt.await.unwrap() {
                Ok(_) => won += 1,
                Err(error) => {
                    assert!(matches!(error.kind(), Kind::Conflict | Kind::Unavailable), "{error:?}");
                }
            }
        }
        assert_eq!(won, 1);
    }

    async fn verifying_tells_the_state_and_tells_the_holder(portal: TestPortal) {
        let person = person(&portal).await;
        let one = licence(&portal, person).await;
        let found = library::verify(&portal, None, &format!(" {} ", one.identifier)).await.unwrap();
        assert_eq!((found.holder_masked.as_str(), found.fit), ("林*雨", Ok(())));
        assert!(found.identifier.starts_with("1.2.156.3005.2."));
        let term = (day("2020-01-01"), Some(day("2025-12-31")));
        let over = new_certificate("EC_NURSE", Holder::Person(person), term, BTreeMap::new());
        assert_eq!(fit(&portal, &issued(&portal, over).await.identifier).await, Err(Unfit::Expired));

        let check = one.identifier.chars().last().unwrap();
        let other = if check == 'A' { 'B' } else { 'A' };
        let wrong = format!("{}{other}", &one.identifier[..one.identifier.len() - 1]);
        let refused = library::verify(&portal, None, &wrong).await.unwrap_err();
        let Kind::Invalid(errors) = refused.kind() else { panic!("{refused:?}") };
        assert_eq!((errors[0].field.as_str(), errors[0].code), ("identifier", FieldCode::Checksum));
        let id = CertificateId::parse(&one.identifier).unwrap();
        let unknown = CertificateId::compose(id.kind(), id.issuer(), "1", 1).unwrap().short();
        let nobody = library::verify(&portal, None, &unknown).await.unwrap_err();
        assert!(matches!(nobody.kind(), Kind::NotFound));
        let lines = access::Entity::find().filter(access::COLUMN.certificate_id.eq(one.id));
        let lines = lines.all(&portal.db.read).await.unwrap();
        assert_eq!((lines.len(), lines[0].act.as_str()), (1, "certificate_verified"));
    }

    async fn death_ends_what_nobody_can_hold_after_it(portal: TestPortal) {
        let person = person(&portal).await;
        let codes = ["EC_IDCARD", "EC_DRIVER", "EC_MARRIAGE", "EC_PROPERTY"];
        crate::testing::certificates(&portal, person, &codes).await;
        let actor = Actor::portal();
        let tx = portal.db.begin().await.unwrap();
        let occasion = Occasion::now(&portal, &actor, "持证人死亡");
        assert_eq!(library::end_with_holder(&tx, &occasion, person).await.unwrap(), 2);
        assert_eq!(library::end_with_holder(&tx, &occasion, person).await.unwrap(), 0, "once");
        tx.commit().await.unwrap();
        let left = library::summaries(&portal.db.read, Holder::Person(person)).await.unwrap();
        for one in left {
            let ended = ["EC_IDCARD", "EC_DRIVER"].contains(&one.code.as_str());
            assert_eq!(one.standing.status == Status::Cancelled, ended, "{}", one.code);
        }
    }
}
