use chrono::{Days, NaiveDate};
use domain::credit_code::CreditCode;
use domain::field_error::FieldCode;
use domain::item::Subject;
use domain::permission::Actor;
use uuid::Uuid;

use super::*;
use crate::holder::Holder;
use crate::legal_entities::{self, EntityStatus, NewEntity};
use crate::testing::{self, TestPortal, number};
use crate::{Kind, Services, both_databases, deaths};

struct Cast {
    services: Services,
    mother: Actor,
    child: Actor,
    stranger: Actor,
    body: Uuid,
    today: NaiveDate,
    _portal: TestPortal,
}

/// A mother who is the legal representative of a company, her child, and somebody else.
async fn cast(portal: TestPortal) -> Cast {
    let services = Services::load(portal.portal.clone()).await.unwrap();
    let mut actors = Vec::new();
    for (n, name) in [(1, "王秀英"), (2, "林晓雨"), (3, "赵强")] {
        actors.push(testing::citizen(&portal, number(n), name).await.actor());
    }
    let [mother, child, stranger] = <[Actor; 3]>::try_from(actors).unwrap();
    let new = NewEntity {
        code: CreditCode::compose("91", "229902", "MA0PQR02").unwrap(),
        name: "面馆".into(),
        kind: Subject::Company,
        status: EntityStatus::Active,
        established_on: None,
        division: None,
        address: None,
        legal_person_id: mother.person,
        administrator_id: None,
    };
    let body = legal_entities::record(&services.db.write, &services, &Actor::portal(), new).await.unwrap();
    let today = services.clock.today();
    Cast { services, mother, child, stranger, body, today, _portal: portal }
}

impl Cast {
    fn to_child(&self, principal: Holder) -> NewDelegation {
        NewDelegation {
            principal,
            agent: self.child.person.unwrap(),
            items: vec![],
            valid_from: self.today,
            valid_until: self.today + Days::new(30),
        }
    }

    async fn may(&self, principal: Holder, item: &str, day: NaiveDate) -> bool {
        may_act(&self.services.db.read, self.child.person.unwrap(), principal, item, day).await.unwrap()
    }

    fn mothers(&self) -> Holder {
        Holder::Person(self.mother.person.unwrap())
    }
}

async fn wrong(cast: &Cast, new: NewDelegation) -> Vec<(String, FieldCode)> {
    match give(&cast.services, &cast.mother, new).await.unwrap_err().into_kind() {
        Kind::Invalid(errors) => errors.into_iter().map(|one| (one.field, one.code)).collect(),
        other => panic!("{other:?}"),
    }
}

