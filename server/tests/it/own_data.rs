//! One's own data over HTTP: who looked, what is held, corrected, exported; and the full number for
//! staff, with a reason.

use crate::journeys;
use crate::story::application;
use crate::support::{Answer, City, Client, number};
use backend::testing::PASSWORD;
use entity::{access, audit};
use http::Method;
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::Value;

/// Somebody at the pages.
struct Browser {
    client: Client,
    cookie: String,
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

impl Browser {
    async fn open(city: &City, username: &str) -> Self {
        let client = city.client();
        let body = format!("name={username}&password={PASSWORD}");
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

/// A citizen with a case: their page, and the case's number.
async fn with_case(city: &City, n: u16) -> (Browser, String) {
    let citizen = city.citizen(n, "李桂兰").await;
    let case_no = citizen.submit("k", application(n, "李桂兰")).await.expect(201).case_no();
    (Browser::open(city, number(n).reveal()).await, case_no)
}

async fn lines(city: &City, act: &str) -> u64 {
    let found = access::Entity::find().filter(access::COLUMN.act.eq(act));
    found.count(&city.services.db.read).await.unwrap()
}

async fn audited(city: &City, action: &str) -> u64 {
    let found = audit::Entity::find().filter(audit::COLUMN.action.eq(action));
    found.count(&city.services.db.read).await.unwrap()
}

journeys! {
    async fn a_case_opened_by_staff_is_told_to_its_owner_once_a_day(city: City) {
        let (own, case_no) = with_case(&city, 301).await;
        own.get(&format!("/my/cases/{case_no}")).await.expect(200);
        assert_eq!(lines(&city, "case_read").await, 0, "one's own looks are nobody's news");
        let reviewer = Browser::open(&city, "reviewer").await;
        reviewer.get("/review").await.expect(200);
        assert_eq!(lines(&city, "case_read").await, 0, "a list opens no case");
        for _ in 0..3 {
            reviewer.get(&format!("/review/cases/{case_no}")).await.expect(200);
        }
        assert_eq!(lines(&city, "case_read").await, 1);
        Browser::open(&city, "supervisor").await.get(&format!("/supervise/cases/{case_no}")).await.expect(200);
        city.signed_in("clerk").await.get(&format!("/api/v1/cases/{case_no}")).await.expect(200);
        assert_eq!(lines(&city, "case_read").await, 3);

        let page = own.get("/my/data/access").await.expect(200);
        for told in ["打开办件", "审批部门办理您的申请", "监督检查办理情况", "审批人员 · 工作人员 reviewer"] {
            assert!(page.text.contains(told), "{told}: {}", page.text);
        }
        let none = own.get("/my/data/access?act=exported&span=30").await.expect(200);
        assert!(none.text.contains("这段时间没有人看过您的信息"), "{}", none.text);
        // What an address cannot mean is left out.
        own.get("/my/data/access?act=%3Cb%3E&span=x&after=1.2").await.expect(200);
    }

    async fn only_the_owner_sees_these_pages(city: City) {
        let (own, _) = with_case(&city, 302).await;
        let pages = ["/my/data", "/my/data/access", "/my/data/correct", "/my/data/export", "/my/data/consents"];
        let clerk = Browser::open(&city, "clerk").await;
        for page in pages {
            let shown = own.get(page).await.expect(200);
            assert!(!shown.text.contains(number(302).reveal()), "{page}");
            assert_eq!(shown.header("cache-control"), "no-store");
            clerk.get(page).await.expect(404);
            assert!(city.client().get(page).await.expect(303).header("location").starts_with("/sign-in"));
        }
        let data = own.get("/my/data").await;
        assert!(data.text.contains(&number(302).masked()) && data.text.contains("办件 1 件"), "{}", data.text);
        let stranger = "/my/data/materials/00000000-0000-7000-8000-000000000000/remove";
        own.get(stranger).await.expect(404);
        own.post(stranger, &[]).await.expect(404);
    }

    async fn a_correction_that_is_wrong_keeps_what_was_typed(city: City) {
        let (own, _) = with_case(&city, 303).await;
        let typed = [("phone", "1390000"), ("residence", "229902001"), ("address", "幸福路8号")];
        let again = own.post("/my/data/correct", &typed).await.expect(422);
        assert!(again.text.contains("value=\"1390000\"") && again.text.contains("value=\"幸福路8号\""), "{}", again.text);
        assert!(again.text.contains("电话号码不对"), "{}", again.text);
        let typed = [("phone", "13900001234"), ("residence", "229902001"), ("address", "幸福路8号")];
        own.post("/my/data/correct", &typed).await.expect(303);
        let data = own.get("/my/data").await.expect(200);
        assert!(data.text.contains("139****1234") && data.text.contains("幸福路****"), "{}", data.text);
        assert!(!data.text.contains("13900001234") && !data.text.contains("幸福路8号"), "{}", data.text);
    }

    async fn an_export_is_a_file_and_stands_in_the_ledger(city: City) {
        let (own, case_no) = with_case(&city, 304).await;
        let file = own.post("/my/data/export", &[("numbers", "masked")]).await.expect(200);
        assert!(file.header("content-disposition").starts_with("attachment; filename=\"yihao-"));
        assert_eq!(file.header("cache-control"), "no-store");
        assert_eq!(file["cases"][0]["case_no"], case_no.as_str());
        assert_eq!(file["person"]["name"], "李桂兰");
        assert!(!file.text.contains(number(304).reveal()));
        let wrong = own.post("/my/data/export", &[("numbers", "full"), ("password", "x")]).await.expect(422);
        assert!(wrong.text.contains("密码不对") && wrong.json == Value::Null, "{}", wrong.text);
        let full = own.post("/my/data/export", &[("numbers", "full"), ("password", PASSWORD)]).await.expect(200);
        assert_eq!(full["person"]["id_number"], number(304).reveal());
        let told = own.get("/my/data/access").await.expect(200);
        assert!(told.text.contains("本人导出全部信息，含完整号码") && told.text.contains("您本人"), "{}", told.text);
    }

    async fn a_number_is_shown_in_full_for_a_reason_only(city: City) {
        let (own, case_no) = with_case(&city, 305).await;
        let address = format!("/review/cases/{case_no}/number");
        let reviewer = Browser::open(&city, "reviewer").await;
        let pane = reviewer.get(&format!("/review/cases/{case_no}")).await.expect(200);
        assert!(pane.text.contains(&address) && !pane.text.contains(number(305).reveal()), "{}", pane.text);
        reviewer.get(&address).await.expect(200);

        let again = reviewer.post(&address, &[("words", "请看")]).await.expect(422);
        assert!(again.text.contains("value=\"请看\"") && !again.text.contains(number(305).reveal()));
        reviewer.post(&address, &[("why", "other")]).await.expect(422);
        assert_eq!((lines(&city, "revealed").await, audited(&city, "person.reveal").await), (0, 0));

        let shown = reviewer.post(&address, &[("why", "compare"), ("words", "核对户口簿")]).await.expect(200);
        let digits: String = shown.text.replace(' ', "");
        assert!(digits.contains(number(305).reveal()), "{}", shown.text);
        assert_eq!((shown.header("cache-control"), lines(&city, "revealed").await), ("no-store", 1));
        assert_eq!(audited(&city, "person.reveal").await, 1);
        let told = own.get("/my/data/access").await.expect(200);
        assert!(told.text.contains("查看完整身份证号") && told.text.contains("与证件或材料核对：核对户口簿"), "{}", told.text);
    }

    async fn to_all_others_there_is_no_such_number(city: City) {
        let (_, case_no) = with_case(&city, 306).await;
        let address = format!("/review/cases/{case_no}/number");
        for name in ["reviewer-ga", "supervisor", "clerk"] {
            let browser = Browser::open(&city, name).await;
            browser.get(&address).await.expect(404);
            browser.post(&address, &[("why", "compare")]).await.expect(404);
        }
        // Nobody stands at this counter.
        let clerk = Browser::open(&city, "clerk").await;
        clerk.post("/desk/person/number", &[("why", "compare")]).await.expect(404);
        assert_eq!(lines(&city, "revealed").await, 0);

        let supervisor = Browser::open(&city, "supervisor").await;
        let page = supervisor.get(&format!("/supervise/cases/{case_no}")).await.expect(200);
        assert!(!page.text.contains("李桂兰") && !page.text.contains(&number(306).masked()), "{}", page.text);
        let case = city.signed_in("supervisor").await.get(&format!("/api/v1/cases/{case_no}")).await.expect(200);
        assert_eq!(case["applicant"]["id_number_masked"], number(306).masked_public());
        assert_eq!(case["applicant"]["name"], "李*兰");
    }

    async fn a_clerk_sees_the_number_of_who_stands_at_the_counter(city: City) {
        let (own, _) = with_case(&city, 307).await;
        let clerk = Browser::open(&city, "clerk").await;
        clerk.post("/desk/find", &[("q", number(307).reveal())]).await;
        let form = clerk.get("/desk/person/number").await.expect(200);
        assert!(!form.text.contains(number(307).reveal()), "{}", form.text);
        clerk.post("/desk/person/number", &[("why", "paper")]).await.expect(200);
        clerk.post("/desk/next", &[]).await.expect(303);
        clerk.get("/desk/person/number").await.expect(404);
        let told = own.get("/my/data/access").await.expect(200);
        assert!(told.text.contains("制作证照或文书"), "{}", told.text);
    }
}
