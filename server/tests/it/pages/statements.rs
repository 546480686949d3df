//! How often a page asks the database. A page that is kept does not; one with a name on it asks who
//! reads it, and nothing else that is the same for everybody.

use super::{GUIDE, session};
use crate::story::application;
use crate::support::{City, number};
use backend::testing::{Engine, TestPortal, run};
use http::Method;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A city, and the number of statements that it has read with.
async fn counted(mut portal: TestPortal) -> (City, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counting = Arc::clone(&count);
    portal.portal.db.read.set_metric_callback(move |_| {
        counting.fetch_add(1, Ordering::SeqCst);
    });
    (City::new(portal).await, count)
}

async fn pages(portal: TestPortal) {
    let (city, count) = counted(portal).await;
    city.citizen(1, "欧阳明月").await;
    let receipt =
        city.signed_in("clerk").await.submit("count-1", application(1, "欧阳明月")).await.expect(201);
    let tracked =
        format!("case_no={}&query_code={}", receipt.case_no(), receipt["query_code"].as_str().unwrap());
    let (citizen, clerk) = (session(&city, number(1).reveal()).await, session(&city, "clerk").await);
    let nobody = "yihao_lang=zh";
    for (method, path, cookie, most) in [
        (Method::GET, GUIDE, nobody, 0),
        (Method::GET, "/items", nobody, 0),
        (Method::GET, "/", nobody, 0),
        (Method::GET, GUIDE, citizen.as_str(), 1),
        (Method::GET, "/items", citizen.as_str(), 1),
        (Method::GET, "/help", clerk.as_str(), 1),
        (Method::GET, "/", clerk.as_str(), 1),
        (Method::POST, "/track", nobody, 2),
    ] {
        let client = city.client();
        let mut asked = Vec::new();
        for _ in 0..2 {
            let before = count.load(Ordering::SeqCst);
            let body = (method == Method::POST).then(|| tracked.clone());
            let kind = ("content-type", "application/x-www-form-urlencoded");
            client.send(method.clone(), path, &[("cookie", cookie), kind], body).await.expect(200);
            asked.push(count.load(Ordering::SeqCst) - before);
        }
        // The first time the page may have had to be made.
        assert_eq!(asked[1], most, "{method} {path} {cookie}: {asked:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    run(Engine::Sqlite, pages).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    run(Engine::Postgres, pages).await;
}
