//! Casework on both databases: receipts, races, stale pages, lists, tracking, figures and proof.

mod procedure;

use crate::accounts::Account;
use crate::cases::{self, AssigneeFilter, CaseQuery, Deed};
use crate::intake::{self, Application, Counter};
use crate::supervision::{self, CompletionQuery, GroupBy};
use crate::testing::{hall, services, staff, staff_of};
use crate::uploads::{self, NewUpload};
use crate::{Kind, Services, both_databases, counters, drafts, persons};
use domain::case::{Action, ActionKind, Enclosed, Event, Mark, Outcome, Status};
use domain::field_error::{FieldCode, FieldError};
use domain::indicator::Metric;
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use entity::{case_event, case_file, department};
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use std::collections::BTreeSet;
use uuid::Uuid;

const PROMISE: &str = "MZ-001";
const INSTANT: &str = "RS-001";

struct City {
    services: Services,
    citizen: Account,
    clerk: Actor,
    reviewer: Actor,
}

impl City {
    async fn new(portal: &crate::Portal) -> Self {
        let services = services(portal, &[PROMISE, INSTANT]).await;
        let citizen = citizen(portal, 101).await;
        crate::testing::papers(portal, citizen.person_id.unwrap()).await;
        let clerk = staff(portal, Role::Clerk).await.actor();
        let reviewer = reviewer(&services, "MZ").await;
        Self { services, citizen, clerk, reviewer }
    }

    fn application(&self, item: &str) -> Application {
        let answers = Answers::from([("residence_division".to_owned(), "229902001".to_owned())]);
        Application {
            item_id: item.to_owned(),
            situation: None,
            person_id: self.citizen.person_id.unwrap(),
            agent_person_id: None,
            entity_id: None,
            answers,
            materials: Vec::new(),
            channel: Channel::Online,
            counter: None,
            consented: true,
            person_wanted: false,
        }
    }

    async fn submitted(&self, key: &str) -> intake::Receipt {
        intake::submit(&self.services, &self.citizen.actor(), self.application(PROMISE), key).await.unwrap()
    }

    async fn version(&self, actor: &Actor, case_no: &str) -> u32 {
        cases::get(&self.services, actor, case_no).await.unwrap().case.version
    }

    async fn act(&self, actor: &Actor, case_no: &str, action: Action) -> crate::Result<cases::CaseView> {
        let version = self.version(actor, case_no).await;
        cases::act(&self.services, actor, case_no, version, action.into()).await
    }
}

async fn citizen(portal: &crate::Portal, sequence: u16) -> Account {
    let birth = chrono::NaiveDate::from_ymd_opt(1980, 5, 6).unwrap();
    let number = ResidentId::compose("229902", birth, sequence).unwrap();
    crate::testing::citizen(portal, number, "王秀英").await
}

async fn reviewer(services: &Services, department: &str) -> Actor {
    let row = department::Entity::find()
        .filter(department::COLUMN.key.eq(department))
        .one(&services.db.read)
        .await
        .unwrap()
        .unwrap();
    staff_of(services, Role::Reviewer, row.id, hall(services).await).await.actor()
}

fn granted() -> Action {
    Action::Decide { outcome: Outcome::Granted, reason: "符合条件".into() }
}

fn said(note: &str) -> Action {
    Action::AnswerCorrection { note: note.to_owned(), enclosed: Enclosed::default(), changed: Vec::new() }
}

/// The words of every answer in the case.
fn notes(view: &cases::CaseView) -> Vec<&str> {
    let events = view.events.iter().map(|view| &view.event);
    events
        .filter_map(|event| {
            if let Event::CorrectionAnswered { note, .. } = event { Some(note.as_str()) } else { None }
        })
        .collect()
}

