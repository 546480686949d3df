use sea_orm::ConnectionTrait;
use serde_json::json;

use super::*;
use crate::{Portal, both_databases};

fn auditor() -> Actor {
    Actor { role: Some(Role::Auditor), ..Actor::portal() }
}

async fn chain_of(portal: &Portal, n: usize) {
    for i in 0..n {
        let entry = Entry::new(&Actor::portal(), "test.act", format!("case/{i}"));
        let entry = entry.detail(json!({"z": 1, "a": {"n": i, "number": "229901199001010021"}}));
        record(&portal.db.write, portal.clock.now(), entry).await.unwrap();
    }
    assert_eq!(usize::try_from(seal(portal).await.unwrap()).unwrap(), n);
}

async fn faults_after(portal: &Portal, sql: &str) -> Vec<Fault> {
    assert!(verify(portal, &auditor()).await.unwrap().is_whole());
    portal.db.write.execute_unprepared(sql).await.unwrap();
    verify(portal, &auditor()).await.unwrap().faults.into_iter().map(|found| found.fault).collect()
}

both_databases! {
    async fn a_chain_left_alone_is_whole(portal: TestPortal) {
        chain_of(&portal, 7).await;
        chain_of(&portal, 3).await;
        let verdict = verify(&portal, &auditor()).await.unwrap();
        assert_eq!((verdict.sealed, verdict.unsealed), (10, 0));
        assert!(verdict.is_whole(), "{verdict:?}");
        let rows = audit::Entity::find().all(&portal.db.read).await.unwrap();
        assert!(rows.iter().all(|row| !row.detail.to_string().contains("229901")));
    }

    async fn only_an_auditor_and_the_command_line_verify(portal: TestPortal) {
        for role in [Role::Citizen, Role::Clerk, Role::Reviewer, Role::Supervisor, Role::Admin] {
            let actor = Actor { role: Some(role), ..Actor::portal() };
            let refused = verify(&portal, &actor).await.unwrap_err();
            assert!(matches!(refused.kind(), crate::Kind::Denied), "{role:?}");
        }
        assert!(verify(&portal, &Actor::portal()).await.unwrap().is_whole());
    }

    async fn several_entries_are_one_statement_and_keep_their_order(portal: TestPortal) {
        let entries = ["test.first", "test.second", "test.third"];
        let entries = entries.map(|action| Entry::new(&Actor::portal(), action, "case/1"));
        record_all(&portal.db.write, portal.clock.now(), entries.to_vec()).await.unwrap();
        record_all(&portal.db.write, portal.clock.now(), Vec::new()).await.unwrap();
        assert_eq!(seal(&portal).await.unwrap(), 3);
        let mut rows = audit::Entity::find().all(&portal.db.read).await.unwrap();
        rows.sort_by_key(|row| row.seq);
        let actions: Vec<&str> = rows.iter().map(|row| row.action.as_str()).collect();
        assert_eq!(actions, ["test.first", "test.second", "test.third"]);
        assert!(verify(&portal, &auditor()).await.unwrap().is_whole());
    }

    async fn many_sealing_at_once_make_one_chain(portal: TestPortal) {
        for _ in 0..20 {
            let entry = Entry::new(&Actor::portal(), "test.act", "case/1");
            record(&portal.db.write, portal.clock.now(), entry).await.unwrap();
        }
        let sealed = futures::future::try_join_all((0..4).map(|_| seal(&portal))).await.unwrap();
        assert_eq!(sealed.iter().sum::<u64>(), 20);
        let verdict = verify(&portal, &auditor()).await.unwrap();
        assert!(verdict.is_whole() && verdict.sealed == 20, "{verdict:?}");
    }

    async fn an_altered_row_is_found(portal: TestPortal) {
        chain_of(&portal, 5).await;
        let found = faults_after(&portal, "UPDATE audit SET action = 'test.acu' WHERE seq = 3").await;
        assert_eq!(found, [Fault::Altered]);
    }

    async fn a_deleted_row_is_found(portal: TestPortal) {
        chain_of(&portal, 5).await;
        assert_eq!(faults_after(&portal, "DELETE FROM audit WHERE seq = 3").await, [Fault::Missing]);
    }

    async fn a_cut_tail_is_found(portal: TestPortal) {
        chain_of(&portal, 5).await;
        assert_eq!(faults_after(&portal, "DELETE FROM audit WHERE seq > 3").await, [Fault::TailCut]);
    }

    async fn a_head_set_back_by_hand_is_found(portal: TestPortal) {
        chain_of(&portal, 5).await;
        let sql = "DELETE FROM setting WHERE key = 'audit_head'";
        assert_eq!(faults_after(&portal, sql).await, [Fault::TailForged]);
    }
}
