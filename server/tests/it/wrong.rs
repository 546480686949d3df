//! Wrong input: a clear sentence, the right status, nothing half-written.

use crate::journeys;
use crate::story::application;
use crate::support::number;
use http::Method;
use serde_json::json;

journeys! {
    async fn a_wrong_number_is_told_by_rule_and_field(city: City) {
        let clerk = city.signed_in("clerk").await;
        let good = number(40);
        let digits = good.reveal();
        let wrong_check = format!("{}{}", &digits[..17], if digits.ends_with('0') { '1' } else { '0' });
        for (typed, code) in [
            ("", "missing"),
            ("2299", "length"),
            (wrong_check.as_str(), "checksum"),
            ("229902194113064567", "date"),
            ("229902294105064567", "future"),
            ("009902194105064567", "division"),
            ("2299O2194105064567", "character"),
        ] {
            let mut body = application(40, "王秀英");
            body["applicant"]["id_number"] = json!(typed);
            let answer = clerk.submit("k", body).await.problem(422, "invalid");
            assert_eq!(answer.field("applicant.id_number"), Some(code), "{typed}");
            assert!(typed.is_empty() || !answer.text.contains(typed), "the number comes back: {}", answer.text);
        }
        assert_eq!(clerk.get("/api/v1/cases").await["total"], 0);
        let lookup = json!({ "id_number": digits, "reason": "查" });
        clerk.post("/api/v1/persons/lookup", lookup).await.problem(404, "not_found");
    }

    async fn numbers_are_taken_as_people_type_them(city: City) {
        let clerk = city.signed_in("clerk").await;
        let wide: String =
            number(41).reveal().chars().map(|c| c.to_digit(10).map_or('ｘ', |d| char::from_u32(0xff10 + d).unwrap())).collect();
        let mut body = application(41, "王秀英");
        body["applicant"]["id_number"] = json!(format!("{} {}", wide.chars().take(6).collect::<String>(), wide.chars().skip(6).collect::<String>()));
        clerk.submit("k", body).await.expect(201);
    }

    async fn every_wrong_field_is_told_at_once_and_nothing_is_written(city: City) {
        let clerk = city.signed_in("clerk").await;
        let mut body = application(42, "王秀英");
        body["form"]["bank_account"] = json!("12");
        body["form"]["elder_is_self"] = json!("perhaps");
        body["materials"] = json!([{ "name": "没有这样的材料" }, { "name": "居民户口簿", "manner": "telepathy" }]);
        body["channel"] = json!("pigeon");
        let answer = clerk.submit("k", body).await.problem(422, "invalid");
        for (field, code) in [
            ("bank_account", "too_short"),
            ("elder_is_self", "choice"),
            ("materials[0].id", "unknown"),
            ("materials[1].manner", "choice"),
            ("channel", "choice"),
        ] {
            assert_eq!(answer.field(field), Some(code), "{field}: {}", answer.text);
        }
        let lookup = json!({ "id_number": number(42).reveal(), "reason": "查" });
        clerk.post("/api/v1/persons/lookup", lookup).await.problem(404, "not_found");
    }

    async fn an_unknown_item_a_missing_key_and_another_name_are_refused(city: City) {
        let clerk = city.signed_in("clerk").await;
        let mut unknown = application(43, "王秀英");
        unknown["item_code"] = json!("XX-999");
        clerk.submit("k", unknown).await.problem(404, "not_found");
        clerk.post("/api/v1/cases", application(43, "王秀英")).await.problem(400, "idempotency_key_missing");
        clerk.submit("k", application(43, "王秀英")).await.expect(201);
        let answer = clerk.submit("k2", application(43, "李秀英")).await.problem(422, "invalid");
        assert_eq!(answer.field("applicant.name"), Some("mismatch"));
        let reviewer = city.signed_in("reviewer").await;
        reviewer.submit("k3", application(43, "王秀英")).await.problem(403, "denied");
    }

    async fn a_stale_version_a_wrong_action_and_a_missing_version_are_refused(city: City) {
        let clerk = city.signed_in("clerk").await;
        let reviewer = city.signed_in("reviewer").await;
        let case_no = clerk.submit("k", application(44, "王秀英")).await.expect(201).case_no();
        reviewer.act(&case_no, json!({ "action": "accept" })).await.expect(200);
        reviewer.act(&case_no, json!({ "action": "accept", "version": 2 })).await.problem(409, "stale");
        reviewer.act(&case_no, json!({ "action": "accept" })).await.problem(422, "wrong_status");
        clerk.act(&case_no, json!({ "action": "decide", "outcome": "granted", "opinion": "x" })).await.problem(403, "not_yours");
        let answer = reviewer.act(&case_no, json!({ "action": "juggle" })).await.problem(422, "invalid");
        assert_eq!(answer.field("action"), Some("choice"));
        let path = format!("/api/v1/cases/{case_no}/actions");
        let answer = reviewer.post(&path, json!({ "action": "take" })).await.problem(422, "invalid");
        assert_eq!(answer.field("version"), Some("missing"));
        let answer = reviewer.act(&case_no, json!({ "action": "decide" })).await.problem(422, "invalid");
        assert_eq!(answer.field("outcome"), Some("missing"));
    }

    async fn what_is_no_json_is_told_by_its_place_and_never_quoted(city: City) {
        let clerk = city.signed_in("clerk").await;
        let secret = number(45);
        for body in [format!("{{\"item_code\": {}", secret.reveal()), format!("{{\"item_code\": [\"{}\"]}}", secret.reveal())] {
            let answer = clerk.send(Method::POST, "/api/v1/cases", &[("idempotency-key", "k")], Some(body)).await;
            let answer = answer.problem(400, "malformed");
            assert!(!answer.text.contains(secret.reveal()), "{}", answer.text);
        }
    }

    async fn errors_speak_the_language_that_is_asked_for(city: City) {
        let client = city.client();
        let asked = |lang: &'static str| {
            let client = client.clone();
            async move { client.send(Method::GET, "/api/v1/cases", &[("accept-language", lang)], None).await }
        };
        let (chinese, english) = (asked("zh-CN").await, asked("en-GB,en;q=0.9").await);
        assert_eq!(chinese["title"], "需要登录");
        assert_eq!(english["title"], "Sign in first");
        assert_eq!(english.header("content-language"), "en");
        assert_eq!(english.header("www-authenticate"), "Bearer realm=\"yihao\"");
    }
}
