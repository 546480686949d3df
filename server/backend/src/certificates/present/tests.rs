use chrono::{NaiveDate, TimeDelta};
use domain::certificate::Unfit;
use domain::permission::{Actor, Role};
use entity::presentation;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use uuid::Uuid;

use super::*;
use crate::access::{Act, LedgerQuery, Line, Who, of_certificate};
use crate::certificates::{Certificate, NewCertificate, Occasion, issue, kind, revoke};
use crate::testing::{self, number, services, staff};
use crate::{Holder, Kind, both_databases};

/// A citizen with a card for the elderly that ends on a day.
pub(in crate::certificates) struct Owner {
    pub services: Services,
    pub actor: Actor,
    pub certificate: Certificate,
}

impl Owner {
    pub async fn new(portal: &crate::Portal, valid_until: Option<NaiveDate>) -> Self {
        let services = services(portal, &["MZ-002"]).await;
        let actor = testing::citizen(portal, number(7), "林秀兰").await.actor();
        let holder = Holder::Person(actor.person.unwrap());
        let certificate = issued(&services, holder, valid_until).await;
        Self { services, actor, certificate }
    }

    async fn ledger(&self) -> Vec<Line> {
        let Certificate { holder, id, .. } = self.certificate;
        of_certificate(&self.services, holder, id, &LedgerQuery::default()).await.unwrap().lines
    }

    async fn present(&self) -> Presentation {
        present(&self.services, &self.actor, self.certificate.id).await.unwrap()
    }

