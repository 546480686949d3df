//! The city loads, is lively, and its figures are right.

use std::collections::BTreeMap;
use std::time::Instant;

use domain::alarm::AlarmKind;
use domain::case::Status;
use domain::deadline::Light;
use domain::permission::{Actor, Role};

use super::{PASSWORD, State, load, people, state};
use crate::cases::{self, CaseQuery, CaseRow};
use crate::{Services, accounts, both_databases, drafts, supervision, worker};
use entity::alarm;
use sea_orm::EntityTrait as _;

async fn every_case(services: &Services) -> Vec<CaseRow> {
    let supervisor = Actor { role: Some(Role::Supervisor), ..Actor::portal() };
    let mut rows = Vec::new();
    for page in 1.. {
        let query = CaseQuery { page, per_page: 200, ..CaseQuery::default() };
        let found = cases::list(services, &supervisor, &query).await.unwrap().rows;
        if found.is_empty() {
            return rows;
        }
        rows.extend(found);
    }
    rows
}

both_databases! {
    /// One test for all: loading takes its time.
    async fn a_city_loads_into_an_empty_database(portal: TestPortal) {
        let services = Services::load(portal.portal.clone()).await.unwrap();
        assert_eq!(state(&services).await.unwrap(), State::Empty);
        let began = Instant::now();
        let summary = load(&services, |_, _, _| {}).await.map_err(|error| format!("{error:?}")).unwrap();
        eprintln!("{summary:?} in {:?}", began.elapsed());
        assert_eq!(state(&services).await.unwrap(), State::Loaded);
        assert!(load(&services, |_, _, _| {}).await.is_err(), "a second time");

        let cases = every_case(&services).await;
        assert!(cases.len() >= 350, "{} cases", cases.len());
        let mut statuses: BTreeMap<Status, usize> = BTreeMap::new();
        let mut lights: BTreeMap<Light, usize> = BTreeMap::new();
        for case in &cases {
            *statuses.entry(case.status).or_default() += 1;
            if let Some(light) = case.light {
                *lights.entry(light).or_default() += 1;
            }
        }
        eprintln!("{statuses:?} {lights:?}");
        for status in [
            Status::Submitted, Status::Received, Status::Correction, Status::NotAccepted, Status::Accepted,
            Status::Review, Status::Decided, Status::Closed, Status::Withdrawn, Status::Suspended,
            Status::Certificate, Status::Delivered, Status::Abandoned, Status::Terminated, Status::Void,
        ] {
            assert!(statuses.contains_key(&status), "no case is {status:?}");
        }
        for light in [Light::Green, Light::Yellow, Light::Red, Light::Black] {
            assert!(lights.contains_key(&light), "no light is {light:?}");
        }
        assert!(supervision::verify(&services, |_, _| {}).await.unwrap().is_good());

        let told = alarm::Entity::find().all(&services.db.read).await.unwrap();
        let kinds: BTreeMap<&str, usize> = told.iter().fold(BTreeMap::new(), |mut kinds, alarm| {
            *kinds.entry(alarm.kind.as_str()).or_default() += 1;
            kinds
        });
        eprintln!("{kinds:?}");
        assert_eq!(kinds.len(), AlarmKind::ALL.len(), "{kinds:?}");
        assert!(told.iter().any(|alarm| alarm.seen_at.is_some()));
        // Nothing is left for the clock to do at once.
        assert_eq!(worker::round(&services).await.unwrap().duties, 0);

        for name in ["citizen", "clerk", "reviewer", "reviewer-ga", "supervisor", "admin", "auditor"] {
            accounts::sign_in(&services, name, PASSWORD).await.unwrap();
        }
        let neighbour = people().into_iter().filter(|person| person.has_account).nth(1).unwrap();
        accounts::sign_in(&services, neighbour.number.reveal(), PASSWORD).await.unwrap();
        let citizen = accounts::sign_in(&services, "citizen", PASSWORD).await.unwrap().actor();
        let own = cases::of_person(&services, &citizen, citizen.person.unwrap()).await.unwrap();
        let own: Vec<Status> = own.iter().map(|case| case.status).collect();
        assert!(own.contains(&Status::Correction) && own.contains(&Status::Review) && own.contains(&Status::Closed), "{own:?}");
        assert_eq!(drafts::list(&services, &citizen).await.unwrap().len(), 1);
    }
}
