//! Books that do not agree with their database, each in its own way.

use sea_orm::{ConnectionTrait as _, Database};

use super::*;
use crate::ledger::Receipt;

const TABLES: &str = "
    CREATE TABLE case_file (id INTEGER PRIMARY KEY, case_no TEXT);
    CREATE TABLE case_event (case_id INTEGER, kind TEXT);
    CREATE TABLE idempotency (key TEXT, case_id INTEGER);
    INSERT INTO case_file VALUES (1, 'A'), (2, 'B');
    INSERT INTO case_event VALUES (1, 'submitted'), (2, 'submitted');
    INSERT INTO idempotency VALUES ('torture-0', 1), ('torture-1', 2);";

/// Two acknowledged cases, after somebody has been at the database.
async fn found(sql: &str) -> Findings {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("rows.db").display());
    let db = Database::connect(&url).await.unwrap();
    db.execute_unprepared(TABLES).await.unwrap();
    db.execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
    let ledger = Ledger::open(folder.path()).unwrap();
    for (n, case_no) in [(0, "A"), (1, "B")] {
        let body = format!(r#"{{"case_no":"{case_no}","query_code":"1"}}"#);
        ledger.acknowledge(n, Receipt::read(body.as_bytes()).unwrap()).unwrap();
    }
    in_rows(&Rows::open(&url).await.unwrap(), 0, &ledger).await.unwrap()
}

#[tokio::test]
async fn books_that_agree_find_nothing() {
    assert_eq!(found("").await, Findings::default());
}

#[tokio::test]
async fn what_is_gone_is_lost() {
    let gone = "DELETE FROM case_file WHERE id = 2; DELETE FROM case_event WHERE case_id = 2;";
    assert_eq!(found(gone).await.lost.len(), 1);
    assert_eq!(found(&format!("{gone} DELETE FROM idempotency WHERE case_id = 2;")).await.lost.len(), 1);
    assert_eq!(found("UPDATE case_file SET case_no = 'C' WHERE id = 2").await.lost.len(), 1);
}

#[tokio::test]
async fn one_too_many_is_doubled() {
    let case = "INSERT INTO case_file VALUES (3, 'C'); INSERT INTO case_event VALUES (3, 'submitted');";
    assert_eq!(found(case).await.doubled, 1);
    assert_eq!(found(&format!("{case} INSERT INTO idempotency VALUES ('torture-9', 3);")).await.doubled, 1);
    assert_eq!(found("INSERT INTO case_event VALUES (1, 'submitted')").await.doubled, 1);
    assert_eq!(found("DELETE FROM case_event WHERE case_id = 1").await.doubled, 1);
}
