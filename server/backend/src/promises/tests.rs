//! A mark stands until an administrator lifts it, once, with a reason.

use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use entity::{case_file, credit_mark};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait as _;

use super::*;
use crate::intake::{self, Application};
use crate::testing::{self, services};
use crate::{Kind, both_databases};

fn admin(account: Option<Uuid>) -> Actor {
    Actor { role: Some(Role::Admin), account, ..Actor::portal() }
}

/// A case whose promise was broken; the mark.
async fn broken(portal: &Portal) -> Uuid {
    let services = services(portal, &["MZ-001"]).await;
    let birth = chrono::NaiveDate::from_ymd_opt(1940, 5, 6).unwrap();
    let citizen = testing::citizen(portal, ResidentId::compose("229902", birth, 7).unwrap(), "王秀英").await;
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
    intake::submit(&services, &citizen.actor(), application, "k").await.unwrap();
    let case = case_file::Entity::find().one(&portal.db.read).await.unwrap().unwrap();
    let id = Uuid::now_v7();
    let mark = credit_mark::ActiveModel {
        id: Set(id),
        person_id: Set(case.person_id),
        case_id: Set(case.id),
        kind: Set("supplement".to_owned()),
        marked_at: Set(portal.clock.now()),
        ..Default::default()
    };
    credit_mark::Entity::insert(mark).exec_without_returning(&portal.db.write).await.unwrap();
    id
}

both_databases! {
    async fn a_mark_is_lifted_once_with_a_reason(portal: TestPortal) {
        let id = broken(&portal).await;
        let known = list(&portal, &admin(None)).await.unwrap();
        assert_eq!(known.len(), 1);
        assert_eq!((known[0].person.as_str(), known[0].promise), ("王*英", Promise::Supplement));
        assert!(known[0].lifted.is_none() && known[0].item == "高龄津贴申领");
        let staff = testing::staff(&portal, Role::Admin).await;
        let silent = lift(&portal, &admin(staff.id.into()), id, "  ").await.unwrap_err();
        assert!(matches!(silent.kind(), Kind::Invalid(errors) if errors[0].field == "why"));
        lift(&portal, &admin(staff.id.into()), id, "材料已补齐").await.unwrap();
        let twice = lift(&portal, &admin(staff.id.into()), id, "又一次").await.unwrap_err();
        assert!(matches!(twice.kind(), Kind::Stale { .. }));
        let lifted = list(&portal, &admin(None)).await.unwrap().remove(0).lifted.unwrap();
        assert_eq!((lifted.by, lifted.why), (staff.name, "材料已补齐".to_owned()));
        let unknown = lift(&portal, &admin(None), Uuid::now_v7(), "x").await.unwrap_err();
        assert!(matches!(unknown.kind(), Kind::NotFound));
    }

    async fn only_an_administrator_sees_and_lifts(portal: TestPortal) {
        for role in [Role::Citizen, Role::Clerk, Role::Reviewer, Role::Supervisor, Role::Auditor] {
            let actor = Actor { role: Some(role), head: true, ..Actor::portal() };
            assert!(matches!(list(&portal, &actor).await.unwrap_err().kind(), Kind::Denied));
            let denied = lift(&portal, &actor, Uuid::now_v7(), "x").await.unwrap_err();
            assert!(matches!(denied.kind(), Kind::Denied));
        }
    }
}
