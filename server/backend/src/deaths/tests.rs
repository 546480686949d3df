use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};

use super::*;
use crate::testing::{citizen, number};
use crate::{Kind, both_databases};

both_databases! {
    async fn a_death_is_recorded_by_a_registry_and_ends_what_can_be_begun(portal: TestPortal) {
        let id = citizen(&portal, number(1), "李小明").await.person_id.unwrap();
        let (db, today) = (&portal.db.write, portal.clock.today());
        let clerk = Actor { role: Some(Role::Clerk), ..Actor::portal() };
        let denied = record(db, &portal, &clerk, id, today).await.unwrap_err();
        assert!(matches!(denied.kind(), Kind::Denied));
        let wrong = |error: Error, code| {
            matches!(error.kind(), Kind::Invalid(errors) if errors == &[FieldError::new("died_on", code)])
        };
        let itself = Actor::portal();
        let tomorrow = today.succ_opt().unwrap();
        assert!(wrong(record(db, &portal, &itself, id, tomorrow).await.unwrap_err(), FieldCode::Future));
        let before = NaiveDate::from_ymd_opt(1980, 1, 1).unwrap();
        assert!(wrong(record(db, &portal, &itself, id, before).await.unwrap_err(), FieldCode::Date));
        assert_eq!(died_on(&portal, id).await.unwrap(), None);
        record(db, &portal, &itself, id, today).await.unwrap();
        assert_eq!(died_on(&portal, id).await.unwrap(), Some(today));
        let row = persons::row(db, id).await.unwrap();
        let dead = living(&row, "id_number").unwrap_err();
        let told = FieldError::new("id_number", FieldCode::Died { on: today });
        assert!(matches!(dead.kind(), Kind::Invalid(errors) if errors == &[told]));
    }
}
