use super::*;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::middleware::from_fn;
use axum::routing::get;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use tokio::task::JoinSet;
use tower::ServiceExt as _;

/// A portal of one page, which says how often it was made, with the status it is told.
struct Portal {
    shelf: Shelf<&'static str>,
    app: Router,
    made: Arc<AtomicUsize>,
    status: Arc<AtomicU16>,
}

impl Portal {
    fn new() -> Self {
        let (made, status) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicU16::new(200)));
        let shelf = Shelf::new(|key: &&str| key.len());
        let (count, tell, keep) = (Arc::clone(&made), Arc::clone(&status), shelf.clone());
        let handler = move || {
            let (count, tell) = (Arc::clone(&count), Arc::clone(&tell));
            async move {
                tokio::time::sleep(Duration::from_millis(30)).await;
                let n = count.fetch_add(1, Ordering::SeqCst) + 1;
                (StatusCode::from_u16(tell.load(Ordering::SeqCst)).unwrap(), format!("made {n} times"))
            }
        };
        let keep = from_fn(move |request, next| {
            let shelf = keep.clone();
            async move { shelf.serve("page", request, next).await }
        });
        Self { shelf, app: Router::new().route("/", get(handler)).layer(keep), made, status }
    }

    async fn ask(app: Router) -> (u16, String) {
        let answer = app.oneshot(Request::new(Body::empty())).await.unwrap();
        let status = answer.status().as_u16();
        let body = to_bytes(answer.into_body(), 1000).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn crowd(&self, many: usize) -> Vec<(u16, String)> {
        let mut all: JoinSet<_> = (0..many).map(|_| Self::ask(self.app.clone())).collect();
        let mut answers = Vec::new();
        while let Some(answer) = all.join_next().await {
            answers.push(answer.unwrap());
        }
        answers
    }

    async fn grow_old(&self) {
        self.shelf.pages.get("page").await.unwrap().grow_old();
    }
}

#[tokio::test]
async fn a_crowd_has_its_page_made_once() {
    let portal = Portal::new();
    for answer in portal.crowd(50).await {
        assert_eq!(answer, (200, "made 1 times".to_owned()));
    }
    assert_eq!(portal.made.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn an_old_page_is_shown_while_one_request_makes_it_anew() {
    let portal = Portal::new();
    portal.crowd(1).await;
    portal.grow_old().await;
    let answers = portal.crowd(50).await;
    assert_eq!(answers.iter().filter(|(_, text)| text == "made 1 times").count(), 49);
    assert_eq!(portal.made.load(Ordering::SeqCst), 2);
    assert_eq!(Portal::ask(portal.app.clone()).await.1, "made 2 times");
}

#[tokio::test]
async fn an_old_page_is_shown_while_the_portal_cannot_make_it() {
    let portal = Portal::new();
    portal.crowd(1).await;
    portal.grow_old().await;
    portal.status.store(503, Ordering::SeqCst);
    assert_eq!(Portal::ask(portal.app.clone()).await, (200, "made 1 times".to_owned()));
    portal.status.store(404, Ordering::SeqCst);
    portal.grow_old().await;
    assert_eq!(Portal::ask(portal.app.clone()).await.0, 404);
    assert_eq!(Portal::ask(portal.app.clone()).await.0, 404);
}

#[tokio::test]
async fn a_refusal_is_told_to_each_and_never_kept() {
    let portal = Portal::new();
    portal.status.store(503, Ordering::SeqCst);
    assert!(portal.crowd(5).await.iter().all(|(status, _)| *status == 503));
    portal.status.store(200, Ordering::SeqCst);
    assert_eq!(Portal::ask(portal.app.clone()).await.0, 200);
}

#[tokio::test]
async fn who_gives_up_waiting_does_not_stop_the_others() {
    let portal = Portal::new();
    let first = tokio::spawn(Portal::ask(portal.app.clone()));
    tokio::time::sleep(Duration::from_millis(5)).await;
    let second = tokio::spawn(Portal::ask(portal.app.clone()));
    tokio::time::sleep(Duration::from_millis(5)).await;
    first.abort();
    assert_eq!(second.await.unwrap(), (200, "made 1 times".to_owned()));
}