both_databases! {
    async fn the_same_key_gives_the_same_receipt_and_one_case(portal: TestPortal) {
        let city = City::new(&portal).await;
        let mut tries = Vec::new();
        for _ in 0..20 {
            let (services, actor, application) =
                (city.services.clone(), city.citizen.actor(), city.application(PROMISE));
            tries.push(tokio::spawn(async move {
                intake::submit(&services, &actor, application, "key-1").await.unwrap()
            }));
        }
        let mut receipts = Vec::new();
        for attempt in tries {
            receipts.push(attempt.await.unwrap());
        }
        assert!(receipts.iter().all(|receipt| receipt == &receipts[0]));
        assert_eq!(case_file::Entity::find().count(&city.services.db.read).await.unwrap(), 1);
        let mut other = city.application(PROMISE);
        other.channel = Channel::Mobile;
        let clash = intake::submit(&city.services, &city.citizen.actor(), other, "key-1").await.unwrap_err();
        assert!(matches!(clash.kind(), Kind::Conflict));
    }

    async fn a_receipt_names_the_body_the_dates_and_nothing_is_plain(portal: TestPortal) {
        let city = City::new(&portal).await;
        let receipt = city.submitted("k").await;
        assert_eq!(receipt.route.division.to_string(), "229902001");
        assert!(receipt.route.reason_zh().contains("居住"), "{}", receipt.route.reason_zh());
        assert!(receipt.promised_due < receipt.statutory_due);
        let row = case_file::Entity::find().one(&city.services.db.read).await.unwrap().unwrap();
        assert!(!row.form_cipher.contains("229902001"));
        assert_ne!(row.query_code_hash, receipt.query_code);
    }

    async fn the_whole_life_of_a_case_is_counted_and_proven(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.submitted("k").await.case_no;
        city.act(&city.reviewer, &no, Action::Take).await.unwrap();
        city.act(&city.reviewer, &no, Action::AskCorrection { list: vec![Mark::words("户口簿首页")] }).await.unwrap();
        city.act(&city.citizen.actor(), &no, said("户口簿在附件里")).await.unwrap();
        city.act(&city.reviewer, &no, Action::Accept).await.unwrap();
        city.act(&city.reviewer, &no, granted()).await.unwrap();
        counters::fold(&city.services).await.unwrap();
        let closed = city.act(&city.reviewer, &no, Action::Close).await.unwrap();
        assert_eq!((closed.case.status, closed.actions), (Status::Closed, Vec::new()));
        assert_eq!(closed.events.len(), 7);
        let verdict = supervision::verify(&city.services, |_, _| {}).await.unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.differences);
        assert_eq!(verdict.cases, 1);
    }

    async fn a_counter_that_lies_is_found(portal: TestPortal) {
        use sea_orm::ConnectionTrait as _;
        let city = City::new(&portal).await;
        city.submitted("k").await;
        counters::fold(&city.services).await.unwrap();
        city.services.db.write.execute_unprepared("UPDATE counter SET n = n + 1").await.unwrap();
        let verdict = supervision::verify(&city.services, |_, _| {}).await.unwrap();
        assert_eq!(verdict.wrong, 1);
        city.services.db.write.execute_unprepared("UPDATE counter SET n = n - 1").await.unwrap();
        city.services.db.write.execute_unprepared("UPDATE case_file SET status = 'closed'").await.unwrap();
        let verdict = supervision::verify(&city.services, |_, _| {}).await.unwrap();
        assert_eq!(verdict.wrong, 1);
    }

    async fn figures_are_exact_before_and_after_folding(portal: TestPortal) {
        let city = City::new(&portal).await;
        let supervisor = staff(&portal, Role::Supervisor).await.actor();
        let no = city.submitted("a").await.case_no;
        city.submitted("b").await;
        city.act(&city.reviewer, &no, Action::Accept).await.unwrap();
        city.act(&city.reviewer, &no, granted()).await.unwrap();
        city.act(&city.reviewer, &no, Action::Close).await.unwrap();
        let today = city.services.clock.today();
        for by in GroupBy::ALL {
            let query = CompletionQuery::of(today, today, by);
            let before = supervision::completion(&city.services, &supervisor, &query).await.unwrap();
            counters::fold(&city.services).await.unwrap();
            let after = supervision::completion(&city.services, &supervisor, &query).await.unwrap();
            assert_eq!(before, after, "{by:?}");
            let total = after.total;
            assert_eq!((total.received, total.accepted, total.closed, total.open), (2, 1, 1, 1));
            assert_eq!((total.on_time, total.early, total.overdue), (1, 1, 0));
            assert_eq!(total.median_working_days(), Some(0.0));
        }
    }

    async fn every_figure_leads_to_exactly_its_cases(portal: TestPortal) {
        let city = City::new(&portal).await;
        let supervisor = staff(&portal, Role::Supervisor).await.actor();
        let no = city.submitted("a").await.case_no;
        city.submitted("b").await;
        let other = city.submitted("c").await.case_no;
        city.act(&city.citizen.actor(), &other, Action::Withdraw { reason: String::new() }).await.unwrap();
        city.act(&city.reviewer, &no, Action::Accept).await.unwrap();
        city.act(&city.reviewer, &no, granted()).await.unwrap();
        city.act(&city.reviewer, &no, Action::Close).await.unwrap();
        let today = city.services.clock.today();
        let n = async |measure| {
            let query =
                CaseQuery { measure: Some(measure), from: Some(today), to: Some(today), ..CaseQuery::default() };
            cases::list(&city.services, &supervisor, &query).await.unwrap().total
        };
        for (measure, cases) in [
            (Metric::Received, 3),
            (Metric::Accepted, 1),
            (Metric::Closed, 1),
            (Metric::OnTime, 1),
            (Metric::Early, 1),
            (Metric::Late, 0),
            (Metric::Ended, 2),
            (Metric::Withdrawn, 1),
            (Metric::Granted, 1),
            (Metric::Refused, 0),
        ] {
            assert_eq!(n(measure).await, cases, "{measure:?}");
        }
        let open = CaseQuery { open: true, to: Some(today), ..CaseQuery::default() };
        assert_eq!(cases::list(&city.services, &supervisor, &open).await.unwrap().total, 1);
    }

    async fn what_is_counted_is_what_is_listed(portal: TestPortal) {
        let city = City::new(&portal).await;
        let (elsewhere, own) = (reviewer(&city.services, "RS").await, city.reviewer.department);
        let taken = city.submitted("a").await.case_no;
        city.submitted("b").await;
        city.act(&city.reviewer, &taken, Action::Take).await.unwrap();
        city.act(&city.reviewer, &taken, Action::Accept).await.unwrap();
        let by_nobody = CaseQuery { assignee: AssigneeFilter::Nobody, ..CaseQuery::default() };
        let queries = [CaseQuery::default(), CaseQuery { department_id: own, ..CaseQuery::default() }, by_nobody];
        for (actor, seen) in [(&city.reviewer, [2, 2, 1]), (&city.clerk, [2, 2, 1]), (&elsewhere, [0, 0, 0])] {
            for (query, due) in queries.iter().zip(seen) {
                let (services, few) = (&city.services, CaseQuery { per_page: 1, ..query.clone() });
                let all = cases::list(services, actor, query).await.unwrap();
                let first = cases::list(services, actor, &few).await.unwrap();
                assert_eq!((all.total, first.total, u64::try_from(all.rows.len()).unwrap()), (due, due, due));
                assert_eq!(cases::count(services, actor, query).await.unwrap(), due);
                for (status, n) in cases::by_status(services, actor, query).await.unwrap() {
                    let listed = all.rows.iter().filter(|row| row.status == status).count();
                    assert_eq!(u64::try_from(listed).unwrap(), n, "{status:?}");
                }
                let items = cases::items(services, actor, query).await.unwrap();
                let listed: BTreeSet<_> = all.rows.iter().map(|row| (&row.item_id, &row.item_name)).collect();
                assert_eq!(items.iter().map(|item| (&item.id, &item.name)).collect::<BTreeSet<_>>(), listed);
            }
        }
        let statuses = cases::by_status(&city.services, &city.reviewer, &queries[1]).await.unwrap();
        assert_eq!(statuses.values().sum::<u64>(), 2);
        assert_eq!(statuses.get(&Status::Review), Some(&1));
    }

    async fn one_reviewer_wins_and_the_other_is_told_who(portal: TestPortal) {
        let city = City::new(&portal).await;
        let second = reviewer(&city.services, "MZ").await;
        let no = city.submitted("k").await.case_no;
        let version = city.version(&city.reviewer, &no).await;
        let take = async |actor: &Actor| {
            cases::act(&city.services, actor, &no, version, Action::Take.into()).await
        };
        let (a, b) = tokio::join!(take(&city.reviewer), take(&second));
        let lost = [a, b].into_iter().find_map(Result::err).expect("one of the two loses");
        assert!(matches!(lost.kind(), Kind::Stale { held_by: Some(_) }), "{lost:?}");
        let held = cases::get(&city.services, &city.reviewer, &no).await.unwrap();
        assert!(held.case.assignee.is_some());
    }

    async fn a_stale_page_changes_nothing(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.submitted("k").await.case_no;
        let old = city.version(&city.reviewer, &no).await;
        city.act(&city.reviewer, &no, Action::Take).await.unwrap();
        let error =
            cases::act(&city.services, &city.reviewer, &no, old, Action::Accept.into()).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Stale { held_by: None }));
        assert_eq!(cases::get(&city.services, &city.reviewer, &no).await.unwrap().case.accepted_on, None);
    }

    async fn strangers_find_nothing(portal: TestPortal) {
        let city = City::new(&portal).await;
        let neighbour = citizen(&portal, 102).await.actor();
        let elsewhere = reviewer(&city.services, "RS").await;
        let no = city.submitted("k").await.case_no;
        for stranger in [&neighbour, &elsewhere] {
            let error = cases::get(&city.services, stranger, &no).await.unwrap_err();
            assert!(matches!(error.kind(), Kind::NotFound));
            let list = cases::list(&city.services, stranger, &CaseQuery::default()).await.unwrap();
            assert_eq!(list.total, 0);
            let error = intake::receipt(&city.services, stranger, &no).await.unwrap_err();
            assert!(matches!(error.kind(), Kind::NotFound));
        }
        assert!(cases::get(&city.services, &city.clerk, &no).await.is_ok());
    }

    async fn number_and_code_together_track_a_case_and_tell_nothing_personal(portal: TestPortal) {
        let city = City::new(&portal).await;
        let receipt = city.submitted("k").await;
        city.act(&city.reviewer, &receipt.case_no, Action::AskCorrection { list: vec![Mark::words("李四的户口簿")] })
            .await
            .unwrap();
        let seen = cases::track(&city.services, &receipt.case_no, &receipt.query_code).await.unwrap();
        assert_eq!(seen.case.status, Status::Correction);
        assert!(!format!("{:?}", seen.events).contains("李四"));
        for (no, code) in [(receipt.case_no.as_str(), "00000000"), ("261121123456785", &receipt.query_code)] {
            let error = cases::track(&city.services, no, code).await.unwrap_err();
            assert!(matches!(error.kind(), Kind::NotFound));
        }
    }

    async fn the_words_to_a_correction_are_sealed_and_read_by_those_of_the_case(portal: TestPortal) {
        let city = City::new(&portal).await;
        let receipt = city.submitted("k").await;
        let (no, citizen) = (receipt.case_no.as_str(), city.citizen.actor());
        city.act(&city.reviewer, no, Action::AskCorrection { list: vec![Mark::words("房产证")] }).await.unwrap();
        let words = "第1项：李四没有房产证，房子是租的。";
        let seen = city.act(&citizen, no, said(words)).await.unwrap();
        assert_eq!((notes(&seen), seen.case.status), (vec![words], Status::Received));
        for reader in [&city.reviewer, &city.clerk] {
            assert_eq!(notes(&cases::get(&city.services, reader, no).await.unwrap()), [words]);
        }
        let stored = case_event::Entity::find().all(&city.services.db.read).await.unwrap();
        assert!(stored.iter().all(|event| !event.payload.to_string().contains("李四")), "{stored:?}");
        let tracked = cases::track(&city.services, no, &receipt.query_code).await.unwrap();
        assert!(!format!("{:?}", tracked.events).contains("李四"));
        counters::fold(&city.services).await.unwrap();
        assert!(supervision::verify(&city.services, |_, _| {}).await.unwrap().is_good());
    }

    async fn the_reason_of_a_withdrawal_is_sealed_too(portal: TestPortal) {
        let city = City::new(&portal).await;
        let receipt = city.submitted("k").await;
        let withdrawal = Action::Withdraw { reason: "李四替我办好了".into() };
        let seen = city.act(&city.citizen.actor(), &receipt.case_no, withdrawal).await.unwrap();
        assert!(format!("{:?}", seen.events).contains("李四"));
        let stored = case_event::Entity::find().all(&city.services.db.read).await.unwrap();
        assert!(stored.iter().all(|event| !event.payload.to_string().contains("李四")), "{stored:?}");
    }

    async fn an_answer_to_a_correction_brings_words_or_files_or_papers(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.submitted("k").await.case_no;
        let citizen = city.citizen.actor();
        city.act(&city.reviewer, &no, Action::AskCorrection { list: vec![Mark::words("房产证")] }).await.unwrap();
        let claimed = Enclosed { files: 3, papers: true };
        let wrong = city
            .act(&citizen, &no, Action::AnswerCorrection { note: " ".into(), enclosed: claimed, changed: Vec::new() })
            .await
            .unwrap_err();
        let none = FieldError::new("note", FieldCode::NoAnswer);
        assert!(matches!(wrong.kind(), Kind::Invalid(errors) if *errors == [none]), "{wrong:?}");
        let long = city.act(&citizen, &no, said(&"长".repeat(501))).await.unwrap_err();
        let long_field = FieldError::new("note", FieldCode::TooLong { max: 500 });
        assert!(matches!(long.kind(), Kind::Invalid(errors) if *errors == [long_field]), "{long:?}");
        assert_eq!(cases::get(&city.services, &citizen, &no).await.unwrap().case.status, Status::Correction);

        let file = scan(&city, &citizen).await;
        let version = city.version(&citizen, &no).await;
        let done = cases::act(&city.services, &citizen, &no, version, Deed { uploads: vec![file], ..said("").into() }).await.unwrap();
        assert_eq!((done.case.status, notes(&done)), (Status::Received, vec![""]));
        assert!(done.materials.iter().any(|one| one.upload.as_ref().is_some_and(|upload| upload.id == file)));
    }

    async fn a_draft_keeps_all_that_was_typed_and_becomes_one_case(portal: TestPortal) {
        let city = City::new(&portal).await;
        let actor = city.citizen.actor();
        let begin = async || {
            drafts::begin(&city.services, &actor, PROMISE, city.citizen.person_id, None, None, Channel::Online)
                .await
                .unwrap()
        };
        let draft = begin().await;
        assert_eq!(begin().await.id, draft.id);
        let typed = Answers::from([("contact_phone".to_owned(), "not a phone".to_owned())]);
        drafts::save(&city.services, &actor, draft.id, typed.clone()).await.unwrap();
        assert_eq!(drafts::get(&city.services, &actor, draft.id).await.unwrap().answers, typed);
        let error = intake::submit_draft(&city.services, &actor, draft.id, None, true).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Invalid(_)));
        let item = city.services.catalogue.intake_item(PROMISE, None).await.unwrap();
        let full: Answers =
            item.form.fields.iter().map(|field| (field.key.clone(), sample(field))).collect();
        drafts::save(&city.services, &actor, draft.id, full).await.unwrap();
        let first = intake::submit_draft(&city.services, &actor, draft.id, None, true).await.unwrap();
        let again = intake::submit_draft(&city.services, &actor, draft.id, None, true).await.unwrap();
        assert_eq!(first, again);
        assert!(drafts::list(&city.services, &actor).await.unwrap().is_empty());
    }

    async fn at_the_counter_it_is_received_at_once_and_found_in_the_lists(portal: TestPortal) {
        let city = City::new(&portal).await;
        let application = Application {
            channel: Channel::Window,
            counter: Some(Counter { hall_id: None, window_id: None }),
            ..city.application(PROMISE)
        };
        let receipt = intake::submit(&city.services, &city.clerk, application, "k").await.unwrap();
        assert_eq!(receipt.status, Status::Received);
        let person = city.citizen.person_id.unwrap();
        assert_eq!(cases::of_person(&city.services, &city.clerk, person).await.unwrap().len(), 1);
        let query = CaseQuery { assignee: AssigneeFilter::Nobody, ..CaseQuery::default() };
        let list = cases::list(&city.services, &city.reviewer, &query).await.unwrap();
        assert_eq!(list.rows[0].case_no, receipt.case_no);
        assert_eq!(list.rows[0].applicant_name, persons::get(&portal, person).await.unwrap().name);
        let mine = CaseQuery { assignee: AssigneeFilter::Mine, ..CaseQuery::default() };
        assert_eq!(cases::list(&city.services, &city.reviewer, &mine).await.unwrap().total, 0);
    }

    async fn an_immediate_item_is_closed_in_one_step(portal: TestPortal) {
        let city = City::new(&portal).await;
        let reviewer = reviewer(&city.services, "RS").await;
        let application = Application {
            answers: Answers::from([("residence_division".to_owned(), "229902".to_owned())]),
            ..city.application(INSTANT)
        };
        let no = intake::submit(&city.services, &city.citizen.actor(), application, "k").await.unwrap().case_no;
        let view = cases::get(&city.services, &reviewer, &no).await.unwrap();
        assert!(view.actions.contains(&ActionKind::DecideNow));
        let now = Action::DecideNow { outcome: Outcome::Granted, reason: "当场办结".into() };
        assert_eq!(city.act(&reviewer, &no, now).await.unwrap().case.status, Status::Closed);
    }

    async fn nobody_applies_for_somebody_else_but_the_counter(portal: TestPortal) {
        let city = City::new(&portal).await;
        let neighbour = citizen(&portal, 102).await.actor();
        let error = intake::submit(&city.services, &neighbour, city.application(PROMISE), "k").await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Denied));
        let unknown = Application { person_id: Uuid::now_v7(), ..city.application(PROMISE) };
        let error = intake::submit(&city.services, &city.clerk, unknown, "k").await.unwrap_err();
        assert!(matches!(error.kind(), Kind::NotFound));
    }
}

