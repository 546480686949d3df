//! More requests than places: who is told to come back, and who goes on undisturbed.

use super::data::Stored;
use super::{Much, page, problem, within};
use crate::journeys;
use crate::story::application;
use crate::support::Client;
use backend::db::{Db, Tx};
use http::Method;
use sea_orm::{DatabaseTransaction, TransactionTrait as _};
use server::middleware::admission::{Class, Place};
use server::middleware::limits::{Capacity, Limits};
use server::state::AppState;
use std::time::Duration;

/// Places, and nobody may wait.
fn no_queue(limits: &mut Limits) {
    let capacity = Capacity { each_core: 1, queue: 0, wait: Duration::from_secs(60) };
    *limits = Limits {
        public: capacity,
        citizens: capacity,
        staff: capacity,
        intake: capacity,
        doors: capacity,
        uploads: capacity,
        exports: capacity,
        files: capacity,
        ..limits.clone()
    };
}

/// Takes every place of a kind.
async fn crowd(state: &AppState, class: Class) -> Vec<Place> {
    let mut places = Vec::new();
    while let Ok(place) = state.gates.of(class).unwrap().enter().await {
        places.push(place);
    }
    assert!(!places.is_empty());
    places
}

/// Keeps the database from everybody else.
async fn every_connection(db: &Db) -> (Tx, Vec<DatabaseTransaction>) {
    let (writer, mut readers) = (db.begin().await.unwrap(), Vec::new());
    // On PostgreSQL, the writer's is of the same pool.
    let most = db.pools()[0].most - if db.is_sqlite() { 0 } else { 1 };
    for _ in 0..most {
        readers.push(db.read.begin().await.unwrap());
    }
    (writer, readers)
}

/// A form, as anybody sends it.
fn track() -> Much {
    Much::new(Method::POST, "/track").form("case_no=260213000000000&query_code=12345678".into())
}

journeys! {
    async fn a_full_queue_is_told_and_nothing_was_done(city: City) {
        let clerk = city.signed_in("clerk").await;
        let (app, state) = within(&city, no_queue);
        let clerk = clerk.at(app.clone());
        let before = Stored::of(&city).await;
        let public = crowd(&state, Class::Public).await;
        let told = page(&app, &track(), 503, ["10 秒后重新加载这一页", "In 10 seconds reload this page"]).await;
        assert_eq!(told.header("retry-after"), "10");
        assert!(told.text.contains("nothing was changed"), "{}", told.text);
        let told = page(&app, &Much::new(Method::GET, "/track"), 503, ["请 10 秒后再试", "Try again in 10 seconds"]).await;
        assert_eq!(told.header("retry-after"), "10");
        let told = problem(&app, &Much::new(Method::GET, "/api/v1/items"), 503, "busy", ["10 秒后重新发送", "again in 10 seconds"]).await;
        assert_eq!(told.header("retry-after"), "10");
        let intakes = crowd(&state, Class::Intake).await;
        let told = clerk.submit("k", application(70, "王秀英")).await.problem(503, "busy");
        assert_eq!(told.header("retry-after"), "10");
        assert_eq!(Stored::of(&city).await, before);
        // Afterwards the same request is taken.
        drop((public, intakes));
        clerk.submit("k", application(70, "王秀英")).await.expect(201);
        assert_eq!(track().send(&app, ("cookie", "")).await.status.as_u16(), 404);
    }

    async fn a_flood_of_pages_leaves_counters_and_operators_their_places(city: City) {
        let clerk = city.signed_in("clerk").await;
        let (app, state) = within(&city, no_queue);
        let (clerk, anybody) = (clerk.at(app.clone()), Client::new(app.clone()));
        anybody.get("/").await.expect(200);
        let _public = crowd(&state, Class::Public).await;
        let _citizens = crowd(&state, Class::Citizens).await;
        let _files = crowd(&state, Class::Files).await;
        anybody.get("/track").await.expect(503);
        clerk.submit("k", application(71, "王秀英")).await.expect(201);
        clerk.get("/api/v1/cases").await.expect(200);
        for path in ["/healthz", "/readyz", "/metrics"] {
            anybody.get(path).await.expect(200);
        }
        // What is kept needs no place; what has to be made does.
        anybody.get("/").await.expect(200);
        anybody.get("/help").await.expect(503);
        let figures = anybody.get("/metrics").await.text;
        for figure in [
            "yihao_admission_refused_total{class=\"public\",reason=\"full\"}",
            "yihao_in_flight{class=\"public\"}",
            "yihao_admission_queue_depth{class=\"public\"} ",
        ] {
            assert!(figures.contains(figure), "{figure} is not in {figures}");
        }
    }

    async fn work_that_takes_too_long_is_told_and_undone(city: City) {
        let clerk = city.signed_in("clerk").await;
        let (app, _) = within(&city, |limits| limits.work_time = Duration::from_millis(50));
        let clerk = clerk.at(app.clone());
        let before = Stored::of(&city).await;
        let taken = every_connection(&city.services.db).await;
        let told = clerk.submit("k", application(72, "王秀英")).await.problem(503, "too_late");
        assert!(!told.header("retry-after").is_empty());
        let door = Much::new(Method::POST, "/sign-in").form("name=clerk&password=wrong-password".into());
        page(&app, &door, 503, ["可能已经办了，也可能没有", "may have been done or not"]).await;
        let told = clerk.get("/api/v1/cases").await.problem(503, "too_late");
        assert!(told["detail"].as_str().unwrap().contains("什么也没有改动"), "{}", told.text);
        drop(taken);
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn forms_that_arrive_have_bounded_room(city: City) {
        let (app, _) = within(&city, |limits| limits.arriving = 10);
        let before = Stored::of(&city).await;
        page(&app, &track(), 503, ["没有收下", "was not taken"]).await;
        assert_eq!(Stored::of(&city).await, before);
        let (app, _) = within(&city, |limits| limits.arriving = 1000);
        for _ in 0..40 {
            assert_eq!(track().send(&app, ("cookie", "")).await.status.as_u16(), 404, "room is given back");
        }
    }
}
