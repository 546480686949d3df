//! A portal that is told to stop under load: it says so first, answers what it has begun, and stores
//! exactly what it has acknowledged.

use crate::journeys;
use crate::story::application;
use crate::support::City;
use backend::testing::PASSWORD;
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::json;
use std::collections::HashSet;
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Callers at once, each on one connection for as long as it lasts.
const CALLERS: usize = 6;
/// Receipts after which it is told to stop.
const ENOUGH: usize = 30;

async fn start(city: &City) -> (Child, SocketAddr) {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let folder = city.folder();
    let mut child = Command::new(env!("CARGO_BIN_EXE_yihao"))
        .arg("serve")
        .env("YIHAO_LISTEN", address.to_string())
        .env("DATABASE_URL", city.url())
        .env("YIHAO_DATA_DIR", &folder)
        .env("YIHAO_KEY_FILE", folder.join("keys.json"))
        .env("YIHAO_STORAGE", format!("file://{}", folder.join("files").display()))
        .env_remove("YIHAO_TODAY")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..600 {
        if let Ok(stream) = TcpStream::connect(address).await
            && get(stream, "/readyz").await.is_some_and(|answer| answer.contains("\"ready\""))
        {
            return (child, address);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    child.kill().unwrap();
    panic!("the portal does not get ready: {}", child.wait().unwrap());
}

async fn get(mut stream: TcpStream, path: &str) -> Option<String> {
    let head = format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.ok()?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all).await.ok()?;
    String::from_utf8(all).ok()
}

/// One request on a connection that may go on: status, body, and whether it does go on.
async fn ask(stream: &mut TcpStream, path: &str, fields: &str, body: &str) -> Option<(String, String, bool)> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: a\r\n{fields}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).await.ok()?;
    let (mut all, mut room) = (Vec::new(), [0; 4096]);
    loop {
        let read = stream.read(&mut room).await.ok().filter(|&read| read > 0);
        let Some(read) = read else {
            assert!(all.is_empty(), "an answer was cut off: {}", String::from_utf8_lossy(&all));
            return None;
        };
        all.extend_from_slice(&room[..read]);
        let text = String::from_utf8_lossy(&all).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.parse().unwrap());
        if body.len() >= length {
            let status = head.split(' ').nth(1).unwrap().to_owned();
            return Some((status, body.to_owned(), !head.contains("connection: close")));
        }
    }
}

async fn token(address: SocketAddr) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let who = json!({ "username": "clerk", "password": PASSWORD }).to_string();
    let (status, body, _) = ask(&mut stream, "/api/v1/session", "", &who).await.unwrap();
    assert_eq!(status, "200", "{body}");
    serde_json::from_str::<serde_json::Value>(&body).unwrap()["token"].as_str().unwrap().to_owned()
}

/// Hands in until nobody listens any more; the numbers of all receipts.
async fn hand_in(
    address: SocketAddr,
    token: String,
    next: Arc<AtomicU16>,
    done: Arc<AtomicUsize>,
) -> Vec<String> {
    let mut receipts = Vec::new();
    while let Ok(mut stream) = TcpStream::connect(address).await {
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            let fields = format!("Authorization: Bearer {token}\r\nIdempotency-Key: stop-{n}\r\n");
            let body = application(n, "王秀英").to_string();
            let Some((status, answer, goes_on)) = ask(&mut stream, "/api/v1/cases", &fields, &body).await
            else {
                break;
            };
            assert_eq!(status, "201", "{answer}");
            let receipt: serde_json::Value = serde_json::from_str(&answer).unwrap();
            receipts.push(receipt["case_no"].as_str().unwrap().to_owned());
            done.fetch_add(1, Ordering::Relaxed);
            if !goes_on {
                break;
            }
        }
    }
    receipts
}

async fn stored(city: &City) -> HashSet<String> {
    let db = &city.services.db.read;
    let rows =
        db.query_all_raw(Statement::from_string(db.get_database_backend(), "SELECT case_no FROM case_file"));
    rows.await.unwrap().iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

journeys! {
    async fn a_portal_told_to_stop_answers_all_that_it_took(city: City) {
        let (mut child, address) = start(&city).await;
        let token = token(address).await;
        let (next, done) = (Arc::new(AtomicU16::new(1)), Arc::new(AtomicUsize::new(0)));
        let callers: Vec<_> = (0..CALLERS)
            .map(|_| tokio::spawn(hand_in(address, token.clone(), next.clone(), done.clone())))
            .collect();
        while done.load(Ordering::Relaxed) < ENOUGH {
            assert!(callers.iter().any(|caller| !caller.is_finished()), "nobody hands in any more");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
        // It says that it is going while it still takes what comes.
        let mut said = false;
        while let Ok(stream) = TcpStream::connect(address).await {
            said |= get(stream, "/readyz").await.is_some_and(|answer| answer.contains("\"stopping\""));
        }
        assert!(said, "it stopped without a word");
        let mut receipts = Vec::new();
        for caller in callers {
            receipts.extend(caller.await.unwrap());
        }
        let ended = tokio::task::spawn_blocking(move || child.wait().unwrap()).await.unwrap();
        assert!(ended.success(), "{ended}");
        let acknowledged: HashSet<String> = receipts.iter().cloned().collect();
        assert_eq!(acknowledged.len(), receipts.len(), "no receipt twice");
        // Not one lost, and not one done that nobody was told of.
        assert_eq!(stored(&city).await, acknowledged);
    }
}
