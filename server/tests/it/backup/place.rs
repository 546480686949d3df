//! An empty place, to restore into: a database that nobody has used, a folder, and the key file.

use crate::support::{Answer, City, Client};
use backend::accounts::Passwords;
use backend::cases::{self, CaseQuery};
use backend::crypto::CipherSuite;
use backend::portal::Options;
use backend::{Portal, Services};
use domain::permission::{Actor, Role};
use sea_orm::{ConnectionTrait as _, Database};
use server::config::Config;
use server::router::router;
use server::site::Site;
use server::state::AppState;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

pub struct EmptyPlace {
    pub url: String,
    pub folder: TempDir,
    /// Of PostgreSQL: where to drop it, and its name.
    made: Option<(String, String)>,
}

impl EmptyPlace {
    /// On the engine of a city, with its keys.
    pub async fn like(city: &City) -> Self {
        Self::new(city.url(), &city.folder().join("keys.json")).await
    }

    /// On the engine, and on the server, that an address names.
    pub async fn new(like: &str, keys: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(keys, folder.path().join("keys.json")).unwrap();
        if like.starts_with("sqlite") {
            let url = format!("sqlite://{}", folder.path().join("new/yihao.db").display());
            return Self { url, folder, made: None };
        }
        let name = format!("place_{}", uuid::Uuid::now_v7().simple());
        let db = Database::connect(like).await.unwrap();
        db.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        db.close().await.unwrap();
        let (address, query) = like.split_once('?').unwrap();
        let server = address.rsplit_once('/').unwrap().0;
        Self { url: format!("{server}/{name}?{query}"), folder, made: Some((like.to_owned(), name)) }
    }

    /// The program, led here.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let folder = self.folder.path();
        let mut command = Command::new(env!("CARGO_BIN_EXE_yihao"));
        command
            .args(arguments)
            .env("DATABASE_URL", &self.url)
            .env("YIHAO_DATA_DIR", folder)
            .env("YIHAO_KEY_FILE", folder.join("keys.json"))
            .env("YIHAO_STORAGE", format!("file://{}", folder.join("files").display()))
            .env_remove("YIHAO_TODAY");
        command
    }

    pub async fn open(&self) -> Opened {
        let folder = self.folder.path();
        let options = Options {
            database_url: self.url.clone(),
            key_file: folder.join("keys.json"),
            suite: CipherSuite::default(),
            storage: format!("file://{}", folder.join("files").display()),
            today: None,
            passwords: Passwords::cheap(),
        };
        let services = Services::load(Portal::open(&options).await.unwrap()).await.unwrap();
        let config = Config::read(&|_| None, true).unwrap();
        let state = AppState::new(services.clone(), config, Site::find(Some(folder)));
        Opened { client: Client::new(router(state)), services }
    }

    pub async fn remove(self, opened: Opened) {
        let Opened { client, services } = opened;
        drop(client);
        services.portal.db.clone().close().await.unwrap();
        let Some((server, name)) = self.made else { return };
        let db = Database::connect(server).await.unwrap();
        db.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
        db.close().await.unwrap();
    }
}

/// A portal there.
pub struct Opened {
    pub client: Client,
    pub services: Services,
}

impl Opened {
    fn supervisor() -> Actor {
        Actor { role: Some(Role::Supervisor), ..Actor::portal() }
    }

    /// How many cases bear this number.
    pub async fn times(&self, case_no: &str) -> u64 {
        let query = CaseQuery { text: Some(case_no.to_owned()), ..CaseQuery::default() };
        cases::list(&self.services, &Self::supervisor(), &query).await.unwrap().total
    }

    pub async fn cases(&self) -> usize {
        let all = cases::list(&self.services, &Self::supervisor(), &CaseQuery::default()).await.unwrap();
        usize::try_from(all.total).unwrap()
    }

    /// What somebody with this token is answered.
    pub async fn with_token(&self, token: &str, path: &str) -> u16 {
        let bearer = format!("Bearer {token}");
        let answer: Answer =
            self.client.send(http::Method::GET, path, &[("authorization", &bearer)], None).await;
        answer.status.as_u16()
    }
}

/// What a program left.
pub struct Ended(Output);

impl Ended {
    #[track_caller]
    pub fn good(self) -> String {
        let (out, err) = self.texts();
        assert!(self.0.status.success(), "{out}\n{err}");
        out
    }

    #[track_caller]
    pub fn refused(self, code: i32) -> String {
        let (out, err) = self.texts();
        assert_eq!(self.0.status.code(), Some(code), "{out}\n{err}");
        err
    }

    fn texts(&self) -> (String, String) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&self.0.stdout), text(&self.0.stderr))
    }
}

pub async fn run(mut command: Command) -> Ended {
    Ended(tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap())
}
