//! Keeping the rules.

use super::city::{City, another};
use crate::watch::{Change, WhatIf, look_back, rules, save, sweep, what_if};
use crate::{Kind, both_databases};
use domain::watch::{Card, Rule};

fn change(rule: &Rule) -> Change {
    Change { on: rule.on, threshold: rule.threshold, usual: rule.usual, card: rule.card, reply: rule.reply }
}

both_databases! {
    async fn a_change_is_tried_saved_and_looked_back_with(portal: TestPortal) {
        let city = City::new(&portal).await;
        let no = city.accepted("a").await;
        let case = crate::cases::get(&city.services, &city.reviewer, &no).await.unwrap().case;
        let late = city.on(&case.promised_due.unwrap().succ_opt().unwrap().to_string());
        let over = |rows: Vec<crate::watch::RuleRow>| rows.into_iter().find(|row| row.rule.key == "over_promise").unwrap();
        let row = over(rules(&late.services, &city.supervisor).await.unwrap());
        let patient = Change { threshold: Some(5), ..change(&row.rule) };
        let would = what_if(&late.services, &city.supervisor, "over_promise", patient).await.unwrap();
        assert_eq!(would, WhatIf { days: 90, cases: 0, now: 1 });
        save(&late.services, &city.supervisor, "over_promise", row.revision, patient).await.unwrap();
        sweep(&late.services).await.unwrap();
        assert!(city.found().await.is_empty());
        // Another server knows of it a moment later.
        let other = another(&portal, "2026-02-13").await;
        let row = over(rules(&late.services, &city.supervisor).await.unwrap());
        assert_eq!((row.revision, row.settled), (2, false));
        let strict = Change { threshold: Some(0), card: Card::Red, ..change(&row.rule) };
        save(&late.services, &city.supervisor, "over_promise", 2, strict).await.unwrap();
        other.refresh().await.unwrap();
        assert_eq!(other.watch.rules(), late.services.watch.rules());
        assert_eq!(look_back(&late.services).await.unwrap(), 1);
        assert_eq!(city.alerts().await[0].card, Card::Red);
    }

    async fn a_rule_takes_no_nonsense_and_only_from_supervision(portal: TestPortal) {
        let city = City::new(&portal).await;
        let row = rules(&city.services, &city.supervisor).await.unwrap().remove(0);
        for wrong in [
            Change { threshold: Some(61), ..change(&row.rule) },
            Change { reply: 0, ..change(&row.rule) },
        ] {
            let error = save(&city.services, &city.supervisor, &row.rule.key, 1, wrong).await.unwrap_err();
            assert!(matches!(error.kind(), Kind::Invalid(_)), "{error:?}");
        }
        let stale = save(&city.services, &city.supervisor, &row.rule.key, 7, change(&row.rule)).await;
        assert!(matches!(stale.unwrap_err().kind(), Kind::Stale { .. }));
        let denied = save(&city.services, &city.head, &row.rule.key, 1, change(&row.rule)).await;
        assert!(matches!(denied.unwrap_err().kind(), Kind::Denied));
        assert!(matches!(rules(&city.services, &city.head).await.unwrap_err().kind(), Kind::Denied));
    }
}
