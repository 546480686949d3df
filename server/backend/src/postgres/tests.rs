//! Against the server of the tests; that the primary moves is for `cargo xtask torture`.

use sea_orm::{ConnectionTrait as _, Statement};

use crate::testing::{Engine, run};
use crate::{Db, Kind};

/// The address with a server before it that nobody is at.
fn with_nobody(url: &str) -> String {
    match url.contains("host=") {
        true => url.replace("host=", "host=/nowhere/at/all,"),
        false => url.replacen('@', "@127.0.0.1:1,", 1),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_not_there_is_passed_over() {
    run(Engine::Postgres, |portal| async move {
        let db = Db::connect(&with_nobody(&portal.url)).await.unwrap();
        assert!(db.migrations_current().await.unwrap(), "another database");
        db.close().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_only_reads_is_not_taken() {
    run(Engine::Postgres, |portal| async move {
        let url = format!("{}&options=-c%20default_transaction_read_only%3Don", portal.url);
        let refused = Db::connect(&url).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::Unavailable), "{refused:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_vanishes_keeps_nobody_waiting() {
    run(Engine::Postgres, |portal| async move {
        for (setting, value) in [("idle_in_transaction_session_timeout", "1min"), ("lock_timeout", "30s")] {
            let backend = portal.db.read.get_database_backend();
            let row = portal
                .db
                .read
                .query_one_raw(Statement::from_string(backend, format!("SHOW {setting}")))
                .await;
            assert_eq!(row.unwrap().unwrap().try_get_by_index::<String>(0).unwrap(), value);
        }
    })
    .await;
}
