//! A database of the release before casework by law: its cases read on, and the clock watches them.

use crate::cases::{self, Deed};
use crate::intake::{self, Application};
use crate::testing::{citizen, hall, number, services, staff_of};
use crate::{Services, both_databases, supervision};
use chrono::{DateTime, Utc};
use domain::case::{Action, Enclosed, Event, Mark, Outcome, Status, Work};
use domain::indicator::Metric;
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::{Actor, Role};
use domain::process::Process;
use entity::{case_event, case_file, counter_delta, department, item, item_version};
use migrations::{Migrator, MigratorTrait as _};
use sea_orm::{ActiveValue::Set, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::Value;
use std::collections::BTreeMap;

/// What events of that release did not say.
const SINCE: [&str; 8] =
    ["pauses", "repeated", "changed", "manner", "person_wanted", "committed", "automatic", "papers"];

/// Steps of the schema of that release.
const STEPS: usize = 9;

fn granted() -> Action {
    Action::Decide { outcome: Outcome::Granted, reason: "符合条件".into() }
}

fn ask() -> Action {
    Action::AskCorrection { list: vec![Mark::words("户口簿首页")] }
}

fn said() -> Action {
    let enclosed = Enclosed::default();
    Action::AnswerCorrection { note: "在附件里".into(), enclosed, changed: Vec::new() }
}

fn not_accepted() -> Action {
    let text = || "不属于本机关职权".to_owned();
    Action::NotAccept { reason: text(), competent_body: text(), remedies: text() }
}

/// Every state that there was, by what leads to it.
fn ways() -> Vec<(Status, Vec<Action>)> {
    use Action::{Accept, Close, Receive, Take};
    vec![
        (Status::Submitted, vec![]),
        (Status::Received, vec![Receive]),
        (Status::Correction, vec![ask()]),
        (Status::Received, vec![ask(), said()]),
        (Status::Correction, vec![ask(), said(), ask()]),
        (Status::NotAccepted, vec![not_accepted()]),
        (Status::Accepted, vec![Accept]),
        (Status::Review, vec![ask(), said(), Take, Accept]),
        (Status::Decided, vec![Accept, granted()]),
        (Status::Closed, vec![Accept, granted(), Close]),
        (Status::Withdrawn, vec![Action::Withdraw { reason: String::new() }]),
    ]
}

async fn one(services: &Services, citizen: &Actor, reviewer: &Actor, way: &[Action], n: usize) -> String {
    let application = Application {
        item_id: "MZ-001".to_owned(),
        situation: None,
        person_id: citizen.person.unwrap(),
        agent_person_id: None,
        entity_id: None,
        answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
        materials: Vec::new(),
        channel: Channel::Online,
        counter: None,
        consented: true,
        person_wanted: false,
    };
    let receipt = intake::submit(services, citizen, application, &format!("k{n}")).await.unwrap();
    for action in way {
        let own = matches!(action, Action::AnswerCorrection { .. } | Action::Withdraw { .. });
        let actor = if own { citizen } else { reviewer };
        let version = cases::get(services, actor, &receipt.case_no).await.unwrap().case.version;
        cases::act(services, actor, &receipt.case_no, version, Deed::from(action.clone())).await.unwrap();
    }
    receipt.case_no
}

/// Takes out of the events what that release did not write.
async fn forget(services: &Services) {
    for row in case_event::Entity::find().all(&services.db.read).await.unwrap() {
        let mut payload = row.payload.clone();
        let fields = payload.as_object_mut().unwrap();
        fields.retain(|name, _| !SINCE.contains(&name.as_str()));
        if row.kind.starts_with("correction") {
            fields.remove("day");
        }
        if let Some(list) = fields.get_mut("list").and_then(Value::as_array_mut) {
            let words = list.iter().map(|mark| mark.get("words").cloned().unwrap_or_else(|| mark.clone()));
            *list = words.collect();
        }
        let kind = Set(row.kind.replace("correction_repeated", "correction_asked"));
        let row =
            case_event::ActiveModel { id: Set(row.id), kind, payload: Set(payload), ..Default::default() };
        case_event::Entity::update(row).exec(&services.db.write).await.unwrap();
    }
}

/// Nobody counted requests that came twice.
async fn uncount(services: &Services) {
    let twice = counter_delta::COLUMN.metric.eq(Metric::RepeatedCorrections.as_str());
    counter_delta::Entity::delete_many().filter(twice).exec(&services.db.write).await.unwrap();
}

fn later(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

both_databases! {
    async fn cases_of_the_release_before_read_on(portal: TestPortal) {
        let before = services(&portal, &["MZ-001", "MZ-002"]).await;
        let citizen = citizen(&portal, number(101), "王秀英").await.actor();
        let own = department::Entity::find().filter(department::COLUMN.key.eq("MZ"));
        let own = own.one(&before.db.read).await.unwrap().unwrap().id;
        let reviewer = staff_of(&portal, Role::Reviewer, own, hall(&portal).await).await.actor();
        let mut stands = BTreeMap::new();
        for (n, (status, way)) in ways().into_iter().enumerate() {
            stands.insert(one(&before, &citizen, &reviewer, &way, n).await, status);
        }
        forget(&before).await;
        uncount(&before).await;
        let since = u32::try_from(Migrator::migrations().len() - STEPS).unwrap();
        Migrator::down(&portal.db.read, Some(since)).await.unwrap();
        portal.db.migrate().await.unwrap();

        let after = Services::load(portal.portal.clone()).await.unwrap();
        let items = item::Entity::find().count(&portal.db.read).await.unwrap();
        let versions = item_version::Entity::find().all(&portal.db.read).await.unwrap();
        assert_eq!(u64::try_from(versions.len()).unwrap(), items);
        for version in versions {
            assert_eq!((version.version, version.state.as_str()), (1, "in_force"));
            let process: Process = serde_json::from_value(version.process).unwrap();
            assert_eq!(process, Process::default());
        }
        for row in case_file::Entity::find().all(&portal.db.read).await.unwrap() {
            assert_eq!((row.item_version, row.status.as_str()), (1, stands[&row.case_no].as_str()));
            let view = cases::get(&after, &reviewer, &row.case_no).await.unwrap();
            let corrected = view.events.iter().any(|one| matches!(one.event, Event::CorrectionAsked { .. }));
            assert_eq!(view.case.work == Work::default(), !corrected, "{:?}", view.case.work);
        }
        let verdict = supervision::verify(&after, |_, _| {}).await.unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.differences);

        // What waits since then is neither forgotten nor hurried.
        assert_eq!(super::super::round(&after.at(later("2026-02-13T03:00:00Z"))).await.unwrap().duties, 0);
        // Submitted, received and answered are deemed accepted; the corrections still have time.
        assert_eq!(super::super::round(&after.at(later("2026-03-04T03:00:00Z"))).await.unwrap().duties, 3);
        assert_eq!(super::super::round(&after.at(later("2026-03-20T03:00:00Z"))).await.unwrap().duties, 2);
        assert!(supervision::verify(&after, |_, _| {}).await.unwrap().is_good());
    }
}
