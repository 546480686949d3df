//! The forecast of a small house whose every case is listed.

use crate::intake::{self, Application};
use crate::testing::{papers, services, staff};
use crate::{Kind, Services, both_databases, forecast};
use chrono::NaiveDate;
use domain::forecast::{Expected, Lateness, Pace, Which};
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use entity::case_file;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _};

/// Tests live on Friday 13 February; Saturday the 14th is worked, then all is closed until the 24th.
fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

struct House {
    services: Services,
    account: crate::accounts::Account,
}

impl House {
    async fn new(portal: &crate::Portal) -> Self {
        let services = services(portal, &["MZ-001"]).await;
        let birth = NaiveDate::from_ymd_opt(1980, 5, 6).unwrap();
        let number = ResidentId::compose("229902", birth, 101).unwrap();
        let account = crate::testing::citizen(portal, number, "王秀英").await;
        papers(portal, account.person_id.unwrap()).await;
        Self { services, account }
    }

    /// A case that stands as it is told.
    async fn case(&self, key: &str, row: case_file::ActiveModel) -> String {
        let application = Application {
            item_id: "MZ-001".to_owned(),
            situation: None,
            person_id: self.account.person_id.unwrap(),
            agent_person_id: None,
            entity_id: None,
            answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
            materials: Vec::new(),
            channel: Channel::Online,
            counter: None,
            consented: true,
            person_wanted: false,
        };
        let actor = self.account.actor();
        let case_no = intake::submit(&self.services, &actor, application, key).await.unwrap().case_no;
        case_file::Entity::update_many()
            .set(row)
            .filter(case_file::COLUMN.case_no.eq(case_no.as_str()))
            .exec(&self.services.db.write)
            .await
            .unwrap();
        case_no
    }

    async fn standing(&self, status: &str, due: &str) -> String {
        let row = case_file::ActiveModel {
            status: Set(status.to_owned()),
            promised_due: Set(day(due)),
            statutory_due: Set(None),
            ..Default::default()
        };
        self.case(&format!("{status}{due}"), row).await
    }

    async fn decided(&self, accepted: &str, decided: &str) -> String {
        let row = case_file::ActiveModel {
            status: Set("closed".to_owned()),
            accepted_on: Set(day(accepted)),
            decided_on: Set(day(decided)),
            outcome: Set(Some("granted".to_owned())),
            ..Default::default()
        };
        self.case(&format!("{accepted}{decided}"), row).await
    }
}

both_databases! {
    async fn a_house_is_foretold_from_its_cases(portal: TestPortal) {
        let house = House::new(&portal).await;
        let past = house.standing("review", "2026-02-12").await;
        let soon = house.standing("accepted", "2026-02-14").await;
        let dateless = house.standing("review", "").await;
        let held = house.standing("suspended", "2026-02-14").await;
        let waits = house.standing("correction", "2026-02-14").await;
        // Twenty working days back from the twelfth: since 16 January.
        house.decided("2026-01-05", "2026-01-15").await;
        let slow = house.decided("2026-01-05", "2026-01-16").await;
        house.decided("2026-02-02", "2026-02-02").await;
        house.decided("2026-02-02", "2026-02-13").await;

        let (services, actor) = (&house.services, Actor::portal());
        let found = forecast::forecast(services, &actor, None).await.unwrap();
        assert_eq!((Some(found.since), Some(found.until)), (day("2026-01-16"), day("2026-02-12")));
        let [one] = found.departments.as_slice() else { panic!("one department: {found:?}") };
        assert_eq!(one.outlook.pace, Pace { decisions: 1, days: 20 });
        assert_eq!(one.at_once, 1);
        let queue: Vec<&str> = one.outlook.queue.iter().map(|one| one.case.key.case_no.as_str()).collect();
        assert_eq!(queue, [past.as_str(), soon.as_str(), dateless.as_str()]);
        let numbers = |keys: &[forecast::CaseKey]| keys.iter().map(|key| key.case_no.clone()).collect::<Vec<_>>();
        assert_eq!((numbers(&one.suspended), numbers(&one.unaccepted)), (vec![held], vec![waits]));
        // The twentieth working day from the thirteenth on: 13, 14, 24 to 28 February (Saturday worked) …
        let first = one.outlook.queue.first().unwrap();
        assert_eq!(first.expected, Expected::On(day("2026-03-18").unwrap()));
        assert!(matches!(first.lateness, Some(Lateness::Already(Some(_)))));
        assert_eq!((one.outlook.count(Which::Late(None)), one.outlook.count(Which::Past)), (1, 1));

        // The number of the pace is the number of the list.
        let listed = forecast::decided(services, &actor, Some(one.department_id), 1).await.unwrap();
        let rows: Vec<&str> = listed.rows.iter().map(|row| row.case.case_no.as_str()).collect();
        assert_eq!((listed.total, rows), (1, vec![slow.as_str()]));

        // One department asked for is the same department.
        let alone = forecast::forecast(services, &actor, Some(one.department_id)).await.unwrap();
        assert_eq!(&alone, &found);
        let other = forecast::forecast(services, &actor, Some(uuid::Uuid::now_v7())).await.unwrap();
        assert!(other.departments.is_empty());
    }

    async fn only_supervisors_look_ahead(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        for role in [Role::Clerk, Role::Reviewer, Role::Admin, Role::Auditor] {
            let actor = staff(&services, role).await.actor();
            let refused = forecast::forecast(&services, &actor, None).await.unwrap_err();
            assert!(matches!(refused.kind(), Kind::Denied), "{role:?}");
            let refused = forecast::decided(&services, &actor, None, 1).await.unwrap_err();
            assert!(matches!(refused.kind(), Kind::Denied), "{role:?}");
        }
        let supervisor = staff(&services, Role::Supervisor).await.actor();
        assert!(forecast::forecast(&services, &supervisor, None).await.unwrap().departments.is_empty());
    }
}
