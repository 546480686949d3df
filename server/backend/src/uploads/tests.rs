use std::{fs, path::Path};

use domain::permission::Role;
use futures::{StreamExt, TryStreamExt, stream};

use super::*;
use crate::{
    Kind, both_databases,
    testing::{self, number},
};

type Chunk = std::result::Result<Bytes, std::io::Error>;

fn pdf(size: usize) -> Vec<Chunk> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(size, b'.');
    bytes.chunks(70_000).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect()
}

async fn give(portal: &Portal, actor: &Actor, chunks: Vec<Chunk>) -> Result<Upload> {
    let new = NewUpload { file_name: "身份证.pdf".into(), draft_id: None };
    receive(portal, actor, new, stream::iter(chunks)).await
}

/// Files in the store, whole or half.
fn kept(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { kept(&path) } else { 1 }).sum()
}

both_databases! {
    async fn a_file_is_kept_and_given_back_to_its_owner_only(portal: TestPortal) {
        let owner = testing::citizen(&portal, number(1), "李小明").await.actor();
        let other = testing::citizen(&portal, number(2), "王五").await.actor();
        let upload = give(&portal, &owner, pdf(3_000_000)).await.unwrap();
        assert_eq!((upload.size, upload.content_type.as_str()), (3_000_000, "application/pdf"));
        let (found, bytes) = get(&portal, &owner, upload.id).await.unwrap();
        let bytes: Vec<Bytes> = bytes.try_collect().await.unwrap();
        assert_eq!(found.file_name, "身份证.pdf");
        assert_eq!(bytes.concat().len(), 3_000_000);
        let supervisor = testing::staff(&portal, Role::Supervisor).await.actor();
        for stranger in [&other, &supervisor] {
            let refused = get(&portal, stranger, upload.id).await.map(drop).unwrap_err();
            assert!(matches!(refused.kind(), Kind::NotFound));
        }
    }

    async fn nothing_is_kept_of_what_is_refused(portal: TestPortal) {
        let actor = testing::citizen(&portal, number(1), "李小明").await.actor();
        let limit = usize::try_from(MAX_SIZE).unwrap();
        let large = give(&portal, &actor, pdf(limit + 1)).await.unwrap_err();
        assert!(matches!(large.kind(), Kind::TooLarge { limit: MAX_SIZE }), "{large:?}");
        let script = give(&portal, &actor, vec![Ok(Bytes::from_static(b"<script>"))]).await.unwrap_err();
        assert!(matches!(script.kind(), Kind::WrongType));
        let empty = give(&portal, &actor, vec![]).await.unwrap_err();
        assert!(matches!(empty.kind(), Kind::Invalid(_)));
        let mut broken = pdf(2_000_000);
        broken.push(Err(std::io::Error::other("gone")));
        assert!(matches!(give(&portal, &actor, broken).await.unwrap_err().kind(), Kind::Invalid(_)));
        assert_eq!(kept(&portal.folder().join("files")), 0);
        assert!(upload::Entity::find().one(&portal.db.read).await.unwrap().is_none());
    }

    async fn a_file_of_exactly_the_limit_is_taken_and_can_be_taken_back(portal: TestPortal) {
        let actor = testing::citizen(&portal, number(1), "李小明").await.actor();
        let upload = give(&portal, &actor, pdf(usize::try_from(MAX_SIZE).unwrap())).await.unwrap();
        assert_eq!(kept(&portal.folder().join("files")), 1);
        remove(&portal, &actor, upload.id).await.unwrap();
        assert_eq!(kept(&portal.folder().join("files")), 0);
        let gone = get(&portal, &actor, upload.id).await.map(|(_, bytes)| bytes.boxed()).err().unwrap();
        assert!(matches!(gone.kind(), Kind::NotFound));
    }

    async fn the_same_file_under_the_same_key_is_one_upload(portal: TestPortal) {
        let actor = testing::citizen(&portal, number(1), "李小明").await.actor();
        let other = testing::citizen(&portal, number(2), "王五").await.actor();
        let again = async |actor: &Actor, size: usize| {
            let new = NewUpload { file_name: "身份证.pdf".into(), draft_id: None };
            receive_under(&portal, actor, new, Some("k"), stream::iter(pdf(size))).await
        };
        let first = again(&actor, 20_000).await.unwrap();
        assert_eq!(again(&actor, 20_000).await.unwrap().id, first.id);
        assert_eq!(kept(&portal.folder().join("files")), 1);
        let changed = again(&actor, 20_001).await.unwrap_err();
        assert!(matches!(changed.kind(), Kind::Conflict), "{changed:?}");
        assert_ne!(again(&other, 20_000).await.unwrap().id, first.id, "a key is its account's own");
        assert_eq!(kept(&portal.folder().join("files")), 2);
        remove(&portal, &actor, first.id).await.unwrap();
        assert!(matches!(again(&actor, 20_000).await.unwrap_err().kind(), Kind::Conflict));
    }

    async fn only_citizens_and_clerks_give_files(portal: TestPortal) {
        let actor = testing::staff(&portal, Role::Auditor).await.actor();
        assert!(matches!(give(&portal, &actor, pdf(100)).await.unwrap_err().kind(), Kind::Denied));
        let actor = testing::staff(&portal, Role::Clerk).await.actor();
        let elsewhere = NewUpload { file_name: "x".into(), draft_id: Some(Uuid::now_v7()) };
        let refused = receive(&portal, &actor, elsewhere, stream::iter(pdf(100))).await.unwrap_err();
        assert!(matches!(refused.kind(), Kind::NotFound));
    }
}
