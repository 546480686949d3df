use super::fill;
use crate::access::Act;
use crate::drafts::{self, DraftView};
use crate::testing::{self, new_certificate as certificate_of};
use crate::{Holder, Kind, Services, both_databases};
use chrono::NaiveDate;
use domain::field_error::FieldCode;
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::Actor;
use domain::prefill::Origin;
use entity::access;
use sea_orm::{EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

/// 生育登记 asks for the other parent, whom a marriage certificate states.
const ITEM: &str = "WJ-002";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn married(services: &Services, person: Uuid) -> Uuid {
    let partner = testing::number(2);
    let data = [("partner_name", "李建国"), ("partner_id", partner.reveal())];
    let data = data.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let new = certificate_of("EC_MARRIAGE", Holder::Person(person), (day("2020-05-20"), None), data);
    testing::certificate(services, new).await.id
}

async fn draft(services: &Services, actor: &Actor) -> DraftView {
    let item = services.catalogue.intake_item(ITEM, None).await.unwrap();
    let begun =
        drafts::begin(services, actor, ITEM, actor.person, None, None, Channel::Online).await.unwrap();
    fill(services, actor, &item.form, begun).await.unwrap()
}

async fn lines(services: &Services, person: Uuid) -> Vec<access::Model> {
    let own = access::Entity::find()
        .filter(access::COLUMN.person_id.eq(person))
        .filter(access::COLUMN.act.eq(Act::Prefilled.as_str()));
    own.all(&services.db.read).await.unwrap()
}

fn typed(key: &str, value: &str) -> Answers {
    Answers::from([(key.to_owned(), value.to_owned())])
}

both_databases! {
    async fn a_new_draft_is_filled_in_once_and_its_owner_reads_of_it(portal: TestPortal) {
        let services = testing::services(&portal, &[ITEM]).await;
        let citizen = testing::citizen(&portal, testing::number(1), "王秀英").await;
        let (actor, person) = (citizen.actor(), citizen.person_id.unwrap());
        married(&services, person).await;
        let filled = draft(&services, &actor).await;
        assert_eq!(filled.answers.get("partner_name").map(String::as_str), Some("李建国"));
        let mark = filled.prefilled.get("partner_id").unwrap();
        assert!(matches!(&mark.origin, Origin::Certificate { code, .. } if code == "EC_MARRIAGE"));
        assert_eq!((mark.as_of, mark.correctable), (day("2020-05-20"), false));
        let written = lines(&services, person).await;
        assert_eq!(written.len(), 1, "one line for all of it");
        assert!(written.iter().all(|line| line.item_id.as_deref() == Some(ITEM) && line.what.contains("EC_MARRIAGE")));
        let again = draft(&services, &actor).await;
        assert_eq!((again.id, again.version), (filled.id, filled.version), "what was begun is not filled in again");
        assert_eq!(lines(&services, person).await.len(), 1);
    }

    async fn what_is_changed_is_the_persons_own_and_what_is_fixed_is_not_changed(portal: TestPortal) {
        let services = testing::services(&portal, &[ITEM]).await;
        let citizen = testing::citizen(&portal, testing::number(1), "王秀英").await;
        let (actor, person) = (citizen.actor(), citizen.person_id.unwrap());
        married(&services, person).await;
        let filled = draft(&services, &actor).await;
        let forged = drafts::save(&services, &actor, filled.id, typed("partner_name", "张三")).await.unwrap_err();
        assert!(matches!(forged.kind(), Kind::Invalid(errors) if errors.iter().all(|error| error.code == FieldCode::Stated)));
        let same = drafts::save(&services, &actor, filled.id, typed("partner_name", " 李建国 ")).await.unwrap();
        assert!(same.prefilled.contains_key("partner_name"), "left as it was");
        let item = services.catalogue.intake_item(ITEM, None).await.unwrap();
        super::verify(&services, &item.form, &same).await.unwrap();
        let own = drafts::save(&services, &actor, filled.id, typed("contact_phone", "13900139000")).await.unwrap();
        assert!(!own.prefilled.contains_key("contact_phone"));
        let stored = drafts::get(&services, &actor, filled.id).await.unwrap();
        assert_eq!(stored.prefilled, own.prefilled);
    }

    async fn a_certificate_revoked_in_the_meantime_fixes_nothing_any_more(portal: TestPortal) {
        let services = testing::services(&portal, &[ITEM]).await;
        let citizen = testing::citizen(&portal, testing::number(1), "王秀英").await;
        let (actor, person) = (citizen.actor(), citizen.person_id.unwrap());
        let certificate = married(&services, person).await;
        let filled = draft(&services, &actor).await;
        testing::operated(&services, certificate, domain::certificate::Operation::Revoke).await;
        let item = services.catalogue.intake_item(ITEM, None).await.unwrap();
        let error = super::verify(&services, &item.form, &filled).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Invalid(errors) if errors.iter().all(|error| error.code == FieldCode::NoCertificate)));
        let now = drafts::save(&services, &actor, filled.id, typed("partner_name", "张三")).await.unwrap();
        super::verify(&services, &item.form, &now).await.unwrap();
        assert_eq!(now.answers.get("partner_name").map(String::as_str), Some("张三"));
    }
}
