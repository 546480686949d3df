//! The portal under measurement, started and stopped.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use tokio::time::sleep;

use wire::{Call, Client};

/// Loading the demonstration city takes a while.
const PATIENCE: Duration = Duration::from_secs(180);

/// Where the portal's program, its site and its data are.
#[derive(Clone, Debug)]
pub struct Place {
    /// The binary `yihao`.
    pub program: PathBuf,
    /// Its site.
    pub site: PathBuf,
    /// Its data; a folder of our own.
    pub data: PathBuf,
}

/// How its memory goes back to the system, as `server/deploy` has it. A variable of ours that is set
/// already wins.
const MEMORY: &[(&str, &str)] =
    &[("MIMALLOC_PURGE_DELAY", "10"), ("MIMALLOC_ARENA_EAGER_COMMIT", "0"), ("MIMALLOC_ALLOW_THP", "0")];

impl Place {
    /// What the portal says while it runs.
    pub fn log(&self) -> PathBuf {
        self.data.join("portal.log")
    }

    /// The program with its settings.
    pub fn command(&self, database: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.env("DATABASE_URL", database).env("RUST_LOG", "warn");
        command.env("YIHAO_DATA_DIR", &self.data).env("YIHAO_SITE", &self.site);
        command.envs(MEMORY.iter().copied().filter(|(name, _)| std::env::var_os(name).is_none()));
        command
    }
}

/// A running portal; ends when it goes.
pub struct Portal {
    child: Child,
    /// `127.0.0.1:port`
    pub address: String,
}

impl Portal {
    /// Starts it on a database, with the demonstration city if that is empty, and waits for it.
    pub async fn start(place: &Place, database: &str) -> Result<Self> {
        let mut portal = Self::launch(place, database)?;
        portal.wait(&place.log()).await?;
        Ok(portal)
    }

    /// Starts it without waiting for it.
    pub fn launch(place: &Place, database: &str) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let output = File::create(place.log())?;
        let child = place
            .command(database)
            .args(["serve", "--demo", "--listen", &address])
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .with_context(|| format!("{} does not start", place.program.display()))?;
        Ok(Self { child, address })
    }

    async fn wait(&mut self, log: &Path) -> Result<()> {
        let began = Instant::now();
        while !is_ready(&self.address).await {
            let said = || fs::read_to_string(log).unwrap_or_default();
            if let Some(status) = self.child.try_wait()? {
                bail!("the portal ended with {status}: {}", said());
            }
            if began.elapsed() > PATIENCE {
                bail!("the portal did not answer within {} s: {}", PATIENCE.as_secs(), said());
            }
            sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Asks it to stop, so that it folds and closes everything, and waits.
    pub async fn stop(mut self) -> Result<()> {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().context("no program `kill`")?;
        let began = Instant::now();
        while self.child.try_wait()?.is_none() {
            if began.elapsed() > PATIENCE {
                bail!("the portal does not stop");
            }
            sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Seconds of processor time that it has used so far; `None` where there is no /proc.
    pub fn cpu(&self) -> Option<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        // The second field is a name in brackets that may hold spaces; utime and stime are the
        // 14th and 15th of all, in hundredths of a second on every Linux (USER_HZ).
        let (_, rest) = stat.rsplit_once(") ")?;
        let mut fields = rest.split_whitespace().skip(11);
        let ticks = fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?;
        Some(ticks / 100.0)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn is_ready(address: &str) -> bool {
    let Ok(mut client) = Client::connect(address).await else { return false };
    client.send(&Call::get("/healthz")).await.is_ok_and(|answer| answer.status == 200)
}
