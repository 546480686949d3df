//! Casework by law over HTTP: clocks that stop, extensions, marks; and each kind of wrong input, which
//! is told in a sentence and changes nothing.

use crate::journeys;
use crate::story::application;
use crate::support::{Answer, City, Client, number};
use backend::testing::PASSWORD;
use chrono::{Days, NaiveDate};
use http::Method;
use serde_json::{Value, json};

/// A case of the `n`-th person in the hands of `reviewer`, accepted.
async fn accepted(city: &City, n: u16) -> (Client, String) {
    let clerk = city.signed_in("clerk").await;
    let reviewer = city.signed_in("reviewer").await;
    let case_no = clerk.submit(&format!("k{n}"), application(n, "王秀英")).await.expect(201).case_no();
    for action in ["take", "accept"] {
        reviewer.act(&case_no, json!({ "action": action })).await.expect(200);
    }
    (reviewer, case_no)
}

async fn version(client: &Client, case_no: &str) -> Value {
    client.get(&format!("/api/v1/cases/{case_no}")).await["version"].clone()
}

fn from_today(city: &City, days: u64) -> NaiveDate {
    city.services.clock.today().checked_add_days(Days::new(days)).unwrap()
}

fn suspend(expected: NaiveDate) -> Value {
    json!({ "action": "suspend", "procedure": "appraisal", "reason": "笔迹需要鉴定", "expected": expected })
}

