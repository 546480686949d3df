//! What is kept in memory follows what is changed, here and by other servers.

use std::sync::Arc;

use domain::permission::{Actor, Role};

use super::city;
use crate::catalogue::{Catalogue, ItemState};
use crate::edition::Changes;
use crate::organisation::{DepartmentForm, HallForm, departments, halls, save_department, save_hall};
use crate::{Kind, Portal, both_databases};

fn admin() -> Actor {
    Actor { role: Some(Role::Admin), ..Actor::portal() }
}

/// Another server on the same database.
async fn other(portal: &Portal) -> Catalogue {
    Catalogue::load(&Portal { changes: Changes::default(), ..portal.clone() }).await.unwrap()
}

async fn state(catalogue: &Catalogue) -> ItemState {
    catalogue.offer("MZ-001", None).await.unwrap().state
}

both_databases! {
    async fn a_suspended_item_is_suspended_at_once_here_and_elsewhere_after_a_look(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let (second, elsewhere) = (Catalogue::load(&portal).await.unwrap(), other(&portal).await);
        catalogue.set_state(&admin(), "MZ-001", 1, ItemState::Suspended).await.unwrap();
        assert_eq!(state(&catalogue).await, ItemState::Suspended);
        assert_eq!(state(&second).await, ItemState::Suspended, "the same process, told by nobody");
        assert_eq!(state(&elsewhere).await, ItemState::Active, "the database was not asked");
        elsewhere.refresh().await.unwrap();
        assert_eq!(state(&elsewhere).await, ItemState::Suspended);
        assert_eq!(elsewhere.card("MZ-001").unwrap().state, ItemState::Suspended);
    }

    async fn what_others_have_just_made_is_found(portal: TestPortal) {
        let elsewhere = other(&portal).await;
        assert!(matches!(elsewhere.offer("MZ-001", None).await.unwrap_err().kind(), Kind::NotFound));
        city(&portal).await;
        assert!(!elsewhere.offer("MZ-001", None).await.unwrap().bodies.is_empty());
    }

    async fn a_changed_organisation_is_known_to_the_counter(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let elsewhere = other(&portal).await;
        let department = departments(&portal.db).await.unwrap().into_iter().find(|one| one.key == "MZ").unwrap();
        let form = DepartmentForm { name: "示范市民政和老龄局".into(), ..DepartmentForm::of(&department) };
        save_department(&portal, &admin(), Some(department.id), &form).await.unwrap();
        let hall = halls(&portal.db).await.unwrap().remove(0);
        let form = HallForm { name: "新大厅".into(), ..HallForm::of(&hall) };
        save_hall(&portal, &admin(), Some(hall.id), &form).await.unwrap();
        for (catalogue, looks) in [(catalogue, false), (elsewhere, true)] {
            if looks {
                catalogue.refresh().await.unwrap();
            }
            let body = catalogue.offer("MZ-001", None).await.unwrap().bodies.first().cloned().unwrap();
            assert_eq!(body.department, "示范市民政和老龄局");
            let name = catalogue.look_up(|book| book.hall(hall.id).map(|hall| hall.name.clone())).await.unwrap();
            assert_eq!(name, "新大厅");
        }
    }

    async fn where_nothing_changed_nothing_is_read_again(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let before = catalogue.index();
        catalogue.refresh().await.unwrap();
        catalogue.offer("MZ-001", None).await.unwrap();
        assert!(Arc::ptr_eq(&before, &catalogue.index()));
        catalogue.set_state(&admin(), "MZ-001", 1, ItemState::Suspended).await.unwrap();
        let after = catalogue.index();
        assert!(!Arc::ptr_eq(&before, &after));
        catalogue.refresh().await.unwrap();
        catalogue.offer("MZ-001", None).await.unwrap();
        assert!(Arc::ptr_eq(&after, &catalogue.index()), "one's own change is read once");
    }
}
