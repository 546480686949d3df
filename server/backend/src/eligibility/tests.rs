use chrono::TimeDelta;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use domain::rule::{Facts, Truth};
use entity::person;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use uuid::Uuid;

use super::*;
use crate::testing::{citizen, number, services};
use crate::{Holder, Services, both_databases, extracts, known};

const ITEMS: [&str; 6] = ["MZ-001", "MZ-002", "MZ-006", "GA-003", "RS-009", "WL-001"];

/// Somebody born on 1940-01-01 whose household is in the city.
async fn elder(services: &Services) -> Uuid {
    let birth = chrono::NaiveDate::from_ymd_opt(1940, 1, 1).unwrap();
    let number = ResidentId::compose("229901", birth, 7).unwrap();
    let id = citizen(services, number, "李奶奶").await.person_id.unwrap();
    let here = person::ActiveModel {
        id: Set(id),
        hukou_division: Set(Some("229902".to_owned())),
        ..Default::default()
    };
    person::Entity::update(here).exec(&services.db.write).await.unwrap();
    id
}

async fn verdict(services: &Services, person: Uuid, item: &str) -> Eligibility {
    for_item(&services.db.read, services, Some(Holder::Person(person)), item).await.unwrap()
}

both_databases! {
    async fn yes_no_and_not_known_with_reasons(portal: TestPortal) {
        let services = services(&portal, &ITEMS).await;
        let old = elder(&services).await;
        let yes = verdict(&services, old, "MZ-001").await;
        assert_eq!(yes.truth(), Truth::Met);
        assert_eq!(yes.reasons[0].zh, "年满 80 周岁");
        assert_eq!(yes.reasons[0].sources, [("根据您的身份信息".to_owned(), "from your identity record".to_owned())]);
        let young = citizen(&services, number(1), "张三").await.person_id.unwrap();
        let no = verdict(&services, young, "MZ-001").await;
        assert_eq!((no.truth(), no.would_decide()), (Truth::NotMet, vec![]));
        assert_eq!(no.reasons.iter().map(|one| one.truth).collect::<Vec<_>>(), [Truth::NotMet, Truth::Unknown]);
        let open = verdict(&services, old, "RS-009").await;
        assert_eq!((open.truth(), open.would_decide()), (Truth::Unknown, vec!["person.insured_local_ever".to_owned()]));
        let as_of = services.clock.today() - TimeDelta::days(3);
        let facts = Facts::none().with("person.insured_local_ever", true);
        let holder = Holder::Person(old);
        extracts::write(&services.db.write, &services, holder, "社保参保库", &facts, as_of).await.unwrap();
        let told = verdict(&services, old, "RS-009").await;
        assert_eq!(told.truth(), Truth::Met);
        assert_eq!(told.reasons[0].sources[0].0, "根据人社局社保参保库，2026-02-10");
        let nobody = for_item(&services.db.read, &services, None, "MZ-001").await.unwrap();
        assert_eq!((nobody.truth(), nobody.questions.len()), (Truth::Unknown, 2));
    }

    async fn what_somebody_is_entitled_to_comes_first_and_lacks_one_fact_at_most(portal: TestPortal) {
        let services = services(&portal, &ITEMS).await;
        let old = elder(&services).await;
        let found = entitled(&services.db.read, &services, Holder::Person(old), 10).await.unwrap();
        let items: Vec<_> = found.iter().map(|one| (one.item.as_str(), one.lacking.is_some())).collect();
        assert_eq!(items, [("MZ-001", false), ("MZ-002", false)]);
        let holder = Holder::Person(old);
        let facts = Facts::none().with("family.asset_ok", true);
        let today = services.clock.today();
        extracts::write(&services.db.write, &services, holder, "居民经济状况核对系统", &facts, today).await.unwrap();
        known::set_parameter(&services, &Actor::portal(), "dibao_standard", "780").await.unwrap();
        let found = entitled(&services.db.read, &services, holder, 10).await.unwrap();
        let last = found.last().unwrap();
        assert_eq!(last.item, "MZ-006");
        assert_eq!(last.lacking.as_ref().unwrap().field, "family.per_capita_income");
        assert_eq!(entitled(&services.db.read, &services, holder, 1).await.unwrap().len(), 1);
        let died = person::ActiveModel { id: Set(old), died_on: Set(Some(today)), ..Default::default() };
        person::Entity::update(died).exec(&services.db.write).await.unwrap();
        assert!(entitled(&services.db.read, &services, holder, 10).await.unwrap().is_empty());
    }

    async fn figures_not_set_are_dead_ends_until_they_are(portal: TestPortal) {
        let services = services(&portal, &ITEMS).await;
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let dead = |all: &[Analysis]| {
            all.iter().flat_map(|one| one.dead_ends().map(|end| end.field.clone()).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let all = analyse_all(&services, &admin).await.unwrap();
        assert_eq!(all.len(), ITEMS.len());
        assert_eq!(dead(&all), ["PARAM.points_line", "PARAM.dibao_standard"]);
        for name in ["points_line", "dibao_standard"] {
            known::set_parameter(&services, &admin, name, "100").await.unwrap();
        }
        let all = analyse_all(&services, &admin).await.unwrap();
        assert!(all.iter().all(Analysis::is_sound), "{all:?}");
        let one = analyse(&services, &admin, "MZ-002").await.unwrap().unwrap();
        assert_eq!((one.yes.len(), one.no.len()), (2, 2));
        let citizen = Actor { role: Some(Role::Citizen), ..Actor::portal() };
        assert!(analyse_all(&services, &citizen).await.is_err());
    }
}

/// Every fact of every rule of the catalogue is told by somebody.
#[tokio::test]
async fn no_rule_of_the_catalogue_ends_nowhere() {
    let Some(portal) = crate::testing::TestPortal::new(crate::testing::Engine::Sqlite).await.unwrap() else {
        return;
    };
    let file: serde_json::Value = serde_json::from_str(crate::demo::data::ITEMS).unwrap();
    let ids: Vec<&str> =
        file["items"].as_array().unwrap().iter().filter_map(|item| item["id"].as_str()).collect();
    let services = services(&portal, &ids).await;
    let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
    for name in ["points_line", "dibao_standard"] {
        known::set_parameter(&services, &admin, name, "100").await.unwrap();
    }
    let all = analyse_all(&services, &admin).await.unwrap();
    assert_eq!(all.len(), 104);
    for one in all {
        assert!(one.is_sound(), "{one:?}");
        assert!(!one.yes.is_empty() && !one.no.is_empty(), "{}", one.item);
    }
}
