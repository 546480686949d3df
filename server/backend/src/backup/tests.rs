//! Backups of small portals, and everything that is refused.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use domain::permission::{Actor, Role};
use futures::stream;

use super::{BackupError, Manifest, Place, Why};
use crate::testing::{self, Engine, TestPortal};
use crate::uploads::{NewUpload, Upload};
use crate::{both_databases, settings, uploads};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture";

fn place(portal: &TestPortal) -> Place {
    let folder = portal.folder();
    Place {
        database_url: portal.url.clone(),
        key_file: folder.join("keys.json"),
        storage: format!("file://{}", folder.join("files").display()),
    }
}

async fn take(place: &Place, folder: &Path) -> Result<Manifest, BackupError> {
    super::take(place, folder, &mut |_, _, _| {}).await
}

/// Back into its own database would be refused; where only the checks matter, the place is a new file.
async fn restore(place: &Place, folder: &Path) -> Result<Manifest, BackupError> {
    super::restore(place, folder, &mut |_, _, _| {}).await
}

async fn file(portal: &TestPortal, name: &str) -> Upload {
    let account = testing::citizen(portal, testing::number(7), "王秀英").await;
    let actor = Actor { role: Some(Role::Citizen), account: Some(account.id), ..Actor::portal() };
    let new = NewUpload { file_name: name.to_owned(), draft_id: None };
    let bytes = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(PNG))]);
    uploads::receive(portal, &actor, new, bytes).await.unwrap()
}

/// An empty place beside the portal, on SQLite.
fn empty(portal: &TestPortal) -> Place {
    let folder = portal.folder().join("new");
    Place {
        database_url: format!("sqlite://{}", folder.join("yihao.db").display()),
        key_file: place(portal).key_file,
        storage: format!("file://{}", folder.join("files").display()),
    }
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_of(&path)) } else { found.push(path) }
    }
    found
}

fn said(outcome: Result<Manifest, BackupError>) -> String {
    outcome.unwrap_err().to_string()
}

both_databases! {
    async fn a_backup_holds_its_parts_and_nothing_else(portal: TestPortal) {
        file(&portal, "户口簿.png").await;
        let (place, folder) = (place(&portal), portal.folder().join("backup"));
        let manifest = take(&place, &folder).await.map_err(|error| error.to_string()).unwrap();
        assert_eq!((manifest.uploads, manifest.left_out.len()), (1, 0));
        assert_eq!((manifest.rows_of("person"), manifest.rows_of("upload")), (1, 1));
        let files = files_of(&folder);
        assert_eq!(files.len(), 5, "{files:?}");
        let again = take(&place, &folder).await;
        assert!(matches!(again, Err(BackupError::NotEmpty { .. })));
    }

    async fn a_backup_tells_of_files_that_are_not_whole(portal: TestPortal) {
        let upload = file(&portal, "户口簿.png").await;
        let [kept] = files_of(&portal.folder().join("files")).try_into().unwrap();
        std::fs::write(&kept, b"something else").unwrap();
        let altered = take(&place(&portal), &portal.folder().join("a")).await.unwrap();
        std::fs::remove_file(&kept).unwrap();
        let lost = take(&place(&portal), &portal.folder().join("b")).await.unwrap();
        for (manifest, why) in [(altered, Why::Altered), (lost, Why::Lost)] {
            assert_eq!((manifest.damage(), manifest.left_out[0].why), (1, why), "{}", upload.id);
            assert_eq!(manifest.uploads, 0);
        }
    }

    async fn a_backup_needs_the_keys_of_the_database(portal: TestPortal) {
        let (right, folder) = (place(&portal), portal.folder().join("backup"));
        let without = Place { key_file: portal.folder().join("none.json"), ..right.clone() };
        assert!(said(take(&without, &folder).await).contains("there is no key file at"));
        let foreign = portal.folder().join("foreign.json");
        crate::crypto::Keys::open_or_create(&foreign, crate::crypto::CipherSuite::default()).unwrap();
        let foreign = Place { key_file: foreign, ..right };
        assert!(said(take(&foreign, &folder).await).contains("does not belong to this database"));
        assert!(!folder.exists() && !portal.folder().join("backup.unfinished").exists());
    }

    async fn nothing_is_put_where_something_is(portal: TestPortal) {
        let (there, folder) = (place(&portal), portal.folder().join("backup"));
        take(&there, &folder).await.unwrap();
        settings::put(&portal.db.write, "after", &1_u32).await.unwrap();
        assert!(said(restore(&there, &folder).await).contains("is not empty"));
        assert_eq!(settings::get::<u32>(&portal.db.read, "after").await.unwrap(), Some(1));
    }
}

