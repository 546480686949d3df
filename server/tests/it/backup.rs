//! Backups, drilled: taken amid intakes, put back elsewhere, searched for numbers; a server's moment;
//! and databases of older releases.

mod clerks;
mod cluster;
mod moment;
mod older;
mod place;

use crate::journeys;
use crate::killed::{command, serve};
use crate::secrets::search::Needles;
use crate::support::{City, number};
use backend::uploads::{self, NewUpload, Upload};
use bytes::Bytes;
use clerks::{CALLERS, Clerks, token};
use domain::permission::{Actor, Role};
use futures::{TryStreamExt as _, stream};
use place::{EmptyPlace, run};
use std::path::Path;
use std::process::Command;

/// Receipts before the backup begins.
const ENOUGH: usize = 16;
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture of an old booklet";

fn clerk(city: &City) -> Actor {
    Actor { role: Some(Role::Clerk), account: Some(city.accounts["clerk"]), ..Actor::portal() }
}

async fn give(city: &City) -> Upload {
    let new = NewUpload { file_name: "户口簿.png".to_owned(), draft_id: None };
    let bytes = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(PICTURE))]);
    uploads::receive(&city.services, &clerk(city), new, bytes).await.unwrap()
}

/// The archive of PostgreSQL is compressed: numbers would hide in it.
fn unpack(backup: &Path, to: &Path) {
    if backup.join("database.dump").exists() {
        let plain =
            Command::new("pg_restore").arg("--file").arg(to).arg(backup.join("database.dump")).status();
        assert!(plain.unwrap().success() && std::fs::metadata(to).unwrap().len() > 100_000);
    } else {
        assert!(std::fs::metadata(backup.join("database.db")).unwrap().len() > 100_000);
    }
}

fn searched(city: &City, backup: &Path) {
    let plain = city.folder().join("plain.sql");
    unpack(backup, &plain);
    let numbers: Vec<String> = (0..=900).map(|n| number(n).reveal().to_owned()).collect();
    let needles = Needles::of(numbers.iter().map(String::as_str));
    assert_eq!(needles.found_in(backup), []);
    if plain.exists() {
        let text = std::fs::read(&plain).unwrap();
        // What must be there shows that the search reads the right thing.
        assert!(String::from_utf8_lossy(&text).contains("王秀英"));
        assert_eq!(needles.found(&text), []);
    }
    let keys = std::fs::read_to_string(city.folder().join("keys.json")).unwrap();
    let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
    let chain = keys["chain"]["key"].as_str().or(keys["chain"].as_str()).unwrap();
    assert_eq!(Needles::of([&chain[..18]]).found_in(backup), [], "the keys are in the backup");
}

journeys! {
    async fn what_was_acknowledged_before_a_backup_is_in_it_and_in_what_is_restored(city: City) {
        let (mut child, address) = serve(&city).await;
        let upload = give(&city).await;
        let token = token(address).await;
        let clerks = Clerks::start(address, &token).await;
        clerks.wait_for(ENOUGH).await;
        let (before, folder) = (clerks.receipts().await, city.folder().join("backup"));
        let said = run(command(&city, &["backup", folder.to_str().unwrap()])).await.good();
        assert!(said.contains("The keys are NOT in it") && said.contains("1 files"), "{said}");
        assert!(clerks.receipts().await.len() > before.len(), "nobody could hand in during the backup");
        clerks.wait_for(CALLERS).await;
        let all = clerks.end().await;
        child.kill().unwrap();
        child.wait().unwrap();
        searched(&city, &folder);

        let place = EmptyPlace::like(&city).await;
        let said = run(place.command(&["restore", folder.to_str().unwrap()])).await.good();
        assert!(said.trim_end().ends_with("good") && said.contains(" 0 differences"), "{said}");
        let again = run(place.command(&["restore", folder.to_str().unwrap()])).await.refused(2);
        assert!(again.contains("is not empty"), "{again}");
        let opened = place.open().await;
        for case_no in &before {
            assert_eq!(opened.times(case_no).await, 1, "{case_no}");
        }
        let cases = opened.cases().await;
        assert!(cases >= before.len() && cases <= all.len(), "{} of {}", cases, all.len());
        let (kept, bytes) = uploads::get(&opened.services, &clerk(&city), upload.id).await.unwrap();
        assert_eq!((kept.sha256, bytes.try_concat_bytes().await), (upload.sha256, PICTURE.to_vec()));
        opened.client.get("/").await.expect(200);
        assert_eq!(opened.with_token(&token, "/api/v1/cases").await, 401, "a session of the past lives on");
        place.remove(opened).await;
    }
}

trait Whole {
    async fn try_concat_bytes(self) -> Vec<u8>;
}

impl<S: futures::Stream<Item = backend::Result<Bytes>> + Send> Whole for S {
    async fn try_concat_bytes(self) -> Vec<u8> {
        self.try_fold(Vec::new(), async |mut all, bytes| {
            all.extend_from_slice(&bytes);
            Ok(all)
        })
        .await
        .unwrap()
    }
}

journeys! {
    async fn a_backup_refuses_in_a_sentence_and_leaves_nothing(city: City) {
        let folder = city.folder().join("backup");
        let to = folder.to_str().unwrap();
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("something"), b"else").unwrap();
        let told = run(command(&city, &["backup", to])).await.refused(2);
        assert!(told.contains("is not empty"), "{told}");
        std::fs::remove_dir_all(&folder).unwrap();
        let mut without = command(&city, &["backup", to]);
        without.env("YIHAO_KEY_FILE", city.folder().join("none.json"));
        let told = run(without).await.refused(2);
        assert!(told.contains("YIHAO_KEY_FILE") && !city.folder().join("none.json").exists(), "{told}");
        if !city.url().starts_with("sqlite") {
            let mut without = command(&city, &["backup", to]);
            without.env("PATH", "/nowhere");
            let told = run(without).await.refused(2);
            assert!(told.contains("pg_dump is not on the PATH"), "{told}");
        }
        let absent = run(command(&city, &["restore", to])).await.refused(2);
        assert!(absent.contains("there is no whole backup in"), "{absent}");
        assert!(!folder.exists() && !city.folder().join("backup.unfinished").exists());
    }
}
