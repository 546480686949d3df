//! A case with words in its events.

use domain::case::Action;
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::Actor;

use crate::intake::{self, Application, Receipt};
use crate::{Services, cases};

/// Applied for and withdrawn for a reason, which is sealed.
pub(super) async fn withdrawn(services: &Services, actor: &Actor) -> Receipt {
    let application = Application {
        item_id: "MZ-001".to_owned(),
        situation: None,
        person_id: actor.person.unwrap(),
        agent_person_id: None,
        entity_id: None,
        answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
        materials: Vec::new(),
        channel: Channel::Online,
        counter: None,
        person_wanted: false,
        consented: false,
    };
    let receipt = intake::submit(services, actor, application, "key").await.unwrap();
    let version = cases::get(services, actor, &receipt.case_no).await.unwrap().case.version;
    let action = Action::Withdraw { reason: "孩子住院".to_owned() };
    cases::act(services, actor, &receipt.case_no, version, action.into()).await.unwrap();
    receipt
}