async fn with_backup<F: Future<Output = ()> + Send + 'static>(
    test: impl FnOnce(TestPortal, PathBuf) -> F + Send + 'static,
) {
    testing::run(Engine::Sqlite, |portal| async move {
        file(&portal, "户口簿.png").await;
        let folder = portal.folder().join("backup");
        take(&place(&portal), &folder).await.unwrap();
        test(portal, folder).await;
    })
    .await;
}

#[tokio::test]
async fn every_byte_that_changed_is_found_and_nothing_is_put_anywhere() {
    with_backup(|portal, folder| async move {
        let to = empty(&portal);
        for path in files_of(&folder) {
            let whole = std::fs::read(&path).unwrap();
            let mut flipped = whole.clone();
            flipped[whole.len() / 2] ^= 1;
            std::fs::write(&path, &flipped).unwrap();
            let flipped = said(restore(&to, &folder).await);
            assert!(flipped.contains("altered"), "{}: {flipped}", path.display());
            std::fs::write(&path, &whole[..whole.len() - 1]).unwrap();
            let cut = said(restore(&to, &folder).await);
            assert!(cut.contains("altered"), "{}: {cut}", path.display());
            std::fs::remove_file(&path).unwrap();
            let gone = said(restore(&to, &folder).await);
            assert!(gone.contains("lacks"), "{}: {gone}", path.display());
            std::fs::write(&path, &whole).unwrap();
            assert!(!portal.folder().join("new").exists(), "{}", path.display());
        }
        restore(&to, &folder).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_place_in_use_and_other_keys_are_refused() {
    with_backup(|portal, folder| async move {
        let to = empty(&portal);
        let foreign = portal.folder().join("foreign.json");
        crate::crypto::Keys::open_or_create(&foreign, crate::crypto::CipherSuite::default()).unwrap();
        let foreign = Place { key_file: foreign, ..to.clone() };
        assert!(said(restore(&foreign, &folder).await).contains("does not belong to this backup"));
        let server = Place { database_url: "postgres://nobody@localhost/none".to_owned(), ..to.clone() };
        assert!(
            said(restore(&server, &folder).await).contains("is of SQLite, and DATABASE_URL names PostgreSQL")
        );
        let files = portal.folder().join("new/files");
        std::fs::create_dir_all(&files).unwrap();
        std::fs::write(files.join("somebody's"), b"file").unwrap();
        assert!(said(restore(&to, &folder).await).contains("YIHAO_STORAGE"));
        assert!(!portal.folder().join("new/yihao.db").exists());
        std::fs::remove_file(files.join("somebody's")).unwrap();
        std::fs::write(portal.folder().join("new/yihao.db-wal"), b"").unwrap();
        assert!(said(restore(&to, &folder).await).contains("DATABASE_URL"));
        assert_eq!(files_of(&portal.folder().join("new")).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    testing::run(Engine::Sqlite, |portal| async move {
        use sea_orm::ConnectionTrait as _;
        let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000099_later', 0)";
        portal.db.write.execute_unprepared(newer).await.unwrap();
        let folder = portal.folder().join("backup");
        take(&place(&portal), &folder).await.unwrap();
        let refused = said(restore(&empty(&portal), &folder).await);
        assert!(refused.contains("newer release") && refused.contains("m29990101_000099_later"), "{refused}");
        assert!(!portal.folder().join("new").exists());
    })
    .await;
}
