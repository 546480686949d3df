//! What satisfies a material, kept, used again, compared and taken out; consents given and withdrawn.

use bytes::Bytes;
use domain::case::{Event, Status};
use domain::certificate::{Operation, Unfit};
use domain::evidence::Grade;
use domain::field_error::{FieldCode, FieldError};
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::{Actor, Role};
use entity::{access, department};
use futures::stream;
use sea_orm::{EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::Act;
use crate::accounts::Account;
use crate::cases::{self, CaseMaterial};
use crate::consents::{self, Withdrawal};
use crate::drafts::{Manner, MaterialAnswer};
use crate::intake::{self, Application};
use crate::testing::{certificates, citizen, number, operated, services, staff, staff_of};
use crate::uploads::{self, NewUpload};
use crate::{Holder, Kind, Result, Services, both_databases, evidence, supervision};

/// ID card, evidence of hardship, social security card.
const HARDSHIP: &str = "MZ-007";
/// Disability certificate and household register.
const BUS_CARD: &str = "CL-003";

struct Town {
    services: Services,
    citizen: Account,
}

impl Town {
    async fn new(portal: &crate::Portal) -> Self {
        let services = services(portal, &[HARDSHIP, BUS_CARD]).await;
        let citizen = citizen(portal, number(7), "王秀英").await;
        Self { services, citizen }
    }

    fn person(&self) -> Uuid {
        self.citizen.person_id.unwrap()
    }

    fn application(&self, item: &str, materials: Vec<MaterialAnswer>) -> Application {
        Application {
            item_id: item.to_owned(),
            situation: None,
            person_id: self.person(),
            agent_person_id: None,
            entity_id: None,
            answers: Answers::from([("residence_division".to_owned(), "229902001".to_owned())]),
            materials,
            channel: Channel::Online,
            counter: None,
            consented: true,
            person_wanted: true,
        }
    }

    async fn submit(&self, application: Application, key: &str) -> Result<intake::Receipt> {
        intake::submit(&self.services, &self.citizen.actor(), application, key).await
    }

    async fn material(&self, item: &str, name: &str) -> Uuid {
        let item = self.services.catalogue.intake_item(item, None).await.unwrap();
        item.materials.iter().find(|one| one.name == name).unwrap().id
    }

    async fn file(&self) -> Uuid {
        let chunk: std::result::Result<_, std::io::Error> = Ok(Bytes::from_static(b"%PDF-1.7\n..."));
        let new = NewUpload { file_name: "佐证.pdf".into(), draft_id: None };
        let actor = self.citizen.actor();
        uploads::receive(&self.services, &actor, new, stream::iter([chunk])).await.unwrap().id
    }

    async fn reviewer(&self, key: &str) -> Actor {
        let query = department::Entity::find().filter(department::COLUMN.key.eq(key));
        let row = query.one(&self.services.db.read).await.unwrap().unwrap();
        let hall = crate::testing::hall(&self.services).await;
        staff_of(&self.services, Role::Reviewer, row.id, hall).await.actor()
    }

    async fn materials(&self, actor: &Actor, case_no: &str) -> Vec<CaseMaterial> {
        cases::get(&self.services, actor, case_no).await.unwrap().materials
    }

    async fn acts(&self) -> Vec<String> {
        let rows = access::Entity::find().filter(access::COLUMN.person_id.eq(self.person()));
        let mut acts: Vec<String> =
            rows.all(&self.services.db.read).await.unwrap().into_iter().map(|row| row.act).collect();
        acts.sort_unstable();
        acts
    }
}

fn named<'a>(materials: &'a [CaseMaterial], name: &str) -> &'a CaseMaterial {
    materials.iter().find(|one| one.name == name).unwrap()
}

fn wrong(error: &crate::Error) -> Vec<FieldError> {
    let Kind::Invalid(errors) = error.kind() else { panic!("{error:?}") };
    errors.clone()
}

