use sea_orm::{ConnectionTrait, Statement};

use super::*;
use crate::{Kind, both_databases, testing::number};

fn li() -> NewPerson {
    let contact = Contact {
        phone: Some("13800005678".into()),
        address: Some("幸福路1号".into()),
        ..Contact::default()
    };
    NewPerson { number: number(1), name: "李小明".into(), contact }
}

both_databases! {
    async fn a_person_is_found_by_number_and_shown_masked(portal: TestPortal) {
        let id = record(&portal.db.write, &portal, li(), None).await.unwrap();
        let view = find_by_number(&portal, &number(1)).await.unwrap().unwrap();
        assert_eq!((view.id, view.name_masked.as_str()), (id, "李*明"));
        assert_eq!(view.number_masked, number(1).masked());
        assert_eq!(view.phone_masked.as_deref(), Some("138****5678"));
        assert_eq!(view.birth_date, Some(number(1).birth_date()));
        assert!(find_by_number(&portal, &number(2)).await.unwrap().is_none());
        assert_eq!(get(&portal, id).await.unwrap(), view);
        assert_eq!(contact(&portal, id).await.unwrap().address.as_deref(), Some("幸福路1号"));
    }

    async fn a_number_is_recorded_once(portal: TestPortal) {
        record(&portal.db.write, &portal, li(), None).await.unwrap();
        let again = record(&portal.db.write, &portal, li(), None).await.unwrap_err();
        assert!(matches!(again.kind(), Kind::Conflict), "{again:?}");
    }

    async fn contact_changes_and_the_rest_stays(portal: TestPortal) {
        let id = record(&portal.db.write, &portal, li(), None).await.unwrap();
        let moved = Contact { residence_division: Some("229902".into()), ..Contact::default() };
        update_contact(&portal.db.write, &portal, id, moved).await.unwrap();
        let now = contact(&portal, id).await.unwrap();
        assert_eq!((now.phone.as_deref(), now.residence_division.as_deref()), (Some("13800005678"), Some("229902")));
        let nobody = update_contact(&portal.db.write, &portal, Uuid::now_v7(), Contact::default()).await;
        assert!(matches!(nobody.unwrap_err().kind(), Kind::NotFound));
    }

    async fn the_row_holds_no_number_in_clear(portal: TestPortal) {
        record(&portal.db.write, &portal, li(), None).await.unwrap();
        let db = &portal.db.write;
        let all = Statement::from_string(db.get_database_backend(), "SELECT id_cipher, id_index, phone_cipher, address_cipher FROM person");
        let row = db.query_one_raw(all).await.unwrap().unwrap();
        for column in 0..4 {
            let text: String = row.try_get_by_index(column).unwrap();
            assert!(!text.contains(number(1).reveal()) && !text.contains("13800005678") && !text.contains('路'));
        }
    }
}