/// A file that the actor gave for nothing yet; the portal knows it again until it is used.
async fn scan(city: &City, actor: &Actor) -> Uuid {
    let bytes = futures::stream::iter([Ok::<_, std::io::Error>(bytes::Bytes::from_static(b"%PDF-1.7 deed"))]);
    let new = NewUpload { file_name: "房产证.pdf".into(), draft_id: None };
    let file = uploads::receive(&city.services, actor, new, bytes).await.unwrap();
    let waiting = uploads::waiting(&city.services, actor, vec![file.id]).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(uploads::waiting(&city.services, &city.clerk, vec![file.id]).await.unwrap(), []);
    file.id
}

/// An answer that fits the question.
fn sample(field: &domain::intake::FieldSpec) -> String {
    use domain::intake::FieldKind as K;
    match field.kind {
        K::Text | K::Multiline => "示范".into(),
        K::Phone => "13800001234".into(),
        K::Date => "2026-01-05".into(),
        K::Choice => field.options.first().map(|option| option.value.clone()).unwrap_or_default(),
        K::Yesno => "yes".into(),
        K::Number => "3".into(),
        K::BankAccount => "6222020200001234567".into(),
        K::Division => "229902001".into(),
        K::IdNumber => "11010519491231002X".into(),
        K::CreditCode => "91110000600037341L".into(),
        K::Money => "100.00".into(),
    }
}