/// A reviewer at the pages.
async fn cookie(client: &Client, name: &str) -> String {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let body = format!("name={name}&password={PASSWORD}");
    let answer = client.send(Method::POST, "/sign-in", &form, Some(body)).await.expect(303);
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

async fn post(client: &Client, cookie: &str, case_no: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let headers = [("cookie", cookie), ("content-type", "application/x-www-form-urlencoded")];
    let path = format!("/review/cases/{case_no}/actions");
    client.send(Method::POST, &path, &headers, Some(body)).await
}

journeys! {
    async fn a_clock_stops_says_why_and_runs_again(city: City) {
        let (reviewer, case_no) = accepted(&city, 71).await;
        let stopped = reviewer.act(&case_no, suspend(from_today(&city, 7))).await.expect(200);
        assert_eq!((&stopped["status"], &stopped["promised_due"]), (&json!("suspended"), &Value::Null));
        let stop = &stopped["work"]["suspensions"][0];
        assert_eq!((&stop["procedure"], &stop["reason"], &stop["until"]), (&json!("appraisal"), &json!("笔迹需要鉴定"), &Value::Null));
        let running = reviewer.act(&case_no, json!({ "action": "resume", "reason": "鉴定完成" })).await.expect(200);
        assert_eq!(running["status"], "review");
        assert!(running["promised_due"].is_string(), "{}", running.text);
        assert_eq!(running["work"]["suspensions"][0]["until"], json!(city.services.clock.today()));
    }

    async fn a_head_approves_one_extension_and_refuses_another(city: City) {
        let head = city.signed_in("head").await;
        for (n, action) in [(72, "approve_extension"), (73, "refuse_extension")] {
            let (reviewer, case_no) = accepted(&city, n).await;
            let ask = json!({ "action": "ask_extension", "workdays": 5, "reason": "需要异地核实" });
            let asked = reviewer.act(&case_no, ask.clone()).await.expect(200);
            assert_eq!(asked["work"]["extension_request"]["workdays"], 5);
            assert_eq!(head.get("/api/v1/cases?extension=true").await["total"], 1);
            reviewer.act(&case_no, json!({ "action": action, "opinion": "x" })).await.problem(403, "not_yours");
            let answered = head.act(&case_no, json!({ "action": action, "opinion": "情况属实" })).await.expect(200);
            assert_eq!(answered["work"]["extension_request"], Value::Null);
            let moved = answered["promised_due"] != asked["promised_due"];
            assert_eq!(moved, action == "approve_extension", "{}", answered.text);
            let code = if moved { "extended_once" } else { "" };
            let again = reviewer.act(&case_no, ask).await;
            if moved { drop(again.problem(422, code)) } else { drop(again.expect(200)) }
            if !moved { head.act(&case_no, json!({ "action": action, "opinion": "不必" })).await.expect(200); }
        }
        assert_eq!(head.get("/api/v1/cases?extension=true").await["total"], 0);
    }

    async fn nobody_approves_what_they_asked_for(city: City) {
        let clerk = city.signed_in("clerk").await;
        let head = city.signed_in("head").await;
        let case_no = clerk.submit("k", application(74, "王秀英")).await.expect(201).case_no();
        for action in [json!({ "action": "take" }), json!({ "action": "accept" }), json!({ "action": "ask_extension", "workdays": 3, "reason": "核实" })] {
            head.act(&case_no, action).await.expect(200);
        }
        let own = head.act(&case_no, json!({ "action": "approve_extension", "opinion": "同意" })).await.problem(403, "own_request");
        assert!(own["detail"].as_str().unwrap().contains("另一位负责人"), "{}", own.text);
    }

    async fn what_is_wrong_changes_nothing(city: City) {
        let (reviewer, case_no) = accepted(&city, 75).await;
        let before = version(&reviewer, &case_no).await;
        let past = reviewer.act(&case_no, suspend(city.services.clock.today())).await.problem(422, "invalid");
        assert_eq!(past.field("expected"), Some("past"));
        let resume = json!({ "action": "resume", "reason": "x" });
        let early = reviewer.act(&case_no, resume).await.problem(422, "wrong_status");
        assert!(early["detail"].as_str().unwrap().contains("恢复计时"), "{}", early.text);
        let mut stale = suspend(from_today(&city, 7));
        stale["version"] = json!(1);
        reviewer.act(&case_no, stale).await.problem(409, "stale");
        let clerk = city.signed_in("clerk").await;
        clerk.act(&case_no, suspend(from_today(&city, 7))).await.problem(403, "not_yours");
        let colleague = city.signed_in("reviewer-two").await;
        colleague.act(&case_no, suspend(from_today(&city, 7))).await.problem(422, "held");
        let mut stranger = suspend(from_today(&city, 7));
        stranger["version"] = before.clone();
        city.signed_in("reviewer-ga").await.act(&case_no, stranger).await.problem(404, "not_found");
        for (body, field, code) in [
            (json!({ "action": "suspend", "reason": "x", "expected": "2099-01-01" }), "procedure", "missing"),
            (json!({ "action": "suspend", "reason": "x", "procedure": "hearing", "expected": "soon" }), "expected", "date"),
            (json!({ "action": "ask_extension", "workdays": 99, "reason": "x" }), "workdays", "range"),
            (json!({ "action": "hand_over", "reason": "x" }), "to", "missing"),
            (json!({ "action": "give_opinion", "step": "a" }), "agrees", "missing"),
            (json!({ "action": "deem_accept" }), "action", "choice"),
        ] {
            let answer = reviewer.act(&case_no, body).await.problem(422, "invalid");
            assert_eq!(answer.field(field), Some(code), "{}", answer.text);
        }
        reviewer.act(&case_no, json!({ "action": "give_opinion", "step": "a", "agrees": true, "opinion": "x" })).await.problem(422, "no_step");
        reviewer.act(&case_no, json!({ "action": "terminate" })).await.problem(422, "missing");
        assert_eq!(version(&reviewer, &case_no).await, before);
    }

    async fn the_pages_say_the_same_and_keep_what_was_typed(city: City) {
        let (reviewer, case_no) = accepted(&city, 76).await;
        let before = version(&reviewer, &case_no).await;
        let (client, now) = (city.client(), before.to_string());
        let cookie = cookie(&client, "reviewer").await;
        let past = [("action", "suspend"), ("form", "suspend"), ("version", now.as_str()), ("procedure", "hearing"), ("reason", "要开听证会"), ("expected", "2020-01-01")];
        let page = post(&client, &cookie, &case_no, &past).await.expect(422);
        assert!(page.text.contains("日期已经过去") && page.text.contains("要开听证会") && page.text.contains("2020-01-01"), "{}", page.text);
        let end = [("action", "terminate"), ("version", now.as_str()), ("reason", "申请人已去世")];
        let page = post(&client, &cookie, &case_no, &end).await.expect(422);
        assert!(page.text.contains("申请人已去世") && page.text.contains("name=\"confirm\""), "{}", page.text);
        let wrong = [("action", "resume"), ("version", now.as_str()), ("reason", "写了半天")];
        let page = post(&client, &cookie, &case_no, &wrong).await.expect(422);
        assert!(page.text.contains("不能“恢复计时”") && page.text.contains("写了半天"), "{}", page.text);
        let stale = [("action", "decide"), ("form", "decide-granted"), ("outcome", "granted"), ("version", "1"), ("reason", "写了半天")];
        let page = post(&client, &cookie, &case_no, &stale).await.expect(409);
        assert!(page.text.contains("写了半天"), "{}", page.text);
        assert_eq!(version(&reviewer, &case_no).await, before);
    }

    async fn a_mark_is_mended_and_both_sides_are_told(city: City) {
        let citizen = city.citizen(77, "李桂兰").await;
        let reviewer = city.signed_in("reviewer").await;
        let case_no = citizen.submit("k", application(77, "李桂兰")).await.expect(201).case_no();
        let ask = json!({
            "action": "ask_correction",
            "marks": [{ "words": "账号少一位", "answer": "bank_account" }],
            "list": ["签名"],
        });
        let asked = reviewer.act(&case_no, ask).await.expect(200);
        let told = asked["timeline"].as_array().unwrap().last().unwrap()["details"].clone();
        assert_eq!(told["list"], json!(["账号少一位", "签名"]));
        assert_eq!(told["marks"][0]["target"], json!({ "of": "answer", "key": "bank_account" }));
        let other = json!({ "action": "answer_correction", "answers": { "address": "别处" } });
        citizen.act(&case_no, other).await.problem(422, "not_asked");
        let answer = json!({ "action": "answer_correction", "answers": { "bank_account": "6222000000000005678" }, "note": "已签名" });
        let done = citizen.act(&case_no, answer).await.expect(200);
        let change = &done["work"]["changes"][0];
        assert_eq!((&change["answer"], &change["after"]), (&json!("bank_account"), &json!("6222000000000005678")));
        let (client, name) = (city.client(), "reviewer");
        let cookie = cookie(&client, name).await;
        let pane = client.send(Method::GET, &format!("/review/cases/{case_no}"), &[("cookie", &cookie)], None).await.expect(200);
        assert!(pane.text.contains("<ins>6222000000000005678</ins>") && pane.text.contains("<del>6222000000000001234</del>"), "{}", pane.text);
        assert!(!pane.text.contains(number(900).reveal()));
    }

    async fn a_number_that_is_mended_is_masked_and_can_be_told_apart(city: City) {
        let citizen = city.citizen(79, "李桂兰").await;
        let reviewer = city.signed_in("reviewer").await;
        let case_no = citizen.submit("k", application(79, "李桂兰")).await.expect(201).case_no();
        let mark = json!({ "words": "证号不符", "answer": "elder_id" });
        reviewer.act(&case_no, json!({ "action": "ask_correction", "marks": [mark] })).await.expect(200);
        let mended = json!({ "elder_id": number(901).reveal() });
        let answer = json!({ "action": "answer_correction", "answers": mended });
        citizen.act(&case_no, answer).await.expect(200);
        let seen = reviewer.get(&format!("/api/v1/cases/{case_no}")).await.expect(200);
        let change = &seen["work"]["changes"][0];
        assert_eq!(change["before"], number(900).masked());
        assert_eq!(change["after"], number(901).masked());
        assert!(!seen.text.contains(number(901).reveal()), "{}", seen.text);
    }

    async fn a_head_assigns_by_name_and_a_colleague_hands_over(city: City) {
        let (reviewer, case_no) = accepted(&city, 78).await;
        let (head, two) = (city.signed_in("head").await, city.accounts["reviewer-two"]);
        let known = head.get(&format!("/api/v1/cases/{case_no}/colleagues")).await.expect(200);
        let holder = known.json.as_array().unwrap().iter().find(|one| one["name"] == "工作人员 reviewer").unwrap();
        assert_eq!((&holder["account"], &holder["open"]), (&json!(city.accounts["reviewer"]), &json!(1)));
        let stranger = city.accounts["reviewer-ga"];
        let assign = |to| json!({ "action": "assign", "to": to });
        let wrong = head.act(&case_no, assign(stranger)).await.problem(422, "invalid");
        assert_eq!(wrong.field("to"), Some("choice"));
        reviewer.act(&case_no, assign(two)).await.problem(403, "not_yours");
        let done = head.act(&case_no, assign(two)).await.expect(200);
        assert_eq!(done["assignee"], "工作人员 reviewer-two");
        let over = json!({ "action": "hand_over", "to": city.accounts["reviewer"], "reason": "熟悉情况" });
        let done = city.signed_in("reviewer-two").await.act(&case_no, over).await.expect(200);
        assert_eq!(done["assignee"], "工作人员 reviewer");
    }
}
