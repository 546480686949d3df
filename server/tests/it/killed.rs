//! A portal that is killed amid intakes: what it acknowledged is there, and every figure is exact.

use crate::journeys;
use crate::story::application;
use crate::support::City;
use backend::cases::{self, CaseQuery};
use backend::supervision::{self, CompletionQuery, GroupBy};
use chrono::NaiveDate;
use domain::permission::{Actor, Role};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

/// Callers at once.
const CALLERS: usize = 6;
/// Receipts after which it is killed.
const ENOUGH: usize = 24;

pub fn command(city: &City, arguments: &[&str]) -> Command {
    let folder = city.folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_yihao"));
    command
        .args(arguments)
        .env("DATABASE_URL", city.url())
        .env("YIHAO_DATA_DIR", &folder)
        .env("YIHAO_KEY_FILE", folder.join("keys.json"))
        .env("YIHAO_STORAGE", format!("file://{}", folder.join("files").display()))
        .env_remove("YIHAO_TODAY");
    command
}

/// A portal of its own, that listens.
pub async fn serve(city: &City) -> (Child, SocketAddr) {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = command(city, &["serve"]);
    let mut child = command
        .env("YIHAO_LISTEN", address.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..600 {
        if ask(address, "GET", "/api/v1/openapi.json", None, None, "").await.is_some() {
            return (child, address);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    child.kill().unwrap();
    panic!("the portal does not answer: {}", child.wait().unwrap());
}

/// One request over a connection of its own: status and body, or nothing where it is cut off.
pub async fn ask(
    address: SocketAddr,
    method: &str,
    path: &str,
    token: Option<&str>,
    key: Option<&str>,
    body: &str,
) -> Option<(u16, Value)> {
    let mut stream = TcpStream::connect(address).await.ok()?;
    let token = token.map(|token| format!("Authorization: Bearer {token}\r\n")).unwrap_or_default();
    let key = key.map(|key| format!("Idempotency-Key: {key}\r\n")).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{token}{key}\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok()?;
    let answer = String::from_utf8(answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let json = body.find('{').zip(body.rfind('}')).and_then(|(from, to)| body.get(from..=to));
    Some((status, serde_json::from_str(json?).ok()?))
}

/// Hands in one case after the other until nobody answers any more; the numbers of all receipts.
async fn hand_in(
    address: SocketAddr,
    token: String,
    next: Arc<AtomicU16>,
    done: Arc<AtomicUsize>,
) -> Vec<String> {
    let mut receipts = Vec::new();
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let (key, body) = (format!("killed-{n}"), application(n, "王秀英").to_string());
        let Some((status, answer)) =
            ask(address, "POST", "/api/v1/cases", Some(&token), Some(&key), &body).await
        else {
            return receipts;
        };
        assert_eq!(status, 201, "{answer}");
        receipts.push(answer["case_no"].as_str().unwrap().to_owned());
        done.fetch_add(1, Ordering::Relaxed);
    }
}

fn good(output: &Output) {
    let said = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said:?}");
    assert!(said.0.contains(" 0 differences") && said.0.trim_end().ends_with("good"), "{said:?}");
}

async fn verified(city: &City) {
    let mut command = command(city, &["verify"]);
    good(&tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap());
}

async fn counted(city: &City, sql: &str) -> i64 {
    let db = &city.services.db.read;
    let statement = Statement::from_string(db.get_database_backend(), sql);
    db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// Counters against rows and events, in plain SQL, and the list behind the number.
async fn exact(city: &City, receipts: &[String]) {
    let supervisor = Actor { role: Some(Role::Supervisor), ..Actor::portal() };
    let days = (NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(), NaiveDate::from_ymd_opt(2199, 1, 1).unwrap());
    let query = CompletionQuery::of(days.0, days.1, GroupBy::Clerk);
    let total = supervision::completion(&city.services, &supervisor, &query).await.unwrap().total;
    let cases = counted(city, "SELECT COUNT(*) FROM case_file").await;
    let events =
        counted(city, "SELECT COUNT(DISTINCT case_id) FROM case_event WHERE kind = 'submitted'").await;
    assert_eq!((total.received, total.open), (cases, cases));
    assert_eq!(events, cases, "no case without its events, no event without its case");
    assert!(cases >= i64::try_from(receipts.len()).unwrap());
    for case_no in receipts {
        let query = CaseQuery { text: Some(case_no.clone()), ..CaseQuery::default() };
        assert_eq!(cases::list(&city.services, &supervisor, &query).await.unwrap().total, 1, "{case_no}");
    }
}

journeys! {
    async fn killed_amid_intakes_every_figure_is_exact(city: City) {
        let next = Arc::new(AtomicU16::new(1));
        let mut receipts = Vec::new();
        for _ in 0..2 {
            let (mut child, address) = serve(&city).await;
            let password = backend::testing::PASSWORD;
            let who = json!({ "username": "clerk", "password": password }).to_string();
            let (_, session) = ask(address, "POST", "/api/v1/session", None, None, &who).await.unwrap();
            let token = session["token"].as_str().unwrap().to_owned();
            let (done, all) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
            let callers: Vec<_> = (0..CALLERS)
                .map(|_| {
                    let (token, next, done, all) = (token.clone(), next.clone(), done.clone(), all.clone());
                    tokio::spawn(async move {
                        let numbers = hand_in(address, token, next, done).await;
                        all.lock().await.extend(numbers);
                    })
                })
                .collect();
            // The proof holds while others hand in.
            verified(&city).await;
            while done.load(Ordering::Relaxed) < ENOUGH {
                tokio::time::sleep(Duration::from_millis(5)).await;
                assert!(callers.iter().any(|caller| !caller.is_finished()), "nobody hands in any more");
            }
            child.kill().unwrap();
            child.wait().unwrap();
            for caller in callers {
                caller.await.unwrap();
            }
            receipts.extend(all.lock().await.drain(..));
            verified(&city).await;
            exact(&city, &receipts).await;
        }
    }
}
