//! What the batches of SQLite's writer promise.

use futures::future::join_all;
use futures::{FutureExt as _, pin_mut};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::testing::{Engine, TestPortal, run};
use crate::{Db, Error, Kind};

/// Ten times as long as a batch waits for the next write.
const A_WHILE: Duration = Duration::from_millis(200);

fn insert(name: &str) -> String {
    format!("INSERT INTO setting (key, value) VALUES ('{name}', '\"x\"')")
}

async fn there(db: &Db, pattern: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM setting WHERE key LIKE '{pattern}'");
    let ask = Statement::from_string(db.read.get_database_backend(), sql);
    db.read.query_one_raw(ask).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

async fn kept(db: &Db, name: &str) -> crate::Result<()> {
    let tx = db.begin().await?;
    tx.execute_unprepared(&insert(name)).await?;
    Ok(tx.commit().await?)
}

/// One who writes something, and holds the turn until told to go on or to drop it.
struct Writer {
    at_turn: oneshot::Receiver<()>,
    go_on: oneshot::Sender<()>,
    done: Outcome,
}

/// Who holds the turn.
struct Second {
    go_on: oneshot::Sender<()>,
    done: Outcome,
}

type Outcome = JoinHandle<Result<(), DbErr>>;
type Sql = &'static [&'static str];

const FIRST: &str = "INSERT INTO setting (key, value) VALUES ('t-first', '1')";
const SECOND: &str = "INSERT INTO setting (key, value) VALUES ('t-second', '2')";
const NOWHERE: &str = "INSERT INTO item_subject (item_id, subject) VALUES ('XX-999', 'elder')";

impl Writer {
    fn of(db: &Db, sql: Sql) -> Self {
        let (arrived, at_turn) = oneshot::channel();
        let (go_on, told) = oneshot::channel();
        let db = db.clone();
        let done = tokio::spawn(async move {
            let tx = db.begin().await.unwrap();
            for one in sql {
                tx.execute_unprepared(one).await.unwrap();
            }
            arrived.send(()).unwrap_or_default();
            match told.await {
                Ok(()) => tx.commit().await,
                Err(_) => tx.rollback().await,
            }
        });
        Self { at_turn, go_on, done }
    }
}

/// Two writers in one batch, the first of whom has done its part and waits for its receipt.
async fn two(db: &Db, first: Sql, second: Sql) -> (Outcome, Second) {
    // While somebody writes, both come to wait.
    let held = db.begin().await.unwrap();
    let first = Writer::of(db, first);
    sleep(A_WHILE).await;
    let second = Writer::of(db, second);
    sleep(A_WHILE).await;
    drop(held);
    first.go_on.send(()).unwrap();
    second.at_turn.await.unwrap();
    (first.done, Second { go_on: second.go_on, done: second.done })
}

/// A receipt waits for the commit of all, and one that fails takes nobody with it.
async fn together(portal: TestPortal) {
    let db = &portal.db;
    let (first, second) = two(db, &[FIRST], &[SECOND]).await;
    sleep(A_WHILE).await;
    assert!(!first.is_finished(), "told before it was durable");
    assert_eq!(there(db, "t-%").await, 0, "seen before it was durable");
    drop(second.go_on);
    first.await.unwrap().unwrap();
    assert_eq!(there(db, "t-first").await, 1);
    assert_eq!(there(db, "t-second").await, 0, "what was dropped is gone");
}

/// A commit that fails is told to all whom it concerns, and the next write finds a sound connection.
async fn failing(portal: TestPortal) {
    let db = &portal.db;
    let (first, second) = two(db, &[FIRST], &["PRAGMA defer_foreign_keys = ON", NOWHERE]).await;
    second.go_on.send(()).unwrap();
    assert!(second.done.await.unwrap().is_err());
    assert!(first.await.unwrap().is_err());
    assert_eq!(there(db, "t-%").await, 0);
    kept(db, "t-next").await.unwrap();
    assert_eq!(there(db, "t-%").await, 1);
    let sound = Statement::from_string(db.write.get_database_backend(), "PRAGMA synchronous");
    let row = db.write.query_one_raw(sound).await.unwrap().unwrap();
    assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 2, "a new connection waits for the disk too");
}

/// Who goes away, waiting or writing, leaves nothing and holds up nobody.
async fn gone(portal: TestPortal) {
    let db = &portal.db;
    let held = db.begin().await.unwrap();
    let waiting = db.begin();
    pin_mut!(waiting);
    assert!(waiting.as_mut().now_or_never().is_none());
    let writing = tokio::spawn({
        let db = db.clone();
        async move {
            let tx = db.begin().await.unwrap();
            for n in 0.. {
                tx.execute_unprepared(&insert(&format!("g-{n}"))).await.unwrap();
            }
        }
    });
    drop(held);
    drop(waiting.await.unwrap());
    sleep(A_WHILE).await;
    writing.abort();
    kept(db, "h").await.unwrap();
    assert_eq!(there(db, "g-%").await, 0);
    assert_eq!(there(db, "h").await, 1);
}

/// A queue that is full turns away instead of growing; what it took is written.
async fn crowd(portal: TestPortal) {
    let db = portal.db.clone();
    let held = db.begin().await.unwrap();
    let many = (0..600).map(|n| {
        let db = db.clone();
        tokio::spawn(async move { kept(&db, &format!("c-{n}")).await })
    });
    let many: Vec<_> = many.collect();
    sleep(A_WHILE).await;
    drop(held);
    let outcomes: Vec<Result<(), Error>> =
        join_all(many).await.into_iter().map(|outcome| outcome.unwrap()).collect();
    let refused = |error: &&Error| matches!(error.kind(), Kind::Unavailable);
    let turned_away = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).filter(refused).count();
    let taken = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert!(turned_away > 0, "600 waited where 512 may");
    assert_eq!(taken + turned_away, 600);
    assert_eq!(usize::try_from(there(&db, "c-%").await).unwrap(), taken);
}

/// A long write begins when the receipts before it are given.
async fn alone(portal: TestPortal) {
    let db = &portal.db;
    let first = db.begin().await.unwrap();
    first.execute_unprepared(&insert("a-first")).await.unwrap();
    let long = tokio::spawn({
        let db = db.clone();
        async move { db.begin_alone().await.unwrap() }
    });
    sleep(A_WHILE).await;
    first.commit().await.unwrap();
    assert_eq!(there(db, "a-first").await, 1, "durable while the long one goes on");
    drop(long.await.unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writes_are_made_durable_together() {
    run(Engine::Sqlite, together).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_that_fails_is_told_to_all_and_mended() {
    run(Engine::Sqlite, failing).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_goes_away_holds_up_nobody() {
    run(Engine::Sqlite, gone).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_turns_away() {
    run(Engine::Sqlite, crowd).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_write_keeps_nobody_waiting() {
    run(Engine::Sqlite, alone).await;
}
