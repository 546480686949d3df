//! One server of PostgreSQL, on a port and a folder of its own.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::sleep;

use super::user::{User, run};

/// As a city runs it: a commit waits for the disk, with a standby also for that one's.
const SETTINGS: &[&str] = &[
    "-cunix_socket_directories=",
    "-clisten_addresses=127.0.0.1",
    "-cmax_connections=100",
    "-cwal_level=replica",
];
/// Looks, fifty milliseconds apart, before a server counts as not starting.
const LOOKS: u32 = 1200;

/// A server, killed when it goes.
#[derive(Debug)]
pub(super) struct Cluster {
    user: User,
    folder: TempDir,
    port: u16,
    server: Option<Child>,
}

impl Cluster {
    /// With an empty database.
    pub async fn create(user: &User) -> Result<Self> {
        let cluster = Self::nothing(user)?;
        let mut initdb = user.program("initdb");
        initdb.args([
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--username=postgres",
            "--pgdata",
        ]);
        run(initdb.arg(cluster.data())).await?;
        Ok(cluster)
    }

    /// A copy of one that is stopped.
    pub async fn copied(&self) -> Result<Self> {
        let copy = Self::nothing(&self.user)?;
        let mut cp = self.user.command(Path::new("cp"));
        run(cp.arg("-a").arg(self.data()).arg(copy.data())).await?;
        Ok(copy)
    }

    /// A standby of one that runs, named `standby`; started.
    pub async fn standby_of(primary: &Self) -> Result<Self> {
        let mut standby = Self::nothing(&primary.user)?;
        standby.follow(primary).await?;
        Ok(standby)
    }

    /// Begins anew as a standby of that one; what it had is gone.
    pub async fn follow(&mut self, primary: &Self) -> Result<()> {
        if self.data().exists() {
            std::fs::remove_dir_all(self.data())?;
        }
        let from = format!("host=127.0.0.1 port={} user=postgres application_name=standby", primary.port);
        let mut backup = self.user.program("pg_basebackup");
        backup.arg("-D").arg(self.data()).args(["--write-recovery-conf", "--checkpoint=fast", "--no-sync"]);
        run(backup.args(["--dbname", &from])).await?;
        self.start().await
    }

    fn nothing(user: &User) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("yihao-torture-pg-").tempdir()?;
        user.owns(folder.path())?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        Ok(Self { user: user.clone(), folder, port, server: None })
    }

    /// Starts it, and waits until it answers.
    pub async fn start(&mut self) -> Result<()> {
        let log = File::options().create(true).append(true).open(self.log())?;
        let mut postgres = self.user.program("postgres");
        postgres.arg("-D").arg(self.data()).arg(format!("-p{}", self.port)).args(SETTINGS);
        let child = postgres
            .stdout(Stdio::from(log.try_clone()?))
            .stderr(Stdio::from(log))
            .kill_on_drop(true)
            .spawn();
        self.server = Some(child.context("PostgreSQL does not start")?);
        for _ in 0..LOOKS {
            if self.sql("SELECT 1").await.is_ok() {
                return Ok(());
            }
            let server = self.server.as_mut().context("PostgreSQL has gone")?;
            if let Some(status) = server.try_wait()? {
                bail!("PostgreSQL ended with {status}: {}", self.said());
            }
            sleep(Duration::from_millis(50)).await;
        }
        bail!("PostgreSQL does not answer: {}", self.said())
    }

    /// Stops it; `immediate` is a crash, `fast` ends sessions first.
    pub async fn stop(&mut self, mode: &str) -> Result<()> {
        run(&mut self.control(&["stop", "--silent", "--mode", mode])).await?;
        if let Some(mut server) = self.server.take() {
            server.wait().await?;
        }
        Ok(())
    }

    /// A standby becomes a primary.
    pub async fn promote(&self) -> Result<()> {
        run(&mut self.control(&["promote", "--silent", "--wait"])).await.map(drop)
    }

    /// Stops every process of it where it stands, or lets them go on: a machine that hangs.
    pub async fn freeze(&self, frozen: bool) -> Result<()> {
        let postmaster = self.server.as_ref().and_then(Child::id).context("no server")?;
        let children = std::fs::read_to_string(format!("/proc/{postmaster}/task/{postmaster}/children"))?;
        let mut kill = Command::new("kill");
        kill.arg(if frozen { "-STOP" } else { "-CONT" }).arg(postmaster.to_string());
        run(kill.args(children.split_whitespace())).await.map(drop)
    }

    /// What one statement answers, as plain text.
    pub async fn sql(&self, statement: &str) -> Result<String> {
        let mut psql = self.user.program("psql");
        psql.args(["-XAtq", "-h127.0.0.1", "-Upostgres", "-dpostgres", "-c", statement])
            .arg(format!("-p{}", self.port));
        run(&mut psql).await
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Its address for the portal.
    pub fn url(&self) -> String {
        format!("postgres://postgres@{}/postgres", self.address())
    }

    /// Lines of its log that hold these words.
    pub fn logged(&self, words: &str) -> usize {
        let log = std::fs::read_to_string(self.log()).unwrap_or_default();
        log.lines().filter(|line| line.contains(words)).count()
    }

    fn said(&self) -> String {
        let log = std::fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().rev().take(10).collect();
        lines.join("\n")
    }

    fn control(&self, arguments: &[&str]) -> Command {
        let mut control = self.user.program("pg_ctl");
        control.args(arguments).arg("--pgdata").arg(self.data());
        control
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }
}
