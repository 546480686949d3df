//! Between the reading of an application and its writing.

mod deadlock;

use domain::certificate::Operation;
use domain::intake::Answers;
use domain::item::Channel;
use entity::case_file;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use uuid::Uuid;

use super::Application;
use super::handed::Source;
use super::matter::Matter;
use super::submit::submit_with;
use crate::testing::{citizen, number, operated, papers, services};
use crate::{Kind, both_databases};

fn application(person_id: Uuid) -> Application {
    Application {
        item_id: "MZ-001".to_owned(),
        situation: None,
        person_id,
        agent_person_id: None,
        entity_id: None,
        answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
        materials: Vec::new(),
        channel: Channel::Online,
        counter: None,
        consented: true,
        person_wanted: true,
    }
}

both_databases! {
    async fn a_certificate_withdrawn_meanwhile_stands_in_for_nothing(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let account = citizen(&portal, number(7), "王秀英").await;
        let (actor, person) = (account.actor(), account.person_id.unwrap());
        papers(&portal, person).await;
        let application = application(person);

        let matter = Matter::of(&services, &actor, &application).await.unwrap();
        let mut sources = matter.papers().filter_map(|(_, handed)| handed.source.as_ref());
        let used = sources.find_map(|source| match source {
            Source::Certificate(one) => Some(one.id),
            Source::Share { .. } | Source::Holding(_) => None,
        });
        operated(&portal, used.unwrap(), Operation::Revoke).await;

        let refused = submit_with(&services, &actor, &matter, "one", None).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::Conflict), "{refused:?}");
        assert_eq!(case_file::Entity::find().count(&portal.db.read).await.unwrap(), 0);
    }
}
