use super::*;
use crate::access::{self, Act, LedgerQuery};
use crate::testing::{self, PASSWORD, number, services};
use crate::{Error, Holder, Kind, Services, both_databases, persons};
use domain::field_error::FieldCode;
use domain::permission::Actor;
use entity::audit;
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::Value;

async fn li(portal: &crate::Portal) -> (Services, Actor, Uuid) {
    let services = services(portal, &["MZ-001"]).await;
    let actor = testing::citizen(portal, number(1), "李桂兰").await.actor();
    let person = actor.person.unwrap();
    (services, actor, person)
}

fn codes(error: &Error) -> Vec<(String, FieldCode)> {
    let Kind::Invalid(errors) = error.kind() else { panic!("{error:?}") };
    errors.iter().map(|error| (error.field.clone(), error.code)).collect()
}

async fn audited(services: &Services, action: &str) -> u64 {
    let found = audit::Entity::find().filter(audit::COLUMN.action.eq(action));
    found.count(&services.db.read).await.unwrap()
}

both_databases! {
    async fn contact_data_is_corrected_at_once(portal: TestPortal) {
        let (services, actor, person) = li(&portal).await;
        let typed = Typed { phone: "139 0000 1234".into(), residence: "229902001".into(), address: "  ".into() };
        assert_eq!(correct(&services, &actor, &typed).await.unwrap(), ["phone", "residence"]);
        let now = persons::contact(&services, person).await.unwrap();
        assert_eq!((now.phone.as_deref(), now.residence_division.as_deref()), (Some("13900001234"), Some("229902001")));
        // The same once more is no change, and not written down.
        assert!(correct(&services, &actor, &typed).await.unwrap().is_empty());
        assert_eq!(audited(&services, "person.correct").await, 1);
    }

    async fn what_is_wrong_is_told_and_nothing_changes(portal: TestPortal) {
        let (services, actor, person) = li(&portal).await;
        let typed = Typed { phone: "123".into(), residence: "110101".into(), address: "路".repeat(121) };
        let error = correct(&services, &actor, &typed).await.unwrap_err();
        let wrong: Vec<String> = codes(&error).into_iter().map(|(field, _)| field).collect();
        assert_eq!(wrong, ["phone", "address", "residence"]);
        let now = persons::contact(&services, person).await.unwrap();
        assert_eq!((now.phone.as_deref(), now.residence_division), (Some("13800005678"), None));
        let clerk = testing::staff(&portal, Role::Clerk).await.actor();
        let refused = correct(&services, &clerk, &Typed::default()).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::NotFound));
    }

    async fn an_export_masks_numbers_unless_the_password_is_given(portal: TestPortal) {
        let (services, actor, person) = li(&portal).await;
        let masked = export(&services, &actor, None).await.unwrap().json;
        assert!(!masked.contains(number(1).reveal()) && masked.contains(&number(1).masked()), "{masked}");

        let error = export(&services, &actor, Some("not-my-password")).await.unwrap_err();
        assert_eq!(codes(&error), [("password".to_owned(), FieldCode::WrongPassword)]);
        let error = export(&services, &actor, Some("")).await.unwrap_err();
        assert_eq!(codes(&error), [("password".to_owned(), FieldCode::Missing)]);
        assert_eq!(audited(&services, "account.confirm_refused").await, 1);

        let full: Value = serde_json::from_str(&export(&services, &actor, Some(PASSWORD)).await.unwrap().json).unwrap();
        assert_eq!(full["person"]["id_number"], number(1).reveal());
        assert_eq!(full["person"]["phone"], "13800005678");
        for part in ["certificates", "materials", "registry_extracts", "consents", "drafts", "cases", "accesses"] {
            assert!(full[part].is_array(), "{part}");
        }
        // It tells of itself, and of the one before.
        assert_eq!(full["accesses"].as_array().unwrap().len(), 2);
        let counts = access::counts(&services, Holder::Person(person), &LedgerQuery::default()).await.unwrap();
        assert_eq!((counts, audited(&services, "person.export").await), (vec![(Act::Exported, 2)], 2));
    }
}
