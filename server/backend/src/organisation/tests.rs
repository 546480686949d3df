//! What is saved is found; what is wrong is told field by field.

use domain::field_error::FieldCode;
use domain::permission::{Actor, Role};

use super::*;
use crate::{Error, Kind, both_databases, demo, places};

const CITY: &str = include_str!("../../../data/demo-city.json");

fn department_form() -> DepartmentForm {
    DepartmentForm {
        key: "MZ".into(),
        name: "示范市民政局".into(),
        uscc: "11229900MB900004XA".into(),
        central_code: "11".into(),
        ..DepartmentForm::default()
    }
}

fn wrong_fields(error: &Error) -> Vec<(&str, FieldCode)> {
    match error.kind() {
        Kind::Invalid(fields) => fields.iter().map(|field| (field.field.as_str(), field.code)).collect(),
        _ => panic!("{error:?} {:?}", error.causes()),
    }
}

both_databases! {
    async fn a_department_is_saved_changed_and_switched_off(portal: TestPortal) {
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let id = save_department(&portal, &admin, None, &department_form()).await.unwrap();
        let mut form = DepartmentForm::of(&department(&portal.db, id).await.unwrap());
        form.phone = "0499-8810000".into();
        assert_eq!(save_department(&portal, &admin, Some(id), &form).await.unwrap(), id);
        set_department_active(&portal, &admin, id, false).await.unwrap();
        let saved = departments(&portal.db).await.unwrap();
        assert_eq!(saved.len(), 1);
        assert_eq!((saved[0].phone.as_deref(), saved[0].active), (Some("0499-8810000"), false));
    }

    async fn a_wrong_department_tells_each_field(portal: TestPortal) {
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        save_department(&portal, &admin, None, &department_form()).await.unwrap();
        let twice = save_department(&portal, &admin, None, &department_form()).await.unwrap_err();
        assert_eq!(wrong_fields(&twice), [("key", FieldCode::Taken), ("uscc", FieldCode::Taken)]);
        let form = DepartmentForm { key: "民".into(), uscc: "11229900MB900004X1".into(), sort: "x".into(),
            ..DepartmentForm::default() };
        let wrong = save_department(&portal, &admin, None, &form).await.unwrap_err();
        let names: Vec<&str> = wrong_fields(&wrong).into_iter().map(|(field, _)| field).collect();
        assert_eq!(names, ["key", "name", "uscc", "central_code", "sort"]);
        assert_eq!(departments(&portal.db).await.unwrap().len(), 1);
    }

    async fn halls_and_windows_of_the_demonstration_city(portal: TestPortal) {
        places::import_city(&portal, &Actor::portal(), CITY).await.unwrap();
        let seeds = demo::organisation(&portal, CITY).await.unwrap();
        assert_eq!(seeds.iter().map(|seed| seed.windows.len()).collect::<Vec<_>>(), [12, 10, 8]);
        assert_eq!(demo::organisation(&portal, CITY).await.unwrap(), seeds, "a second time changes nothing");
        let hall_id = seeds[0].id;
        let form = WindowForm { number: "A01".into(), name: "综合窗口".into(), kind: "special".into() };
        let taken = save_window(&portal, &Actor::portal(), hall_id, None, &form).await.unwrap_err();
        assert_eq!(wrong_fields(&taken), [("number", FieldCode::Taken)]);
        let first = windows(&portal.db, hall_id).await.unwrap().remove(0);
        save_window(&portal, &Actor::portal(), hall_id, Some(first.id), &form).await.unwrap();
        assert_eq!(window(&portal.db, first.id).await.unwrap().kind, WindowKind::Special);
        let mut hall_form = HallForm::of(&hall(&portal.db, hall_id).await.unwrap());
        hall_form.division_code = "110101".into();
        let nowhere = save_hall(&portal, &Actor::portal(), Some(hall_id), &hall_form).await.unwrap_err();
        assert_eq!(wrong_fields(&nowhere), [("division_code", FieldCode::Division)]);
    }

    async fn nobody_else_changes_the_organisation(portal: TestPortal) {
        for role in [Role::Citizen, Role::Clerk, Role::Reviewer, Role::Supervisor, Role::Auditor] {
            let actor = Actor { role: Some(role), ..Actor::portal() };
            let refused = save_department(&portal, &actor, None, &department_form()).await.unwrap_err();
            assert!(matches!(refused.kind(), Kind::Denied), "{role:?}");
        }
    }
}
