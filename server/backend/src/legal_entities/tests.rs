use domain::credit_code::CreditCode;
use domain::field_error::{FieldCode, FieldError};
use domain::item::Subject;
use domain::permission::{Actor, Role};

use super::*;
use crate::testing::{self, TestPortal, number};
use crate::{Kind, both_databases, deaths};
use uuid::Uuid;

fn code() -> CreditCode {
    CreditCode::compose("91", "229902", "MA0PQR01").unwrap()
}

fn clerk() -> Actor {
    Actor { role: Some(Role::Clerk), ..Actor::portal() }
}

fn noodles(legal: Option<Uuid>) -> NewEntity {
    NewEntity {
        code: code(),
        name: " 老槐树面馆 ".into(),
        kind: Subject::Company,
        status: EntityStatus::Active,
        established_on: None,
        division: Some("229902".into()),
        address: None,
        legal_person_id: legal,
        administrator_id: None,
    }
}

async fn person(portal: &TestPortal, n: u16, name: &str) -> (Uuid, Actor) {
    let account = testing::citizen(portal, number(n), name).await;
    (account.person_id.unwrap(), account.actor())
}

both_databases! {
    async fn an_organisation_is_found_by_its_code(portal: TestPortal) {
        let (legal, _) = person(&portal, 1, "李小明").await;
        assert!(find(&portal, &code()).await.unwrap().is_none());
        let id = record(&portal.db.write, &portal, &clerk(), noodles(Some(legal))).await.unwrap();
        let found = find(&portal, &code()).await.unwrap().unwrap();
        assert_eq!((found.id, found.name.as_str(), found.kind), (id, "老槐树面馆", Subject::Company));
        assert_eq!(found.legal_person.as_ref().map(|one| one.name.as_str()), Some("李小明"));
        assert!(found.is_stood_for_by(legal) && !found.is_stood_for_by(Uuid::now_v7()));
        assert_eq!(get(&portal, id).await.unwrap(), found);
        assert_eq!(of_person(&portal, legal).await.unwrap(), [found]);
        let again = record(&portal.db.write, &portal, &clerk(), noodles(None)).await.unwrap_err();
        assert!(matches!(again.kind(), Kind::Conflict));
    }

    async fn what_is_wrong_is_told_and_only_clerks_record(portal: TestPortal) {
        let wrong = NewEntity { name: " ".into(), kind: Subject::Person, ..noodles(None) };
        let error = record(&portal.db.write, &portal, &clerk(), wrong).await.unwrap_err();
        let Kind::Invalid(errors) = error.kind() else { panic!("{error:?}") };
        assert!(errors.contains(&FieldError::new("name", FieldCode::Missing)));
        assert!(errors.contains(&FieldError::new("kind", FieldCode::Choice)));
        let (_, citizen) = person(&portal, 1, "李小明").await;
        let error = record(&portal.db.write, &portal, &citizen, noodles(None)).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Denied));
    }

    async fn the_legal_representative_names_an_administrator_who_lives(portal: TestPortal) {
        let (legal, chief) = person(&portal, 1, "李小明").await;
        let (other, stranger) = person(&portal, 2, "王芳").await;
        let id = record(&portal.db.write, &portal, &clerk(), noodles(Some(legal))).await.unwrap();
        let error = name_administrator(&portal, &stranger, id, other).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Denied));
        name_administrator(&portal, &chief, id, other).await.unwrap();
        assert!(get(&portal, id).await.unwrap().is_stood_for_by(other));
        let today = portal.clock.today();
        deaths::record(&portal.db.write, &portal, &Actor::portal(), other, today).await.unwrap();
        let error = name_administrator(&portal, &chief, id, other).await.unwrap_err();
        let dead = FieldError::new("administrator", FieldCode::Died { on: today });
        assert!(matches!(error.kind(), Kind::Invalid(errors) if errors == &[dead]));
    }
}
