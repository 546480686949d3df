//! The same for programs.

use super::{Wallet, revoked};
use crate::journeys;
use crate::support::number;
use serde_json::{Value, json};

journeys! {
    async fn a_program_lists_shows_and_copies_ones_own(city: City) {
        let wallet = Wallet::new(&city).await;
        let [owner, stranger] = [city.signed_in(number(71).reveal()).await, city.signed_in(number(72).reveal()).await];
        let list = owner.get("/api/v1/certificates").await.expect(200);
        assert_eq!((&list["total"], &list["items"][0]["fit"]), (&json!(1), &json!(true)));
        assert!(!list.text.contains(number(71).reveal()));
        let path = format!("/api/v1/certificates/{}", wallet.id());
        let one = owner.get(&path).await.expect(200);
        assert!(one["number_masked"].as_str().unwrap().contains('*'), "{}", one.text);
        assert_eq!(stranger.get("/api/v1/certificates").await.expect(200)["total"], 0);
        stranger.get(&path).await.problem(404, "not_found");
        stranger.post(&format!("{path}/present"), json!({})).await.problem(404, "not_found");
        owner.get("/api/v1/certificates/none").await.problem(404, "not_found");

        let shown = owner.post(&format!("{path}/present"), json!({})).await.expect(201);
        assert!(shown["url"].as_str().unwrap().ends_with(shown["token"].as_str().unwrap()));
        let wanted = json!({ "purpose": "公租房", "expires_on": "2026-02-20" });
        let copy = owner.post(&format!("{path}/copies"), wanted).await.expect(201);
        let check = city.client().post("/api/v1/certificates/copies/verify", json!({ "code": copy["code"] })).await.expect(200);
        assert_eq!((&check["valid"], &check["holder_masked"], &check["purpose"]), (&json!(true), &json!("林*兰"), &json!("公租房")));
        city.client().post("/api/v1/certificates/copies/verify", json!({ "code": "x" })).await.problem(404, "not_found");
        let wrong = owner.post(&format!("{path}/copies"), json!({ "expires_on": "2027-01-01" })).await.problem(422, "invalid");
        assert_eq!((wrong.field("purpose"), wrong.field("expires_on")), (Some("missing"), Some("too_late")));

        revoked(&city.services, wallet.id()).await;
        let refused = owner.post(&format!("{path}/present"), json!({})).await.problem(422, "invalid");
        assert_eq!(refused.field("certificate"), Some("certificate_not_valid"));
        let check = city.client().post("/api/v1/certificates/copies/verify", json!({ "code": copy["code"] })).await.expect(200);
        assert_eq!((&check["valid"], &check["certificate"]["status"]), (&json!(false), &json!("revoked")));
    }

    async fn staff_search_by_number_and_say_why(city: City) {
        let wallet = Wallet::new(&city).await;
        let clerk = city.signed_in("clerk").await;
        let number = number(71);
        let asked = json!({ "id_number": number.reveal(), "reason": "办理高龄津贴" });
        let found = clerk.post("/api/v1/certificates/search", asked.clone()).await.expect(200);
        assert_eq!(found["items"][0]["id"], json!(wallet.id()));
        assert!(!found.text.contains(number.reveal()));
        let silent = clerk.post("/api/v1/certificates/search", json!({ "id_number": number.reveal() })).await;
        assert_eq!(silent.problem(422, "invalid").field("reason"), Some("missing"));
        let other = city.signed_in("reviewer-ga").await.post("/api/v1/certificates/search", asked.clone()).await.expect(200);
        assert_eq!(other["total"], 0);
        for username in ["supervisor", number.reveal()] {
            city.signed_in(username).await.post("/api/v1/certificates/search", asked.clone()).await.problem(403, "denied");
        }
        clerk.get("/api/v1/certificates").await.problem(403, "denied");
        let mine = city.signed_in("reviewer").await.get(&format!("/api/v1/certificates/{}", wallet.id())).await.expect(200);
        assert_eq!(mine["fields"], Value::Null);
        city.signed_in("reviewer-ga").await.get(&format!("/api/v1/certificates/{}", wallet.id())).await.problem(404, "not_found");
    }

    async fn anybody_verifies_by_identifier(city: City) {
        let wallet = Wallet::new(&city).await;
        let verify = |identifier: String| {
            let client = city.client();
            async move { client.post("/api/v1/certificates/verify", json!({ "identifier": identifier })).await }
        };
        let found = verify(wallet.certificate.identifier.clone()).await.expect(200);
        assert_eq!((&found["valid"], &found["holder_masked"], &found["status"]), (&json!(true), &json!("林*兰"), &json!("valid")));
        assert_eq!(verify("123".into()).await.problem(422, "invalid").field("identifier"), Some("length"));
        let unknown = "11100000000013338W011.11430000006122244L.20230000403.001.U";
        verify(unknown.into()).await.problem(404, "not_found");
    }
}