    pub async fn revoked(&self) {
        let portal = Actor::portal();
        let occasion = Occasion::now(&self.services, &portal, "冒领");
        let tx = self.services.db.begin().await.unwrap();
        revoke(&tx, &occasion, self.certificate.id).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn issued(services: &Services, holder: Holder, valid_until: Option<NaiveDate>) -> Certificate {
    let db = &services.db.write;
    let kind = kind(db, "EC_ELDER").await.unwrap();
    let first = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    let new = NewCertificate { valid_until, ..NewCertificate::from(&kind, holder, first) };
    let portal = Actor::portal();
    issue(db, &services.keys, &Occasion::now(services, &portal, ""), new).await.unwrap()
}

#[test]
fn a_number_shows_its_ends_alone() {
    assert_eq!(
        [mask("22990119900101123X"), mask("A1"), mask("7"), mask("")],
        ["2****************X", "A1", "7", ""]
    );
}

both_databases! {
    async fn a_code_shows_the_least_and_every_look_is_written_down(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let shown = owner.present().await;
        assert!(shown.token.reveal().len() >= 22, "128 bits at least");
        let clerk = staff(&portal, Role::Clerk).await.actor();
        for viewer in [None, Some(&owner.actor), Some(&clerk)] {
            let seen = scan(&owner.services, viewer, shown.token.reveal()).await.unwrap().unwrap();
            assert_eq!((seen.holder.as_str(), seen.code.as_str()), ("林*兰", "EC_ELDER"));
            let number = owner.certificate.number.clone().unwrap();
            assert!(seen.number.as_ref().is_some_and(|masked| masked.contains('*') && *masked != number));
        }
        let lines = owner.ledger().await;
        assert!(lines.iter().all(|line| line.act == Act::Presented && !line.reason.is_empty()));
        assert!(matches!(&lines[0].who, Who::Staff { role: Role::Clerk, .. }));
        // Another citizen is not named to the owner.
        assert_eq!([&lines[1].who, &lines[2].who], [&Who::Outside("公众扫码".into()); 2]);
        let row = presentation::Entity::find().one(&portal.db.read).await.unwrap().unwrap();
        assert!(row.seen_at.is_some());
        assert!(!row.token_hash.contains(shown.token.reveal()));
    }

    async fn a_code_lives_for_sixty_seconds_and_no_longer(portal: TestPortal) {
        let mut owner = Owner::new(&portal, None).await;
        owner.services = owner.services.at(owner.services.clock.now());
        let now = owner.services.clock.now();
        let shown = owner.present().await;
        assert!(shown.expires_at - now <= TimeDelta::seconds(60));
        let after = |seconds: i64, token: &str| {
            let (services, token) = (owner.services.at(now + TimeDelta::milliseconds(seconds)), token.to_owned());
            async move { scan(&services, None, &token).await.unwrap() }
        };
        assert!(after(59_999, shown.token.reveal()).await.is_some());
        assert_eq!(after(60_000, shown.token.reveal()).await, None);
        assert_eq!(after(0, "bm90IGEgdG9rZW4gb2YgdGhpcw").await, None);
        assert_eq!(owner.ledger().await.len(), 1);
        // The next one sweeps what has lapsed.
        let later = owner.services.at(now + TimeDelta::seconds(60));
        let next = present(&later, &owner.actor, owner.certificate.id).await.unwrap();
        assert_eq!(presentation::Entity::find().count(&portal.db.read).await.unwrap(), 1);
        assert_ne!(next.token.reveal(), shown.token.reveal());
    }

    async fn a_new_code_ends_the_one_before(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let (first, second) = (owner.present().await, owner.present().await);
        assert_eq!(scan(&owner.services, None, first.token.reveal()).await.unwrap(), None);
        assert!(scan(&owner.services, None, second.token.reveal()).await.unwrap().is_some());
    }

    async fn only_its_holder_shows_a_certificate(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let stranger = testing::citizen(&portal, number(8), "王五").await.actor();
        let clerk = staff(&portal, Role::Clerk).await.actor();
        for other in [stranger, clerk, Actor::portal()] {
            let refused = present(&owner.services, &other, owner.certificate.id).await.unwrap_err();
            assert!(matches!(refused.kind(), Kind::NotFound));
        }
        let unknown = present(&owner.services, &owner.actor, Uuid::now_v7()).await.unwrap_err();
        assert!(matches!(unknown.kind(), Kind::NotFound));
    }

    async fn what_cannot_be_relied_on_is_not_shown(portal: TestPortal) {
        let owner = Owner::new(&portal, NaiveDate::from_ymd_opt(2026, 2, 12)).await;
        let refused = present(&owner.services, &owner.actor, owner.certificate.id).await.unwrap_err();
        assert_eq!(why(&refused), Some(Unfit::Expired));
    }

    /// A verifier sees the status of the very moment.
    async fn a_certificate_revoked_meanwhile_is_shown_as_such(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let shown = owner.present().await;
        owner.revoked().await;
        let seen = scan(&owner.services, None, shown.token.reveal()).await.unwrap().unwrap();
        assert!(seen.standing.fit(owner.services.clock.today()).is_err());
        let refused = present(&owner.services, &owner.actor, owner.certificate.id).await.unwrap_err();
        assert!(matches!(why(&refused), Some(Unfit::Status(_))));
    }

    async fn who_verifies_by_the_identifier_is_in_the_ledger(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let identifier = &owner.certificate.identifier;
        let found = inspect(&owner.services, None, identifier).await.unwrap();
        assert_eq!((found.fit, found.holder_masked.as_str()), (Ok(()), "林*兰"));
        let (body, _) = identifier.rsplit_once('.').unwrap();
        let check = if identifier.ends_with('0') { '1' } else { '0' };
        let wrong = inspect(&owner.services, None, &format!("{body}.{check}")).await.unwrap_err();
        assert!(matches!(wrong.kind(), Kind::Invalid(errors) if errors[0].code == FieldCode::Checksum));
        let lines = owner.ledger().await;
        assert_eq!((lines.len(), lines[0].act), (1, Act::CertificateVerified));
    }
}

pub(in crate::certificates) fn why(error: &Error) -> Option<Unfit> {
    let Kind::Invalid(errors) = error.kind() else { return None };
    match errors.first()?.code {
        FieldCode::Unfit { why } => Some(why),
        _ => None,
    }
}
