//! No identity number stands anywhere but sealed: the database, its log, a backup, the files, and what
//! the program tells while people use it are searched for every number there is.

pub mod search;

use crate::support::{Client, log};
use backend::backup::{self, Place};
use backend::demo::{self, DemoPerson};
use backend::testing::{Engine, TestPortal, run};
use backend::{Services, settings};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{Method, StatusCode};
use sea_orm::{ConnectionTrait as _, Statement};
use search::{Needles, forms, shifted};
use serde_json::{Value, json};
use server::config::Config;
use server::router::router;
use server::site::Site;
use server::state::AppState;

/// A number that nobody in the city has.
const FORGOTTEN: &str = "22990219410506002X";

/// The demonstration city with everybody in it, and people at work there.
async fn city(portal: &TestPortal) -> Services {
    log::listen();
    let services = Services::load(portal.portal.clone()).await.unwrap();
    demo::load(&services, |_, _, _| {}).await.map_err(|error| format!("{error:?}")).unwrap();
    let config = Config::read(&|_| None, true).unwrap();
    let site = Site::find(Some(portal.folder().as_path()));
    let client = Client::new(router(AppState::new(services.clone(), config, site)));
    let people = demo::people();
    for (n, person) in people.iter().enumerate().step_by(4) {
        used(&client, person, n).await;
    }
    backend::counters::fold(&services).await.unwrap();
    backend::audit::seal(&services).await.unwrap();
    services
}

/// What a day brings: looked up, taken in, signed in, and every mistake on the way.
async fn used(client: &Client, person: &DemoPerson, n: usize) {
    let number = person.number.reveal();
    let clerk = client.clone().sign_in("clerk", demo::PASSWORD).await;
    let lookup = json!({ "id_number": number, "reason": format!("本人 {number} 办事") });
    clerk.post("/api/v1/persons/lookup", lookup).await.expect(200);
    let case_no = clerk.submit(&format!("k{n}"), application(person)).await.expect(201).case_no();
    clerk.get(&format!("/api/v1/cases/{case_no}")).await.expect(200);
    let told = json!({ "action": "withdraw", "reason": format!("证号 {number} 填错") });
    clerk.act(&case_no, told).await;
    for wrong in [
        clerk.submit(&format!("k{n}"), json!({ "applicant": { "id_number": number } })).await,
        clerk.send(Method::POST, "/api/v1/cases", &[], Some(format!("{{\"id_number\": {number}"))).await,
        client.post("/api/v1/session", json!({ "username": number, "password": "wrong-password" })).await,
        client.get(&format!("/api/v1/cases/{number}")).await,
        client.get(&format!("/api/v1/items?q={number}")).await,
        client.get(&format!("/no/such/page/{number}?id={number}")).await,
    ] {
        assert_ne!(wrong.status, StatusCode::INTERNAL_SERVER_ERROR, "{}", wrong.text);
    }
    if person.has_account {
        let own = client.clone().sign_in(number, demo::PASSWORD).await;
        own.get("/api/v1/cases").await.expect(200);
    }
}

fn application(person: &DemoPerson) -> Value {
    let number = person.number.reveal();
    json!({
        "item_code": crate::support::ITEM,
        "applicant": { "id_number": number, "name": person.name, "phone": person.phone },
        "residence_division": "229902001",
        "form": {
            "address": format!("文庙巷5号，证号{number}"), "bank_name": "示范银行",
            "bank_account": "6222000000000001234", "elder_is_self": "no", "elder_name": "王大爷",
            "elder_id": number,
        },
        "materials": [{ "name": "居民户口簿", "manner": "paper" }],
    })
}

fn seeded() -> Vec<String> {
    demo::people().iter().map(|person| person.number.reveal().to_owned()).collect()
}

/// What `yihao backup` leaves.
async fn backup(portal: &TestPortal, name: &str) {
    let folder = portal.folder();
    let place = Place {
        database_url: portal.url.clone(),
        key_file: folder.join("keys.json"),
        storage: format!("file://{}", folder.join("files").display()),
    };
    backup::take(&place, &folder.join(name), &mut |_, _, _| {}).await.unwrap();
}

/// Every row of every table as text.
async fn dump(services: &Services) -> String {
    let db = &services.db.read;
    let query = |text: String| Statement::from_string(db.get_database_backend(), text);
    let tables =
        "SELECT table_name::text AS t FROM information_schema.tables WHERE table_schema = current_schema()";
    let mut all = String::new();
    for row in db.query_all_raw(query(tables.to_owned())).await.unwrap() {
        let table: String = row.try_get("", "t").unwrap();
        let rows = format!("SELECT row_to_json(t)::text AS r FROM \"{table}\" t");
        for row in db.query_all_raw(query(rows)).await.unwrap() {
            all.push_str(&row.try_get::<String>("", "r").unwrap());
            all.push('\n');
        }
    }
    all
}

#[test]
fn a_number_is_found_in_every_form() {
    let needles = Needles::of([FORGOTTEN]);
    for form in forms(FORGOTTEN) {
        assert!(!needles.found(&[b"some bytes \xff", form.as_slice(), b"and others"].concat()).is_empty());
    }
    for alignment in 0..3 {
        let hidden = STANDARD.encode(shifted(&FORGOTTEN.to_lowercase(), alignment));
        assert!(!needles.found(hidden.as_bytes()).is_empty(), "{hidden}");
    }
    assert!(needles.found("229902194105060038 22990219410506002".as_bytes()).is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_file_holds_a_number() {
    run(Engine::Sqlite, |portal| async move {
        let services = city(&portal).await;
        let folder = portal.folder();
        let wal = folder.join("yihao.db-wal");
        assert!(std::fs::metadata(&wal).unwrap().len() > 0 && folder.join("yihao.db").exists());
        backup(&portal, "backup").await;
        let (numbers, needles) = (seeded(), Needles::of(seeded().iter().map(String::as_str)));
        assert!(numbers.len() > 100);
        assert_eq!(needles.found_in(&folder), []);
        assert_eq!(needles.found(log::told().as_bytes()), []);
        // One left in the open is found, in the database's log and in a backup.
        settings::put(&services.db.write, "forgotten", &numbers[7]).await.unwrap();
        backup(&portal, "later").await;
        let found = needles.found_in(&folder);
        for place in ["-wal", "later/database.db"] {
            assert!(found.iter().any(|(file, n, _)| file.ends_with(place) && *n == 7), "{found:?}");
        }
        // Not one of those looked for: other tests of this process listen to the same log.
        tracing::info!("somebody tells {FORGOTTEN}");
        assert!(!Needles::of([FORGOTTEN]).found(log::told().as_bytes()).is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_row_holds_a_number() {
    run(Engine::Postgres, |portal| async move {
        let services = city(&portal).await;
        let needles = Needles::of(seeded().iter().map(String::as_str));
        let all = dump(&services).await;
        assert!(all.len() > 100_000, "{} bytes", all.len());
        assert_eq!(needles.found(all.as_bytes()), []);
        assert_eq!(needles.found_in(&portal.folder()), []);
        assert_eq!(needles.found(log::told().as_bytes()), []);
        settings::put(&services.db.write, "forgotten", &seeded()[7]).await.unwrap();
        assert!(!needles.found(dump(&services).await.as_bytes()).is_empty());
    })
    .await;
}