both_databases! {
    async fn it_holds_from_acceptance_within_its_term_until_it_is_taken_back(portal: TestPortal) {
        let cast = cast(portal).await;
        let (services, principal, today) = (&cast.services, cast.mothers(), cast.today);
        let id = give(services, &cast.mother, cast.to_child(principal)).await.unwrap();
        assert!(!cast.may(principal, "MZ-001", today).await, "not accepted yet");
        let error = accept(services, &cast.stranger, id).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::NotFound), "only by the agent");
        accept(services, &cast.child, id).await.unwrap();
        accept(services, &cast.child, id).await.unwrap();
        assert!(cast.may(principal, "MZ-001", today).await);
        assert!(cast.may(principal, "MZ-001", today + Days::new(30)).await, "the last day counts");
        assert!(!cast.may(principal, "MZ-001", today + Days::new(31)).await);
        assert!(!cast.may(principal, "MZ-001", today - Days::new(1)).await);
        assert!(!cast.may(Holder::Person(cast.stranger.person.unwrap()), "MZ-001", today).await);
        let seen = of_principal(services, principal).await.unwrap();
        assert_eq!(seen.len(), 1);
        assert_eq!((seen[0].agent.name.as_str(), seen[0].state(today)), ("林晓雨", State::InForce));
        assert_eq!(of_agent(services, cast.child.person.unwrap()).await.unwrap(), seen);
        assert!(matches!(revoke(services, &cast.stranger, id).await.unwrap_err().kind(), Kind::NotFound));
        revoke(services, &cast.mother, id).await.unwrap();
        assert!(!cast.may(principal, "MZ-001", today).await);
        assert!(matches!(accept(services, &cast.child, id).await.unwrap_err().kind(), Kind::NotFound));
    }

    async fn what_is_given_wrongly_is_told(portal: TestPortal) {
        let cast = cast(portal).await;
        let (principal, today) = (cast.mothers(), cast.today);
        let good = cast.to_child(principal);
        let mine = NewDelegation { agent: cast.mother.person.unwrap(), ..good.clone() };
        assert_eq!(wrong(&cast, mine).await, [("agent".to_owned(), FieldCode::Choice)]);
        let back = NewDelegation { valid_until: today - Days::new(1), valid_from: today - Days::new(9), ..good.clone() };
        assert_eq!(wrong(&cast, back).await, [("valid_until".to_owned(), FieldCode::Past)]);
        let long = NewDelegation { valid_until: today + Days::new(2000), ..good.clone() };
        assert_eq!(wrong(&cast, long).await, [("valid_until".to_owned(), FieldCode::Date)]);
        let unknown = NewDelegation { items: vec!["XX-999".into()], ..good.clone() };
        assert_eq!(wrong(&cast, unknown).await, [("items".to_owned(), FieldCode::Unknown)]);
        let denied = give(&cast.services, &cast.stranger, good).await.unwrap_err();
        assert!(matches!(denied.kind(), Kind::Denied));
    }

    async fn who_stands_for_an_organisation_acts_for_it_and_names_agents(portal: TestPortal) {
        let cast = cast(portal).await;
        let (services, today) = (&cast.services, cast.today);
        let body = Holder::Entity(cast.body);
        let right = authority(&services.db.read, cast.mother.person.unwrap(), body, "SJ-003", today).await.unwrap();
        assert_eq!(right, Some(Authority::LegalRepresentative));
        assert!(!cast.may(body, "SJ-003", today).await);
        let denied = give(services, &cast.child, cast.to_child(body)).await.unwrap_err();
        assert!(matches!(denied.kind(), Kind::Denied));
        let id = give(services, &cast.mother, cast.to_child(body)).await.unwrap();
        accept(services, &cast.child, id).await.unwrap();
        assert!(cast.may(body, "SJ-003", today).await);
        revoke(services, &cast.child, id).await.unwrap();
        assert!(!cast.may(body, "SJ-003", today).await, "the agent has laid it down");
    }

    async fn nobody_acts_for_the_dead_nor_they_for_others(portal: TestPortal) {
        let cast = cast(portal).await;
        let (services, principal, today) = (&cast.services, cast.mothers(), cast.today);
        let id = give(services, &cast.mother, cast.to_child(principal)).await.unwrap();
        accept(services, &cast.child, id).await.unwrap();
        assert!(cast.may(principal, "MZ-001", today).await);
        let db = &services.db.write;
        deaths::record(db, services, &Actor::portal(), cast.mother.person.unwrap(), today).await.unwrap();
        assert!(!cast.may(principal, "MZ-001", today).await);
        let mother = cast.mother.person.unwrap();
        let right = authority(&services.db.read, mother, Holder::Entity(cast.body), "SJ-003", today).await.unwrap();
        assert_eq!(right, None);
    }

    async fn a_scope_holds_its_items_only(portal: TestPortal) {
        let cast = cast(portal).await;
        let given = Delegation {
            id: Uuid::now_v7(),
            principal: cast.mothers(),
            principal_name: String::new(),
            agent: legal_entities::Name { id: Uuid::now_v7(), name: String::new() },
            items: vec!["MZ-001".into()],
            valid_from: cast.today,
            valid_until: cast.today,
            given_at: cast.services.clock.now(),
            accepted_at: None,
            revoked_at: None,
        };
        assert!(given.covers("MZ-001") && !given.covers("MZ-002"));
        assert_eq!(given.state(cast.today), State::Offered);
    }
}
