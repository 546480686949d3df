//! What is found, by whom, and that it is found once.

use super::city::{City, another};
use crate::watch::{look_back, sweep};
use crate::{both_databases, worker};
use domain::case::{Action, Enclosed, Mark, Outcome};
use entity::{watch_alert, watch_rule};
use sea_orm::{ActiveValue::Set, ConnectionTrait as _, EntityTrait as _, PaginatorTrait as _};

fn decided(outcome: Outcome, reason: &str) -> Action {
    Action::Decide { outcome, reason: reason.into() }
}

fn ask(words: &str) -> Action {
    Action::AskCorrection { list: vec![Mark::words(words)] }
}

fn answer() -> Action {
    Action::AnswerCorrection { note: "已补正".into(), enclosed: Enclosed::default(), changed: Vec::new() }
}

both_databases! {
    async fn a_case_by_the_rules_gives_no_alert(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.accepted("a").await;
        city.act(&no, decided(Outcome::Refused, "不符合条件。如不服，可申请行政复议。")).await;
        city.act(&no, Action::Close).await;
        assert!(city.found().await.is_empty());
    }

    async fn what_is_written_is_found_with_its_event(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.submitted("a").await;
        city.act(&no, ask("请另行提供单位出具的收入证明")).await;
        let citizen = city.citizen.actor();
        city.act_as(&citizen, &no, answer()).await;
        city.act(&no, ask("还缺少监护人签名")).await;
        city.act_as(&citizen, &no, answer()).await;
        city.act(&no, Action::Accept).await;
        city.act(&no, decided(Outcome::Refused, "不符合条件。")).await;
        let mut alerts = city.alerts().await;
        alerts.sort_by_key(|alert| alert.seq);
        let found: Vec<(&str, i32)> = alerts.iter().map(|one| (one.rule.as_str(), one.seq)).collect();
        assert_eq!(found, [("unlisted_material", 2), ("second_correction", 4), ("no_remedy", 7)]);
        assert_eq!(alerts[0].evidence.materials, ["请另行提供单位出具的收入证明"]);
        assert!(alerts.iter().all(|alert| alert.case_no == no));
    }

    async fn late_cases_are_found_once_by_two_workers_and_by_who_decides_them(portal: TestPortal) {
        let city = City::new(&portal).await;
        let first = city.accepted("a").await;
        city.accepted("b").await;
        let due = crate::cases::get(&city.services, &city.reviewer, &first).await.unwrap().case;
        let (promised, statutory) = (due.promised_due.unwrap(), due.statutory_due.unwrap());
        assert_eq!(worker::round(&city.on(&promised.to_string()).services).await.unwrap().alerts, 0);
        let after = statutory.succ_opt().unwrap().to_string();
        let (one, two) = (city.on(&after).services, another(&portal, &after).await);
        let (a, b) = tokio::join!(worker::round(&one), worker::round(&two));
        assert_eq!(a.unwrap().alerts + b.unwrap().alerts, 4);
        let there = ["over_promise", "over_promise", "over_statute", "over_statute"];
        assert_eq!(city.found().await, there);
        // Decided late, it is the same fault still.
        city.on(&after).act(&first, decided(Outcome::Granted, "符合条件")).await;
        worker::round(&one).await.unwrap();
        assert_eq!(city.found().await, there);
    }

    async fn what_no_worker_saw_is_found_by_the_event(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.accepted("a").await;
        let case = crate::cases::get(&city.services, &city.reviewer, &no).await.unwrap().case;
        let late = case.promised_due.unwrap().succ_opt().unwrap();
        let view = city.on(&late.to_string()).act(&no, decided(Outcome::Granted, "符合条件")).await;
        let alerts = city.alerts().await;
        assert_eq!(alerts.len(), 1);
        assert_eq!((alerts[0].rule.as_str(), alerts[0].basis), ("over_promise", case.promised_due.unwrap()));
        assert_eq!(alerts[0].seq, i32::try_from(view.case.version).unwrap());
    }

    async fn a_look_back_finds_all_that_was_found_and_no_more(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.submitted("a").await;
        city.act(&no, ask("请另行提供单位出具的收入证明")).await;
        let other = city.accepted("b").await;
        city.act(&other, decided(Outcome::Refused, "不符合条件。")).await;
        let late = city.accepted("c").await;
        let due = crate::cases::get(&city.services, &city.reviewer, &late).await.unwrap().case.promised_due;
        let then = city.on(&due.unwrap().succ_opt().unwrap().to_string());
        sweep(&then.services).await.unwrap();
        let known = city.found().await;
        assert_eq!(known, ["no_remedy", "over_promise", "unlisted_material"]);
        look_back(&then.services).await.unwrap();
        assert_eq!(city.found().await, known);
        // As if the rules had come only now.
        city.services.db.write.execute_unprepared("DELETE FROM watch_alert").await.unwrap();
        let again = watch_rule::ActiveModel { scanned: Set(0), ..Default::default() };
        watch_rule::Entity::update_many().set(again).exec(&city.services.db.write).await.unwrap();
        assert_eq!(look_back(&then.services).await.unwrap(), 3);
        assert_eq!(city.found().await, known);
        assert_eq!(look_back(&then.services).await.unwrap(), 0);
        let n = watch_alert::Entity::find().count(&city.services.db.read).await.unwrap();
        assert_eq!(n, 3);
    }
}
