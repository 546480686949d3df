use domain::intake::Answers;
use domain::item::Channel;
use entity::{access as ledger, audit as trail, department};
use sea_orm::EntityTrait as _;

use super::*;
use crate::accounts::Account;
use crate::intake::{self, Application, Counter};
use crate::testing::{citizen, hall, number, services, staff, staff_of};
use crate::{Kind, Services, both_databases, sessions};

const ITEM: &str = "MZ-001";

async fn denied(portal: &Portal, actor: &Actor, id: Uuid) -> bool {
    reveal(portal, actor, id, "核对身份").await.is_err_and(|error| matches!(error.kind(), Kind::Denied))
}

async fn written(portal: &Portal) -> (usize, Vec<ledger::Model>) {
    let db = &portal.db.read;
    let trail = trail::Entity::find().filter(trail::COLUMN.action.eq("person.reveal")).all(db).await.unwrap();
    let theirs = ledger::Entity::find().filter(ledger::COLUMN.act.eq("revealed")).all(db).await.unwrap();
    (trail.len(), theirs)
}

async fn apply(services: &Services, actor: &Actor, person: Uuid, channel: Channel) {
    let counter = (channel == Channel::Window).then_some(Counter { hall_id: None, window_id: None });
    let application = Application {
        item_id: ITEM.to_owned(),
        situation: None,
        person_id: person,
        agent_person_id: None,
        entity_id: None,
        answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
        materials: Vec::new(),
        channel,
        counter,
        person_wanted: false,
        consented: false,
    };
    intake::submit(services, actor, application, "key").await.unwrap();
}

async fn reviewer(services: &Services, key: &str) -> Account {
    let own = department::Entity::find().filter(department::COLUMN.key.eq(key));
    let own = own.one(&services.db.read).await.unwrap().unwrap();
    staff_of(services, Role::Reviewer, own.id, hall(services).await).await
}

both_databases! {
    async fn a_clerk_sees_the_number_of_who_is_at_the_counter_for_a_reason(portal: TestPortal) {
        let id = citizen(&portal, number(1), "李小明").await.person_id.unwrap();
        let clerk = staff(&portal, Role::Clerk).await;
        let (_, session) = sessions::create(&portal, clerk.clone()).await.unwrap();
        let clerk = clerk.actor();
        assert!(denied(&portal, &clerk, id).await);
        sessions::set_client(&portal, &session, id).await.unwrap();
        for short in ["", "  ", "证", &"长".repeat(201)] {
            let error = reveal(&portal, &clerk, id, short).await.unwrap_err();
            assert!(matches!(error.kind(), Kind::Invalid(_)), "{short}");
        }
        assert_eq!(written(&portal).await.0, 0);
        let reason = format!("制证 {}", number(1).reveal());
        assert_eq!(reveal(&portal, &clerk, id, &reason).await.unwrap(), number(1));
        let (trail, theirs) = written(&portal).await;
        assert_eq!((trail, theirs.len(), theirs[0].person_id), (1, 1, Some(id)));
        assert_eq!((theirs[0].account_id, theirs[0].actor_role.as_str()), (clerk.account, "clerk"));
        assert_eq!(theirs[0].reason, format!("制证 {}", "*".repeat(18)));
        sessions::forget_client(&portal, &session).await.unwrap();
        assert!(denied(&portal, &clerk, id).await);
    }

    async fn a_clerk_sees_the_number_of_whose_case_they_took_in_today(portal: TestPortal) {
        let services = services(&portal, &[ITEM]).await;
        let id = citizen(&portal, number(1), "李小明").await.person_id.unwrap();
        let (clerk, other) = (staff(&portal, Role::Clerk).await.actor(), staff(&portal, Role::Clerk).await.actor());
        apply(&services, &clerk, id, Channel::Window).await;
        assert_eq!(sight(&portal, &clerk, id).await.unwrap(), Sight::InCharge);
        assert_eq!(sight(&portal, &other, id).await.unwrap(), Sight::Others);
        let tomorrow = services.at(portal.clock.now() + chrono::TimeDelta::days(1));
        assert_eq!(sight(&tomorrow, &clerk, id).await.unwrap(), Sight::Others);
    }

    async fn a_reviewer_sees_the_number_of_who_has_a_case_in_the_department(portal: TestPortal) {
        let services = services(&portal, &[ITEM, "RS-001"]).await;
        let account = citizen(&portal, number(1), "李小明").await;
        let id = account.person_id.unwrap();
        let (theirs, others) = (reviewer(&services, "MZ").await.actor(), reviewer(&services, "RS").await.actor());
        assert!(denied(&portal, &theirs, id).await);
        apply(&services, &account.actor(), id, Channel::Online).await;
        assert_eq!(reveal(&portal, &theirs, id, "核对身份").await.unwrap(), number(1));
        assert!(denied(&portal, &others, id).await);
        assert_eq!(written(&portal).await.0, 1);
    }

    async fn nobody_else_sees_a_number_in_full(portal: TestPortal) {
        let account = citizen(&portal, number(1), "李小明").await;
        let id = account.person_id.unwrap();
        for role in [Role::Supervisor, Role::Admin, Role::Auditor] {
            let actor = Actor { role: Some(role), account: Some(Uuid::now_v7()), ..Actor::portal() };
            let expected = if role == Role::Auditor { Sight::Audit } else { Sight::Others };
            assert_eq!(sight(&portal, &actor, id).await.unwrap(), expected);
            assert!(denied(&portal, &actor, id).await);
        }
        assert_eq!(sight(&portal, &account.actor(), id).await.unwrap(), Sight::Own);
        assert!(denied(&portal, &Actor::portal(), id).await);
        assert_eq!(written(&portal).await, (0, Vec::new()));
    }
}
