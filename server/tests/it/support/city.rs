//! A small city: real divisions, calendar and catalogue, a hall, and somebody in every role.

use super::Client;
use backend::accounts::{self, StaffForm};
use backend::catalogue::ImportOptions;
use backend::demo::{data, organisation};
use backend::testing::{self, PASSWORD, TestPortal};
use backend::{Services, places};
use chrono::NaiveDate;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use server::config::Config;
use server::router::router;
use server::site::Site;
use server::state::AppState;
use std::collections::HashMap;
use uuid::Uuid;

/// 高龄津贴: decided by the county where the person lives.
pub const ITEM: &str = "MZ-001";

/// The number of the `n`-th fictitious person, registered in a county that does not exist.
pub fn number(n: u16) -> ResidentId {
    ResidentId::compose("229902", NaiveDate::from_ymd_opt(1941, 5, 6).unwrap(), n).unwrap()
}

/// The city and the portal on it.
pub struct City {
    pub services: Services,
    pub app: axum::Router,
    pub state: AppState,
    /// Departments by key.
    pub departments: HashMap<String, Uuid>,
    /// Accounts of the staff by name.
    pub accounts: HashMap<String, Uuid>,
    /// Keeps the database's folder.
    _portal: TestPortal,
}

impl City {
    pub async fn new(portal: TestPortal) -> Self {
        super::log::listen();
        let services = loaded(&portal).await;
        let departments = backend::organisation::departments(&services.db).await.unwrap();
        let departments = departments.into_iter().map(|one| (one.key, one.id)).collect();
        let config = Config::read(&|_| None, true).unwrap();
        let state = AppState::new(services.clone(), config, Site::find(Some(portal.folder().as_path())));
        let accounts = HashMap::new();
        let mut city =
            Self { services, app: router(state.clone()), state, departments, accounts, _portal: portal };
        city.appoint("clerk", Role::Clerk, None).await;
        city.appoint("reviewer", Role::Reviewer, Some("MZ")).await;
        city.appoint("reviewer-two", Role::Reviewer, Some("MZ")).await;
        city.appoint("head", Role::Reviewer, Some("MZ")).await;
        city.appoint("reviewer-ga", Role::Reviewer, Some("GA")).await;
        city.appoint("supervisor", Role::Supervisor, None).await;
        city
    }

    async fn appoint(&mut self, username: &str, role: Role, department: Option<&str>) {
        let hall = backend::organisation::halls(&self.services.db).await.unwrap().remove(0);
        let windows = backend::organisation::windows(&self.services.db, hall.id).await.unwrap();
        let at_desk = role == Role::Clerk;
        let form = StaffForm {
            username: username.to_owned(),
            name: format!("工作人员 {username}"),
            role,
            department_id: department.map(|key| self.departments[key]),
            hall_id: at_desk.then_some(hall.id),
            window_id: at_desk.then(|| windows[0].id),
            head: username == "head",
        };
        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let account = accounts::create_staff(&self.services, &admin, form, PASSWORD).await.unwrap();
        self.accounts.insert(username.to_owned(), account.id);
    }

    /// A citizen with an account; they sign in by number.
    pub async fn citizen(&self, n: u16, name: &str) -> Client {
        testing::citizen(&self.services, number(n), name).await;
        self.signed_in(number(n).reveal()).await
    }

    /// Another server on the same database.
    pub async fn another(&self) -> axum::Router {
        let services = Services::load(self._portal.another().await).await.unwrap();
        let config = Config::read(&|_| None, true).unwrap();
        router(AppState::new(services, config, Site::find(Some(self._portal.folder().as_path()))))
    }

    /// Where its database is.
    pub fn url(&self) -> &str {
        &self._portal.url
    }

    /// The folder of its key file and its files.
    pub fn folder(&self) -> std::path::PathBuf {
        self._portal.folder()
    }

    /// A client that has not signed in.
    pub fn client(&self) -> Client {
        Client::new(self.app.clone())
    }

    /// A client signed in.
    pub async fn signed_in(&self, username: &str) -> Client {
        self.client().sign_in(username, PASSWORD).await
    }
}

async fn loaded(portal: &TestPortal) -> Services {
    let services = Services::load(portal.portal.clone()).await.unwrap();
    let actor = Actor::portal();
    places::import_calendar(&services, &actor, data::CALENDAR).await.unwrap();
    places::import_city(&services, &actor, data::CITY).await.unwrap();
    services.reference.reload(&services.db).await.unwrap();
    organisation(&services, data::CITY).await.unwrap();
    let options =
        ImportOptions { city: services.reference.city(), themes: Some(data::THEMES), replace: false };
    services.catalogue.import(&actor, data::ITEMS, data::FORMS, &options, |_, _| {}).await.unwrap();
    services
}
