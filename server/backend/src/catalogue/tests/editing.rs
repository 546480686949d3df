//! Changing items by hand, and the rules of consistency.

use domain::field_error::FieldCode;
use domain::item::lint::Rule;
use domain::permission::{Actor, Role};

use super::city;
use crate::catalogue::{GuideQuery, ItemState, Query};
use crate::{Kind, both_databases};

both_databases! {
    async fn an_item_is_edited_once_at_each_version(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let mut form = catalogue.edit_form("MZ-001").await.unwrap();
        assert_eq!(catalogue.edit(&admin, "MZ-001", &form).await.unwrap(), catalogue.lint_item("MZ-001").await.unwrap());
        let stale = catalogue.edit(&admin, "MZ-001", &form).await.unwrap_err();
        assert!(matches!(stale.kind(), Kind::Stale { .. }));
        form.version = "2".into();
        form.keywords.push_str("\n寿星钱");
        form.promise_value = "40".into();
        let findings = catalogue.edit(&admin, "MZ-001", &form).await.unwrap();
        assert!(findings.iter().any(|finding| finding.rule == Rule::PromiseBeyondStatute));
        let found = catalogue.search(&Query { text: "寿星钱".into(), ..Query::default() });
        assert_eq!(found.items.first().map(|item| item.id.as_str()), Some("MZ-001"));
        let guide = catalogue.guide("MZ-001", &GuideQuery::default()).await.unwrap();
        assert_eq!((guide.version, guide.card.promise().map(|limit| limit.value)), (3, Some(40)));
        assert!(!guide.steps.is_empty() && !guide.materials.is_empty(), "what was not typed stays");
    }

    async fn a_wrong_edit_tells_each_field_and_changes_nothing(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let mut form = catalogue.edit_form("GA-007").await.unwrap();
        (form.name, form.visits, form.fee_amount) = (String::new(), "12".into(), "-3".into());
        (form.legal_unit, form.subject) = ("year".into(), "nobody".into());
        let error = catalogue.edit(&admin, "GA-007", &form).await.unwrap_err();
        let Kind::Invalid(fields) = error.kind() else { panic!("{error:?}") };
        let names: Vec<(&str, FieldCode)> = fields.iter().map(|field| (field.field.as_str(), field.code)).collect();
        assert!(names.contains(&("name", FieldCode::Missing)), "{names:?}");
        assert!(names.contains(&("visits", FieldCode::Range { min: 0, max: 9 })));
        assert!(names.contains(&("fee_amount", FieldCode::Number)) && names.contains(&("legal_unit", FieldCode::Choice)));
        assert!(names.contains(&("subject", FieldCode::Choice)));
        assert_eq!(catalogue.edit_form("GA-007").await.unwrap().version, "1");
        let clerk = Actor { role: Some(Role::Clerk), ..Actor::portal() };
        let refused = catalogue.edit(&clerk, "GA-007", &form).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::Denied));
    }

    async fn a_withdrawn_item_is_neither_found_nor_taken_in(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        catalogue.set_state(&admin, "MZ-001", 1, ItemState::Withdrawn).await.unwrap();
        let again = catalogue.set_state(&admin, "MZ-001", 1, ItemState::Active).await.unwrap_err();
        assert!(matches!(again.kind(), Kind::Stale { .. }));
        assert_eq!(catalogue.counts().total, 103);
        let found = catalogue.search(&Query { text: "高龄津贴".into(), ..Query::default() });
        assert!(found.items.iter().all(|item| item.id != "MZ-001"));
        assert!(matches!(catalogue.intake_item("MZ-001", None).await.unwrap_err().kind(), Kind::NotFound));
        super::import(&catalogue, super::ITEMS).await.unwrap();
        assert_eq!(catalogue.counts().total, 103, "an import does not bring it back");
    }

    async fn the_delivered_catalogue_is_consistent(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let found = catalogue.lint().await.unwrap();
        let told: Vec<String> = found
            .iter()
            .flat_map(|item| item.findings.iter().map(move |finding| (item, finding)))
            .map(|(item, finding)| format!("{} {:?} {:?}", item.id, finding.rule, finding.detail))
            .collect();
        assert!(told.is_empty(), "{told:#?}");
    }
}
