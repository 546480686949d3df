//! Back to a moment (point in time), by PostgreSQL's own means: its base backup and its archived log.

use super::clerks::token;
use super::cluster::Cluster;
use super::place::run;
use crate::killed::{ask, command, serve};
use crate::story::application;
use crate::support::City;
use backend::testing::TestPortal;
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, Statement};
use std::net::SocketAddr;
use std::time::Duration;

/// Cases in each stretch of time.
const CASES: u16 = 6;

async fn hand_in(address: SocketAddr, token: &str, from: u16) -> Vec<String> {
    let mut receipts = Vec::new();
    for n in from..from + CASES {
        let (key, body) = (format!("moment-{n}"), application(n, "王秀英").to_string());
        let answer = ask(address, "POST", "/api/v1/cases", Some(token), Some(&key), &body).await;
        let (status, receipt) = answer.unwrap();
        assert_eq!(status, 201, "{receipt}");
        receipts.push(receipt["case_no"].as_str().unwrap().to_owned());
    }
    receipts
}

async fn asked(db: &DatabaseConnection, sql: &str) -> String {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// The log up to now is in the archive.
async fn archived(db: &DatabaseConnection) {
    let segment = asked(db, "SELECT pg_walfile_name(pg_switch_wal())::text").await;
    for _ in 0..600 {
        let last = asked(db, "SELECT COALESCE(last_archived_wal, '')::text FROM pg_stat_archiver").await;
        if last >= segment {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the server does not archive its log");
}

async fn times(db: &DatabaseConnection, schema: &str, case_no: &str) -> String {
    asked(db, &format!("SELECT COUNT(*)::text FROM {schema}.case_file WHERE case_no = '{case_no}'")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_server_comes_back_to_a_named_moment() {
    // Where the tests have no PostgreSQL, there is none to do this with.
    if std::env::var("YIHAO_TEST_POSTGRES").is_err() {
        return;
    }
    let mut cluster = Cluster::archiving().expect("PostgreSQL's programs");
    let city = City::new(TestPortal::on_server(cluster.url()).await.unwrap()).await;
    let (mut child, address) = serve(&city).await;
    let token = token(address).await;
    let mut kept = hand_in(address, &token, 1).await;
    let base = cluster.base_backup();
    kept.extend(hand_in(address, &token, 1 + CASES).await);
    let db = Database::connect(cluster.url()).await.unwrap();
    let schema = city.url().rsplit_once("%3D").unwrap().1.to_owned();
    tokio::time::sleep(Duration::from_millis(50)).await;
    let moment = asked(&db, "SELECT clock_timestamp()::text").await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    let later = hand_in(address, &token, 1 + 2 * CASES).await;
    archived(&db).await;
    db.close().await.unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    cluster.lose();

    cluster.recover(base, &moment);
    let db = Database::connect(cluster.url()).await.unwrap();
    while asked(&db, "SELECT pg_is_in_recovery()::text").await == "true" {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for case_no in &kept {
        assert_eq!(times(&db, &schema, case_no).await, "1", "{case_no}");
    }
    for case_no in &later {
        assert_eq!(times(&db, &schema, case_no).await, "0", "{case_no} is of after the moment");
    }
    let said = run(command(&city, &["verify"])).await.good();
    assert!(said.trim_end().ends_with("good") && said.contains(" 0 differences"), "{said}");
    let (mut child, address) = serve(&city).await;
    let again = hand_in(address, &token, 1 + 2 * CASES).await;
    assert_eq!(again.len(), later.len(), "the portal goes on");
    child.kill().unwrap();
    child.wait().unwrap();
    db.close().await.unwrap();
}
