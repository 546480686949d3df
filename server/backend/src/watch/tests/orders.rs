//! Orders from issue to close, what time makes of them, and who may know of them.

use super::city::City;
use crate::watch::{
    AlertState, Deed, NewOrder, OrderQuery, Subject, act, alert, dismiss, issue, note, notes, number, order,
    orders, time_passes, waiting,
};
use crate::{Kind, both_databases};
use domain::case::{Action, Outcome};
use domain::permission::Actor;
use domain::watch::{Card, OrderAction, OrderState};
use entity::{watch_order, watch_order_event};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

async fn refused(city: &City, key: &str) -> Uuid {
    let no = city.accepted(key).await;
    city.act(&no, Action::Decide { outcome: Outcome::Refused, reason: "不符合条件。".into() }).await;
    city.alerts().await.into_iter().find(|alert| alert.case_no == no).unwrap().id
}

fn new(alerts: Vec<Uuid>) -> NewOrder {
    NewOrder { alerts, card: Card::Yellow, workdays: 3, words: "请说明原因".into() }
}

fn deed(action: OrderAction, words: &str) -> Deed {
    Deed { action, words: words.into(), files: Vec::new() }
}

async fn done(city: &City, actor: &Actor, id: Uuid, action: OrderAction, words: &str) {
    let version = order(&city.services, actor, id).await.unwrap().version;
    act(&city.services, actor, id, version, deed(action, words)).await.unwrap();
}

