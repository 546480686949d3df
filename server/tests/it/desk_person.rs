//! One number at the counter over HTTP: the whole person, the whole organisation, the dead, and that
//! the next person sees nothing of the one before.

use crate::journeys;
use crate::story::application;
use crate::support::{Answer, City, Client, number};
use backend::delegations::{self, NewDelegation};
use backend::legal_entities::{self, EntityStatus, NewEntity};
use backend::testing::PASSWORD;
use backend::{Holder, deaths, drafts, persons};
use chrono::Days;
use domain::credit_code::CreditCode;
use domain::item::{Channel, Subject};
use domain::permission::{Actor, Role};
use entity::{access, audit};
use http::Method;
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::json;
use uuid::Uuid;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A clerk at the pages.
struct Desk {
    client: Client,
    cookie: String,
}

impl Desk {
    async fn open(city: &City) -> Self {
        let client = city.client();
        let body = format!("name=clerk&password={PASSWORD}");
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

    /// Types into the one field, and follows where it leads.
    async fn find(&self, typed: &str) -> Answer {
        let answer = self.post("/desk/find", &[("q", typed)]).await.expect(303);
        self.get(answer.header("location")).await
    }
}

fn code() -> CreditCode {
    CreditCode::compose("91", "229902", "MA0PQR03").unwrap()
}

async fn person(city: &City, n: u16, name: &str) -> Uuid {
    city.citizen(n, name).await;
    persons::find_by_number(&city.services, &number(n)).await.unwrap().unwrap().id
}

async fn company(city: &City, legal: Uuid) -> Uuid {
    let new = NewEntity {
        code: code(),
        name: "老槐树食品有限公司".into(),
        kind: Subject::Company,
        status: EntityStatus::Active,
        established_on: None,
        division: Some("229902".into()),
        address: None,
        legal_person_id: Some(legal),
        administrator_id: None,
    };
    let services = &city.services;
    legal_entities::record(&services.db.write, services, &Actor::portal(), new).await.unwrap()
}

async fn died(city: &City, id: Uuid) {
    let services = &city.services;
    let today = services.clock.today();
    deaths::record(&services.db.write, services, &Actor::portal(), id, today).await.unwrap();
}

journeys! {
    async fn a_number_and_a_digit_lead_to_a_form_and_both_are_written_down(city: City) {
        let id = person(&city, 1, "王秀英").await;
        let desk = Desk::open(&city).await;
        let page = desk.find(number(1).reveal()).await.expect(200);
        assert!(page.text.contains("王秀英") && !page.text.contains(number(1).reveal()));
        assert!(page.text.contains("data-pick=\"1\"") && !page.text.contains("autofocus"), "a digit picks at once");
        let told = access::Entity::find().filter(access::COLUMN.person_id.eq(id)).all(&city.services.db.read).await.unwrap();
        assert_eq!(told.iter().filter(|line| line.act == "looked_up").count(), 1);
        let audits = audit::Entity::find().filter(audit::COLUMN.action.eq("person.lookup"));
        assert_eq!(audits.count(&city.services.db.read).await.unwrap(), 1);
        let begun = desk.post("/desk/intake", &[("item", "MZ-001")]).await.expect(303);
        let form = desk.get(begun.header("location")).await.expect(200);
        assert!(form.text.contains("高龄津贴"));
    }

    async fn the_next_person_sees_nothing_of_the_one_before(city: City) {
        person(&city, 1, "王秀英").await;
        person(&city, 2, "赵国强").await;
        let desk = Desk::open(&city).await;
        desk.find(number(1).reveal()).await.expect(200);
        let begun = desk.post("/desk/intake", &[("item", "MZ-001")]).await.expect(303);
        let form = begun.header("location").to_owned();
        let clerk = city.signed_in("clerk").await;
        let case_no = clerk.submit("k", application(1, "王秀英")).await.expect(201).case_no();
        let receipt = format!("/desk/receipts/{case_no}?client=1");
        assert!(desk.get(&receipt).await.expect(200).text.contains("王"));

        let next = desk.post("/desk/next", &[]).await.expect(303);
        assert_eq!(next.header("clear-site-data"), "\"cache\"");
        for path in ["/desk/person", "/desk/entity", form.as_str(), receipt.as_str()] {
            let answer = desk.get(path).await;
            assert!(!answer.text.contains("王秀英"), "{path}");
            assert_ne!(answer.status, 200, "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        }
        let other = desk.find(number(2).reveal()).await.expect(200);
        assert!(other.text.contains("赵国强") && !other.text.contains("王秀英"));
        desk.get(&form).await.expect(404);
        desk.get(&receipt).await.expect(303);
    }

    async fn nothing_begins_in_the_name_of_the_dead(city: City) {
        let id = person(&city, 1, "王秀英").await;
        died(&city, id).await;
        let desk = Desk::open(&city).await;
        let page = desk.find(number(1).reveal()).await.expect(200);
        assert!(page.text.contains("登记死亡，不能以其名义新办"), "{}", page.text);
        assert!(page.text.contains("丧葬补助金") && !page.text.contains("data-pick"), "relatives are told what they can do");
        let refused = desk.post("/desk/intake", &[("item", "MZ-001")]).await.expect(303);
        assert_eq!(refused.header("location"), "/desk/person");
        let clerk = city.signed_in("clerk").await;
        let answer = clerk.submit("k", application(1, "王秀英")).await.problem(422, "invalid");
        assert_eq!(answer.field("id_number"), Some("died"));
    }

    async fn an_organisation_is_served_by_who_may_act_for_it(city: City) {
        let legal = person(&city, 1, "王秀英").await;
        let agent = person(&city, 2, "赵国强").await;
        let body = company(&city, legal).await;
        let services = &city.services;
        let today = services.clock.today();
        let new = NewDelegation {
            principal: Holder::Entity(body),
            agent,
            items: vec!["SJ-005".into()],
            valid_from: today,
            valid_until: today + Days::new(90),
        };
        let given = delegations::give(services, &Actor::portal(), new).await.unwrap();
        delegations::accept(services, &Actor::portal(), given).await.unwrap();

        let desk = Desk::open(&city).await;
        let alone = desk.find(code().as_str()).await.expect(200);
        assert!(alone.text.contains("老槐树食品") && alone.text.contains("请再刷来人的身份证"));
        // The code first, then the card: back to the organisation.
        let with_agent = desk.find(number(2).reveal()).await.expect(200);
        assert!(with_agent.text.contains("经办人，按授权范围办理"), "{}", with_agent.text);
        let outside = desk.post("/desk/intake", &[("item", "SJ-003"), ("whom", "entity")]).await.expect(303);
        assert_eq!(outside.header("location"), "/desk/entity");
        let within = desk.post("/desk/intake", &[("item", "SJ-005"), ("whom", "entity")]).await.expect(303);
        let form = within.header("location").to_owned();
        assert!(form.starts_with("/desk/intake/"), "{form}");
        let clerk = Actor { account: Some(city.accounts["clerk"]), role: Some(Role::Clerk), ..Actor::portal() };
        let draft = drafts::get(services, &clerk, form["/desk/intake/".len()..].parse().unwrap()).await.unwrap();
        assert_eq!((draft.person_id, draft.entity_id), (Some(agent), Some(body)));

        // Another card leaves the organisation behind.
        let other = desk.find(number(1).reveal()).await.expect(200);
        assert!(other.text.contains("老槐树食品") && other.text.contains("法定代表人"), "an office of theirs");
        assert_eq!(desk.get("/desk/entity").await.status, 303);
        let known = access::Entity::find().filter(access::COLUMN.entity_id.eq(body));
        assert!(known.count(&services.db.read).await.unwrap() >= 1);
    }

    async fn an_unknown_code_is_recorded_and_a_dead_representative_refused(city: City) {
        let legal = person(&city, 1, "王秀英").await;
        died(&city, legal).await;
        let desk = Desk::open(&city).await;
        let form = desk.post("/desk/find", &[("q", code().as_str())]).await.expect(200);
        assert!(form.text.contains("记下这家单位"));
        let typed = [("credit_code", code().to_string()), ("name", "新店".into()), ("kind", "company".into()),
            ("legal_person", number(1).reveal().to_owned())];
        let typed: Vec<(&str, &str)> = typed.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let refused = desk.post("/desk/entity", &typed).await.expect(422);
        assert!(refused.text.contains("登记死亡") && refused.text.contains("新店"));
        let done = desk.post("/desk/entity", &typed[..3]).await.expect(303);
        assert_eq!(done.header("location"), "/desk/entity");
        assert!(desk.get("/desk/entity").await.expect(200).text.contains("新店"));
    }

    async fn what_was_begun_online_is_taken_over_and_the_owner_reads_of_it(city: City) {
        let id = person(&city, 1, "王秀英").await;
        let services = &city.services;
        let citizen = backend::accounts::sign_in(services, number(1).reveal(), PASSWORD).await.unwrap().actor();
        let begun = drafts::begin(services, &citizen, "MZ-001", Some(id), None, None, Channel::Online).await.unwrap();
        let typed = [("bank_name".to_owned(), "示范银行".to_owned())].into();
        drafts::save(services, &citizen, begun.id, typed).await.unwrap();
        let desk = Desk::open(&city).await;
        let page = desk.find(number(1).reveal()).await.expect(200);
        assert!(page.text.contains("网上填了一半") && !page.text.contains("示范银行"), "that it is there, not what it says");
        let taken = desk.post("/desk/online", &[("draft", &begun.id.to_string())]).await.expect(303);
        let form = desk.get(taken.header("location")).await.expect(200);
        assert!(form.text.contains("示范银行"));
        let lines = access::Entity::find().filter(access::COLUMN.person_id.eq(id)).all(&services.db.read).await.unwrap();
        assert!(lines.iter().any(|line| line.what == "draft"), "{lines:?}");
        desk.post("/desk/next", &[]).await.expect(303);
        assert_eq!(drafts::list(services, &citizen).await.unwrap().len(), 1, "the citizen's own stays");
    }

    async fn programs_look_people_and_organisations_up_too(city: City) {
        let legal = person(&city, 1, "王秀英").await;
        company(&city, legal).await;
        let clerk = city.signed_in("clerk").await;
        let asked = json!({ "id_number": number(1).reveal(), "reason": "窗口办理" });
        let found = clerk.post("/api/v1/persons/lookup", asked).await.expect(200);
        for list in ["certificates", "expiring", "entitled", "delegations", "drafts"] {
            assert!(found[list].is_array(), "{list}: {}", found.text);
        }
        let asked = json!({ "credit_code": code().as_str(), "reason": "窗口办理" });
        let found = clerk.post("/api/v1/entities/lookup", asked.clone()).await.expect(200);
        assert_eq!(found["entity"]["legal_representative_masked"], "王*英");
        assert_eq!(found["entity"]["status"], "active");
        let reviewer = city.signed_in("reviewer").await;
        reviewer.post("/api/v1/entities/lookup", asked).await.problem(403, "denied");
        let wrong = json!({ "credit_code": "91229902MA0PQR03", "reason": "" });
        let answer = clerk.post("/api/v1/entities/lookup", wrong).await.problem(422, "invalid");
        assert_eq!((answer.field("credit_code"), answer.field("reason")), (Some("length"), Some("missing")));
    }
}
