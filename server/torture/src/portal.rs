//! A portal as a process of its own: started, killed, stopped.

use std::fs::{self, OpenOptions};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use tokio::process::{Child, Command};
use tokio::time::sleep;

use crate::city::City;
use crate::ground::Ground;
use wire::{Call, ask};

/// Loading the demonstration city in an unoptimised build takes a while.
const PATIENCE: Duration = Duration::from_secs(240);

/// How a portal is started.
#[derive(Clone, Debug)]
pub struct Start {
    /// `127.0.0.1:port`; the same again and again, so that clerks find it.
    pub address: String,
    /// Settings beside those of the city.
    pub settings: Vec<(String, String)>,
    /// Whether an empty database gets the demonstration city.
    pub demo: bool,
}

impl Start {
    /// At a free port, with nothing else.
    ///
    /// # Errors
    /// Where no port is free.
    pub fn anywhere() -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        Ok(Self { address, settings: Vec::new(), demo: false })
    }

    /// With one more setting.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.settings.push((name.to_owned(), value.into()));
        self
    }
}

/// A running portal; killed when it goes.
#[derive(Debug)]
pub struct Portal {
    child: Child,
    log: PathBuf,
    /// `127.0.0.1:port`
    pub address: String,
}

impl Portal {
    /// Starts it, and waits until it is ready.
    ///
    /// # Errors
    /// Where it ends or does not get ready; with what it said.
    pub async fn start(ground: &Ground, city: &City, how: &Start) -> Result<Self> {
        let mut portal = Self::spawn(ground, city, how)?;
        portal.ready().await?;
        Ok(portal)
    }

    /// Starts it, and does not wait.
    ///
    /// # Errors
    /// Where there is no such program.
    pub fn spawn(ground: &Ground, city: &City, how: &Start) -> Result<Self> {
        let log = city.data().join("portal.log");
        let output = OpenOptions::new().create(true).append(true).open(&log)?;
        let mut command = city.command(ground);
        command.args(["serve", "--listen", &how.address]);
        if how.demo {
            command.arg("--demo");
        }
        command.envs(how.settings.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output).kill_on_drop(true);
        let child = command.spawn().with_context(|| format!("{} does not start", ground.portal.display()))?;
        Ok(Self { child, log, address: how.address.clone() })
    }

    /// Waits until `/readyz` says so.
    ///
    /// # Errors
    /// Where it ends, or takes too long.
    pub async fn ready(&mut self) -> Result<()> {
        let began = Instant::now();
        while !is_ready(&self.address).await {
            if let Some(status) = self.child.try_wait()? {
                bail!("the portal ended with {status}: {}", self.said());
            }
            if began.elapsed() > PATIENCE {
                bail!("the portal is not ready within {} s: {}", PATIENCE.as_secs(), self.said());
            }
            sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// Whether it runs.
    ///
    /// # Errors
    /// Where that cannot be known.
    pub fn runs(&mut self) -> Result<bool> {
        Ok(self.child.try_wait()?.is_none())
    }

    /// `kill -9`, and waits until nothing of it is left.
    ///
    /// # Errors
    /// Where it had ended by itself: then it was not killed.
    pub async fn kill(mut self) -> Result<()> {
        if let Some(status) = self.child.try_wait()? {
            bail!("the portal had ended by itself with {status}: {}", self.said());
        }
        Ok(self.child.kill().await?)
    }

    /// Asks it to stop, and waits until it has.
    ///
    /// # Errors
    /// Where it does not, or not well.
    pub async fn stop(mut self) -> Result<()> {
        let id = self.child.id().context("the portal has ended already")?.to_string();
        Command::new("kill").args(["-TERM", &id]).status().await.context("no program `kill`")?;
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        match ended.context("the portal does not stop")?? {
            status if status.success() => Ok(()),
            status => bail!("the portal stopped with {status}: {}", self.said()),
        }
    }

    /// The last it has said.
    pub fn said(&self) -> String {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(20).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }
}

/// Whether a portal answers there that can do its work.
pub async fn is_ready(address: &str) -> bool {
    ask(address, &Call::get("/readyz")).await.is_ok_and(|answer| answer.status == 200)
}