both_databases! {
    async fn from_alert_to_order_to_answer_to_close(portal: TestPortal) {
        let city = City::new(&portal).await;
        let alerts = vec![refused(&city, "a").await, refused(&city, "b").await];
        let id = issue(&city.services, &city.supervisor, new(alerts.clone())).await.unwrap();
        let view = order(&city.services, &city.head, id).await.unwrap();
        assert_eq!((number(view.year, view.serial).as_str(), view.alerts.len()), ("督〔2026〕1号", 2));
        // Friday the 13th, a Saturday that is worked, a long holiday.
        assert_eq!(view.order.reply_by.to_string(), "2026-02-25");
        assert_eq!(waiting(&city.services, &city.head).await.unwrap(), 1);
        done(&city, &city.head, id, OrderAction::Answer, "已整改").await;
        assert_eq!(waiting(&city.services, &city.supervisor).await.unwrap(), 1);
        done(&city, &city.supervisor, id, OrderAction::SendBack(2), "请写明时间").await;
        done(&city, &city.head, id, OrderAction::Answer, "三月底前完成").await;
        done(&city, &city.supervisor, id, OrderAction::Accept, "").await;
        done(&city, &city.supervisor, id, OrderAction::Close, "").await;
        let view = order(&city.services, &city.supervisor, id).await.unwrap();
        assert_eq!(view.order.state, OrderState::Closed);
        let kinds: Vec<&str> = view.events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["issued", "answered", "returned", "answered", "accepted", "closed"]);
        assert_eq!(view.events[3].words, "三月底前完成");
        for id in alerts {
            assert_eq!(alert(&city.services, &city.supervisor, id).await.unwrap().state, AlertState::Settled);
        }
        // Nothing that was said stands there to be read.
        let row = watch_order::Entity::find().one(&city.services.db.read).await.unwrap().unwrap();
        assert!(!row.words_cipher.contains("原因"));
        let rows = watch_order_event::Entity::find().all(&city.services.db.read).await.unwrap();
        assert!(rows.iter().filter_map(|row| row.words_cipher.as_ref()).all(|words| !words.contains("整改")));
    }

    async fn an_order_is_reminded_of_and_escalated_once(portal: TestPortal) {
        let city = City::new(&portal).await;
        let alert_id = refused(&city, "a").await;
        let id = issue(&city.services, &city.supervisor, new(vec![alert_id])).await.unwrap();
        let times = [("2026-02-23", 0), ("2026-02-24", 1), ("2026-02-25", 0), ("2026-02-26", 1), ("2026-02-27", 0)];
        for (day, n) in times {
            let then = city.on(day);
            let (one, two) = tokio::join!(time_passes(&then.services), time_passes(&then.services));
            let done: u64 = [one, two].into_iter().map(|result| result.unwrap_or_default()).sum();
            assert_eq!(done, n, "{day}");
        }
        let view = order(&city.services, &city.supervisor, id).await.unwrap();
        assert_eq!((view.order.card, view.order.escalations), (Card::Red, 1));
        assert_eq!(alert(&city.services, &city.supervisor, alert_id).await.unwrap().card, Card::Red);
        let late = OrderQuery { late: true, ..OrderQuery::default() };
        let found = orders(&city.on("2026-02-27").services, &city.supervisor, &late).await.unwrap();
        assert_eq!(found.total, 1);
    }

    async fn numbers_follow_each_other_whoever_issues(portal: TestPortal) {
        let city = City::new(&portal).await;
        let mut tries = Vec::new();
        for key in ["a", "b", "c", "d"] {
            let id = refused(&city, key).await;
            let (services, actor) = (city.services.clone(), city.supervisor.clone());
            tries.push(tokio::spawn(async move { issue(&services, &actor, new(vec![id])).await }));
        }
        for attempt in tries {
            attempt.await.unwrap().unwrap();
        }
        let rows = orders(&city.services, &city.supervisor, &OrderQuery::default()).await.unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.serial).collect::<Vec<_>>(), [4, 3, 2, 1]);
    }

    async fn an_alert_is_dealt_with_once(portal: TestPortal) {
        let city = City::new(&portal).await;
        let id = refused(&city, "a").await;
        let (services, supervisor) = (&city.services, &city.supervisor);
        assert!(matches!(dismiss(services, supervisor, id, " ").await.unwrap_err().kind(), Kind::Invalid(_)));
        dismiss(services, supervisor, id, "已核实").await.unwrap();
        assert_eq!(alert(services, supervisor, id).await.unwrap().reason, "已核实");
        let again = dismiss(services, supervisor, id, "再次").await.unwrap_err();
        assert!(matches!(again.kind(), Kind::Stale { .. }));
        let ordered = issue(services, supervisor, new(vec![id])).await.unwrap_err();
        assert!(matches!(ordered.kind(), Kind::Stale { .. }));
        let none = issue(services, supervisor, new(Vec::new())).await.unwrap_err();
        assert!(matches!(none.kind(), Kind::Invalid(_)));
        let told = crate::watch::of_department(services, &city.head, &Default::default()).await.unwrap();
        assert_eq!(told.rows[0].reason, "已核实");
        note(services, supervisor, Subject::Alert(id), "记一笔").await.unwrap();
        assert_eq!(notes(services, supervisor, Subject::Alert(id)).await.unwrap()[0].words, "记一笔");
    }

    async fn nobody_else_knows_of_it(portal: TestPortal) {
        let city = City::new(&portal).await;
        let id = refused(&city, "a").await;
        let order_id = issue(&city.services, &city.supervisor, new(vec![id])).await.unwrap();
        let services = &city.services;
        let denied = |error: crate::Error| matches!(error.kind(), Kind::Denied);
        for actor in [&city.reviewer, &city.citizen.actor()] {
            assert!(denied(order(services, actor, order_id).await.unwrap_err()));
            assert!(denied(orders(services, actor, &OrderQuery::default()).await.unwrap_err()));
            assert!(denied(alert(services, actor, id).await.unwrap_err()));
            assert!(denied(notes(services, actor, Subject::Order(order_id)).await.unwrap_err()));
            let answer = deed(OrderAction::Answer, "x");
            assert!(denied(act(services, actor, order_id, 1, answer).await.unwrap_err()));
        }
        // The head of another department does not even know that there is one.
        let other = Actor { department: Some(Uuid::now_v7()), ..city.head.clone() };
        assert!(matches!(order(services, &other, order_id).await.unwrap_err().kind(), Kind::NotFound));
        // Each does what is theirs.
        let accept = act(services, &city.head, order_id, 1, deed(OrderAction::Accept, "x")).await;
        assert!(denied(accept.unwrap_err()));
        let answer = act(services, &city.supervisor, order_id, 1, deed(OrderAction::Answer, "x")).await;
        assert!(denied(answer.unwrap_err()));
        let stale = act(services, &city.head, order_id, 9, deed(OrderAction::Answer, "x")).await;
        assert!(matches!(stale.unwrap_err().kind(), Kind::Stale { .. }));
    }
}
