//! A portal in a process of its own, which tells its log as objects.

use crate::support::City;
use opentelemetry_proto::tonic::common::v1::any_value::Value as Any;
use opentelemetry_proto::tonic::trace::v1::Span;
use serde_json::Value;
use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

pub struct Portal {
    child: Child,
    address: SocketAddr,
    log: PathBuf,
}

pub struct Answer {
    pub status: u16,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> String {
        let head = self.text.split("\r\n\r\n").next().unwrap();
        let found = head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        found.unwrap_or_default().to_owned()
    }

    pub fn json(&self) -> Value {
        let (from, to) = (self.text.find('{').unwrap(), self.text.rfind('}').unwrap());
        serde_json::from_str(&self.text[from..=to]).unwrap()
    }
}

impl Portal {
    pub async fn serve(city: &City, settings: &[(&str, &str)]) -> Self {
        let (folder, log) = (city.folder(), city.folder().join("log.json"));
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_yihao"))
            .arg("serve")
            .env("DATABASE_URL", city.url())
            .env("YIHAO_DATA_DIR", &folder)
            .env("YIHAO_KEY_FILE", folder.join("keys.json"))
            .env("YIHAO_STORAGE", format!("file://{}", folder.join("files").display()))
            .env("YIHAO_LISTEN", address.to_string())
            .env("YIHAO_LOG", "json")
            .env_remove("YIHAO_TODAY")
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let portal = Self { child, address, log };
        portal
            .until(async |portal| {
                portal.try_send("GET", "/readyz", "", "").await.is_some_and(|answer| answer.status == 200)
            })
            .await;
        portal
    }

    /// Until the gauges have been looked at twice.
    pub async fn looked(&self) {
        self.until(async |portal| {
            let metrics = portal.send("GET", "/metrics", "", "").await.text;
            ["yihao_database_up 1", "yihao_store_up 1", "task=\"round\""]
                .iter()
                .all(|one| metrics.contains(one))
        })
        .await;
    }

    async fn until(&self, reached: impl AsyncFn(&Self) -> bool) {
        for _ in 0..1200 {
            if reached(self).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("in vain: {}", std::fs::read_to_string(&self.log).unwrap());
    }

    pub async fn post(&self, path: &str, headers: &str, body: &str) -> Answer {
        let json = if headers.contains("content-type") { "" } else { "content-type: application/json\r\n" };
        self.send("POST", path, &format!("{json}{headers}"), body).await
    }

    pub async fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> Answer {
        self.try_send(method, path, headers, body).await.unwrap()
    }

    async fn try_send(&self, method: &str, path: &str, headers: &str, body: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.address).await.ok()?;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}",
            self.address
        );
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let status = text.split(' ').nth(1)?.parse().ok()?;
        Some(Answer { status, text })
    }

    /// Asks it to stop, and gives what it told.
    pub async fn stop(mut self) -> String {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        let ended = tokio::task::spawn_blocking(move || self.child.wait().map(|status| (status, self.log)));
        let (status, log) = ended.await.unwrap().unwrap();
        let told = std::fs::read_to_string(log).unwrap();
        assert!(status.success(), "{status}: {told}");
        told
    }
}

/// An attribute of a span as text.
pub fn field(span: &Span, name: &str) -> String {
    let found = span.attributes.iter().find(|one| one.key == name);
    match found.and_then(|one| one.value.as_ref()?.value.as_ref()) {
        Some(Any::StringValue(text)) => text.clone(),
        Some(Any::IntValue(n)) => n.to_string(),
        other => format!("{other:?}"),
    }
}
