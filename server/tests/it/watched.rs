//! What operators see: a log, traces and numbers that name every request and no person, and files of
//! deployment that name only what there is.

mod collector;
mod deployed;
mod portal;

use crate::journeys;
use crate::secrets::search::Needles;
use crate::support::{City, number};
use backend::testing::PASSWORD;
use collector::Collector;
use portal::{Portal, field};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of a trace that began before the portal.
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
/// A number that nobody in the city has.
const STRANGER: u16 = 77;

/// Numbers wherever a caller may put them.
async fn asked_everything(portal: &Portal) {
    let id = number(STRANGER).reveal().to_owned();
    let parent = format!("traceparent: 00-{TRACE}-00f067aa0ba902b7-01\r\n");
    let body = json!({ "username": id, "password": format!("{id}{id}") }).to_string();
    portal.post("/api/v1/session", &parent, &body).await;
    portal.post("/api/v1/persons/lookup", "", &json!({ "id_number": id }).to_string()).await;
    portal.post(&format!("/api/v1/cases/{id}/actions?of={id}"), "", &format!("{{{id}")).await;
    portal.post(&format!("/{id}"), "origin: https://elsewhere.example\r\n", "{}").await;
    portal
        .post(
            "/sign-in",
            "content-type: application/x-www-form-urlencoded\r\n",
            &format!("username={id}&password={id}"),
        )
        .await;
    let headers = format!(
        "x-request-id: {id}\r\nuser-agent: {id}\r\nreferer: http://x/{id}\r\ncookie: yihao_session={id}\r\n\
         authorization: Bearer {id}\r\ntraceparent: {id}\r\naccept-language: {id}\r\nidempotency-key: {id}\r\n"
    );
    for path in [
        format!("/{id}"),
        format!("/track?case_no={id}&code={id}"),
        format!("/api/v1/items?q={id}"),
        format!("/api/v1/persons/{id}"),
    ] {
        let answer = portal.send("GET", &path, &headers, "").await;
        assert!(answer.status < 500, "{path}: {}", answer.status);
        assert_ne!(answer.header("x-request-id"), id);
    }
    portal.send(&id, "/", "", "").await;
}

/// A fault of ours: its number stands in the answer and in the log, beside the number of the request.
async fn broken(city: &City, portal: &Portal) -> String {
    let body = json!({ "username": "clerk", "password": PASSWORD }).to_string();
    let token = portal.post("/api/v1/session", "", &body).await.json()["token"].as_str().unwrap().to_owned();
    city.services
        .db
        .write
        .execute_unprepared("ALTER TABLE case_file RENAME TO case_file_gone")
        .await
        .unwrap();
    let headers = format!("authorization: Bearer {token}\r\nx-request-id: the-one-that-failed\r\n");
    let answer = portal.send("GET", "/api/v1/cases", &headers, "").await;
    city.services
        .db
        .write
        .execute_unprepared("ALTER TABLE case_file_gone RENAME TO case_file")
        .await
        .unwrap();
    assert_eq!(
        (answer.status, answer.header("x-request-id")),
        (500, "the-one-that-failed".to_owned()),
        "{}",
        answer.text
    );
    answer.text
}

fn names(metrics: &str) -> BTreeSet<String> {
    let series = metrics.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    series.map(|line| line.split(['{', ' ']).next().unwrap().to_owned()).collect()
}

journeys! {
    async fn a_portal_tells_of_requests_and_of_nobody(city: City) {
        let collector = Collector::start().await;
        let portal = Portal::serve(&city, &[("YIHAO_OTLP", &collector.url), ("RUST_LOG", "debug")]).await;
        asked_everything(&portal).await;
        let named = portal.send("GET", "/", "x-request-id: edge-0000-17\r\n", "").await;
        assert_eq!(named.header("x-request-id"), "edge-0000-17");
        let failed = broken(&city, &portal).await;
        portal.looked().await;
        let metrics = portal.send("GET", "/metrics", "", "").await.text;
        let log = portal.stop().await;
        let traces = collector.heard();

        for (what, text) in [("log", log.as_bytes()), ("metrics", metrics.as_bytes()), ("traces", &traces.raw)] {
            assert_eq!(Needles::of([number(STRANGER).reveal()]).found(text), [], "{what}");
        }
        let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect();
        let of = |id: &str| lines.iter().filter(|line| line["span"]["request_id"] == id).collect::<Vec<_>>();
        let told = of("edge-0000-17");
        assert!(told.iter().any(|line| line["status"] == 200 && line["span"]["route"] == "/" && line["seconds"].is_f64()), "{told:?}");
        let incident = of("the-one-that-failed").iter().find_map(|line| line["incident"].as_str()).unwrap().to_owned();
        assert!(failed.contains(&incident), "{incident} in {failed}");

        let span = traces.spans.iter().find(|span| span.name == "POST /api/v1/session").unwrap();
        assert_eq!(hex::encode(&span.trace_id), TRACE, "the trace of the caller goes on");
        assert_eq!((field(span, "http.route"), field(span, "http.response.status_code")), ("/api/v1/session".into(), "401".into()));
        assert!(traces.spans.iter().any(|span| field(span, "request_id") == "edge-0000-17"));
        assert!(traces.service.contains("yihao"));

        deployed::only_what_is_told(&names(&metrics));
        for name in names(&metrics).iter().filter(|name| name.starts_with("yihao_")) {
            let name = deployed::family(name);
            assert!(metrics.contains(&format!("# HELP {name} ")), "nobody has said what {name} is");
        }
    }
}
