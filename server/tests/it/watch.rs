//! 电子监察 over HTTP: who may see alerts and orders, and what is told of wrong input.

use crate::journeys;
use crate::story::application;
use crate::support::{Answer, City, Client};
use backend::testing::PASSWORD;
use http::Method;
use serde_json::json;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Somebody at the pages.
struct Seat {
    client: Client,
    cookie: String,
}

impl Seat {
    async fn of(city: &City, name: &str) -> Self {
        let client = city.client();
        let body = format!("name={name}&password={PASSWORD}");
        let answer = client.send(Method::POST, "/sign-in", &[FORM], Some(body)).await.expect(303);
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        Self { client, cookie }
    }

    async fn get(&self, path: &str) -> Answer {
        self.client.send(Method::GET, path, &[("cookie", &self.cookie)], None).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.client.send(Method::POST, path, &[("cookie", &self.cookie), FORM], Some(body)).await
    }
}

/// A refusal that says nothing of remedies: a red card.
async fn refused(city: &City, n: u16) -> String {
    let clerk = city.signed_in("clerk").await;
    let reviewer = city.signed_in("reviewer").await;
    let case_no = clerk.submit(&format!("w{n}"), application(n, "王秀英")).await.expect(201).case_no();
    for action in ["take", "accept"] {
        reviewer.act(&case_no, json!({ "action": action })).await.expect(200);
    }
    let refuse = json!({ "action": "refuse", "opinion": "不符合条件。", "reason": "不符合条件。" });
    reviewer.act(&case_no, refuse).await.expect(200);
    case_no
}

journeys! {
    async fn programs_of_supervision_list_alerts(city: City) {
        let (first, second) = (refused(&city, 81).await, refused(&city, 82).await);
        let supervisor = city.signed_in("supervisor").await;
        let page = supervisor.get("/api/v1/supervision/alerts?limit=1&rule=no_remedy").await.expect(200);
        assert_eq!((&page["total"], &page["items"][0]["card"]), (&json!(2), &json!("red")), "{}", page.text);
        let cursor = page["next_cursor"].as_str().unwrap();
        let next = supervisor.get(&format!("/api/v1/supervision/alerts?rule=no_remedy&cursor={cursor}")).await;
        let mut told = [page["items"][0]["case_no"].clone(), next["items"][0]["case_no"].clone()];
        told.sort_by_key(ToString::to_string);
        let mut known = [json!(first), json!(second)];
        known.sort_by_key(ToString::to_string);
        assert_eq!(told, known);
        assert_eq!(supervisor.get("/api/v1/supervision/alerts?card=yellow").await["total"], 0);
        let wrong = supervisor.get("/api/v1/supervision/alerts?state=gone&from=soon").await.expect(422);
        assert!(wrong.field("state").is_some() && wrong.field("from").is_some(), "{}", wrong.text);
        for name in ["reviewer", "head", "clerk"] {
            city.signed_in(name).await.get("/api/v1/supervision/alerts").await.expect(403);
        }
        city.client().get("/api/v1/supervision/alerts").await.expect(401);
    }

    async fn an_order_is_for_supervision_and_for_the_head_alone(city: City) {
        let case_no = refused(&city, 83).await;
        let supervisor = Seat::of(&city, "supervisor").await;
        let list = supervisor.get("/supervise/watch").await.expect(200);
        assert!(list.text.contains(&format!("/supervise/cases/{case_no}#event-")), "{}", list.text);
        let alerts = city.signed_in("supervisor").await.get("/api/v1/supervision/alerts").await;
        let alert = alerts["items"][0]["id"].as_str().unwrap().to_owned();
        supervisor.get(&format!("/supervise/orders/new?alert={alert}")).await.expect(200);
        let words = [("alert", alert.as_str()), ("card", "red"), ("workdays", "3"), ("words", "")];
        let empty = supervisor.post("/supervise/orders", &words).await.expect(422);
        assert!(empty.text.contains("error-summary"));
        let words = [("alert", alert.as_str()), ("card", "red"), ("workdays", "3"), ("words", "请说明原因")];
        let issued = supervisor.post("/supervise/orders", &words).await.expect(303);
        let order = issued.header("location").rsplit('/').next().unwrap().to_owned();
        // Issued already: what was typed is shown again.
        let again = supervisor.post("/supervise/orders", &words).await.expect(409);
        assert!(again.text.contains("请说明原因"), "{}", again.text);

        let head = Seat::of(&city, "head").await;
        let list = head.get("/review/orders").await.expect(200);
        assert!(list.text.contains(&format!("/review/orders/{order}")), "{}", list.text);
        let path = format!("/review/orders/{order}");
        assert!(head.get(&path).await.expect(200).text.contains("请说明原因"));
        let long = "长".repeat(2001);
        let wrong = head.post(&format!("{path}/answer"), &[("version", "1"), ("words", &long)]).await.expect(422);
        assert!(wrong.text.contains(&long), "what was typed is kept");
        let stale = head.post(&format!("{path}/answer"), &[("version", "7"), ("words", "已整改")]).await.expect(409);
        assert!(stale.text.contains("已整改"));
        head.post(&format!("{path}/answer"), &[("version", "1"), ("words", "已整改")]).await.expect(303);

        for name in ["reviewer", "reviewer-ga", "clerk"] {
            let other = Seat::of(&city, name).await;
            for path in ["/review/orders", &path, "/supervise/watch", "/supervise/orders", "/supervise/rules"] {
                other.get(path).await.expect(404);
            }
            other.post(&format!("{path}/answer"), &[("version", "2"), ("words", "x")]).await.expect(404);
            other.post("/supervise/rules/over_promise", &[("do", "save")]).await.expect(404);
        }
        let act = format!("/supervise/orders/{order}/act");
        let fields = [("version", "2"), ("action", "send_back"), ("workdays", "2"), ("words", "")];
        supervisor.post(&act, &fields).await.expect(422);
        supervisor.post(&act, &[("version", "2"), ("action", "accept")]).await.expect(303);
        supervisor.post(&act, &[("version", "3"), ("action", "close")]).await.expect(303);
        assert!(supervisor.get(&format!("/supervise/watch/{alert}")).await.expect(200).text.contains("已销号"));
    }

    async fn a_rule_is_tried_and_nonsense_is_told(city: City) {
        let supervisor = Seat::of(&city, "supervisor").await;
        let path = "/supervise/rules/over_promise";
        let page = supervisor.get(path).await.expect(200);
        assert!(page.text.contains("超承诺时限"));
        let fields = |threshold, what| {
            [("revision", "1"), ("on", "on"), ("threshold", threshold), ("card", "yellow"), ("reply", "3"), ("do", what)]
        };
        let tried = supervisor.post(path, &fields("4", "try")).await.expect(200);
        assert!(tried.text.contains("还没有保存"));
        supervisor.post(path, &fields("many", "")).await.expect(422);
        supervisor.post(path, &fields("4", "")).await.expect(303);
        supervisor.post(path, &fields("5", "")).await.expect(409);
        supervisor.get("/supervise/rules/none").await.expect(404);
    }
}
