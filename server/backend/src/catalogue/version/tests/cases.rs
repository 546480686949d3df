//! A running case keeps the version it was filed under; the next one gets the new one.

use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::Actor;
use domain::resident_id::ResidentId;

use super::super::cancel;
use super::{ITEM, admin, city, line, released, with_step};
use crate::accounts::Account;
use crate::cases::{self, CaseView};
use crate::intake::{self, Application};
use crate::{Services, both_databases};

async fn filed(services: &Services, citizen: &Account, key: &str) -> crate::Result<CaseView> {
    let application = Application {
        item_id: ITEM.to_owned(),
        situation: None,
        person_id: citizen.person_id.unwrap(),
        agent_person_id: None,
        entity_id: None,
        answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
        materials: Vec::new(),
        channel: Channel::Online,
        counter: None,
        consented: true,
        person_wanted: false,
    };
    let receipt = intake::submit(services, &citizen.actor(), application, key).await?;
    seen(services, &receipt.case_no).await
}

/// As the house sees it: what departments are asked is not shown to the applicant.
async fn seen(services: &Services, case_no: &str) -> crate::Result<CaseView> {
    cases::get(services, &Actor::portal(), case_no).await
}

/// Promised days, steps and questions.
fn way(view: &CaseView) -> (Option<u16>, usize, usize) {
    let promised = view.case.limits.promised.map(|limit| limit.value);
    (promised, view.steps.len(), view.form.fields.len())
}

both_databases! {
    async fn a_running_case_keeps_its_version_and_the_next_one_gets_the_new(portal: TestPortal) {
        let services = city(&portal).await;
        let birth = chrono::NaiveDate::from_ymd_opt(1940, 5, 6).unwrap();
        let number = ResidentId::compose("229902", birth, 77).unwrap();
        let citizen = crate::testing::citizen(&portal, number, "王秀英").await;
        let first = filed(&services, &citizen, "one").await.unwrap();
        let (promised, steps, questions) = way(&first);
        assert_eq!((promised, steps), (Some(10), 0));

        let version = with_step(&portal).await;
        released(&portal, version, 0).await.unwrap();
        let second = filed(&services, &citizen, "two").await.unwrap();
        assert_eq!(way(&second), (Some(7), 1, questions));
        let still = seen(&services, &first.case_no).await.unwrap();
        assert_eq!(way(&still), way(&first));
        assert_eq!((line(&portal, 1).await.cases, line(&portal, 2).await.cases), (1, 1));

        cancel(&portal, &admin(), ITEM, 2, "取消").await.unwrap();
        assert!(filed(&services, &citizen, "three").await.is_err(), "nothing is taken any more");
        let on = seen(&services, &second.case_no).await.unwrap();
        assert_eq!(way(&on), way(&second), "what runs goes on");
    }
}
