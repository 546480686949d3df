//! Release today, on a day to come, and the end of taking cases.

use entity::audit;
use sea_orm::EntityTrait as _;

use super::super::{begin, cancel, recall, release_due, resume, suspend};
use super::{ITEM, Stage, admin, city, fields, later, line, released, stages, state, with_step};
use crate::catalogue::ItemState;
use crate::{Kind, both_databases};

both_databases! {
    async fn a_version_released_for_today_is_in_force_at_once(portal: TestPortal) {
        let services = city(&portal).await;
        let version = with_step(&portal).await;
        released(&portal, version, 0).await.unwrap();
        assert_eq!(stages(&portal).await, [(2, Stage::InForce), (1, Stage::Ended)]);
        let today = portal.clock.today();
        assert_eq!(line(&portal, 1).await.content.valid_to, today.pred_opt());
        assert_eq!(line(&portal, 2).await.content.valid_from, Some(today));
        let item = services.catalogue.intake_item(ITEM, None).await.unwrap();
        assert_eq!((item.process_version, item.process.steps.len(), item.version), (2, 1, 2));
        assert_eq!(item.limits.promised.map(|limit| limit.value), Some(7));
        let again = released(&portal, version, 0).await.unwrap_err();
        assert!(matches!(again.kind(), Kind::Stale { .. }));
    }

    async fn neither_the_past_nor_a_fault_nor_a_second_one_is_released(portal: TestPortal) {
        let services = city(&portal).await;
        let version = with_step(&portal).await;
        assert_eq!(fields(&released(&portal, version, -1).await.unwrap_err()), ["valid_from past"]);
        let mut form = super::form(&portal, version).await;
        form.steps[0].limit = "8".into();
        super::saved(&portal, version, &form).await.unwrap();
        assert_eq!(fields(&released(&portal, version, 0).await.unwrap_err()), ["promise_value range"]);
        form.steps[0].limit = "5".into();
        super::saved(&portal, version, &form).await.unwrap();
        released(&portal, version, 10).await.unwrap();
        let other = begin(&portal, &admin(), ITEM).await.unwrap();
        assert_eq!(fields(&released(&portal, other, 20).await.unwrap_err()), ["valid_from taken"]);
        assert_eq!(stages(&portal).await, [(3, Stage::Draft), (2, Stage::Scheduled), (1, Stage::InForce)]);
        assert_eq!(services.catalogue.intake_item(ITEM, None).await.unwrap().process_version, 1);
    }

    async fn what_waits_comes_into_force_on_its_day_once(portal: TestPortal) {
        let services = city(&portal).await;
        let version = with_step(&portal).await;
        released(&portal, version, 10).await.unwrap();
        let eve = portal.clock.today() + chrono::TimeDelta::days(9);
        assert_eq!(line(&portal, 1).await.ends, Some(eve), "told before it happens");
        assert_eq!(release_due(&later(&portal, 9)).await.unwrap(), 0);
        // Whoever was switched off for two days catches up; two servers at once do it once.
        let servers = (0..4).map(|_| {
            let server = later(&portal, 12);
            tokio::spawn(async move { release_due(&server).await.unwrap() })
        });
        let servers: Vec<_> = servers.collect();
        let mut done = 0;
        for server in servers {
            done += server.await.unwrap();
        }
        assert_eq!(done, 1);
        assert_eq!(release_due(&later(&portal, 13)).await.unwrap(), 0);
        assert_eq!(stages(&portal).await, [(2, Stage::InForce), (1, Stage::Ended)]);
        assert_eq!(line(&portal, 1).await.content.valid_to, Some(eve));
        let item = services.catalogue.intake_item(ITEM, None).await.unwrap();
        assert_eq!((item.process_version, item.process.steps.len()), (2, 1));
    }

    async fn what_waits_can_be_taken_back_and_is_a_draft_again(portal: TestPortal) {
        let _services = city(&portal).await;
        let version = with_step(&portal).await;
        released(&portal, version, 3).await.unwrap();
        let other = begin(&portal, &admin(), ITEM).await.unwrap();
        let two = recall(&portal, &admin(), ITEM, version).await.unwrap_err();
        assert!(matches!(two.kind(), Kind::Conflict), "there is a draft");
        let stamp = line(&portal, other).await.stamp;
        super::super::discard(&portal, &admin(), ITEM, other, stamp).await.unwrap();
        recall(&portal, &admin(), ITEM, version).await.unwrap();
        assert_eq!(stages(&portal).await, [(2, Stage::Draft), (1, Stage::InForce)]);
        let twice = recall(&portal, &admin(), ITEM, version).await.unwrap_err();
        assert!(matches!(twice.kind(), Kind::Stale { .. }));
        assert_eq!(release_due(&later(&portal, 4)).await.unwrap(), 0);
    }

    async fn an_item_is_suspended_taken_up_again_and_cancelled_for_good(portal: TestPortal) {
        let services = city(&portal).await;
        assert_eq!(fields(&suspend(&portal, &admin(), ITEM, 1, " ").await.unwrap_err()), ["reason missing"]);
        suspend(&portal, &admin(), ITEM, 1, "系统升级").await.unwrap();
        assert_eq!((state(&services).await, stages(&portal).await), (ItemState::Suspended, vec![(1, Stage::Suspended)]));
        let stale = resume(&portal, &admin(), ITEM, 1).await.unwrap_err();
        assert!(matches!(stale.kind(), Kind::Stale { .. }));
        resume(&portal, &admin(), ITEM, 2).await.unwrap();
        assert_eq!((state(&services).await, stages(&portal).await), (ItemState::Active, vec![(1, Stage::InForce)]));
        let version = with_step(&portal).await;
        released(&portal, version, 5).await.unwrap();
        begin(&portal, &admin(), ITEM).await.unwrap();
        cancel(&portal, &admin(), ITEM, 3, "国务院决定取消").await.unwrap();
        assert_eq!(stages(&portal).await, [(2, Stage::Cancelled), (1, Stage::Cancelled)]);
        assert_eq!(line(&portal, 1).await.content.note, "系统升级\n国务院决定取消");
        assert!(matches!(services.catalogue.intake_item(ITEM, None).await.unwrap_err().kind(), Kind::NotFound));
        assert_eq!(release_due(&later(&portal, 6)).await.unwrap(), 0);
        for error in [
            resume(&portal, &admin(), ITEM, 4).await.err(),
            begin(&portal, &admin(), ITEM).await.err(),
        ] {
            assert!(matches!(error.unwrap().kind(), Kind::Conflict));
        }
    }

    async fn other_servers_notice_and_the_trail_knows(portal: TestPortal) {
        let _services = city(&portal).await;
        let server = crate::Portal { changes: crate::edition::Changes::default(), ..portal.portal.clone() };
        let elsewhere = crate::catalogue::Catalogue::load(&server).await.unwrap();
        let version = with_step(&portal).await;
        released(&portal, version, 0).await.unwrap();
        elsewhere.refresh().await.unwrap();
        assert_eq!(elsewhere.intake_item(ITEM, None).await.unwrap().process_version, 2);
        let trail = audit::Entity::find().all(&portal.db.read).await.unwrap();
        let told: Vec<&str> =
            trail.iter().map(|row| row.action.as_str()).filter(|action| action.starts_with("version.")).collect();
        assert_eq!(told, ["version.begun", "version.saved", "version.released"]);
    }
}
