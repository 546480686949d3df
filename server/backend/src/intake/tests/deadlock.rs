//! Two transactions that wait for each other: PostgreSQL undoes one of them.

use std::time::Duration;

use entity::case_file;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, EntityTrait as _, PaginatorTrait as _, Statement,
    TransactionTrait as _,
};
use tokio::time::{sleep, timeout};

use super::application;
use crate::idempotency::{Claim, claim};
use crate::intake::matter::Matter;
use crate::intake::submit::submit_with;
use crate::testing::{Engine, TestPortal, citizen, number, run, services};

/// One number that a statement tells.
async fn told<C: ConnectionTrait>(db: &C, sql: String) -> i64 {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

/// Waits until somebody waits for this transaction.
async fn waited_for(portal: &TestPortal, other: &DatabaseTransaction) {
    let own = told(other, "SELECT pg_backend_pid()::bigint".to_owned()).await;
    let sql = format!("SELECT COUNT(*) FROM pg_stat_activity WHERE {own} = ANY (pg_blocking_pids(pid))");
    while told(&portal.db.read, sql.clone()).await == 0 {
        sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_intake_that_had_to_give_way_is_tried_again() {
    run(Engine::Postgres, |portal| async move {
        let services = services(&portal, &["MZ-001"]).await;
        let account = citizen(&portal, number(7), "王秀英").await;
        let (actor, person) = (account.actor(), account.person_id.unwrap());
        let application = application(person);
        let matter = Matter::of(&services, &actor, &application).await.unwrap();

        // This one holds the person and is patient: PostgreSQL makes the intake give way.
        let other = portal.db.read.begin().await.unwrap();
        other.execute_unprepared("SET LOCAL deadlock_timeout = '1h'").await.unwrap();
        let hold = format!("SELECT 1 FROM person WHERE id = '{person}' FOR UPDATE");
        other.execute_unprepared(&hold).await.unwrap();
        let meddle = async {
            waited_for(&portal, &other).await;
            let met = claim(&other, "one", account.id, "another", services.clock.now()).await.unwrap();
            assert!(matches!(met, Claim::Fresh), "the intake did not give way");
            other.rollback().await.unwrap();
        };
        let intake = submit_with(&services, &actor, &matter, "one", None);
        let both = timeout(Duration::from_secs(25), async { tokio::join!(intake, meddle) });
        both.await.unwrap().0.unwrap();
        assert_eq!(case_file::Entity::find().count(&portal.db.read).await.unwrap(), 1);
    })
    .await;
}
