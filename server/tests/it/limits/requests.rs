//! One request that is too long, too slow, or not what the address takes.

use super::data::Stored;
use super::{Much, is_page, page, problem, within};
use crate::journeys;
use crate::story::application;
use axum::body::{Body, Bytes};
use futures::{StreamExt as _, stream};
use http::{Method, StatusCode};
use server::middleware::limited::Limited;
use std::convert::Infallible;
use std::time::Duration;

const FILES: &str = "multipart/form-data; boundary=x";

/// A body that begins and never goes on.
fn stalled() -> Body {
    let first = stream::once(async {
        Ok::<_, Infallible>(Bytes::from_static(
            b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4",
        ))
    });
    Body::from_stream(first.chain(stream::pending()))
}

/// A form with one file of so many bytes, in chunks.
fn file(bytes: usize) -> Body {
    let head = Bytes::from_static(
        b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4\n",
    );
    let rest = std::iter::repeat_n(Bytes::from(vec![b' '; 1024]), bytes / 1024);
    let end = Bytes::from_static(b"\r\n--x--\r\n");
    Body::from_stream(stream::iter(std::iter::once(head).chain(rest).chain([end]).map(Ok::<_, Infallible>)))
}

fn post(path: &str) -> Much {
    Much::new(Method::POST, path)
}

