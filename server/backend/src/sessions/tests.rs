use domain::permission::Role;
use sea_orm::ConnectionTrait;

use super::*;
use crate::{
    Kind, both_databases,
    testing::{self, number},
};

async fn citizen(portal: &Portal) -> Account {
    testing::citizen(portal, number(1), "李小明").await
}

/// Moves the session's last request and start back by a span.
async fn age(portal: &Portal, id: Uuid, by: TimeDelta) {
    let row = session::Entity::find_by_id(id).one(&portal.db.read).await.unwrap().unwrap();
    let older = session::ActiveModel {
        last_seen_at: Set(row.last_seen_at - by),
        expires_at: Set(row.expires_at - by),
        ..Default::default()
    };
    change(portal, id, older).await.unwrap();
}

both_databases! {
    async fn a_token_finds_its_session_until_it_is_revoked(portal: TestPortal) {
        let account = citizen(&portal).await;
        let (token, made) = create(&portal, account.clone()).await.unwrap();
        let found = find(&portal, token.reveal()).await.unwrap().unwrap();
        assert_eq!((found.id, found.account.id), (made.id, account.id));
        assert!(find(&portal, "another").await.unwrap().is_none());
        revoke(&portal, &found).await.unwrap();
        assert!(find(&portal, token.reveal()).await.unwrap().is_none());
    }

    async fn a_session_ends_when_idle_or_over(portal: TestPortal) {
        let (token, made) = create(&portal, citizen(&portal).await).await.unwrap();
        age(&portal, made.id, CITIZEN.idle - TimeDelta::minutes(5)).await;
        // Still alive, and touched by this very request.
        assert!(find(&portal, token.reveal()).await.unwrap().is_some());
        age(&portal, made.id, CITIZEN.idle - TimeDelta::minutes(5)).await;
        assert!(find(&portal, token.reveal()).await.unwrap().is_some());
        age(&portal, made.id, CITIZEN.idle).await;
        assert!(find(&portal, token.reveal()).await.unwrap().is_none());
        assert_eq!(sweep(&portal).await.unwrap(), 0);
        age(&portal, made.id, CITIZEN.absolute).await;
        assert_eq!(sweep(&portal).await.unwrap(), 1);
    }

    async fn a_flash_is_shown_once(portal: TestPortal) {
        let (token, made) = create(&portal, citizen(&portal).await).await.unwrap();
        set_flash(&portal, &made, &"saved").await.unwrap();
        let session = find(&portal, token.reveal()).await.unwrap().unwrap();
        assert_eq!(take_flash::<String>(&portal, &session).await.unwrap().as_deref(), Some("saved"));
        let session = find(&portal, token.reveal()).await.unwrap().unwrap();
        assert!(!session.has_flash);
        assert_eq!(take_flash::<String>(&portal, &session).await.unwrap(), None);
    }

    async fn only_a_clerk_serves_a_person(portal: TestPortal) {
        let account = citizen(&portal).await;
        let person = account.person_id.unwrap();
        let (_, session) = create(&portal, account).await.unwrap();
        assert!(matches!(set_client(&portal, &session, person).await.unwrap_err().kind(), Kind::Denied));
        assert!(matches!(forget_client(&portal, &session).await.unwrap_err().kind(), Kind::Denied));
        let (token, session) = create(&portal, testing::staff(&portal, Role::Clerk).await).await.unwrap();
        let now = async || find(&portal, token.reveal()).await.unwrap().unwrap();
        set_client(&portal, &session, person).await.unwrap();
        assert_eq!(now().await.client_person_id, Some(person));
        let body = Uuid::now_v7();
        set_client_entity(&portal, &session, Some(body)).await.unwrap();
        let both = now().await;
        assert_eq!((both.client_person_id, both.client_entity_id), (Some(person), Some(body)));
        set_flash(&portal, &session, &"of the person before").await.unwrap();
        forget_client(&portal, &session).await.unwrap();
        let wiped = now().await;
        assert_eq!((wiped.client_person_id, wiped.client_entity_id, wiped.has_flash), (None, None, false));
    }

    async fn the_token_itself_is_not_stored(portal: TestPortal) {
        let (token, _) = create(&portal, citizen(&portal).await).await.unwrap();
        let backend = portal.db.write.get_database_backend();
        let all = sea_orm::Statement::from_string(backend, "SELECT token_hash FROM session");
        let row = portal.db.read.query_one_raw(all).await.unwrap().unwrap();
        assert_ne!(row.try_get_by_index::<String>(0).unwrap(), token.reveal());
        assert_eq!(format!("{token:?}"), "Token(…)");
    }
}
