mod case;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};

use domain::intake::Answers;
use entity::{case_event, person};
use sea_orm::{ConnectionTrait as _, EntityTrait as _, QueryFilter as _, Statement};

use super::tables::TABLES;
use super::*;
use crate::crypto::{CipherSuite, Field};
use crate::persons::{self, Contact, NewPerson};
use crate::testing::{citizen, number, services};
use crate::{Kind, both_databases, drafts};

const SUITE: CipherSuite = CipherSuite::International;

async fn recorded(portal: &Portal, n: u16) -> Result<uuid::Uuid> {
    let contact = Contact {
        phone: Some(format!("138{n:08}")),
        address: Some(format!("幸福路{n}号")),
        ..Contact::default()
    };
    let tx = portal.db.begin().await?;
    let new = NewPerson { number: number(n), name: format!("李{n}"), contact };
    let id = persons::record(&tx, portal, new, None).await?;
    tx.commit().await?;
    Ok(id)
}

async fn rotate(portal: &Portal) {
    portal.keys.add_version(SUITE).unwrap();
    assert!(is_prepared(portal));
    assert!(activate(portal).await.unwrap());
}

async fn everything(portal: &Portal) -> Outcome {
    reseal(portal, |_| ControlFlow::Continue(())).await.unwrap()
}

async fn found(portal: &Portal, n: u16) -> bool {
    let Some(view) = persons::find_by_number(portal, &number(n)).await.unwrap() else { return false };
    let contact = persons::contact(portal, view.id).await.unwrap();
    assert_eq!(contact.phone, Some(format!("138{n:08}")));
    assert_eq!(contact.address, Some(format!("幸福路{n}号")));
    view.number_masked == number(n).masked()
}

/// A minute after which nobody writes with older keys any more.
fn later(portal: &Portal) -> Portal {
    let clock = crate::Clock::fixed_at(portal.clock.now() + SETTLED + SETTLED);
    Portal { clock, ..portal.clone() }
}

async fn conflicts(portal: &Portal, n: u16) -> bool {
    recorded(portal, n).await.is_err_and(|error| matches!(error.kind(), Kind::Conflict))
}

