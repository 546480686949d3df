use chrono::{NaiveDate, TimeDelta};
use domain::permission::{Actor, Role};
use domain::rule::{Facts, Value};
use entity::{certificate, person};
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use uuid::Uuid;

use super::*;
use crate::testing::{citizen, number, services};
use crate::{Kind, both_databases};

async fn held(
    services: &Services,
    person: Uuid,
    code: &str,
    status: &str,
    (from, until): (NaiveDate, Option<NaiveDate>),
) {
    let row = certificate::ActiveModel {
        id: Set(Uuid::now_v7()),
        code: Set(code.to_owned()),
        identifier: Set(Uuid::now_v7().to_string()),
        serial: Set("1".to_owned()),
        version: Set(1),
        number_cipher: Set(None),
        person_id: Set(Some(person)),
        entity_id: Set(None),
        issuer_name: Set("示范市".to_owned()),
        issuer_code: Set("1".to_owned()),
        department_id: Set(None),
        issued_on: Set(from),
        valid_from: Set(from),
        valid_until: Set(until),
        status: Set(status.to_owned()),
        status_at: Set(services.clock.now()),
        status_reason: Set(None),
        superseded: Set(false),
        case_id: Set(None),
        data_cipher: Set(None),
        created_at: Set(services.clock.now()),
    };
    certificate::Entity::insert(row).exec_without_returning(&services.db.write).await.unwrap();
}

fn value(known: &Known, field: &str) -> Option<Value> {
    known.get(field).map(|fact| fact.value.clone())
}

both_databases! {
    async fn of_every_type_of_certificate_it_is_known_whether_one_is_held(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let person = citizen(&services, number(1), "张三").await.person_id.unwrap();
        let today = services.clock.today();
        let ago = today - TimeDelta::days(400);
        held(&services, person, "EC_SSCARD", "valid", (ago, None)).await;
        held(&services, person, "EC_DRIVER", "valid", (ago, Some(today + TimeDelta::days(30)))).await;
        held(&services, person, "EC_MARRIAGE", "revoked", (ago, None)).await;
        held(&services, person, "EC_RESIDENCE", "valid", (ago, Some(today - TimeDelta::days(1)))).await;
        let known = of(&services.db.read, &services, Holder::Person(person), today).await.unwrap();
        for (field, wanted) in [
            ("cert.EC_SSCARD", true),
            ("cert.EC_SSCARD.expired", false),
            ("cert.EC_DRIVER", true),
            ("cert.EC_MARRIAGE", false),
            ("cert.EC_MARRIAGE.expired", false),
            ("cert.EC_DISABLED", false),
            ("cert.EC_RESIDENCE", false),
            ("cert.EC_RESIDENCE.expired", true),
            ("person.has_residence_permit", false),
        ] {
            assert_eq!(value(&known, field), Some(wanted.into()), "{field}");
        }
        assert_eq!(value(&known, "cert.EC_DRIVER.days_to_expiry"), Some(30.into()));
        assert_eq!(value(&known, "cert.EC_DRIVER.months_since_issue"), Some(13.into()));
        assert_eq!(value(&known, "cert.EC_DISABLED.days_to_expiry"), None);
        assert_eq!(known.get("cert.EC_DRIVER").unwrap().source, Source::Certificate("EC_DRIVER".into()));
    }

    async fn identity_registries_and_figures_are_known_with_their_source(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let person = citizen(&services, number(1), "张三").await.person_id.unwrap();
        let (holder, today) = (Holder::Person(person), services.clock.today());
        let as_of = today - TimeDelta::days(12);
        let facts = Facts::none().with("person.insured_local", true).with("person.age", 99);
        extracts::write(&services.db.write, &services, holder, "社保参保库", &facts, as_of).await.unwrap();
        set_parameter(&services, &Actor::portal(), "dibao_standard", "780").await.unwrap();
        let known = of(&services.db.read, &services, holder, today).await.unwrap();
        assert_eq!(value(&known, "person.age"), Some(36.into()), "a registry is believed on its own fields");
        let insured = known.get("person.insured_local").unwrap();
        assert_eq!((insured.value.clone(), insured.as_of), (true.into(), as_of));
        assert_eq!(insured.source, Source::Registry("社保参保库".into()));
        assert_eq!(value(&known, "PARAM.dibao_standard"), Some(780.into()));
        assert_eq!(value(&known, "LOCAL"), Some("2299".into()));
        assert_eq!(value(&known, "person.married"), None);
        let of_nobody = of_city(&services.db.read, &services, today).await.unwrap();
        assert_eq!(of_nobody.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["LOCAL", "PARAM.dibao_standard"]);
    }

    async fn what_is_said_never_overturns_what_is_known(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let person = citizen(&services, number(1), "张三").await.person_id.unwrap();
        let today = services.clock.today();
        let mut known = of(&services.db.read, &services, Holder::Person(person), today).await.unwrap();
        known.say("person.age", 90, today);
        known.say("person.married", true, today);
        assert_eq!(value(&known, "person.age"), Some(36.into()));
        assert_eq!(known.get("person.married").unwrap().source, Source::Said);
    }

    async fn the_dead_are_known_to_be_dead(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let person = citizen(&services, number(1), "张三").await.person_id.unwrap();
        let today = services.clock.today();
        let died = person::ActiveModel { id: Set(person), died_on: Set(Some(today)), ..Default::default() };
        person::Entity::update(died).exec(&services.db.write).await.unwrap();
        let known = of(&services.db.read, &services, Holder::Person(person), today).await.unwrap();
        assert_eq!(value(&known, "person.died"), Some(true.into()));
    }

    async fn only_administrators_set_figures_and_only_numbers(portal: TestPortal) {
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let clerk = Actor { role: Some(Role::Clerk), ..Actor::portal() };
        let refused = set_parameter(&portal, &clerk, "points_line", "85").await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::Denied));
        let wrong = set_parameter(&portal, &admin, "points_line", "many").await.unwrap_err();
        assert!(matches!(wrong.kind(), Kind::Invalid(_)));
        set_parameter(&portal, &admin, "points_line", "85.5").await.unwrap();
        let set = parameters(&portal.db.read).await.unwrap();
        assert_eq!(set.get("points_line").map(ToString::to_string).as_deref(), Some("85.5"));
        set_parameter(&portal, &admin, "points_line", " ").await.unwrap();
        assert!(parameters(&portal.db.read).await.unwrap().is_empty());
    }
}
