//! Before applying: the questions and what they lead to; then the draft that knows the answers.

use crate::journeys;
use crate::support::{Answer, Client, number};
use backend::Holder;
use backend::testing::{self, PASSWORD};
use http::Method;
use serde_json::json;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const HOME: &str = "229902001001";

async fn posted(client: &Client, path: &str, cookie: &str, body: &str) -> Answer {
    client.send(Method::POST, path, &[FORM, ("cookie", cookie)], Some(body.to_owned())).await
}

async fn seen(client: &Client, path: &str, cookie: &str) -> Answer {
    client.send(Method::GET, path, &[("cookie", cookie)], None).await
}

/// Signs in as a browser does: the cookie of the session.
async fn cookie(client: &Client, name: &str) -> String {
    let body = format!("name={name}&password={PASSWORD}");
    let answer = posted(client, "/sign-in", "", &body).await.expect(303);
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

journeys! {
    async fn question_by_question_to_what_exactly_is_needed(city: City) {
        let client = city.client();
        let path = "/api/v1/items/SJ-005/guidance";
        let mut answers = serde_json::Map::new();
        for (key, value) in [("situation", "05"), ("by_agent", "no"), ("residence_division", HOME)] {
            let next = client.post(path, json!({"answers": answers})).await.expect(200);
            assert_eq!((&next["question"]["key"], next["outcome"].is_null()), (&json!(key), true), "{}", next.text);
            answers.insert(key.to_owned(), json!(value));
        }
        let done = client.post(path, json!({"answers": answers})).await.expect(200);
        let outcome = &done["outcome"];
        assert!(done["question"].is_null());
        assert_eq!(outcome["materials"].as_array().unwrap().len(), 1, "{}", done.text);
        assert_eq!(outcome["materials"][0]["come"], "fetched");
        assert!(outcome["office"]["hall"]["address"].is_string(), "{}", done.text);
        assert_eq!(outcome["form"], json!({"residence_division": HOME}));
        let wrong = client.post(path, json!({"answers": {"situation": "77"}})).await;
        assert_eq!(wrong.problem(422, "invalid").field("situation"), Some("choice"));
        client.post("/api/v1/items/XX-1/guidance", json!({"answers": {}})).await.problem(404, "not_found");
    }

    async fn the_sheet_needs_no_account_and_keeps_answers_out_of_addresses(city: City) {
        let client = city.client();
        let path = "/items/MZ-006/guidance";
        let asked = seen(&client, &format!("{path}?situation=01&disabled_member=yes"), "").await.expect(200);
        assert!(asked.text.contains("家里有没有残疾人") && !asked.text.contains("value=\"yes\" checked"));
        let open = posted(&client, path, "", "situation=01").await.expect(422);
        assert!(open.text.contains("error-summary"));
        let body = format!("situation=01&by_agent=no&disabled_member=yes&residence_division={HOME}");
        let sheet = posted(&client, path, "", &body).await.expect(200);
        for words in ["要带的材料", "残疾人证", "去哪里办", "不收费", "开始办理"] {
            assert!(sheet.text.contains(words), "{words}");
        }
        let body = format!("situation=01&by_agent=yes&disabled_member=no&residence_division={HOME}");
        let sent = posted(&client, path, "", &body).await.expect(200);
        assert!(sent.text.contains("授权委托书") && !sent.text.contains("<h4>残疾人证"));
        let apply = posted(&client, "/apply/MZ-006", "", &body).await.expect(303);
        assert!(!apply.header("location").contains("disabled"), "{}", apply.header("location"));
    }

    async fn what_was_answered_or_is_known_is_not_asked_again(city: City) {
        let client = city.client();
        let account = testing::citizen(&city.services, number(7), "王秀英").await;
        let partner = number(8);
        let data = [("partner_name", "李建国"), ("partner_id", partner.reveal())];
        let data = data.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        let since = "2020-05-20".parse().unwrap();
        let holder = Holder::Person(account.person_id.unwrap());
        testing::certificate(&city.services, testing::new_certificate("EC_MARRIAGE", holder, (since, None), data)).await;
        let cookie = cookie(&client, number(7).reveal()).await;
        let body = format!("married=yes&residence_division={HOME}");
        let begun = posted(&client, "/apply/WJ-002", &cookie, &body).await.expect(303);
        let draft = begun.header("location").to_owned();
        let tasks = seen(&client, &draft, &cookie).await.expect(200);
        assert!(tasks.text.contains("李建国") && tasks.text.contains("来自：结婚证"), "{}", tasks.text);
        assert!(!tasks.text.contains(partner.reveal()), "the number is masked");
        let next = seen(&client, &format!("{draft}/partner_name"), &cookie).await.expect(200);
        assert!(next.text.contains("不能在这里改") && !next.text.contains("<input name=\"partner_name\""));
        let forged = posted(&client, &format!("{draft}/partner_name"), &cookie, "partner_name=张三").await.expect(422);
        assert!(forged.text.contains("不能在这里改") && forged.text.contains("李建国"));
        let own = posted(&client, &format!("{draft}/contact_phone"), &cookie, "contact_phone=13900139000").await;
        own.expect(303);
        let tasks = seen(&client, &draft, &cookie).await.expect(200);
        assert!(tasks.text.contains("13900139000"));
    }
}
