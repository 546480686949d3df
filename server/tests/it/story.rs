//! The whole story, told by the API: taken in, corrected, decided, tracked, counted.

use crate::journeys;
use crate::support::{Client, ITEM, log, number};
use serde_json::{Value, json};

/// An application of the `n`-th person, living in 钟楼街道.
pub fn application(n: u16, name: &str) -> Value {
    json!({
        "item_code": ITEM,
        "applicant": { "id_number": number(n).reveal(), "name": name, "phone": "13800001234" },
        "residence_division": "229902001",
        "form": {
            "address": "文庙巷5号", "bank_name": "示范银行", "bank_account": "6222000000000001234",
            "elder_is_self": "no", "elder_name": "王大爷", "elder_id": number(900).reveal(), "nobody_asked": 1,
        },
        "materials": [{ "name": "居民户口簿", "manner": "paper" }, "申请人有效身份证件"],
        "something_new": true,
    })
}

/// Takes a case through to its end.
async fn closed(clerk: &Client, reviewer: &Client, n: u16, key: &str) -> String {
    let case_no = clerk.submit(key, application(n, "王秀英")).await.expect(201).case_no();
    for action in [
        json!({ "action": "take" }),
        json!({ "action": "accept" }),
        json!({ "action": "decide", "outcome": "granted", "opinion": "符合条件" }),
        json!({ "action": "close" }),
    ] {
        reviewer.act(&case_no, action).await.expect(200);
    }
    case_no
}

