//! Clerks who hand in over HTTP, one case after the other.

use crate::killed::ask;
use crate::story::application;
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::time::Duration;
use tokio::sync::Mutex;

/// Callers at once.
pub const CALLERS: usize = 4;

/// Clerks who hand in without a rest.
pub struct Clerks {
    receipts: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Clerks {
    pub async fn start(address: SocketAddr, token: &str) -> Self {
        let (receipts, stop) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let next = Arc::new(AtomicU16::new(1));
        let tasks = (0..CALLERS)
            .map(|_| {
                let (token, next) = (token.to_owned(), Arc::clone(&next));
                tokio::spawn(hand_in(address, token, next, Arc::clone(&stop), Arc::clone(&receipts)))
            })
            .collect();
        Self { receipts, stop, tasks }
    }

    pub async fn receipts(&self) -> Vec<String> {
        self.receipts.lock().await.clone()
    }

    pub async fn wait_for(&self, more: usize) {
        let enough = self.receipts().await.len() + more;
        while self.receipts().await.len() < enough {
            assert!(self.tasks.iter().all(|task| !task.is_finished()), "a clerk was refused");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    pub async fn end(self) -> Vec<String> {
        self.stop.store(true, Ordering::Relaxed);
        for task in self.tasks {
            task.await.unwrap();
        }
        self.receipts.lock().await.clone()
    }
}

async fn hand_in(
    address: SocketAddr,
    token: String,
    next: Arc<AtomicU16>,
    stop: Arc<AtomicBool>,
    receipts: Arc<Mutex<Vec<String>>>,
) {
    while !stop.load(Ordering::Relaxed) {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let (key, body) = (format!("backup-{n}"), application(n % 800, "王秀英").to_string());
        let answer = ask(address, "POST", "/api/v1/cases", Some(&token), Some(&key), &body).await;
        let (status, receipt) = answer.unwrap();
        assert_eq!(status, 201, "{receipt}");
        receipts.lock().await.push(receipt["case_no"].as_str().unwrap().to_owned());
    }
}

pub async fn token(address: SocketAddr) -> String {
    let who = json!({ "username": "clerk", "password": backend::testing::PASSWORD }).to_string();
    let (_, session) = ask(address, "POST", "/api/v1/session", None, None, &who).await.unwrap();
    session["token"].as_str().unwrap().to_owned()
}
