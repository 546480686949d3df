//! A bare axum handler that answers given bytes: what a page costs when nothing is done for it.
//!
//! It runs as a process of its own, as the portal does.

use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use axum::Router;
use axum::extract::State;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use tokio::net::TcpListener;
use tokio::time::sleep;

use wire::Answer;

/// A running bare handler; ends when it goes.
pub struct Bare {
    child: Child,
    /// `127.0.0.1:port`
    pub address: String,
}

impl Bare {
    /// Starts one that answers just like `answer`, headers included.
    pub async fn start(folder: &Path, answer: &Answer) -> Result<Self> {
        let (body, head, port) =
            (folder.join("bare.body"), folder.join("bare.head"), folder.join("bare.port"));
        fs::write(&body, &answer.body)?;
        fs::write(&head, text(&answer.headers))?;
        let _ = fs::remove_file(&port);
        let program = std::env::current_exe()?;
        let child = Command::new(program).arg("bare").arg(folder).spawn()?;
        let mut bare = Self { child, address: String::new() };
        for _ in 0..100 {
            sleep(Duration::from_millis(50)).await;
            if let Ok(address) = fs::read_to_string(&port) {
                bare.address = address;
                return Ok(bare);
            }
        }
        bail!("the bare handler does not start")
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Headers as lines, without those that the server writes itself.
fn text(headers: &HeaderMap) -> String {
    let own = [header::CONTENT_LENGTH, header::DATE, header::TRANSFER_ENCODING, header::CONNECTION];
    let others = headers.iter().filter(|(name, _)| !own.contains(name));
    others.map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes()))).collect()
}

fn headers(text: &str) -> Result<HeaderMap> {
    let mut headers = HeaderMap::new();
    for line in text.lines() {
        let (name, value) = line.split_once(": ").context("not a header")?;
        headers.append(HeaderName::try_from(name)?, HeaderValue::from_str(value)?);
    }
    Ok(headers)
}

/// The other process: answers until it is ended.
pub async fn serve(folder: &Path) -> Result<()> {
    let body = Bytes::from(fs::read(folder.join("bare.body"))?);
    let head = headers(&fs::read_to_string(folder.join("bare.head"))?)?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let temporary = folder.join("bare.port.new");
    fs::write(&temporary, listener.local_addr()?.to_string())?;
    fs::rename(temporary, folder.join("bare.port"))?;
    let router = Router::new().fallback(answer).with_state((head, body));
    Ok(axum::serve(listener, router).await?)
}

async fn answer(State((head, body)): State<(HeaderMap, Bytes)>) -> (HeaderMap, Bytes) {
    (head, body)
}
