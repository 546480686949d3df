//! Certificates over HTTP: the wallet, the code of a minute, marked copies, verification, the API.

mod api;

use crate::journeys;
use crate::support::{Answer, City, Client, number};
use backend::certificates::{Certificate, NewCertificate, Occasion, issue, kind, revoke};
use backend::testing::{self, PASSWORD};
use backend::{Clock, Holder, Services};
use chrono::{NaiveDate, TimeDelta};
use domain::permission::Actor;
use http::Method;
use server::config::Config;
use server::router::router;
use server::site::Site;
use server::state::AppState;
use uuid::Uuid;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Somebody at a browser.
pub struct Browser {
    client: Client,
    cookie: String,
}

impl Browser {
    pub async fn of(client: Client, username: &str) -> Self {
        let body = format!("name={username}&password={PASSWORD}&back=%2Fmy");
        let answer = client.send(Method::POST, "/sign-in", &[FORM], Some(body)).await;
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        assert!(cookie.starts_with("yihao="), "{}", answer.text);
        Self { client, cookie }
    }

    async fn get(&self, path: &str) -> Answer {
        self.client.send(Method::GET, path, &[("cookie", &self.cookie)], None).await
    }

    async fn post(&self, path: &str, body: &str) -> Answer {
        self.client.send(Method::POST, path, &[("cookie", &self.cookie), FORM], Some(body.to_owned())).await
    }
}

/// 林秀兰 with a card for the elderly, and 王五.
pub struct Wallet {
    pub certificate: Certificate,
    owner: Browser,
    stranger: Browser,
}

impl Wallet {
    pub async fn new(city: &City) -> Self {
        let account = testing::citizen(&city.services, number(71), "林秀兰").await;
        testing::citizen(&city.services, number(72), "王五").await;
        let holder = Holder::Person(account.person_id.unwrap());
        Self {
            certificate: issued(&city.services, holder, "2026-03-31").await,
            owner: Browser::of(city.client(), number(71).reveal()).await,
            stranger: Browser::of(city.client(), number(72).reveal()).await,
        }
    }

    pub fn id(&self) -> Uuid {
        self.certificate.id
    }

    fn path(&self) -> String {
        format!("/my/certificates/{}", self.id())
    }
}

pub async fn issued(services: &Services, holder: Holder, until: &str) -> Certificate {
    let db = &services.db.write;
    let (kind, portal) = (kind(db, "EC_ELDER").await.unwrap(), Actor::portal());
    let from = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    let new = NewCertificate { valid_until: until.parse().ok(), ..NewCertificate::from(&kind, holder, from) };
    issue(db, &services.keys, &Occasion::now(services, &portal, ""), new).await.unwrap()
}

pub async fn revoked(services: &Services, id: Uuid) {
    let portal = Actor::portal();
    revoke(&services.db.write, &Occasion::now(services, &portal, "冒领"), id).await.unwrap();
}

/// A client of the same portal, at a later time.
fn later(services: &Services, by: TimeDelta) -> Client {
    let mut services = services.clone();
    services.portal.clock = Clock::fixed_at(services.clock.now() + by);
    let config = Config::read(&|_| None, true).unwrap();
    Client::new(router(AppState::new(services, config, Site::find(None))))
}

/// The token of a code just made, as the API gives it: in the page it stands as a picture.
async fn token(city: &City, wallet: &Wallet) -> String {
    let citizen = city.signed_in(number(71).reveal()).await;
    let made =
        citizen.post(&format!("/api/v1/certificates/{}/present", wallet.id()), serde_json::json!({})).await;
    made.expect(201)["token"].as_str().unwrap().to_owned()
}