journeys! {
    async fn a_case_is_taken_in_corrected_decided_tracked_and_counted(city: City) {
        let clerk = city.signed_in("clerk").await;
        let reviewer = city.signed_in("reviewer").await;

        let receipt = clerk.submit("k1", application(1, "王秀英")).await.expect(201);
        assert_eq!(receipt["status"], "received");
        // Friday; the Saturday is worked, then come nine days off and another Saturday worked.
        assert_eq!(receipt["promised_due"], "2026-03-05");
        assert!(receipt["received_at"].as_str().unwrap().ends_with("+08:00"), "{}", receipt.text);
        assert_eq!(receipt["route"]["basis"], "residence");
        assert_eq!(receipt["route"]["division"], "229902001");
        assert!(receipt["route"]["reason"].as_str().unwrap().contains("钟楼街道"), "{}", receipt.text);
        let case_no = receipt.case_no();

        let seen = reviewer.get(&format!("/api/v1/cases/{case_no}")).await.expect(200);
        assert_eq!(seen["available_actions"], json!(["take", "accept", "ask_correction", "not_accept", "void"]));
        assert_eq!(seen["query_code"], Value::Null, "the code is for the applicant and the counter");
        assert_eq!(seen["form"]["elder_id"].as_str().unwrap().matches('*').count(), 10, "{}", seen.text);
        assert_eq!(seen["form"].get("nobody_asked"), None);

        reviewer.act(&case_no, json!({ "action": "ask_correction", "list": ["签名"] })).await.expect(200);
        let again = json!({ "action": "answer_correction" });
        let answered = clerk.act(&case_no, again).await.expect(200);
        assert_eq!(answered["status"], "received");
        let answer = answered["timeline"].as_array().unwrap().last().unwrap();
        assert_eq!(answer["details"]["papers"], true, "a counter that says nothing has the papers: {answer}");
        let twice = json!({ "action": "ask_correction", "list": ["照片"] });
        let flagged = reviewer.act(&case_no, twice).await.expect(200);
        let asked = flagged["timeline"].as_array().unwrap().last().unwrap();
        assert_eq!(asked["details"]["repeated"], true, "it could have been told the first time: {asked}");
        let again = json!({ "action": "answer_correction", "note": "已补" });
        clerk.act(&case_no, again).await.expect(200);

        reviewer.act(&case_no, json!({ "action": "accept" })).await.expect(200);
        reviewer.act(&case_no, json!({ "action": "take" })).await.expect(200);
        reviewer.act(&case_no, json!({ "action": "decide", "outcome": "granted" })).await.problem(422, "missing");
        let decided = reviewer.act(&case_no, json!({ "action": "grant", "opinion": "符合条件" })).await.expect(200);
        assert_eq!((&decided["status"], &decided["result"]), (&json!("decided"), &json!("granted")));
        let done = reviewer.act(&case_no, json!({ "action": "close" })).await.expect(200);
        assert_eq!((&done["status"], &done["available_actions"]), (&json!("closed"), &json!([])));

        let tracked = city
            .client()
            .post("/api/v1/track", json!({ "case_no": case_no, "query_code": receipt["query_code"] }))
            .await
            .expect(200);
        assert_eq!(tracked["status"], "closed");
        let kinds: Vec<&str> =
            tracked["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
        assert_eq!(
            kinds,
            [
                "submitted",
                "received",
                "correction_asked",
                "correction_answered",
                "correction_repeated",
                "correction_answered",
                "accepted",
                "taken",
                "decided",
                "closed"
            ]
        );
        for personal in ["王", "签名", "工作人员", "符合条件", "文庙巷"] {
            assert!(!tracked.text.contains(personal), "{personal} in {}", tracked.text);
        }

        let supervisor = city.signed_in("supervisor").await;
        for by in ["department", "item", "division", "window", "channel"] {
            let path = format!("/api/v1/supervision/completion?from=2026-01-01&to=2026-12-31&by={by}");
            let figures = supervisor.get(&path).await.expect(200);
            assert_eq!(figures["total"], 1, "{}", figures.text);
            let group = &figures["items"][0];
            for (name, n) in [("received", 1), ("accepted", 1), ("closed", 1), ("on_time", 1), ("early", 1), ("overdue", 0), ("open", 0)] {
                assert_eq!(group[name], n, "{name} by {by}");
            }
            assert_eq!(group["completion_rate"], 1.0);
            assert_eq!(group["median_working_days"], 0.0);
        }
        let verdict = backend::supervision::verify(&city.services, |_, _| {}).await.unwrap();
        assert!(verdict.is_good(), "{verdict:?}");
        backend::counters::fold(&city.services).await.unwrap();
        backend::audit::seal(&city.services).await.unwrap();
        assert!(backend::supervision::verify(&city.services, |_, _| {}).await.unwrap().is_good());
    }

    async fn a_citizen_applies_for_themselves_and_sees_only_their_own(city: City) {
        let citizen = city.citizen(2, "李桂兰").await;
        let stranger = city.citizen(3, "赵福生").await;
        let mut own = application(2, "李桂兰");
        own.as_object_mut().unwrap().remove("applicant");
        let receipt = citizen.submit("mine", own.clone()).await.expect(201);
        assert_eq!(receipt["status"], "submitted");
        let path = format!("/api/v1/cases/{}", receipt.case_no());
        assert_eq!(citizen.get(&path).await.expect(200)["available_actions"], json!(["withdraw"]));
        assert_eq!(citizen.get("/api/v1/cases").await["total"], 1);

        stranger.get(&path).await.problem(404, "not_found");
        let meddling = json!({ "action": "withdraw", "version": 1 });
        stranger.post(&format!("{path}/actions"), meddling).await.problem(404, "not_found");
        assert_eq!(stranger.get("/api/v1/cases").await["total"], 0);
        stranger.submit("theirs", application(2, "李桂兰")).await.problem(403, "denied");
        city.signed_in("reviewer-ga").await.get(&path).await.problem(404, "not_found");

        let withdrawn = citizen.act(&receipt.case_no(), json!({ "action": "withdraw" })).await.expect(200);
        assert_eq!(withdrawn["status"], "withdrawn");
    }

    async fn a_clerk_finds_a_person_by_number_with_open_and_past_cases(city: City) {
        let clerk = city.signed_in("clerk").await;
        let reviewer = city.signed_in("reviewer").await;
        closed(&clerk, &reviewer, 4, "first").await;
        clerk.submit("second", application(4, "王秀英")).await.expect(201);
        let asked = json!({ "id_number": format!(" {} ", number(4).reveal().to_lowercase()), "reason": "窗口办事" });
        let found = clerk.post("/api/v1/persons/lookup", asked.clone()).await.expect(200);
        assert_eq!(found["person"]["name"], "王秀英");
        assert_eq!(found["open_cases"].as_array().unwrap().len(), 1);
        assert_eq!(found["past_cases"].as_array().unwrap().len(), 1);
        assert!(!found.text.contains(number(4).reveal()));
        assert!(found["certificates"].is_array() && found["entitled"].is_array());

        let no_reason = json!({ "id_number": number(4).reveal() });
        let answer = clerk.post("/api/v1/persons/lookup", no_reason).await.problem(422, "invalid");
        assert_eq!(answer.field("reason"), Some("missing"));
        let unknown = json!({ "id_number": number(77).reveal(), "reason": "窗口办事" });
        clerk.post("/api/v1/persons/lookup", unknown).await.problem(404, "not_found");
        reviewer.post("/api/v1/persons/lookup", asked.clone()).await.problem(403, "denied");
        city.client().post("/api/v1/persons/lookup", asked).await.problem(401, "unauthorised");
    }

    async fn lists_are_read_page_by_page(city: City) {
        let clerk = city.signed_in("clerk").await;
        let mut taken: Vec<String> = Vec::new();
        for n in 0..5 {
            taken.push(clerk.submit(&format!("k{n}"), application(10 + n, "张伟")).await.expect(201).case_no());
        }
        let mut seen: Vec<String> = Vec::new();
        let mut path = "/api/v1/cases?limit=2&status=received&order=newest".to_owned();
        loop {
            let page = clerk.get(&path).await.expect(200);
            assert_eq!(page["total"], 5);
            seen.extend(page["items"].as_array().unwrap().iter().map(|case| case["case_no"].as_str().unwrap().to_owned()));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            path = format!("/api/v1/cases?cursor={cursor}&status=received&order=newest");
        }
        seen.sort();
        taken.sort();
        assert_eq!(seen, taken);
        let none = clerk.get("/api/v1/cases?status=closed").await.expect(200);
        assert_eq!((&none["total"], &none["next_cursor"]), (&json!(0), &Value::Null));
        assert_eq!(clerk.get("/api/v1/cases?status=lost").await.problem(422, "invalid").field("status"), Some("choice"));
    }

    async fn no_answer_and_no_log_holds_an_identity_number(city: City) {
        let clerk = city.signed_in("clerk").await;
        let reviewer = city.signed_in("reviewer").await;
        let case_no = closed(&clerk, &reviewer, 5, "k").await;
        clerk.get("/api/v1/cases").await.expect(200);
        clerk.get(&format!("/api/v1/cases/{case_no}")).await.expect(200);
        clerk.post("/api/v1/persons/lookup", json!({ "id_number": number(5).reveal(), "reason": "查 ".to_owned() + number(5).reveal() })).await.expect(200);
        clerk.submit("other", application(5, "别的名字")).await.problem(422, "invalid");
        clerk.submit("k", application(6, "王秀英")).await.problem(409, "conflict");
        let heard = [&clerk, &reviewer].map(|client| client.heard.lock().unwrap().concat());
        for text in heard.iter().chain([&log::told()]) {
            for n in [5, 6, 900] {
                assert!(!text.contains(number(n).reveal()), "a number in {text}");
                assert!(!text.contains(&number(n).reveal()[6..14]), "a day of birth in {text}");
            }
        }
    }
}
