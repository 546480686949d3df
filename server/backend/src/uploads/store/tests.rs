//! Against a real S3 service on this machine, which checks signatures and puts parts together.

use std::{path::Path as Folder, time::Duration};

use bytes::Bytes;
use domain::permission::Role;
use futures::{TryStreamExt, stream};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use s3s_fs::FileSystem;
use tokio::{net::TcpListener, task::JoinHandle};

use super::super::{Files, MAX_SIZE, NewUpload, get, receive, remove};
use crate::{
    Kind, Portal, Result,
    testing::{self, Engine},
};

const KEY: &str = "yihao-test";
const SECRET: &str = "a secret of the test";

/// A service with one bucket in a folder, and where it is.
async fn service(folder: &Folder) -> (JoinHandle<()>, String) {
    std::fs::create_dir_all(folder.join("yihao")).unwrap();
    let mut service = S3ServiceBuilder::new(FileSystem::new(folder).unwrap());
    service.set_auth(SimpleAuth::from_single(KEY, SECRET));
    let service = service.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let serving = tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let builder = Builder::new(TokioExecutor::new());
                builder.serve_connection(TokioIo::new(socket), service).await.ok();
            });
        }
    });
    (serving, address)
}

fn opened(url: &str, address: &str, secret: &str) -> Files {
    let settings = [
        ("AWS_ENDPOINT_URL", address),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", KEY),
        ("AWS_SECRET_ACCESS_KEY", secret),
        ("HOME", "not for the store"),
    ];
    let settings = settings.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    Files::open_with(url, settings).unwrap()
}

async fn give(portal: &Portal, size: u64) -> Result<super::super::Upload> {
    let actor = testing::staff(portal, Role::Clerk).await.actor();
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(usize::try_from(size).unwrap(), b'.');
    let chunks: Vec<std::io::Result<Bytes>> =
        bytes.chunks(70_000).map(|chunk| Ok(Bytes::copy_from_slice(chunk))).collect();
    let upload = receive(
        portal,
        &actor,
        NewUpload { file_name: "a.pdf".into(), draft_id: None },
        stream::iter(chunks),
    )
    .await?;
    let (_, kept) = get(portal, &actor, upload.id).await?;
    assert_eq!(kept.try_collect::<Vec<Bytes>>().await?.concat(), bytes);
    remove(portal, &actor, upload.id).await?;
    Ok(upload)
}

/// Objects of the bucket, and parts of those that were never completed.
fn kept(folder: &Folder) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files = entries.map(|entry| match entry.path() {
        path if path.is_dir() => kept(&path),
        path => usize::from(!path.file_name().unwrap().to_string_lossy().contains(".json")),
    });
    files.sum()
}

#[tokio::test]
async fn a_bucket_keeps_gives_back_and_forgets() {
    testing::run(Engine::Sqlite, |portal| async move {
        let folder = tempfile::tempdir().unwrap();
        let (_serving, address) = service(folder.path()).await;
        for url in ["s3://yihao", "s3://yihao/portal/files"] {
            let files = opened(url, &address, SECRET);
            files.answers().await.unwrap();
            let portal = Portal { files, ..portal.portal.clone() };
            // In one part, in several, and of the largest size.
            for size in [100, 7_000_000, MAX_SIZE] {
                assert_eq!(give(&portal, size).await.unwrap().size, i64::try_from(size).unwrap());
            }
            let large = give(&portal, MAX_SIZE + 1).await.unwrap_err();
            assert!(matches!(large.kind(), Kind::TooLarge { .. }));
            assert_eq!(kept(folder.path()), 0, "nothing is kept of what is refused or taken back");
        }
    })
    .await;
}

#[tokio::test]
async fn a_bucket_that_refuses_or_is_gone_is_told_soon() {
    testing::run(Engine::Sqlite, |portal| async move {
        let folder = tempfile::tempdir().unwrap();
        let (serving, address) = service(folder.path()).await;
        let right = opened("s3://yihao", &address, SECRET);
        let wrong = opened("s3://yihao", &address, "another secret");
        right.answers().await.unwrap();
        assert!(matches!(wrong.answers().await.unwrap_err().kind(), Kind::Unavailable));
        serving.abort();
        serving.await.ok();
        // Of its own: what is connected already goes on talking to the one that has gone.
        let files = opened("s3://yihao", &address, SECRET);
        let portal = Portal { files, ..portal.portal.clone() };
        let gone = tokio::time::timeout(Duration::from_secs(60), give(&portal, 100)).await;
        assert!(matches!(gone.unwrap().unwrap_err().kind(), Kind::Unavailable));
    })
    .await;
}

#[test]
fn what_is_wrong_with_an_address_is_told() {
    let refused = |url: &str| Files::open_with(url, std::iter::empty()).unwrap_err();
    assert!(refused("ftp://yihao").contains("s3://"));
    assert!(refused("s3://").contains("s3://"));
}
