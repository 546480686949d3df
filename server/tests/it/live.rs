//! Figures that move while one looks: told after a commit of any server, to those who may see them.

use crate::journeys;
use crate::story::application;
use crate::support::{City, Client, number};
use axum::Router;
use axum::body::{Body, BodyDataStream};
use backend::testing::{self, PASSWORD};
use futures::StreamExt as _;
use http::{Request, StatusCode, header};
use serde_json::Value;
use tower::ServiceExt as _;

const YEAR: &str = "/supervise/live?from=2026-01-01&to=2026-12-31&by=item";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// The cookie of somebody who signs in at a browser.
async fn cookie(city: &City, username: &str) -> String {
    let body = format!("name={username}&password={PASSWORD}");
    let answer = city.client().send(http::Method::POST, "/sign-in", &[FORM], Some(body)).await.expect(303);
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

/// A line that is open.
struct Line {
    body: BodyDataStream,
    heard: String,
}

impl Line {
    async fn open(app: &Router, cookie: &str) -> Self {
        let answer = ask(app, cookie).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
        assert_eq!(answer.headers()["x-accel-buffering"], "no");
        Self { body: answer.into_body().into_data_stream(), heard: String::new() }
    }

    /// What is told next, with its name; nothing at the end. Signs of life are passed over.
    async fn next(&mut self) -> Option<(String, String)> {
        loop {
            while let Some((event, rest)) = self.heard.split_once("\n\n") {
                let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
                let told = field("event: ").zip(field("data: "));
                let told = told.map(|(name, data)| (name.to_owned(), data.to_owned()));
                self.heard = rest.to_owned();
                if told.as_ref().is_some_and(|(name, _)| name != "beat") {
                    return told;
                }
            }
            let piece = self.body.next().await?.unwrap();
            self.heard.push_str(std::str::from_utf8(&piece).unwrap());
        }
    }

    /// The figures told next.
    async fn figures(&mut self) -> Value {
        let (name, data) = self.next().await.unwrap();
        assert_eq!(name, "figures");
        serde_json::from_str(&data).unwrap()
    }
}

async fn ask(app: &Router, cookie: &str) -> axum::response::Response {
    let request = Request::get(YEAR).header(header::HOST, "127.0.0.1:3000").header(header::COOKIE, cookie);
    app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

journeys! {
    async fn what_another_server_takes_in_is_told_until_one_signs_out(city: City) {
        let cookie = cookie(&city, "supervisor").await;
        let mut line = Line::open(&city.app, &cookie).await;
        let first = line.figures().await;
        assert_eq!((&first["received"], &first["completion_rate"]), (&"0".into(), &"—".into()), "{first}");

        testing::citizen(&city.services, number(71), "李桂兰").await;
        let beside = Client::new(city.another().await).sign_in(number(71).reveal(), PASSWORD).await;
        beside.submit("k", application(71, "李桂兰")).await.expect(201);
        let news = line.figures().await;
        assert_eq!((&news["received"], &news["received@MZ-001"]), (&"1".into(), &"1".into()), "{news}");
        assert_eq!(news.get("closed"), None, "only what has changed: {news}");

        let headers = [("cookie", cookie.as_str()), FORM];
        city.client().send(http::Method::POST, "/sign-out", &headers, None).await.expect(303);
        assert_eq!(line.next().await, Some(("over".to_owned(), "session".to_owned())));
        assert_eq!(line.next().await, None);
        assert_eq!(ask(&city.app, &cookie).await.status(), StatusCode::UNAUTHORIZED);
    }

    async fn only_supervisors_follow_and_each_a_few_times(city: City) {
        assert_eq!(ask(&city.app, "yihao=nobody").await.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(ask(&city.app, &cookie(&city, "reviewer").await).await.status(), StatusCode::NOT_FOUND);
        let cookie = cookie(&city, "supervisor").await;
        let mut lines = Vec::new();
        for _ in 0..8 {
            lines.push(Line::open(&city.app, &cookie).await);
        }
        let ninth = ask(&city.app, &cookie).await;
        assert_eq!(ninth.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(ninth.headers()[header::RETRY_AFTER], "30");
        lines.pop();
        Line::open(&city.app, &cookie).await.figures().await;
    }

    async fn every_line_ends_when_the_server_stops(city: City) {
        let mut line = Line::open(&city.app, &cookie(&city, "supervisor").await).await;
        line.figures().await;
        city.state.live.end();
        assert_eq!(line.next().await, None);
    }
}