journeys! {
    async fn an_address_that_is_too_long_is_told(city: City) {
        let before = Stored::of(&city).await;
        let long = "x".repeat(9000);
        let words = ["什么也没有改动", "nothing was changed"];
        page(&city.app, &Much::new(Method::GET, format!("/items?q={long}")), 414, words).await;
        let most = ["8192 字节", "8192 bytes"];
        problem(&city.app, &Much::new(Method::GET, format!("/api/v1/items?q={long}")), 414, "address_too_long", most).await;
        let just = Much::new(Method::GET, format!("/items/MZ-001?x={}", "x".repeat(300)));
        assert_ne!(just.send(&city.app, ("cookie", "")).await.status, StatusCode::URI_TOO_LONG);
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn header_fields_that_are_too_long_are_told(city: City) {
        let before = Stored::of(&city).await;
        let cookies = "x".repeat(25 * 1024);
        let words = ["Cookie 太多", "too many cookies"];
        page(&city.app, &Much::new(Method::GET, "/my").field("x-much", &cookies), 431, words).await;
        let most = ["24576", "24576"];
        problem(&city.app, &Much::new(Method::GET, "/api/v1/cases").field("x-much", &cookies), 431, "head_too_large", most).await;
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn a_form_that_is_too_long_is_told(city: City) {
        let clerk = city.signed_in("clerk").await;
        let before = Stored::of(&city).await;
        let long = "x".repeat(300 * 1024);
        let words = ["最多收 256 KB", "at most 256 KB"];
        page(&city.app, &post("/sign-in").form(format!("name=clerk&password={long}")), 413, words).await;
        // Without its length said beforehand, too.
        let text = format!("case_no={long}");
        let chunks = post("/track")
            .field("content-type", "application/x-www-form-urlencoded")
            .body(move || Body::from_stream(stream::iter([Ok::<_, Infallible>(Bytes::from(text.clone()))])));
        page(&city.app, &chunks, 413, words).await;
        let mut much = application(61, "王秀英");
        much["form"]["address"] = long.into();
        let told = clerk.submit("k", much).await.problem(413, "too_large");
        assert!(told["detail"].as_str().unwrap().contains("256 KB"), "{}", told.text);
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn files_that_are_too_large_together_are_told(city: City) {
        let citizen = city.citizen(62, "王秀英").await;
        drop(citizen);
        let (app, _) = within(&city, |limits| limits.request = 1024 * 1024);
        let before = Stored::of(&city).await;
        let declared = |path: &str| {
            let form = || Body::from(vec![b'x'; 2 * 1024 * 1024]);
            post(path).field("content-type", FILES).field("content-length", (2 * 1024 * 1024).to_string()).body(form)
        };
        page(&app, &declared("/uploads"), 413, ["最多上传 1 MB", "At most 1 MB"]).await;
        problem(&app, &declared("/api/v1/uploads"), 413, "too_large", ["最多 1 MB", "at most 1 MB"]).await;
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn a_file_longer_than_any_request_is_cut_and_not_kept(city: City) {
        let citizen = city.citizen(63, "王秀英").await;
        let (app, _) = within(&city, |limits| limits.request = 1024 * 1024);
        let citizen = citizen.at(app);
        let before = Stored::of(&city).await;
        let told = citizen.stream("/api/v1/uploads", FILES, file(3 * 1024 * 1024)).await.problem(413, "too_large");
        assert!(told["detail"].as_str().unwrap().contains("1 MB"), "{}", told.text);
        assert_eq!(Stored::of(&city).await, before);
        citizen.stream("/api/v1/uploads", FILES, file(512 * 1024)).await.expect(201);
    }

    async fn who_sends_too_slowly_is_told(city: City) {
        let citizen = city.citizen(64, "王秀英").await;
        let (app, _) = within(&city, |limits| limits.pause = Duration::from_millis(50));
        let before = Stored::of(&city).await;
        let words = ["没有收全", "did not arrive whole"];
        page(&app, &post("/sign-in").form(String::new()).body(stalled), 408, words).await;
        problem(&app, &post("/api/v1/cases").body(stalled), 408, "too_slow", ["没有按时收全", "did not arrive whole"]).await;
        // A file that was begun: nothing of it stays.
        citizen.at(app).stream("/api/v1/uploads", FILES, stalled()).await.problem(408, "too_slow");
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn what_an_address_does_not_take_is_told(city: City) {
        let before = Stored::of(&city).await;
        let told = page(&city.app, &Much::new(Method::DELETE, "/track"), 405, ["不能这样打开", "does not open that way"]).await;
        assert!(told.header("allow").contains("POST"), "{:?}", told.headers);
        problem(&city.app, &Much::new(Method::DELETE, "/api/v1/items"), 405, "method_not_allowed", ["不支持该方法", "does not know that method"]).await;
        let json = post("/track").field("content-type", "application/json").body(|| Body::from("{}"));
        page(&city.app, &json, 415, ["这种格式不收", "This format is not taken"]).await;
        let twice = post("/track").form("case_no=1&case_no=2".into());
        page(&city.app, &twice, 422, ["表单内容不完整", "The form is not complete"]).await;
        let nowhere = post("/uploads").field("content-type", "multipart/form-data").body(|| Body::from("x"));
        page(&city.app, &nowhere, 400, ["请求看不懂", "cannot be read"]).await;
        page(&city.app, &Much::new(Method::GET, "/pkg/no-such-file.css"), 404, ["没有这一页", "There is no such page"]).await;
        problem(&city.app, &Much::new(Method::GET, "/api/v1/nothing"), 404, "not_found", ["没有这项内容", "There is no such thing"]).await;
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn what_another_site_sends_is_told_in_words(city: City) {
        let before = Stored::of(&city).await;
        let foreign = |path| post(path).form("name=x".into()).field("sec-fetch-site", "cross-site");
        page(&city.app, &foreign("/sign-in"), 403, ["不是从本站发出的", "the request came from elsewhere"]).await;
        problem(&city.app, &foreign("/api/v1/session"), 403, "foreign", ["来自其他网站", "came from another site"]).await;
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn too_many_requests_have_their_words_already(city: City) {
        let limited = Limited::TooMany { seconds: 7 };
        let answer = crate::support::Answer::read(limited.answer("/my", &http::HeaderMap::new(), &city.state)).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, "7"));
        assert!(answer.text.contains("请等 7 秒再试"), "{}", answer.text);
        let answer = crate::support::Answer::read(limited.answer("/api/v1/cases", &http::HeaderMap::new(), &city.state)).await;
        assert_eq!(answer.header("retry-after"), "7");
        answer.problem(429, "too_many");
    }

    async fn a_panic_becomes_a_page_with_its_number(city: City) {
        use axum::middleware::from_fn_with_state;
        use axum::routing::get;
        use tower_http::catch_panic::CatchPanicLayer;
        async fn broken() -> StatusCode {
            panic!("on purpose")
        }
        let app = axum::Router::new()
            .route("/broken", get(broken))
            .route("/api/v1/broken", get(broken))
            .layer(CatchPanicLayer::custom(server::middleware::incident::caught))
            .layer(from_fn_with_state(city.state.clone(), server::middleware::spoken::put))
            .layer(axum::middleware::from_fn(server::middleware::headers::security));
        let told = page(&app, &Much::new(Method::GET, "/broken"), 500, ["事件编号", "Incident"]).await;
        is_page(&told, 500, "class=\"incident\"");
        problem(&app, &Much::new(Method::GET, "/api/v1/broken"), 500, "internal", ["事件编号", "incident"]).await;
    }
}