journeys! {
    async fn the_wallet_shows_ones_own_and_nobody_elses(city: City) {
        let wallet = Wallet::new(&city).await;
        let list = wallet.owner.get("/my/certificates").await.expect(200);
        assert!(list.text.contains("老年人优待证") && list.text.contains("还有 46 天到期"), "{}", list.text);
        assert!(list.text.contains("/items/MZ-002"), "what renews it is a link");
        let own = wallet.owner.get(&wallet.path()).await.expect(200);
        let full = wallet.certificate.number.clone().unwrap();
        assert!(own.text.contains("林秀兰") && !own.text.contains(&format!(">{full}<")), "{}", own.text);
        let shown = wallet.owner.get(&format!("{}?number=full", wallet.path())).await.expect(200);
        assert!(shown.text.contains(&full));
        assert!(!wallet.stranger.get("/my/certificates").await.expect(200).text.contains("老年人优待证"));
        for path in ["", "/present", "/copies"] {
            wallet.stranger.get(&format!("{}{path}", wallet.path())).await.expect(404);
        }
        wallet.stranger.post(&format!("{}/present", wallet.path()), "").await.expect(404);
        wallet.stranger.post(&format!("{}/copies", wallet.path()), "purpose=x&expires_on=2026-02-20").await.expect(404);
        city.client().get(&wallet.path()).await.expect(303);
        wallet.owner.get("/my/certificates/nonsense").await.expect(404);
    }

    async fn a_code_is_scanned_within_its_minute_and_lapses_after_it(city: City) {
        let wallet = Wallet::new(&city).await;
        let page = wallet.owner.post(&format!("{}/present", wallet.path()), "").await.expect(200);
        assert!(page.text.contains("<svg") && page.text.contains("林秀兰"), "{}", page.text);
        assert_eq!(page.header("refresh"), format!("60; url={}/present", wallet.path()));
        assert_eq!(page.header("cache-control"), "no-store");

        let address = format!("/present/{}", token(&city, &wallet).await);
        let seen = city.client().get(&address).await.expect(200);
        assert!(seen.text.contains("林*兰") && seen.text.contains("真实，现在有效"), "{}", seen.text);
        assert!(!seen.text.contains("林秀兰") && !seen.text.contains(wallet.certificate.number.as_ref().unwrap()));
        assert_eq!((seen.header("cache-control"), seen.header("referrer-policy")), ("no-store", "no-referrer"));
        let clerk = Browser::of(city.client(), "clerk").await;
        clerk.get(&address).await.expect(200);

        let over = later(&city.services, TimeDelta::seconds(60)).get(&address).await.expect(410);
        assert!(over.text.contains("二维码已失效") && !over.text.contains("林*兰"), "{}", over.text);
        city.client().get("/present/bm8gc3VjaCB0b2tlbg").await.expect(410);

        let own = wallet.owner.get(&wallet.path()).await.expect(200);
        assert!(own.text.contains("公众扫码") && own.text.contains("工作人员 clerk"), "{}", own.text);
        let lapsed = wallet.owner.get(&format!("{}/present", wallet.path())).await.expect(200);
        assert!(lapsed.text.contains("公众扫码"));
    }

    async fn a_copy_carries_its_purpose_and_is_verified_by_its_code(city: City) {
        let wallet = Wallet::new(&city).await;
        let copies = format!("{}/copies", wallet.path());
        wallet.owner.get(&copies).await.expect(200);
        let wrong = wallet.owner.post(&copies, "purpose=&expires_on=2026-04-01").await.expect(422);
        assert!(wrong.text.contains("最晚填到 2026年3月31日"), "{}", wrong.text);
        let made = wallet.owner.post(&copies, "purpose=%E5%85%AC%E7%A7%9F%E6%88%BF&expires_on=2026-02-20").await.expect(303);
        let sheet = wallet.owner.get(made.header("location")).await.expect(200);
        assert!(sheet.text.contains("用途：公租房，有效期至2026年2月20日"), "{}", sheet.text);
        wallet.stranger.get(made.header("location")).await.expect(404);

        let listed = wallet.owner.get(&wallet.path()).await.expect(200);
        assert!(listed.text.contains("公租房") && listed.text.contains("制作证照副本"), "{}", listed.text);
        let code = code_in(&sheet.text);
        let address = format!("/verify/copies?code={code}");
        let good = city.client().get(&address).await.expect(200);
        assert!(good.text.contains("真实，只能用于下面写的用途") && good.text.contains("林*兰"), "{}", good.text);
        let over = later(&city.services, TimeDelta::days(8)).get(&address).await.expect(200);
        assert!(over.text.contains("加注件是真的，但已经过期"), "{}", over.text);
        revoked(&city.services, wallet.id()).await;
        let void = city.client().get(&address).await.expect(200);
        assert!(void.text.contains("已吊销") && void.text.contains("现在不能用"), "{}", void.text);
        city.client().get("/verify/copies?code=0000000000000000").await.expect(404);
    }

    async fn a_revoked_certificate_is_neither_shown_nor_copied(city: City) {
        let wallet = Wallet::new(&city).await;
        revoked(&city.services, wallet.id()).await;
        let back = wallet.owner.post(&format!("{}/present", wallet.path()), "").await.expect(303);
        assert_eq!(back.header("location"), wallet.path());
        let page = wallet.owner.get(&wallet.path()).await.expect(200);
        assert!(page.text.contains("已吊销") && page.text.contains("冒领") && !page.text.contains("出示二维码</button>"), "{}", page.text);
        wallet.owner.get(&format!("{}/copies", wallet.path())).await.expect(303);
        wallet.owner.post(&format!("{}/copies", wallet.path()), "purpose=x&expires_on=2026-02-20").await.expect(422);
    }

    async fn anybody_verifies_by_identifier_and_learns_the_least(city: City) {
        let wallet = Wallet::new(&city).await;
        let identifier = &wallet.certificate.identifier;
        let ask = |typed: String| {
            let client = city.client();
            async move { client.send(Method::POST, "/verify", &[FORM], Some(format!("identifier={typed}"))).await }
        };
        for typed in [identifier.clone(), format!("1.2.156.3005.2.{identifier}")] {
            let found = ask(typed).await.expect(200);
            assert!(found.text.contains("真实，现在有效") && found.text.contains("林*兰"), "{}", found.text);
            assert!(!found.text.contains("林秀兰"));
        }
        let (body, check) = identifier.rsplit_once('.').unwrap();
        let other = if check == "0" { "1" } else { "0" };
        let wrong = ask(format!("{body}.{other}")).await.expect(422);
        assert!(wrong.text.contains("校验码与前面不符"), "{}", wrong.text);
        assert!(ask("123".into()).await.expect(422).text.contains("应有五段"));
        assert!(ask(String::new()).await.expect(422).text.contains("请填写这一项"));
        let unknown = ask("11100000000013338W011.11430000006122244L.20230000403.001.U".into()).await.expect(404);
        assert!(unknown.text.contains("没有这份证照"), "{}", unknown.text);
        revoked(&city.services, wallet.id()).await;
        assert!(ask(identifier.clone()).await.expect(200).text.contains("已吊销，现在不能用"));
    }
}

/// The sixteen characters, which stand in groups of four.
fn code_in(sheet: &str) -> String {
    let (_, code) = sheet.split_once("<code class=\"code-number big\">").unwrap();
    let (code, _) = code.split_once("</code>").unwrap();
    code.split('<').filter_map(|part| part.strip_prefix("span>")).collect()
}
