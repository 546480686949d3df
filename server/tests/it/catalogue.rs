//! The catalogue is found and read without signing in.

use crate::journeys;

journeys! {
    async fn items_are_found_by_initials_and_read_by_any_code(city: City) {
        let client = city.client();
        let found = client.get("/api/v1/items?q=gljt").await.expect(200);
        assert_eq!(found["items"][0]["code"], "MZ-001", "{}", found.text);
        let all = client.get("/api/v1/items?limit=100").await.expect(200);
        assert_eq!((all["total"].as_u64(), all["items"].as_array().map(Vec::len)), (Some(104), Some(100)));
        let cursor = all["next_cursor"].as_str().unwrap();
        let rest = client.get(&format!("/api/v1/items?cursor={cursor}")).await.expect(200);
        assert_eq!((rest["items"].as_array().map(Vec::len), rest["next_cursor"].is_null()), (Some(4), true));
        let civil = client.get("/api/v1/items?department=MZ&subject=person").await.expect(200);
        assert!(civil["items"].as_array().unwrap().iter().all(|item| item["department"] == "MZ"));

        let guide = client.get("/api/v1/items/MZ-001?division=229902001").await.expect(200);
        assert_eq!(guide["limits"]["promised"]["value"], 10);
        assert_eq!(guide["materials"][0]["source"]["kind"], "certificate");
        assert_eq!(guide["office"]["division"], "229902001");
        let keys: Vec<&str> = guide["form"].as_array().unwrap().iter().map(|field| field["key"].as_str().unwrap()).collect();
        assert!(keys.contains(&"bank_account") && keys.contains(&"residence_division"), "{keys:?}");
        let base = guide["base_code"].as_str().unwrap();
        let long = guide["office"]["code"].as_str().unwrap();
        for code in [base, long] {
            assert_eq!(client.get(&format!("/api/v1/items/{code}")).await.expect(200)["code"], "MZ-001", "{code}");
        }
        client.get("/api/v1/items/MZ-999").await.problem(404, "not_found");
        assert_eq!(client.get("/api/v1/items?limit=0").await.problem(422, "invalid").field("limit"), Some("range"));
    }
}
