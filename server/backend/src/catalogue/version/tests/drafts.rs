//! Drafts: begun once, guarded against two pages, kept from anybody but administrators.

use domain::permission::{Actor, Role};
use domain::process::ProcessFault;

use super::super::{begin, discard, faults, history, save};
use super::{ITEM, Stage, admin, city, fields, form, line, saved, stages, with_step};
use crate::catalogue::version::VersionForm;
use crate::{Kind, both_databases};

both_databases! {
    async fn an_item_has_one_draft_at_a_time_and_it_says_what_is_in_force(portal: TestPortal) {
        let _services = city(&portal).await;
        let first = begin(&portal, &admin(), ITEM).await.unwrap();
        assert_eq!(begin(&portal, &admin(), ITEM).await.unwrap(), first, "led to the same one");
        assert_eq!(stages(&portal).await, [(2, Stage::Draft), (1, Stage::InForce)]);
        let (draft, current) = (line(&portal, 2).await.content, line(&portal, 1).await.content);
        assert_eq!((draft.process, draft.limits, draft.form), (current.process, current.limits, current.form));
        assert_eq!((draft.valid_from, draft.valid_to), (None, None));
        let stamp = line(&portal, 2).await.stamp;
        discard(&portal, &admin(), ITEM, 2, stamp).await.unwrap();
        assert_eq!(stages(&portal).await, [(1, Stage::InForce)]);
        let gone = discard(&portal, &admin(), ITEM, 2, stamp).await.unwrap_err();
        assert!(matches!(gone.kind(), Kind::NotFound));
    }

    async fn two_who_begin_at_once_share_one_draft(portal: TestPortal) {
        let _services = city(&portal).await;
        let begins = (0..6).map(|_| {
            let portal = portal.portal.clone();
            tokio::spawn(async move { begin(&portal, &admin(), ITEM).await.unwrap() })
        });
        let begins: Vec<_> = begins.collect();
        for one in begins {
            assert_eq!(one.await.unwrap(), 2);
        }
        assert_eq!(stages(&portal).await.len(), 2);
    }

    async fn who_saves_second_is_told(portal: TestPortal) {
        let _services = city(&portal).await;
        let version = begin(&portal, &admin(), ITEM).await.unwrap();
        let (stamp, mut form) = (line(&portal, version).await.stamp, form(&portal, version).await);
        form.fields.insert("reply".into(), "12".into());
        save(&portal, &admin(), ITEM, version, stamp, &form).await.unwrap();
        form.fields.insert("reply".into(), "11".into());
        let second = save(&portal, &admin(), ITEM, version, stamp, &form).await.unwrap_err();
        assert!(matches!(second.kind(), Kind::Stale { .. }));
        assert_eq!(line(&portal, version).await.content.process.reply, 12);
        let current = line(&portal, 1).await.stamp;
        let frozen = save(&portal, &admin(), ITEM, 1, current, &form).await.unwrap_err();
        assert!(matches!(frozen.kind(), Kind::Stale { .. }), "what is in force is never edited");
    }

    async fn a_draft_keeps_its_faults_and_tells_each_at_its_field(portal: TestPortal) {
        let _services = city(&portal).await;
        let version = begin(&portal, &admin(), ITEM).await.unwrap();
        let mut form = form(&portal, version).await;
        form.add_step();
        form.steps[0].limit = "11".into();
        saved(&portal, version, &form).await.unwrap();
        let draft = line(&portal, version).await.content;
        let found = faults(&draft.process, draft.limits);
        let at: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(at, ["step-0-name", "step-0-place", "promise_value"]);
        assert_eq!(found[2].1, ProcessFault::TooLong { steps: 11, promised: 10 });
    }

    async fn what_cannot_be_read_is_told_by_field_and_nothing_is_saved(portal: TestPortal) {
        let _services = city(&portal).await;
        let version = begin(&portal, &admin(), ITEM).await.unwrap();
        let before = line(&portal, version).await;
        let mut form = form(&portal, version).await;
        for (name, wrong) in [
            ("kind", "?"), ("legal_unit", "year"), ("promise_value", "ten"), ("assignment", ""),
            ("reply", ""), ("extension", "91"), ("automatic", "on"),
        ] {
            form.fields.insert(name.into(), wrong.into());
        }
        form.add_step();
        (form.steps[0].kind, form.steps[0].places) = ("dance".into(), vec!["nobody".into()]);
        let error = saved(&portal, version, &form).await.unwrap_err();
        let mut told = fields(&error);
        told.retain(|field| !field.starts_with("automatic"));
        assert_eq!(told, [
            "legal_unit choice", "promise_value number", "assignment choice", "step-0-kind choice",
            "step-0-place choice", "extension range", "reply missing", "kind choice",
        ]);
        assert_eq!(line(&portal, version).await, before);
        let mut form = super::form(&portal, version).await;
        form.add_step();
        form.steps[0].places = vec![uuid::Uuid::now_v7().to_string()];
        let error = saved(&portal, version, &form).await.unwrap_err();
        assert_eq!(fields(&error), ["step-0-place choice"], "a department that there is not");
    }

    async fn only_administrators_come_near(portal: TestPortal) {
        let _services = city(&portal).await;
        let version = with_step(&portal).await;
        let stamp = line(&portal, version).await.stamp;
        for role in [Role::Citizen, Role::Clerk, Role::Reviewer, Role::Supervisor, Role::Auditor] {
            let actor = Actor { role: Some(role), head: true, ..Actor::portal() };
            let form = VersionForm::default();
            let denied = [
                history(&portal, &actor, ITEM).await.err(),
                begin(&portal, &actor, ITEM).await.err(),
                save(&portal, &actor, ITEM, version, stamp, &form).await.err(),
                discard(&portal, &actor, ITEM, version, stamp).await.err(),
                super::release(&portal, &actor, ITEM, version, stamp, portal.clock.today()).await.err(),
                super::super::recall(&portal, &actor, ITEM, version).await.err(),
                super::super::suspend(&portal, &actor, ITEM, 1, "停").await.err(),
                super::super::resume(&portal, &actor, ITEM, 1).await.err(),
                super::super::cancel(&portal, &actor, ITEM, 1, "停").await.err(),
            ];
            for error in denied {
                assert!(matches!(error.unwrap().kind(), Kind::Denied), "{role:?}");
            }
        }
    }
}