both_databases! {
    async fn only_fit_certificates_satisfy_and_each_use_is_in_the_ledger(portal: TestPortal) {
        let town = Town::new(&portal).await;
        let held = certificates(&portal, town.person(), &["EC_IDCARD", "EC_SSCARD"]).await;
        operated(&portal, held[1].id, Operation::Revoke).await;
        let no = town.submit(town.application(HARDSHIP, Vec::new()), "k").await.unwrap().case_no;
        let materials = town.materials(&town.citizen.actor(), &no).await;
        let card = named(&materials, "申请人有效身份证件");
        assert_eq!((card.manner, card.certificate_id), (Manner::Certificate, Some(held[0].id)));
        assert_eq!(named(&materials, "社会保障卡银行账户信息").manner, Manner::Missing);
        let used = town.acts().await;
        assert_eq!(used.iter().filter(|act| *act == Act::CertificateUsed.as_str()).count(), 1);
    }

    async fn what_is_claimed_and_is_not_so_is_told_with_its_reason(portal: TestPortal) {
        let town = Town::new(&portal).await;
        let material = town.material(HARDSHIP, "社会保障卡银行账户信息").await;
        let claim = |source| MaterialAnswer {
            source,
            ..MaterialAnswer::new(material, Manner::Certificate, Vec::new())
        };
        let told = async |source, key: &str| {
            let application = town.application(HARDSHIP, vec![claim(source)]);
            wrong(&town.submit(application, key).await.unwrap_err())
        };
        let field = |code| vec![FieldError::new("materials[0].manner", code)];
        assert_eq!(told(None, "none").await, field(FieldCode::NoCertificate));
        let neighbour = citizen(&portal, number(8), "李小明").await;
        let theirs = certificates(&portal, neighbour.person_id.unwrap(), &["EC_SSCARD"]).await;
        let other = FieldCode::Unfit { why: Unfit::OtherHolder };
        assert_eq!(told(Some(theirs[0].id), "other").await, field(other));
        let own = certificates(&portal, town.person(), &["EC_SSCARD"]).await;
        operated(&portal, own[0].id, Operation::Revoke).await;
        let why = told(Some(own[0].id), "revoked").await;
        assert!(matches!(why[0].code, FieldCode::Unfit { why: Unfit::Status(_) }), "{why:?}");
    }

    async fn a_second_application_needs_no_upload_until_the_file_is_taken_out(portal: TestPortal) {
        let town = Town::new(&portal).await;
        certificates(&portal, town.person(), &["EC_IDCARD", "EC_SSCARD"]).await;
        let material = town.material(HARDSHIP, "困难情形佐证").await;
        let file = town.file().await;
        let given = vec![MaterialAnswer::new(material, Manner::Upload, vec![file])];
        town.submit(town.application(HARDSHIP, given), "first").await.unwrap();
        let citizen = town.citizen.actor();
        let second = town.application(HARDSHIP, Vec::new());
        let preview = intake::preview(&town.services, &citizen, &second).await.unwrap();
        assert!(preview.missing_materials.is_empty());
        let no = town.submit(second.clone(), "second").await.unwrap().case_no;
        let reviewer = town.reviewer("MZ").await;
        let materials = town.materials(&reviewer, &no).await;
        let kept = named(&materials, "困难情形佐证");
        assert_eq!((kept.grade, kept.upload.as_ref().map(|one| one.id)), (Some('C'), Some(file)));
        assert!(town.acts().await.contains(&Act::HoldingUsed.as_str().to_owned()));
        // Whoever decides the second case reads the file, though it came with the first.
        drop(uploads::get(&portal, &reviewer, file).await.unwrap());
        let holding = evidence::holdings_of(&portal.db.read, Holder::Person(town.person())).await.unwrap();
        assert_eq!(holding.len(), 1);
        let stranger = crate::testing::citizen(&portal, number(8), "李小明").await.actor();
        let refused = evidence::remove(&portal, &stranger, holding[0].id).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::NotFound));
        evidence::remove(&portal, &citizen, holding[0].id).await.unwrap();
        let third = intake::preview(&town.services, &citizen, &second).await.unwrap();
        assert_eq!(third.missing_materials, ["困难情形佐证"]);
    }

    async fn a_file_too_old_is_asked_for_again(portal: TestPortal) {
        let town = Town::new(&portal).await;
        let material = town.material(HARDSHIP, "困难情形佐证").await;
        let given = vec![MaterialAnswer::new(material, Manner::Upload, vec![town.file().await])];
        town.submit(town.application(HARDSHIP, given), "k").await.unwrap();
        let later = |text: &str| town.services.at(text.parse().unwrap());
        let application = town.application(HARDSHIP, Vec::new());
        let missing = async |services: &Services| {
            let actor = town.citizen.actor();
            intake::preview(services, &actor, &application).await.unwrap().missing_materials
        };
        let name = "困难情形佐证".to_owned();
        assert!(!missing(&later("2027-02-13T02:00:00Z")).await.contains(&name));
        assert!(missing(&later("2027-02-14T02:00:00Z")).await.contains(&name));
    }

    async fn a_comparison_makes_b_of_c_by_who_may_and_once(portal: TestPortal) {
        let town = Town::new(&portal).await;
        let material = town.material(HARDSHIP, "困难情形佐证").await;
        let given = vec![MaterialAnswer::new(material, Manner::Upload, vec![town.file().await])];
        let no = town.submit(town.application(HARDSHIP, given), "k").await.unwrap().case_no;
        let citizen = town.citizen.actor();
        let id = named(&town.materials(&citizen, &no).await, "困难情形佐证").id;
        assert!(matches!(evidence::verify(&portal, &citizen, &no, id).await.unwrap_err().kind(), Kind::Denied));
        let stranger = town.reviewer("RS").await;
        assert!(matches!(evidence::verify(&portal, &stranger, &no, id).await.unwrap_err().kind(), Kind::NotFound));
        let reviewer = town.reviewer("MZ").await;
        evidence::verify(&portal, &reviewer, &no, id).await.unwrap();
        let again = evidence::verify(&portal, &reviewer, &no, id).await.unwrap_err();
        assert!(matches!(again.kind(), Kind::Conflict));
        assert_eq!(named(&town.materials(&citizen, &no).await, "困难情形佐证").grade, Some('B'));
        let kept = evidence::holdings_of(&portal.db.read, Holder::Person(town.person())).await.unwrap();
        assert_eq!((kept[0].grade, kept[0].verified_at.is_some()), (Grade::B, true));
        assert!(town.acts().await.contains(&Act::HoldingVerified.as_str().to_owned()));
    }

    async fn what_is_sensitive_needs_a_consent_of_its_own(portal: TestPortal) {
        let town = Town::new(&portal).await;
        certificates(&portal, town.person(), &["EC_DISABLED", "EC_HUKOU"]).await;
        let silent = Application { consented: false, ..town.application(BUS_CARD, Vec::new()) };
        let error = town.submit(silent, "k").await.unwrap_err();
        assert_eq!(wrong(&error), [FieldError::new("consent", FieldCode::Missing)]);
        town.submit(town.application(BUS_CARD, Vec::new()), "k2").await.unwrap();
        let given = consents::of_person(&portal, town.person()).await.unwrap();
        assert_eq!(given[0].scope, ["EC_DISABLED", "EC_HUKOU"]);
        assert!(given[0].effective);
    }

    async fn a_consent_withdrawn_in_mid_case_takes_its_materials_along(portal: TestPortal) {
        let town = Town::new(&portal).await;
        certificates(&portal, town.person(), &["EC_IDCARD", "EC_SSCARD"]).await;
        let no = town.submit(town.application(HARDSHIP, Vec::new()), "k").await.unwrap().case_no;
        let citizen = town.citizen.actor();
        let id = consents::of_person(&portal, town.person()).await.unwrap()[0].id;
        let stranger = crate::testing::citizen(&portal, number(8), "李小明").await.actor();
        let refused = consents::withdraw(&town.services, &stranger, id).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::NotFound));
        let gone = "社会保障卡银行账户信息".to_owned();
        let outcome = consents::withdraw(&town.services, &citizen, id).await.unwrap();
        assert_eq!(outcome, Withdrawal::Stopped { materials: vec![gone.clone()] });
        let reviewer = town.reviewer("MZ").await;
        let view = cases::get(&town.services, &reviewer, &no).await.unwrap();
        assert_eq!(named(&view.materials, &gone).manner, Manner::Missing);
        // The ID card is looked at by law.
        assert_eq!(named(&view.materials, "申请人有效身份证件").manner, Manner::Certificate);
        let told = |event: &Event| matches!(event, Event::ConsentWithdrawn { .. });
        assert!(view.events.iter().any(|one| told(&one.event)));
        let again = consents::withdraw(&town.services, &citizen, id).await.unwrap_err();
        assert!(matches!(again.kind(), Kind::Conflict));
    }

    async fn after_the_end_a_withdrawal_changes_nothing(portal: TestPortal) {
        let town = Town::new(&portal).await;
        certificates(&portal, town.person(), &["EC_IDCARD", "EC_SSCARD"]).await;
        let no = town.submit(town.application(HARDSHIP, Vec::new()), "k").await.unwrap().case_no;
        let citizen = town.citizen.actor();
        let version = cases::get(&town.services, &citizen, &no).await.unwrap().case.version;
        let withdraw = domain::case::Action::Withdraw { reason: String::new() };
        cases::act(&town.services, &citizen, &no, version, withdraw.into()).await.unwrap();
        let given = consents::of_person(&portal, town.person()).await.unwrap();
        assert!(!given[0].effective);
        let outcome = consents::withdraw(&town.services, &citizen, given[0].id).await.unwrap();
        assert_eq!(outcome, Withdrawal::NoEffect);
        let view = cases::get(&town.services, &citizen, &no).await.unwrap();
        assert_eq!(view.case.status, Status::Withdrawn);
        assert_eq!(named(&view.materials, "社会保障卡银行账户信息").manner, Manner::Certificate);
    }

    async fn the_rate_counts_what_nobody_was_asked_for(portal: TestPortal) {
        let town = Town::new(&portal).await;
        certificates(&portal, town.person(), &["EC_IDCARD", "EC_SSCARD"]).await;
        town.submit(town.application(HARDSHIP, Vec::new()), "k").await.unwrap();
        let supervisor = staff(&portal, Role::Supervisor).await.actor();
        let today = portal.clock.today();
        let all = supervision::spared(&town.services, &supervisor, today, today).await.unwrap();
        let rate = all[0].by.rate();
        assert_eq!((rate.numerator, rate.denominator), (2, 3));
        let denied = supervision::spared(&town.services, &town.citizen.actor(), today, today).await.unwrap_err();
        assert!(matches!(denied.kind(), Kind::Denied));
        let possible = supervision::obtainable(&town.services).await.unwrap();
        assert_eq!((possible.all.numerator, possible.all.denominator), (4, 5));
    }
}
