//! Databases that older releases have left open in this one, are whole, and are worked with.

use super::place::{EmptyPlace, Opened, run};
use crate::support::{ITEM, number};
use backend::demo;
use sea_orm::{ConnectionTrait as _, Database, Statement};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder(step: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/older").join(step)
}

/// The database as the program of the time left it.
async fn left_by(step: &str, engine: &str, like: &str) -> EmptyPlace {
    let folder = folder(step);
    let place = EmptyPlace::new(like, &folder.join(format!("{engine}.keys.json"))).await;
    let files = place.folder.path().join("files");
    copy(&folder.join(format!("{engine}.uploads")), &files);
    unpack(&folder.join(format!("{engine}.uploads.json.br")), &files);
    // A dump has its tables in the order of the alphabet.
    let mut sql = if engine == "sqlite" { b"PRAGMA foreign_keys = OFF;\n".to_vec() } else { Vec::new() };
    sql.extend(unpacked(&folder.join(format!("{engine}.sql.br"))));
    let url = if engine == "sqlite" {
        std::fs::create_dir(place.folder.path().join("new")).unwrap();
        format!("{}?mode=rwc", place.url)
    } else {
        place.url.clone()
    };
    let db = Database::connect(url).await.unwrap();
    db.execute_unprepared(std::str::from_utf8(&sql).unwrap()).await.unwrap();
    // A dump leaves its connection without a search path.
    let schema = if engine == "sqlite" { "main" } else { "public" };
    let last = format!("SELECT MAX(version) FROM {schema}.seaql_migrations");
    let last = Statement::from_string(db.get_database_backend(), last);
    let last: String = db.query_one_raw(last).await.unwrap().unwrap().try_get_by_index(0).unwrap();
    assert!(last.contains(step), "{last}");
    db.close().await.unwrap();
    place
}

/// The files given; the first releases left none.
fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).into_iter().flatten() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(&path, &to).unwrap();
        }
    }
}

/// The same in one file, where there were many: by their paths, in hexadecimal.
fn unpack(from: &Path, to: &Path) {
    if !from.exists() {
        return;
    }
    let files: BTreeMap<PathBuf, String> = serde_json::from_slice(&unpacked(from)).unwrap();
    for (path, content) in files {
        let path = to.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, hex::decode(content).unwrap()).unwrap();
    }
}

fn unpacked(from: &Path) -> Vec<u8> {
    let (packed, mut content) = (std::fs::read(from).unwrap(), Vec::new());
    brotli::BrotliDecompress(&mut packed.as_slice(), &mut content).unwrap();
    content
}

async fn opens(step: &str, engine: &str, like: &str) {
    let place = left_by(step, engine, like).await;
    // Before the release changes anything, its backup command keeps what is there.
    let kept = place.folder.path().join("kept");
    run(place.command(&["backup", kept.to_str().unwrap()])).await.good();
    assert!(run(place.command(&["check-config"])).await.good().contains("to be migrated"));
    run(place.command(&["migrate"])).await.good();
    let said = run(place.command(&["verify"])).await.good();
    assert!(said.contains(" 0 differences") && said.trim_end().ends_with("good"), "{said}");
    let opened = place.open().await;
    works(&opened).await;
    let said = run(place.command(&["verify"])).await.good();
    assert!(said.trim_end().ends_with("good"), "{said}");
    comes_back(&kept, step, like).await;
    place.remove(opened).await;
}

/// Pages, sealed answers of the time, and a case of today.
async fn works(opened: &Opened) {
    let before = opened.cases().await;
    assert!(before > 300, "{before}");
    opened.client.get("/").await.expect(200);
    opened.client.get("/items").await.expect(200);
    let supervisor = opened.client.clone().sign_in("supervisor", demo::PASSWORD).await;
    let cases = supervisor.get("/api/v1/cases").await.expect(200);
    let case_no = cases["items"][0]["case_no"].as_str().unwrap().to_owned();
    supervisor.get(&format!("/api/v1/cases/{case_no}")).await.expect(200);
    let clerk = opened.client.clone().sign_in("clerk", demo::PASSWORD).await;
    let new = json!({
        "item_code": ITEM,
        "applicant": { "id_number": number(5).reveal(), "name": "王秀英", "phone": "13800001234" },
        "residence_division": "229902001",
        "form": {
            "address": "文庙巷5号", "bank_name": "示范银行", "bank_account": "6222000000000001234",
            "elder_is_self": "no", "elder_name": "王大爷", "elder_id": number(900).reveal(),
        },
        "materials": [{ "name": "居民户口簿", "manner": "paper" }],
    });
    let receipt = clerk.submit("of today", new).await.expect(201).case_no();
    assert_eq!(opened.times(&receipt).await, 1);
    assert_eq!(opened.cases().await, before + 1);
}

/// A backup of the older database, into a place of this release.
async fn comes_back(kept: &Path, step: &str, like: &str) {
    let engine = if like.starts_with("sqlite") { "sqlite" } else { "postgres" };
    let place = EmptyPlace::new(like, &folder(step).join(format!("{engine}.keys.json"))).await;
    let said = run(place.command(&["restore", kept.to_str().unwrap()])).await.good();
    assert!(said.trim_end().ends_with("good"), "{said}");
    let opened = place.open().await;
    assert!(opened.cases().await > 300);
    place.remove(opened).await;
}

macro_rules! releases {
    ($($name:ident: $step:literal,)+) => { $(
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::opens($step, "sqlite", "sqlite").await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Ok(server) = std::env::var("YIHAO_TEST_POSTGRES") else { return };
                super::opens($step, "postgres", &server).await;
            }
        }
    )+ };
}

releases! {
    intake_and_receipts: "000009",
    casework_by_law: "000010",
    one_number: "000011",
    supervision: "000017",
}
