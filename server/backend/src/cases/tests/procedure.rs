//! The procedure on both databases: field-level corrections, 容缺, 秒批, heads, deputies, steps.

use super::{City, granted};
use crate::absences::{self, NewAbsence};
use crate::cases::{self, Deed};
use crate::intake::{self, Application};
use crate::testing::{hall, services, staff_of};
use crate::{Kind, both_databases, worker};
use domain::case::{Action, Assignee, Event, Mark, Procedure, Refusal, Status, Target};
use domain::field_error::FieldCode;
use domain::permission::{Actor, Role};
use sea_orm::EntityTrait as _;

/// 临时救助: its proof of hardship may follow.
const DEFERRABLE: &str = "MZ-007";
/// 老年人优待证: sixty and of the city.
const AUTOMATIC: &str = "MZ-002";

async fn city(portal: &crate::Portal) -> City {
    let mut city = City::new(portal).await;
    city.services = services(portal, &["MZ-001", "RS-001", DEFERRABLE, AUTOMATIC]).await;
    city
}

async fn another(city: &City, head: bool) -> Actor {
    let department = city.reviewer.department.unwrap();
    let account = staff_of(&city.services, Role::Reviewer, department, hall(&city.services).await).await;
    Actor { head, ..account.actor() }
}

fn asking(words: &str, target: Target) -> Action {
    Action::AskCorrection { list: vec![Mark { words: words.into(), target: Some(target) }] }
}

fn answering(key: &str, value: &str) -> Deed {
    let answer = super::said("");
    Deed { answers: [(key.to_owned(), value.to_owned())].into(), ..answer.into() }
}

async fn submitted(city: &City, application: Application, key: &str) -> intake::Receipt {
    intake::submit(&city.services, &city.citizen.actor(), application, key).await.unwrap()
}

fn refusal(error: &crate::Error) -> &Refusal {
    let Kind::Refused(refusal) = error.kind() else { panic!("{error:?}") };
    refusal
}

