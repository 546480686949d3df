//! Who gets in, and what stands at the gate.

use crate::journeys;
use http::Method;
use serde_json::json;

journeys! {
    async fn a_token_opens_until_it_is_given_back(city: City) {
        let clerk = city.signed_in("clerk").await;
        clerk.get("/api/v1/cases").await.expect(200);
        clerk.delete("/api/v1/session").await.expect(204);
        let shut = clerk.get("/api/v1/cases").await.problem(401, "unauthorised");
        assert!(shut.header("www-authenticate").starts_with("Bearer"));
        let forged = [("authorization", "Bearer not-a-token")];
        city.client().send(Method::GET, "/api/v1/cases", &forged, None).await.problem(401, "unauthorised");
    }

    async fn a_wrong_password_and_an_unknown_name_are_answered_alike(city: City) {
        let client = city.client();
        let try_in = |name: &'static str| client.post("/api/v1/session", json!({ "username": name, "password": "wrong-password" }));
        let (wrong, unknown) = (try_in("clerk").await, try_in("nobody").await);
        let (wrong, unknown) = (wrong.problem(401, "wrong_credentials"), unknown.problem(401, "wrong_credentials"));
        assert_eq!(wrong.text, unknown.text);
        let empty = client.post("/api/v1/session", json!({})).await.problem(422, "invalid");
        assert_eq!((empty.field("username"), empty.field("password")), (Some("missing"), Some("missing")));
    }

    async fn every_answer_carries_security_headers(city: City) {
        for path in ["/", "/api/v1/items", "/api/v1/cases", "/api/v1/nothing", "/healthz", "/no-such-page"] {
            let answer = city.client().get(path).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
            assert!(!answer.header("cache-control").is_empty(), "{path}");
        }
    }

    async fn what_another_site_sends_is_refused(city: City) {
        let send = |headers: &'static [(&'static str, &'static str)]| {
            let client = city.client();
            async move {
                let body = json!({ "username": "clerk", "password": "wrong-password" }).to_string();
                client.send(Method::POST, "/api/v1/session", headers, Some(body)).await.status.as_u16()
            }
        };
        assert_eq!(send(&[("sec-fetch-site", "cross-site")]).await, 403);
        assert_eq!(send(&[("origin", "https://evil.example")]).await, 403);
        assert_eq!(send(&[("sec-fetch-site", "same-origin")]).await, 401);
        assert_eq!(send(&[("origin", "http://127.0.0.1:3000")]).await, 401);
        let form = [("content-type", "application/x-www-form-urlencoded"), ("origin", "https://evil.example")];
        let answer = city.client().send(Method::POST, "/sign-in", &form, Some("username=clerk".to_owned())).await;
        assert_eq!(answer.status, 403);
    }

    async fn operators_see_that_it_is_up_ready_and_how_it_does(city: City) {
        let client = city.client();
        assert_eq!(client.get("/healthz").await.expect(200)["status"], "up");
        assert_eq!(client.get("/readyz").await.expect(200)["migrations"], true);
        client.get("/api/v1/items/RS-001").await.expect(200);
        let metrics = client.get("/metrics").await.expect(200).text;
        assert!(metrics.contains("yihao_http_requests_total"), "{metrics}");
        assert!(metrics.contains("path=\"/api/v1/items/{code}\""), "{metrics}");
        assert!(metrics.contains("yihao_http_request_duration_seconds_bucket"));
    }

    async fn what_does_not_exist_is_a_problem_too(city: City) {
        let client = city.client();
        client.get("/api/v1/nothing").await.problem(404, "not_found");
        client.post("/api/v1/items/XX-999/guidance", json!({ "answers": {} })).await.problem(404, "not_found");
        client.delete("/api/v1/items").await.problem(405, "method_not_allowed");
        let track = json!({ "case_no": "260213000000000", "query_code": "12345678" });
        client.post("/api/v1/track", track).await.problem(404, "not_found");
        client.post("/api/v1/track", json!({})).await.problem(422, "invalid");
    }

    async fn a_file_is_taken_by_its_bytes(city: City) {
        let citizen = city.citizen(50, "王秀英").await;
        let form = |bytes: &str| {
            format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"户口簿.pdf\"\r\n\r\n{bytes}\r\n--x--\r\n")
        };
        let headers = [("content-type", "multipart/form-data; boundary=x")];
        let give = |bytes: &'static str| citizen.send(Method::POST, "/api/v1/uploads", &headers, Some(form(bytes)));
        let taken = give("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF").await.expect(201);
        assert_eq!((&taken["content_type"], &taken["file_name"]), (&json!("application/pdf"), &json!("户口簿.pdf")));
        give("just some words").await.problem(415, "wrong_type");
        citizen.post("/api/v1/uploads", json!({})).await.problem(422, "invalid");

        let mut own = crate::story::application(50, "王秀英");
        own["materials"] = json!([{ "name": "居民户口簿", "upload_id": taken["id"] }]);
        let case_no = citizen.submit("k", own).await.expect(201).case_no();
        let seen = citizen.get(&format!("/api/v1/cases/{case_no}")).await;
        let material = seen["materials"].as_array().unwrap().iter().find(|one| one["name"] == "居民户口簿").unwrap().clone();
        assert_eq!((&material["manner"], &material["upload_id"]), (&json!("upload"), &taken["id"]));
    }
}
