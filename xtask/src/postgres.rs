//! A throw-away PostgreSQL: its own cluster in a temporary folder, on a socket, gone at the end.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use tempfile::TempDir;
use xshell::{Cmd, Shell, cmd};

use crate::apt;

/// PostgreSQL refuses to run as root; Debian's package brings this user.
const USER: &str = "postgres";

/// Nothing here outlives the tests, so nothing waits for the disk; no TCP, so no port to clash.
const SETTINGS: &[&str] = &[
    "-clisten_addresses=",
    "-cfsync=off",
    "-csynchronous_commit=off",
    "-cfull_page_writes=off",
    "-cmax_connections=200",
];

/// As a city runs it: a commit waits for the disk.
const DURABLE: &[&str] = &["-clisten_addresses=", "-csynchronous_commit=on", "-cmax_connections=200"];

/// What a cluster needs.
const PROGRAMS: &[&str] = &["initdb", "postgres", "pg_ctl"];

const PATIENCE: Duration = Duration::from_secs(30);

/// A running cluster; stops when it goes.
pub struct Postgres<'a> {
    sh: &'a Shell,
    programs: PathBuf,
    folder: TempDir,
    as_root: bool,
    server: Option<Child>,
}

impl<'a> Postgres<'a> {
    /// Starts a cluster, after installing PostgreSQL where it is missing.
    pub fn start(sh: &'a Shell) -> Result<Self> {
        Self::with(sh, SETTINGS)
    }

    /// Starts a cluster that loses nothing, to measure on.
    pub fn durable(sh: &'a Shell) -> Result<Self> {
        Self::with(sh, DURABLE)
    }

    fn with(sh: &'a Shell, settings: &[&str]) -> Result<Self> {
        let programs = programs(sh)?;
        let folder = tempfile::Builder::new().prefix("yihao-pg-").tempdir()?;
        let as_root = cmd!(sh, "id -u").quiet().read()?.trim() == "0";
        let mut cluster = Self { sh, programs, folder, as_root, server: None };
        cluster.create()?;
        cluster.serve(settings)?;
        Ok(cluster)
    }

    /// The folder of its socket and its log.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of `psql` and `pgbench`.
    pub fn programs(&self) -> &Path {
        &self.programs
    }

    /// The address for the tests.
    pub fn url(&self) -> String {
        format!("postgres://{USER}@localhost/postgres?host={}", self.folder.path().display())
    }

    fn create(&self) -> Result<()> {
        let (sh, folder) = (self.sh, self.folder.path());
        if self.as_root {
            cmd!(sh, "chown {USER} {folder}").quiet().run()?;
        }
        self.run("initdb")
            .args([
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--username",
                USER,
                "--pgdata",
            ])
            .arg(self.data())
            .ignore_stdout()
            .quiet()
            .run()
            .context("initdb could not make a cluster")
    }

    /// In the foreground, so that Ctrl-C reaches it as well.
    fn serve(&mut self, settings: &[&str]) -> Result<()> {
        let (folder, log) = (self.folder.path().to_owned(), File::create(self.folder.path().join("log"))?);
        let command = self.run("postgres").arg("-k").arg(&folder).arg("-D").arg(self.data()).args(settings);
        let mut command = Command::from(command);
        self.server = Some(command.stdout(log.try_clone()?).stderr(log).spawn()?);
        self.wait(&folder.join("log"))
    }

    fn wait(&mut self, log: &Path) -> Result<()> {
        let began = Instant::now();
        loop {
            let said = fs::read_to_string(log).unwrap_or_default();
            let ended = self
                .server
                .as_mut()
                .is_some_and(|server| server.try_wait().is_ok_and(|status| status.is_some()));
            match said.contains("ready to accept connections") {
                true => return Ok(()),
                false if ended || began.elapsed() > PATIENCE => bail!("PostgreSQL does not start: {said}"),
                false => sleep(Duration::from_millis(50)),
            }
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// One of PostgreSQL's programs, as a user it accepts.
    fn run(&self, program: &str) -> Cmd<'a> {
        let (sh, path) = (self.sh, self.programs.join(program));
        let _there = sh.push_dir("/");
        if self.as_root { cmd!(sh, "runuser -u {USER} -- {path}") } else { cmd!(sh, "{path}") }
    }
}

impl Drop for Postgres<'_> {
    fn drop(&mut self) {
        let Some(mut server) = self.server.take() else { return };
        let stop =
            self.run("pg_ctl").args(["stop", "--mode=immediate", "--silent", "--pgdata"]).arg(self.data());
        if let Err(error) = stop.quiet().run() {
            eprintln!("The throw-away PostgreSQL in {} did not stop: {error}", self.folder.path().display());
        }
        let _ = server.wait();
    }
}

/// The folder of PostgreSQL's programs, the newest version first.
///
/// # Errors
/// Where it is missing and cannot be installed.
pub fn programs(sh: &Shell) -> Result<PathBuf> {
    if let Some(folder) = installed() {
        return Ok(folder);
    }
    apt::install(sh, &["postgresql"], "test on PostgreSQL")?;
    match installed() {
        Some(folder) => Ok(folder),
        None => bail!("PostgreSQL is installed, but its initdb is not where Debian puts it"),
    }
}

fn installed() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut folders: Vec<PathBuf> =
        versions.filter_map(|entry| Some(entry.ok()?.path().join("bin"))).collect();
    folders.sort();
    folders
        .into_iter()
        .rev()
        .chain(on_path())
        .find(|folder| PROGRAMS.iter().all(|name| folder.join(name).is_file()))
}

fn on_path() -> Option<PathBuf> {
    apt::program("initdb")?.parent().map(Path::to_owned)
}