both_databases! {
    async fn only_the_answer_that_was_marked_is_mended(portal: TestPortal) {
        let city = city(&portal).await;
        let (no, citizen) = (city.submitted("k").await.case_no, city.citizen.actor());
        let phone = || Target::Answer("contact_phone".into());
        city.act(&city.reviewer, &no, asking("电话打不通，请核对", phone())).await.unwrap();
        let version = city.version(&citizen, &no).await;
        let act = |deed| cases::act(&city.services, &citizen, &no, version, deed);

        let other = act(answering("address", "河西路8号")).await.unwrap_err();
        assert_eq!(refusal(&other), &Refusal::NotAsked);
        let wrong = act(answering("contact_phone", "12")).await.unwrap_err();
        assert!(matches!(wrong.kind(), Kind::Invalid(errors) if errors[0].field == "contact_phone"));
        assert_eq!(city.version(&citizen, &no).await, version, "nothing changed");

        let done = act(answering("contact_phone", "13800001234")).await.unwrap();
        assert_eq!(done.answers["contact_phone"], "13800001234");
        assert_eq!((done.changes[0].target.clone(), done.changes[0].after.as_str()), (phone(), "13800001234"));
        // What the answer itself brought may be asked about again; what stood there before may not.
        let again = city.act(&city.reviewer, &no, asking("还是打不通", phone())).await.unwrap();
        assert!(again.case.work.repeated_on.is_none());
        let row = entity::case_change::Entity::find().one(&city.services.db.read).await.unwrap().unwrap();
        assert!(!row.after_cipher.contains("13800001234"));
    }

    async fn a_second_request_for_what_was_there_is_flagged(portal: TestPortal) {
        let city = city(&portal).await;
        let (no, citizen) = (city.submitted("k").await.case_no, city.citizen.actor());
        city.act(&city.reviewer, &no, asking("请核对", Target::Answer("contact_phone".into()))).await.unwrap();
        let version = city.version(&citizen, &no).await;
        cases::act(&city.services, &citizen, &no, version, answering("contact_phone", "13800001234")).await.unwrap();
        let flagged =
            city.act(&city.reviewer, &no, asking("地址不全", Target::Answer("address".into()))).await.unwrap();
        assert!(matches!(flagged.events.last().unwrap().event, Event::CorrectionAsked { repeated: true, .. }));
    }

    async fn what_may_follow_is_brought_or_the_case_ends(portal: TestPortal) {
        let city = city(&portal).await;
        let no = submitted(&city, city.application(DEFERRABLE), "k").await.case_no;
        let view = cases::get(&city.services, &city.reviewer, &no).await.unwrap();
        let owed = view.missing.clone();
        assert_eq!(owed.len(), 1);
        let accept = |signed| Action::AcceptDeferred { materials: owed.clone(), signed };
        let unsigned = city.act(&city.reviewer, &no, accept(false)).await.unwrap_err();
        assert_eq!(refusal(&unsigned), &Refusal::Missing("signed"));
        city.act(&city.reviewer, &no, accept(true)).await.unwrap();
        let early = city.act(&city.reviewer, &no, granted()).await.unwrap_err();
        assert_eq!(refusal(&early), &Refusal::SupplementOwed);

        let due = view_due(&city, &no).await;
        let on = |day| city.services.at(noon(day));
        worker::round(&on(due)).await.unwrap();
        assert_eq!(status(&city, &no).await, Status::Accepted);
        worker::round(&on(due.succ_opt().unwrap())).await.unwrap();
        assert_eq!(status(&city, &no).await, Status::Terminated);
        // Whoever broke a promise is not believed again.
        let next = submitted(&city, city.application(DEFERRABLE), "k2").await.case_no;
        let view = cases::get(&city.services, &city.reviewer, &next).await.unwrap();
        assert!(view.barred);
        let barred = city.act(&city.reviewer, &next, Action::AcceptDeferred { materials: view.missing, signed: true });
        assert_eq!(refusal(&barred.await.unwrap_err()), &Refusal::Barred);
    }

    async fn papers_at_the_counter_are_a_supplement(portal: TestPortal) {
        let city = city(&portal).await;
        let no = submitted(&city, city.application(DEFERRABLE), "k").await.case_no;
        let owed = cases::get(&city.services, &city.reviewer, &no).await.unwrap().missing;
        city.act(&city.reviewer, &no, Action::AcceptDeferred { materials: owed, signed: true }).await.unwrap();
        let nothing = Action::Supplement { files: 3, papers: true };
        let claimed = city.act(&city.citizen.actor(), &no, nothing.clone()).await.unwrap_err();
        assert_eq!(refusal(&claimed), &Refusal::Missing("file"));
        let view = city.act(&city.clerk, &no, nothing).await.unwrap();
        assert!(view.missing.is_empty() && !view.case.supplement_owed());
        city.act(&city.reviewer, &no, granted()).await.unwrap();
    }

    async fn rules_decide_what_data_answer_and_a_person_the_rest(portal: TestPortal) {
        let city = city(&portal).await;
        let citizen = city.citizen.actor();
        // Born in 1980: not sixty yet, though with a residence permit, so a person looks at it.
        let young = submitted(&city, city.application(AUTOMATIC), "young").await;
        assert_eq!(young.status, Status::Submitted);
        let view = cases::get(&city.services, &citizen, &young.case_no).await.unwrap();
        let rules = view.events.iter().find_map(|one| match &one.event {
            Event::RulesApplied { rules } => Some(rules.clone()),
            _ => None,
        });
        assert_eq!(rules.unwrap().iter().map(|rule| rule.met).collect::<Vec<_>>(), [Some(false), Some(true)]);

        let past = city.services.at("2045-05-10T02:00:00Z".parse().unwrap());
        grown_up(&city).await;
        let old = intake::submit(&past, &citizen, city.application(AUTOMATIC), "old").await.unwrap();
        assert_eq!(old.status, Status::Closed);
        let wanted = Application { person_wanted: true, ..city.application(AUTOMATIC) };
        let wanted = intake::submit(&past, &citizen, wanted, "wanted").await.unwrap();
        assert_eq!(wanted.status, Status::Submitted);

        let view = cases::get(&past, &citizen, &old.case_no).await.unwrap();
        assert!(view.case.work.automatic);
        let reason = Action::AskPerson { reason: "名字印错了".into() };
        let view = cases::act(&past, &citizen, &old.case_no, view.case.version, reason.into()).await.unwrap();
        assert_eq!((view.case.status, view.case.closed_on), (Status::Accepted, None));
        assert!(crate::supervision::verify(&past, |_, _| {}).await.unwrap().differences.is_empty());
    }

    async fn an_extension_is_the_heads_and_never_ones_own(portal: TestPortal) {
        let city = city(&portal).await;
        let no = city.submitted("k").await.case_no;
        let head = another(&city, true).await;
        let before = city.act(&city.reviewer, &no, Action::Accept).await.unwrap();
        let ask = Action::AskExtension { workdays: 5, reason: "需要入户核查".into() };
        city.act(&city.reviewer, &no, ask).await.unwrap();
        // What was only asked for is the house's own business.
        let outside = cases::get(&city.services, &city.citizen.actor(), &no).await.unwrap();
        assert!(outside.case.work.extension_request.is_none());
        assert!(outside.events.iter().all(|view| !view.event.is_internal()));
        let approve = || Action::ApproveExtension { opinion: "同意".into() };
        let own = city.act(&city.reviewer, &no, approve()).await.unwrap_err();
        assert_eq!(refusal(&own), &Refusal::NotYours(domain::case::ActionKind::ApproveExtension));
        let after = city.act(&head, &no, approve()).await.unwrap();
        assert!(after.case.promised_due > before.case.promised_due);
        assert_eq!(after.promised.unwrap().due, after.case.promised_due.unwrap());
    }

    async fn a_deputy_stands_in_while_somebody_is_away(portal: TestPortal) {
        let city = city(&portal).await;
        let no = city.submitted("k").await.case_no;
        let (deputy, head) = (another(&city, false).await, another(&city, true).await);
        city.act(&city.reviewer, &no, Action::Take).await.unwrap();
        let held = city.act(&deputy, &no, Action::Accept).await.unwrap_err();
        assert!(matches!(refusal(&held), Refusal::HeldBy(_)));
        let today = city.services.clock.today();
        let (account, stands) = (city.reviewer.account.unwrap(), deputy.account.unwrap());
        let absence = NewAbsence { account, deputy: stands, since: today, until: today, reason: "年休假".into() };
        absences::add(&city.services, &head, absence.clone()).await.unwrap();
        let denied = absences::add(&city.services, &deputy, absence).await.unwrap_err();
        assert!(matches!(denied.kind(), Kind::Denied));
        let stands_in_for = absences::stood_in_for(&city.services, stands).await.unwrap();
        let deputy = Actor { stands_in_for, ..deputy };
        city.act(&deputy, &no, Action::Accept).await.unwrap();
        let free = cases::colleagues(&city.services, &head).await.unwrap();
        assert_eq!(free.last().unwrap().absent_until, Some(today), "the absent come last");
    }

    async fn a_case_goes_only_to_colleagues(portal: TestPortal) {
        let city = city(&portal).await;
        let no = city.submitted("k").await.case_no;
        let head = another(&city, true).await;
        let to = |actor: &Actor| Assignee { account: actor.account.unwrap(), name: "假名".into() };
        let wrong = city.act(&head, &no, Action::Assign { to: to(&city.clerk) }).await.unwrap_err();
        assert!(matches!(wrong.kind(), Kind::Invalid(errors) if errors[0].field == "to"));
        let view = city.act(&head, &no, Action::Assign { to: to(&city.reviewer) }).await.unwrap();
        assert_eq!(view.case.assignee.unwrap().name, city.reviewer.name);
    }

    async fn a_suspension_moves_the_date_by_the_days_not_counted(portal: TestPortal) {
        let city = city(&portal).await;
        let no = city.submitted("k").await.case_no;
        let accepted = city.act(&city.reviewer, &no, Action::Accept).await.unwrap();
        let today = city.services.clock.today();
        let suspend = |expected| Action::Suspend {
            procedure: Procedure::Appraisal,
            reason: "需要伤残鉴定".into(),
            expected,
        };
        let past = city.act(&city.reviewer, &no, suspend(today.pred_opt().unwrap())).await.unwrap_err();
        let Kind::Invalid(errors) = past.kind() else { panic!("{past:?}") };
        assert_eq!((errors[0].field.as_str(), errors[0].code), ("expected", FieldCode::Past));
        let later = accepted.case.statutory_due.unwrap();
        let still = city.act(&city.reviewer, &no, suspend(later)).await.unwrap();
        assert_eq!((still.case.status, still.case.due()), (Status::Suspended, None));
        let then = city.services.at(noon(later));
        let version = still.case.version;
        let resume = Action::Resume { reason: "鉴定完毕".into() };
        let view = cases::act(&then, &city.reviewer, &no, version, resume.into()).await.unwrap();
        let moved = view.promised.unwrap();
        assert!(moved.due > accepted.case.promised_due.unwrap());
        assert!(moved.excluded.iter().any(|day| day.reason == domain::deadline::ExcludedReason::Suspended));
    }

    async fn silence_is_acceptance_from_the_day_of_receipt(portal: TestPortal) {
        let city = city(&portal).await;
        let receipt = city.submitted("k").await;
        let due = cases::get(&city.services, &city.reviewer, &receipt.case_no).await.unwrap().case.receipt_due.unwrap();
        worker::round(&city.services.at(noon(due))).await.unwrap();
        assert_eq!(status(&city, &receipt.case_no).await, Status::Submitted);
        let next = city.services.at(noon(due.succ_opt().unwrap()));
        let (one, two) = tokio::join!(worker::round(&next), worker::round(&next));
        assert_eq!(one.unwrap().duties + two.unwrap().duties, 1, "two workers do it once");
        let view = cases::get(&city.services, &city.reviewer, &receipt.case_no).await.unwrap();
        assert_eq!((view.case.status, view.case.accepted_on), (Status::Accepted, Some(receipt.receipt_day)));
    }
}

fn noon(day: chrono::NaiveDate) -> chrono::DateTime<chrono::Utc> {
    // Noon in the city.
    day.and_hms_opt(4, 0, 0).unwrap().and_utc()
}

async fn status(city: &City, no: &str) -> Status {
    cases::get(&city.services, &city.reviewer, no).await.unwrap().case.status
}

async fn view_due(city: &City, no: &str) -> chrono::NaiveDate {
    cases::get(&city.services, &city.reviewer, no).await.unwrap().case.work.deferral.unwrap().due
}

/// The household of the citizen becomes known.
async fn grown_up(city: &City) {
    let row = entity::person::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(city.citizen.person_id.unwrap()),
        hukou_division: sea_orm::ActiveValue::Set(Some("229902".into())),
        ..Default::default()
    };
    entity::person::Entity::update(row).exec(&city.services.db.write).await.unwrap();
}
