use super::*;
use crate::testing::{self, number};
use crate::{Portal, both_databases};
use chrono::{Duration, NaiveDate};
use domain::permission::Actor;
use uuid::Uuid;

async fn person(portal: &Portal, n: u16) -> (Uuid, Actor) {
    let account = testing::citizen(portal, number(n), "李桂兰").await;
    (account.person_id.unwrap(), account.actor())
}

async fn write(portal: &Portal, at: DateTime<Utc>, actor: &Actor, holder: Holder, act: Act) {
    let line = Access::new(holder, act, "person", "试验");
    record(&portal.db.write, at, actor, vec![line]).await.unwrap();
}

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, n).unwrap()
}

both_databases! {
    async fn the_owner_reads_who_and_why(portal: TestPortal) {
        let ((li, own), (wang, agent)) = (person(&portal, 1).await, person(&portal, 2).await);
        let clerk = testing::staff(&portal, Role::Clerk).await.actor();
        let (now, holder) = (portal.clock.now(), Holder::Person(li));
        write(&portal, now, &clerk, holder, Act::LookedUp).await;
        write(&portal, now + Duration::seconds(1), &own, holder, Act::Exported).await;
        write(&portal, now + Duration::seconds(2), &agent, holder, Act::CaseRead).await;
        write(&portal, now + Duration::seconds(3), &Actor::portal(), holder, Act::DataUsed).await;
        write(&portal, now, &clerk, Holder::Person(wang), Act::LookedUp).await;

        let page = of_holder(&portal, holder, &LedgerQuery::default()).await.unwrap();
        let who: Vec<&Who> = page.lines.iter().map(|line| &line.who).collect();
        assert_eq!(who[..3], [&Who::Portal, &Who::Agent("李*兰".into()), &Who::Owner]);
        let Who::Staff { place: Some((place, _)), role: Role::Clerk, name } = who[3] else { panic!("{who:?}") };
        assert_eq!((place.as_str(), name.as_str()), ("示范市民政局", "王工"));
        assert_eq!((page.lines.len(), page.next), (4, None));
        assert_eq!(page.lines[3].reason, "试验");
        let counts = counts(&portal, holder, &LedgerQuery::default()).await.unwrap();
        assert_eq!(counts[..2], [(Act::LookedUp, 1), (Act::DataUsed, 1)]);
    }

    async fn pages_follow_each_other_without_gap_or_repetition(portal: TestPortal) {
        let (li, _) = person(&portal, 1).await;
        let (now, holder) = (portal.clock.now(), Holder::Person(li));
        // Two share each moment: the key decides between them.
        for n in 0..7 {
            write(&portal, now + Duration::seconds(n / 2), &Actor::portal(), holder, Act::DataUsed).await;
        }
        let (mut seen, mut query) = (Vec::new(), LedgerQuery { limit: 3, ..LedgerQuery::default() });
        loop {
            let page = of_holder(&portal, holder, &query).await.unwrap();
            assert!(page.lines.len() <= 3);
            seen.extend(page.lines.iter().map(|line| (line.at, line.id)));
            let Some(next) = page.next else { break };
            query.after = Cursor::parse(&next.to_string());
            assert_eq!(query.after, Some(next));
        }
        let mut sorted = seen.clone();
        sorted.sort_by(|a, b| b.cmp(a));
        sorted.dedup();
        assert_eq!((seen.len(), &seen), (7, &sorted));
        assert_eq!(Cursor::parse("x.y"), None);
    }

    async fn a_period_holds_whole_days_of_the_city(portal: TestPortal) {
        let (li, _) = person(&portal, 1).await;
        let holder = Holder::Person(li);
        for at in ["2026-02-11T15:59:59Z", "2026-02-11T16:00:00Z", "2026-02-12T15:59:59Z", "2026-02-12T16:00:00Z"] {
            write(&portal, at.parse().unwrap(), &Actor::portal(), holder, Act::Presented).await;
        }
        let query = LedgerQuery { from: Some(day(12)), to: Some(day(12)), ..LedgerQuery::default() };
        assert_eq!(of_holder(&portal, holder, &query).await.unwrap().lines.len(), 2);
        assert_eq!(counts(&portal, holder, &query).await.unwrap(), [(Act::Presented, 2)]);
        let other = LedgerQuery { act: Some(Act::Copied), ..query };
        assert!(of_holder(&portal, holder, &other).await.unwrap().lines.is_empty());
    }
}
