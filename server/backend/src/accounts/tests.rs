use domain::permission::{Actor, Role};
use entity::audit;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::*;
use crate::{
    Kind, both_databases, persons, sessions,
    testing::{self, PASSWORD, number},
};

fn registration(n: u16, name: &str) -> Registration {
    Registration {
        number: number(n),
        name: name.into(),
        phone: "13800005678".into(),
        password: PASSWORD.into(),
        username: None,
    }
}

fn admin() -> Actor {
    Actor { role: Some(Role::Admin), account: Some(Uuid::now_v7()), ..Actor::portal() }
}

fn auditor(username: &str) -> StaffForm {
    StaffForm {
        username: username.into(),
        name: "审计员".into(),
        role: Role::Auditor,
        department_id: None,
        hall_id: None,
        window_id: None,
        head: false,
    }
}

fn fields(error: &Error) -> Vec<String> {
    match error.kind() {
        Kind::Invalid(errors) => errors.iter().map(|e| format!("{} {}", e.field, e.code.as_str())).collect(),
        kind => panic!("{kind:?}"),
    }
}

both_databases! {
    async fn a_citizen_registers_and_signs_in_by_number(portal: TestPortal) {
        let account = register_citizen(&portal, registration(1, "李小明")).await.unwrap();
        let typed = number(1).reveal().to_lowercase();
        let again = sign_in(&portal, &format!(" {typed} "), PASSWORD).await.unwrap();
        assert_eq!((again.id, again.role), (account.id, Role::Citizen));
        assert!(again.last_sign_in_at.is_some());
        assert_eq!(audit::Entity::find().count(&portal.db.read).await.unwrap(), 2);
    }

    async fn a_person_known_to_the_counter_registers_under_the_same_name_only(portal: TestPortal) {
        let person = persons::NewPerson { number: number(1), name: "李小明".into(), contact: persons::Contact::default() };
        let id = persons::record(&portal.db.write, &portal, person, None).await.unwrap();
        let other = register_citizen(&portal, registration(1, "王五")).await.unwrap_err();
        let account = register_citizen(&portal, registration(1, "李小明")).await.unwrap();
        assert_eq!(account.person_id, Some(id));
        let twice = register_citizen(&portal, registration(1, "李小明")).await.unwrap_err();
        assert_eq!((fields(&other), fields(&twice)), (vec!["id_number taken".into()], vec!["id_number taken".into()]));
    }

    async fn what_is_typed_wrong_is_told_by_field(portal: TestPortal) {
        let wrong = Registration { name: " ".into(), phone: "12345".into(), password: "short".into(), ..registration(1, "") };
        let error = register_citizen(&portal, wrong).await.unwrap_err();
        assert_eq!(fields(&error), ["name missing", "phone phone", "password password"]);
    }

    async fn a_wrong_password_an_unknown_name_and_a_closed_account_are_refused_alike(portal: TestPortal) {
        let account = create_staff(&portal, &admin(), auditor("auditor"), PASSWORD).await.unwrap();
        assert_eq!(sign_in(&portal, "Auditor", PASSWORD).await.unwrap().id, account.id);
        set_active(&portal, &admin(), account.id, false).await.unwrap();
        for (name, password) in [("auditor", PASSWORD), ("auditor", "wrong password"), ("nobody", PASSWORD), ("no\0body", PASSWORD)] {
            assert!(matches!(sign_in(&portal, name, password).await.unwrap_err().kind(), Kind::Denied));
        }
    }

    async fn staff_are_kept_by_an_administrator_only(portal: TestPortal) {
        let actor = testing::staff(&portal, Role::Auditor).await.actor();
        let denied = create_staff(&portal, &actor, auditor("x.y"), PASSWORD).await.unwrap_err();
        assert!(matches!(denied.kind(), Kind::Denied));
        assert!(matches!(staff(&portal, &actor).await.unwrap_err().kind(), Kind::Denied));
        assert_eq!(staff(&portal, &admin()).await.unwrap().len(), 1);
    }

    async fn a_staff_form_is_checked_by_field(portal: TestPortal) {
        create_staff(&portal, &admin(), auditor("auditor"), PASSWORD).await.unwrap();
        let taken = create_staff(&portal, &admin(), auditor("AUDITOR"), PASSWORD).await.unwrap_err();
        assert_eq!(fields(&taken), ["username taken"]);
        let other = create_staff(&portal, &admin(), auditor("other"), PASSWORD).await.unwrap();
        let taken = edit_staff(&portal, &admin(), other.id, auditor("auditor")).await.unwrap_err();
        assert_eq!(fields(&taken), ["username taken"]);
        let wrong = StaffForm { username: "229901199001010010".into(), role: Role::Reviewer, ..auditor("") };
        let wrong = create_staff(&portal, &admin(), wrong, "short").await.unwrap_err();
        assert_eq!(fields(&wrong), ["username character", "department_id missing", "password password"]);
    }

    async fn a_head_is_a_reviewer_and_becoming_one_ends_the_sessions(portal: TestPortal) {
        let account = testing::staff(&portal, Role::Reviewer).await;
        let form = StaffForm {
            username: "head.one".into(),
            role: Role::Reviewer,
            department_id: account.department_id,
            head: true,
            ..auditor("")
        };
        let no_reviewer = StaffForm { role: Role::Auditor, ..form.clone() };
        let wrong = create_staff(&portal, &admin(), no_reviewer, PASSWORD).await.unwrap_err();
        assert_eq!(fields(&wrong), ["head choice"]);
        let (token, _) = sessions::create(&portal, account.clone()).await.unwrap();
        assert!(edit_staff(&portal, &admin(), account.id, form).await.unwrap().head);
        assert!(sessions::find(&portal, token.reveal()).await.unwrap().is_none());
    }

    async fn a_new_password_ends_the_sessions(portal: TestPortal) {
        let account = create_staff(&portal, &admin(), auditor("auditor"), PASSWORD).await.unwrap();
        let (token, _) = sessions::create(&portal, account.clone()).await.unwrap();
        reset_password(&portal, &admin(), account.id, "another password").await.unwrap();
        assert!(sessions::find(&portal, token.reveal()).await.unwrap().is_none());
        assert!(sign_in(&portal, "auditor", PASSWORD).await.is_err());
        assert!(sign_in(&portal, "auditor", "another password").await.is_ok());
    }

    async fn nobody_closes_or_demotes_themselves(portal: TestPortal) {
        let account = testing::staff(&portal, Role::Admin).await;
        let closed = set_active(&portal, &account.actor(), account.id, false).await.unwrap_err();
        assert!(matches!(closed.kind(), Kind::Denied));
        let demoted = edit_staff(&portal, &account.actor(), account.id, auditor("admin")).await.unwrap_err();
        assert_eq!(fields(&demoted), ["role choice"]);
    }
}