both_databases! {
    /// Two servers, each with its own memory of the keys; one rotates while the other works.
    async fn people_are_found_and_recorded_once_while_keys_rotate(portal: TestPortal) {
        for n in 0..40 {
            recorded(&portal, n).await.unwrap();
        }
        let other = portal.another().await;
        let (next, done) = (Arc::new(AtomicU16::new(40)), Arc::new(AtomicBool::new(false)));
        let work = |server: Portal| {
            let (next, done) = (Arc::clone(&next), Arc::clone(&done));
            tokio::spawn(async move {
                while !done.load(Ordering::SeqCst) {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    recorded(&server, n).await.unwrap();
                    for n in [n, n % 40, n / 2] {
                        assert!(found(&server, n).await && conflicts(&server, n).await, "{n}");
                    }
                }
            })
        };
        let workers = [work(portal.portal.clone()), work(other.clone()), work(other.clone())];
        for _ in 0..2 {
            rotate(&portal).await;
            everything(&portal).await;
        }
        done.store(true, Ordering::SeqCst);
        for worker in workers {
            worker.await.unwrap();
        }
        everything(&portal).await;
        assert_eq!(pending(&portal).await.unwrap(), 0);
        let last = next.load(Ordering::SeqCst);
        let rows = person::Entity::find().all(&portal.db.read).await.unwrap();
        assert_eq!(rows.len(), usize::from(last));
        assert!(rows.iter().all(|row| row.index_version == 3 && row.id_index.starts_with("3:")));
        for n in 0..last {
            assert!(found(&portal, n).await && found(&other, n).await, "{n}");
        }
        assert!(!found(&other, last).await);
    }

    /// The same number, at the same moment, on servers of which one has not noticed the rotation.
    async fn a_number_is_recorded_once_by_servers_of_different_age(portal: TestPortal) {
        for round in 0..20 {
            let old = portal.another().await;
            rotate(&portal).await;
            let (one, two) = tokio::join!(recorded(&portal, round), recorded(&old, round));
            assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        }
    }

    async fn what_was_interrupted_goes_on(portal: TestPortal) {
        for n in 0..450 {
            recorded(&portal, n).await.unwrap();
        }
        rotate(&portal).await;
        let first = reseal(&portal, |_| ControlFlow::Break(())).await.unwrap();
        assert_eq!((first.renewed, first.stopped), (200, true));
        assert_eq!(pending(&portal).await.unwrap(), 250);
        let mixed = person::Entity::find().filter(person::COLUMN.index_version.eq(1));
        assert_eq!(mixed.all(&portal.db.read).await.unwrap().len(), 250);
        for n in [0, 199, 200, 449] {
            assert!(found(&portal, n).await && conflicts(&portal, n).await);
        }
        // Broken off in the middle of a batch: it is written whole or not at all.
        let asleep = reseal(&portal, |_| panic!("no batch ends"));
        drop(tokio::time::timeout(std::time::Duration::ZERO, asleep).await);
        let rest = everything(&portal.another().await).await;
        assert!([50, 250].contains(&rest.renewed), "{rest:?}");
        assert_eq!((rest.stopped, pending(&portal).await.unwrap()), (false, 0));
        assert_eq!(everything(&portal).await, Outcome::default());
    }

    async fn a_row_changed_meanwhile_keeps_its_change(portal: TestPortal) {
        let id = recorded(&portal, 1).await.unwrap();
        rotate(&portal).await;
        let versions = portal.keys.versions();
        let table = &TABLES[0];
        let rows = rows::next(&portal.db.read, table, versions, uuid::Uuid::nil(), 10).await.unwrap();
        let stale = rows::renewed(table, &portal.keys, &rows[0]).unwrap();
        let moved = Contact { phone: Some("13900000000".into()), ..Contact::default() };
        persons::update_contact(&portal.db.write, &portal, id, moved).await.unwrap();
        assert_eq!(portal.db.write.execute(&stale).await.unwrap().rows_affected(), 0);
        assert_eq!(everything(&portal).await.renewed, 1);
        let contact = persons::contact(&portal, id).await.unwrap();
        assert_eq!(contact.phone.as_deref(), Some("13900000000"));
    }

    async fn old_keys_go_when_nothing_needs_them(portal: TestPortal) {
        recorded(&portal, 1).await.unwrap();
        portal.keys.add_version(SUITE).unwrap();
        assert!(matches!(retire(&portal).await, Err(RetireError::Unused)));
        activate(&portal).await.unwrap();
        assert!(matches!(retire(&portal).await, Err(RetireError::Fresh)));
        let later = later(&portal);
        assert!(matches!(retire(&later).await, Err(RetireError::Needed(1))));
        everything(&portal).await;
        assert_eq!(retire(&later).await.unwrap(), 2);
        let fresh = portal.another().await;
        assert!(found(&fresh, 1).await && conflicts(&fresh, 1).await);
        assert_eq!(fresh.keys.indexes(Field::PERSON_NUMBER, "x").len(), 1);
        assert_eq!(retire(&later).await.unwrap(), 0);
    }

    async fn a_row_that_does_not_open_is_counted_and_keeps_its_key(portal: TestPortal) {
        let ids = [recorded(&portal, 1).await.unwrap(), recorded(&portal, 2).await.unwrap()];
        let swapped = person::Entity::find_by_id(ids[0]).one(&portal.db.read).await.unwrap().unwrap();
        let wrong = person::ActiveModel {
            phone_cipher: Set(swapped.phone_cipher),
            ..Default::default()
        };
        let second = person::Entity::update_many().filter(person::COLUMN.id.eq(ids[1]));
        second.set(wrong).exec(&portal.db.write).await.unwrap();
        rotate(&portal).await;
        let outcome = everything(&portal).await;
        assert_eq!((outcome.renewed, outcome.unreadable), (1, 1));
        assert!(matches!(retire(&later(&portal)).await, Err(RetireError::Needed(1))));
    }

    async fn drafts_cases_and_their_words_are_sealed_anew(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let account = citizen(&portal, number(1), "王秀英").await;
        let actor = account.actor();
        let auditor = crate::testing::staff(&portal, domain::permission::Role::Auditor).await.actor();
        let case = case::withdrawn(&services, &actor).await;
        let channel = domain::item::Channel::Online;
        let draft = drafts::begin(&services, &actor, "MZ-001", None, None, None, channel).await.unwrap();
        let answers = Answers::from([("remark".to_owned(), "请尽快".to_owned())]);
        drafts::save(&services, &actor, draft.id, answers.clone()).await.unwrap();
        let before = crate::cases::get(&services, &actor, &case.case_no).await.unwrap();
        rotate(&portal).await;
        let outcome = everything(&portal).await;
        assert_eq!((outcome.unreadable, pending(&portal).await.unwrap()), (0, 0));
        retire(&later(&portal)).await.unwrap();
        let after = crate::cases::get(&services, &actor, &case.case_no).await.unwrap();
        assert_eq!((&after.events, &after.query_code), (&before.events, &before.query_code));
        assert_eq!(after.answers, before.answers);
        assert!(crate::cases::track(&services, &case.case_no, &case.query_code).await.is_ok());
        assert!(crate::cases::track(&services, &case.case_no, "00000000").await.is_err());
        assert_eq!(drafts::get(&services, &actor, draft.id).await.unwrap().answers, answers);
        let events = case_event::Entity::find().all(&portal.db.read).await.unwrap();
        let sealed = events.iter().filter(|event| event.payload.to_string().contains("\"r2:"));
        assert_eq!(sealed.count(), 1);
        assert!(crate::audit::verify(&portal, &auditor).await.unwrap().faults.is_empty());
    }

    /// A column of ciphertexts that no rotation knows would be lost with the first key retired.
    async fn every_column_of_ciphertexts_is_known_here(portal: TestPortal) {
        let query = if portal.db.is_sqlite() {
            "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        } else {
            "SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns WHERE table_schema = current_schema()"
        };
        let query = Statement::from_string(portal.db.read.get_database_backend(), query);
        let mut there = Vec::new();
        for row in portal.db.read.query_all_raw(query).await.unwrap() {
            let (table, column): (String, String) = (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap());
            if column.ends_with("_cipher") || column == "opinion" {
                there.push((table, column));
            }
        }
        let known = TABLES.iter().flat_map(|table| table.cells.iter().map(|(column, _)| (table.name, *column)));
        let mut known: Vec<_> = known.map(|(table, column)| (table.to_owned(), column.to_owned())).collect();
        there.sort();
        known.sort();
        assert_eq!(there, known);
    }
}
