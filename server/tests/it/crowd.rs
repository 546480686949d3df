//! Many at once: nothing happens twice, and whoever comes late is told.

use crate::journeys;
use crate::story::application;
use serde_json::json;
use std::collections::HashSet;

journeys! {
    async fn fifty_submissions_with_one_key_are_one_case_with_one_receipt(city: City) {
        let clerk = city.signed_in("clerk").await;
        let all = (0..50).map(|_| {
            let clerk = clerk.clone();
            tokio::spawn(async move { clerk.submit("the same key", application(20, "王秀英")).await })
        });
        let mut receipts = HashSet::new();
        for one in all.collect::<Vec<_>>() {
            receipts.insert(one.await.unwrap().expect(201).text);
        }
        assert_eq!(receipts.len(), 1, "{receipts:?}");
        assert_eq!(clerk.get("/api/v1/cases").await["total"], 1);
        let mut other = application(20, "王秀英");
        other["form"]["address"] = json!("别处");
        clerk.submit("the same key", other).await.problem(409, "conflict");
        assert_eq!(clerk.get("/api/v1/cases").await["total"], 1);
    }

    async fn of_two_reviewers_one_gets_the_case_and_the_other_hears_who_has_it(city: City) {
        let case_no = city.signed_in("clerk").await.submit("k", application(21, "王秀英")).await.expect(201).case_no();
        let (one, two) = (city.signed_in("reviewer").await, city.signed_in("reviewer-two").await);
        let path = format!("/api/v1/cases/{case_no}");
        let version = one.get(&path).await["version"].clone();
        let take = json!({ "action": "take", "version": version });
        let (first, second) = tokio::join!(one.act(&case_no, take.clone()), two.act(&case_no, take));
        let (won, lost, winner, loser) =
            if first.status == 200 { (first, second, "reviewer", two) } else { (second, first, "reviewer-two", one) };
        let name = format!("工作人员 {winner}");
        assert_eq!(won.expect(200)["assignee"], name.as_str());
        assert_eq!(lost.problem(409, "stale")["held_by"], name.as_str());

        let late = loser.act(&case_no, json!({ "action": "accept" })).await.problem(422, "held");
        assert_eq!(late["held_by"], name.as_str());
        assert_eq!(loser.get(&path).await["available_actions"], json!([]));
    }

    async fn cases_of_many_people_at_once_are_all_counted(city: City) {
        let clerk = city.signed_in("clerk").await;
        let all = (0..24_u16).map(|n| {
            let clerk = clerk.clone();
            tokio::spawn(async move { clerk.submit(&format!("k{n}"), application(30 + n, "王秀英")).await.expect(201).case_no() })
        });
        let mut numbers = HashSet::new();
        for one in all.collect::<Vec<_>>() {
            numbers.insert(one.await.unwrap());
        }
        assert_eq!(numbers.len(), 24);
        let figures = city.signed_in("supervisor").await.get("/api/v1/supervision/completion?by=channel").await.expect(200);
        assert_eq!((&figures["sum"]["received"], &figures["sum"]["open"]), (&json!(24), &json!(24)));
        assert!(backend::supervision::verify(&city.services, |_, _| {}).await.unwrap().is_good());
    }
}
