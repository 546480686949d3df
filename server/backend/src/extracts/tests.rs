use chrono::TimeDelta;
use domain::rule::Facts;
use entity::extract;
use sea_orm::EntityTrait as _;

use super::*;
use crate::testing::{citizen, number};
use crate::{Kind, both_databases};

both_databases! {
    async fn the_last_word_of_a_registry_holds_until_it_is_too_old(portal: TestPortal) {
        let person = citizen(&portal, number(1), "张三").await.person_id.unwrap();
        let (holder, today, db) = (Holder::Person(person), portal.clock.today(), &portal.db.write);
        let married = |is: bool| Facts::none().with("person.married", is);
        let day = |ago| today - TimeDelta::days(ago);
        write(db, &portal, holder, "婚姻登记系统", &married(false), day(90)).await.unwrap();
        write(db, &portal, holder, "婚姻登记系统", &married(true), day(10)).await.unwrap();
        let old = Facts::none().with("person.credit_ok", true);
        write(db, &portal, holder, "公共信用信息平台", &old, day(31)).await.unwrap();
        let all = read(db, &portal.keys, holder, today).await.unwrap();
        assert_eq!(all.iter().map(|one| one.stale).collect::<Vec<_>>(), [true, false]);
        let fresh = fresh(db, &portal.keys, holder, today).await.unwrap();
        assert_eq!(fresh.len(), 1);
        assert_eq!((fresh[0].source.as_str(), fresh[0].facts.clone()), ("婚姻登记系统", married(true)));
        // A day not come yet is no day to rely on.
        assert!(read(db, &portal.keys, holder, day(20)).await.unwrap().iter().all(|one| one.stale || one.as_of <= day(20)));
    }

    async fn facts_are_sealed_and_unknown_registries_refused(portal: TestPortal) {
        let person = citizen(&portal, number(1), "张三").await.person_id.unwrap();
        let (holder, today, db) = (Holder::Person(person), portal.clock.today(), &portal.db.write);
        let facts = Facts::none().with("person.married", true);
        let refused = write(db, &portal, holder, "隔壁老王", &facts, today).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::NotFound));
        write(db, &portal, holder, "婚姻登记系统", &facts, today).await.unwrap();
        let row = extract::Entity::find().one(db).await.unwrap().unwrap();
        assert!(!row.facts_cipher.contains("married") && row.facts_cipher.starts_with('r'));
    }
}
