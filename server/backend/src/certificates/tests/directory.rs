//! Types, the register of a department, search and lapse.

use super::*;
use crate::certificates::kind as kinds;
use crate::certificates::kind::kind;
use crate::certificates::register::{
    ByHand, Listed, RegisterQuery, detail, holder_of, issue_by_hand, own_kinds, register,
};
use crate::testing::services;

const ITEMS: &[&str] = &["GA-009", "MZ-006"];

#[test]
fn every_type_of_the_catalogue_is_known_and_can_be_numbered() {
    let file: serde_json::Value = serde_json::from_str(crate::demo::data::ITEMS).unwrap();
    let types = file["e_certificates"].as_array().unwrap();
    assert_eq!(types.len(), 41);
    for one in types {
        let code = one["code"].as_str().unwrap();
        let row = kinds::row(code).unwrap();
        let type_code = row.type_code.unwrap().unwrap_or_else(|| panic!("{code} is not known"));
        let definer = type_code.get(..18).unwrap();
        domain::credit_code::CreditCode::parse(definer).unwrap_or_else(|error| panic!("{code}: {error:?}"));
        assert!(CertificateId::compose(&type_code, definer, "1", 1).is_some(), "{code}");
        let body = row.department_key.unwrap().unwrap();
        let bodies = file["departments"].as_array().unwrap();
        assert!(bodies.iter().any(|known| known["key"] == body.as_str()), "{code}: {body}");
    }
}

#[test]
fn what_forms_ask_of_a_certificate_has_the_key_of_its_particular() {
    let file: serde_json::Value = serde_json::from_str(crate::demo::data::FORMS).unwrap();
    for (key, field) in file["fields"].as_object().unwrap() {
        let mut sources = field["source"].as_str().unwrap_or_default().split_whitespace();
        let Some(code) = sources.find_map(|source| source.strip_prefix("certificate:")) else { continue };
        // The ID card of another person: their own number and name.
        if key.starts_with("elder_") {
            continue;
        }
        let fields = kinds::row(code).unwrap().fields.unwrap();
        assert!(fields.as_array().unwrap().iter().any(|own| own["key"] == key.as_str()), "{code}: {key}");
    }
}

