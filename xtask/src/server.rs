//! The portal itself, started for people or for tests.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;
use xshell::{Shell, cmd};

use crate::place::{self, Profile};

/// Loading the demonstration city in an unoptimised build takes a while.
const PATIENCE: Duration = Duration::from_secs(240);

/// Builds the binary `yihao`.
pub fn build(sh: &Shell, profile: Profile) -> Result<()> {
    let flags = profile.flags();
    Ok(cmd!(sh, "cargo build --package server {flags...}").run()?)
}

/// What is built and tested together. The browser's package and this one have other features.
pub const TESTED: [&str; 5] = ["--workspace", "--exclude", "frontend", "--exclude", "xtask"];

/// Builds all programs as the tests have built them: asked for alone, their parts would have other
/// features, and all of them would be compiled a second time.
pub fn build_tested(sh: &Shell) -> Result<()> {
    let tested = TESTED;
    Ok(cmd!(sh, "cargo build --lib --bins --tests {tested...}").run()?)
}

/// A demonstration server on an empty database and a free port; ends when it goes.
pub struct Demo {
    child: Child,
    address: String,
    _data: TempDir,
}

impl Demo {
    /// Starts it, and waits until it answers.
    pub fn start(profile: Profile) -> Result<Self> {
        let data = tempfile::Builder::new().prefix("yihao-demo-").tempdir()?;
        let address = free_address()?;
        let log = place::target().join("demo-server.log");
        let output = File::create(&log)?;
        let child = Command::new(profile.folder().join("yihao"))
            .args(["serve", "--demo", "--listen", &address])
            .env("DATABASE_URL", format!("sqlite://{}/yihao.db", data.path().display()))
            .env("YIHAO_DATA_DIR", data.path())
            .env("YIHAO_SITE", profile.site())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .context("the server could not be started")?;
        let mut demo = Self { child, address, _data: data };
        demo.wait()
            .with_context(|| format!("what it said: {}", fs::read_to_string(&log).unwrap_or_default()))?;
        Ok(demo)
    }

    /// Its address for a browser.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait(&mut self) -> Result<()> {
        let began = Instant::now();
        while !is_healthy(&self.address) {
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended at its start with {status}");
            }
            if began.elapsed() > PATIENCE {
                bail!("the server did not answer within {} s", PATIENCE.as_secs());
            }
            sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether `/healthz` at this address answers 200.
pub fn is_healthy(address: &str) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(stream, "GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer.starts_with("HTTP/1.1 200"))
    };
    ask().unwrap_or(false)
}

fn free_address() -> Result<String> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}
