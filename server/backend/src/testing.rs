//! Databases for tests: each test has its own, migrated and empty, on SQLite and, where
//! `YIHAO_TEST_POSTGRES` holds an administrator's URL, on PostgreSQL too.

mod casework;
mod certificates;
mod people;

use std::{
    env,
    future::Future,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use chrono::NaiveDate;
use domain::resident_id::ResidentId;
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

pub use casework::services;
pub use certificates::{certificate, certificates, new as new_certificate, operated, papers};
pub use people::{PASSWORD, citizen, department, hall, staff, staff_of};

use crate::{Portal, Result, accounts::Passwords, crypto::CipherSuite, error::Error, portal::Options};

/// A portal on a database of its own. The folder goes when the portal goes.
#[derive(Debug)]
pub struct TestPortal {
    /// The portal.
    pub portal: Portal,
    /// The database's URL, for programs started by a test.
    pub url: String,
    folder: TempDir,
    schema: Option<Schema>,
}

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A schema of its own on the server named by `YIHAO_TEST_POSTGRES`.
    Postgres,
}

#[derive(Debug)]
struct Schema {
    admin: String,
    name: String,
}

impl std::ops::Deref for TestPortal {
    type Target = Portal;

    fn deref(&self) -> &Portal {
        &self.portal
    }
}

impl TestPortal {
    /// A fresh portal; `None` when no PostgreSQL was named.
    ///
    /// # Errors
    /// When the database cannot be made.
    pub async fn new(engine: Engine) -> Result<Option<Self>> {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir()?;
                let url = format!("sqlite://{}", folder.path().join("yihao.db").display());
                Ok(Some(Self::open(folder, url, None).await?))
            }
            Engine::Postgres => match env::var("YIHAO_TEST_POSTGRES") {
                Ok(admin) => Ok(Some(Self::on_server(admin).await?)),
                Err(_) => Ok(None),
            },
        }
    }

    /// A fresh portal in a schema of its own on a server of PostgreSQL.
    ///
    /// # Errors
    /// When the database cannot be made.
    pub async fn on_server(admin: String) -> Result<Self> {
        let schema = Schema::create(admin).await?;
        Self::open(tempfile::tempdir()?, schema.url(), Some(schema)).await
    }

    async fn open(folder: TempDir, url: String, schema: Option<Schema>) -> Result<Self> {
        let options = options(&folder, url);
        let portal = Portal::open(&options).await.map_err(Error::internal)?;
        Ok(Self { portal, url: options.database_url, folder, schema })
    }

    /// Another server on the same database, with the same key file and a memory of its own.
    ///
    /// # Panics
    /// When it cannot be opened.
    #[expect(clippy::expect_used, reason = "a test tells of its failure by panicking")]
    pub async fn another(&self) -> Portal {
        Portal::open(&options(&self.folder, self.url.clone())).await.expect("a portal")
    }

    /// A folder for files of the test.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    async fn remove(schema: Option<Schema>) -> Result<()> {
        match schema {
            Some(schema) => schema.drop().await,
            None => Ok(()),
        }
    }
}

fn options(folder: &TempDir, database_url: String) -> Options {
    Options {
        database_url,
        key_file: folder.path().join("keys.json"),
        suite: CipherSuite::default(),
        storage: format!("file://{}", folder.path().join("files").display()),
        today: TODAY,
        passwords: Passwords::cheap(),
    }
}

/// Tests live on Friday 2026-02-13: the day before a weekend worked, and a long holiday.
const TODAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 2, 13);

/// The number of the `n`-th fictitious person (n below 1000), in a division that does not exist.
///
/// # Panics
/// When there is no such number.
#[expect(clippy::expect_used, reason = "a test tells of its failure by panicking")]
pub fn number(n: u16) -> ResidentId {
    let birth = NaiveDate::from_ymd_opt(1990, 1, 1).expect("a day");
    ResidentId::compose("229901", birth, n).expect("a number")
}

impl Schema {
    async fn create(admin: String) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("t{}_{n}", uuid::Uuid::now_v7().simple());
        let db = Database::connect(&admin).await?;
        db.execute_unprepared(&format!("CREATE SCHEMA {name}")).await?;
        db.close().await?;
        Ok(Self { admin, name })
    }

    fn url(&self) -> String {
        let joint = if self.admin.contains('?') { '&' } else { '?' };
        format!("{}{joint}options=-c%20search_path%3D{}", self.admin, self.name)
    }

    async fn drop(self) -> Result<()> {
        let db = Database::connect(&self.admin).await?;
        db.execute_unprepared(&format!("DROP SCHEMA {} CASCADE", self.name)).await?;
        Ok(db.close().await?)
    }
}

/// Runs one test on one engine and clears up after it, whether it passes or not.
///
/// # Panics
/// When the test does, or when the database cannot be made.
#[expect(clippy::panic, reason = "a test tells of its failure by panicking")]
pub async fn run<F, T>(engine: Engine, test: F)
where
    F: FnOnce(TestPortal) -> T,
    T: Future<Output = ()> + Send + 'static,
{
    let portal = match TestPortal::new(engine).await {
        Ok(Some(portal)) => portal,
        Ok(None) => return,
        Err(error) => panic!("no database for the test: {error} {:?}", error.causes()),
    };
    let schema = portal.schema.as_ref().map(|s| Schema { admin: s.admin.clone(), name: s.name.clone() });
    let db = portal.db.clone();
    let outcome = tokio::spawn(test(portal)).await;
    let closed = db.close().await;
    let removed = TestPortal::remove(schema).await;
    if let Err(failure) = outcome {
        std::panic::resume_unwind(failure.into_panic());
    }
    if let Err(error) = closed.and(removed) {
        panic!("the test's database stays behind: {error}");
    }
}

/// Makes two tests of each: one on SQLite, one on PostgreSQL.
///
/// ```ignore
/// both_databases! {
///     /// A person once recorded is found by number.
///     async fn finds_a_person(portal: TestPortal) {
///         portal.db.ping().await.unwrap();
///     }
/// }
/// ```
#[macro_export]
macro_rules! both_databases {
    ($($(#[$meta:meta])* async fn $name:ident($portal:ident: TestPortal) $body:block)+) => { $(
        $(#[$meta])*
        async fn $name($portal: $crate::testing::TestPortal) $body

        mod $name {
            #[tokio::test]
            async fn sqlite() {
                $crate::testing::run($crate::testing::Engine::Sqlite, super::$name).await;
            }

            #[tokio::test]
            async fn postgres() {
                $crate::testing::run($crate::testing::Engine::Postgres, super::$name).await;
            }
        }
    )+ };
}