both_databases! {
    async fn an_import_brings_all_that_is_known_of_a_type(portal: TestPortal) {
        services(&portal, ITEMS).await;
        let licence = kind(&portal.db.read, "EC_DRIVER").await.unwrap();
        assert_eq!((licence.valid_months, licence.department_key.as_deref()), (Some(72), Some("GA")));
        assert_eq!(licence.fields.len(), 3);
        assert_eq!(library::kinds(&portal.db.read).await.unwrap().len(), 41);
    }

    async fn types_taken_in_before_are_completed(portal: TestPortal) {
        services(&portal, ITEMS).await;
        let bare = entity::certificate_type::ActiveModel {
            type_code: sea_orm::ActiveValue::Set(None),
            valid_months: sea_orm::ActiveValue::Set(None),
            ..Default::default()
        };
        entity::certificate_type::Entity::update_many().set(bare).exec(&portal.db.write).await.unwrap();
        kinds::complete(&portal.db.write).await.unwrap();
        let licence = kind(&portal.db.read, "EC_DRIVER").await.unwrap();
        assert!(licence.type_code.is_some() && licence.valid_months == Some(72));
    }

    async fn the_register_is_the_departments_own(portal: TestPortal) {
        services(&portal, ITEMS).await;
        let person = person(&portal).await;
        let one = licence(&portal, person).await;
        crate::testing::certificates(&portal, person, &["EC_MARRIAGE"]).await;
        let own = reviewer_of(&portal, one.department_id, false).await;
        let found = register(&portal, &own, &RegisterQuery::default()).await.unwrap();
        assert_eq!(found.rows.len(), 1, "marriages are another department's");
        assert_eq!((found.rows[0].0.id, found.rows[0].1.as_str()), (one.id, "林*雨"));
        for (listed, n) in [
            (Listed::In(Status::Valid), 1), (Listed::In(Status::Revoked), 0), (Listed::Ending, 0),
            (Listed::Expired, 0), (Listed::Superseded, 0),
        ] {
            let query = RegisterQuery { listed, ..RegisterQuery::default() };
            assert_eq!(register(&portal, &own, &query).await.unwrap().rows.len(), n, "{listed:?}");
        }
        let holder = holder_of(&portal, number(7).reveal()).await.unwrap();
        assert_eq!(holder, Holder::Person(person));
        let theirs = library::search(&portal, &own, holder, "核对证照").await.unwrap();
        assert_eq!(theirs.len(), 1);
        assert!(library::search(&portal, &own, holder, "").await.is_err(), "a reason is needed");
        let clerk = Actor { role: Some(Role::Clerk), ..own.clone() };
        assert_eq!(library::search(&portal, &clerk, holder, "窗口办理").await.unwrap().len(), 2);
        let shown = detail(&portal, &own, one.id).await.unwrap();
        assert_eq!((shown.versions.len(), shown.events.len(), shown.holder.as_str()), (1, 1, "林*雨"));
        let stranger = reviewer_of(&portal, Some(crate::testing::department(&portal).await), true).await;
        assert!(matches!(detail(&portal, &stranger, one.id).await.unwrap_err().kind(), Kind::NotFound));
    }

    async fn a_reviewer_issues_by_hand_what_is_theirs(portal: TestPortal) {
        services(&portal, ITEMS).await;
        person(&portal).await;
        let police = crate::testing::certificates(&portal, person_of(&portal).await, &["EC_HUKOU"]).await;
        let own = reviewer_of(&portal, police[0].department_id, false).await;
        assert!(own_kinds(&portal, &own).await.unwrap().iter().any(|kind| kind.code == "EC_DRIVER"));
        let by_hand = ByHand {
            code: "EC_DRIVER".to_owned(),
            holder: number(7).reveal().to_owned(),
            data: BTreeMap::from([("license_class".to_owned(), "C1".to_owned()), ("x".to_owned(), "y".to_owned())]),
            reason: "补录纸质证".to_owned(),
        };
        let issued = issue_by_hand(&portal, &own, &by_hand).await.unwrap();
        assert_eq!(issued.number.as_deref(), Some(number(7).reveal()), "a licence has its holder's number");
        assert!(!issued.data.contains_key("x"));
        for (field, by_hand) in [
            ("code", ByHand { code: "EC_MARRIAGE".to_owned(), ..by_hand.clone() }),
            ("holder", ByHand { holder: number(8).reveal().to_owned(), ..by_hand.clone() }),
            ("reason", ByHand { reason: String::new(), ..by_hand.clone() }),
            ("license_class", ByHand { data: [("license_class".to_owned(), "Z9".to_owned())].into(), ..by_hand }),
        ] {
            let error = issue_by_hand(&portal, &own, &by_hand).await.unwrap_err();
            let Kind::Invalid(errors) = error.kind() else { panic!("{field}: {error:?}") };
            assert_eq!(errors[0].field, field);
        }
    }

    async fn terms_that_are_over_lapse_once_a_day(portal: TestPortal) {
        let services = services(&portal, ITEMS).await;
        let person = person(&portal).await;
        let good = licence(&portal, person).await;
        let term = (day("2020-01-01"), Some(day("2026-02-12")));
        let over = issued(&portal, new_certificate("EC_NURSE", Holder::Person(person), term, BTreeMap::new())).await;
        assert_eq!(library::lapse_due(&services).await.unwrap(), 1);
        assert_eq!(library::lapse_due(&services).await.unwrap(), 0, "once a day");
        let status = |id| { let portal = portal.portal.clone(); async move {
            library::one(&portal.db.read, &portal.keys, id).await.unwrap().standing.status
        }};
        assert_eq!((status(over.id).await, status(good.id).await), (Status::Lapsed, Status::Valid));
    }
}

async fn person_of(portal: &Portal) -> Uuid {
    holder_of(portal, number(7).reveal()).await.unwrap().person().unwrap()
}
