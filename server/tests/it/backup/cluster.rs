//! A cluster of PostgreSQL of the test's own, run by PostgreSQL's own programs.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// PostgreSQL refuses to run as root; its package brings this user.
const USER: &str = "postgres";

pub struct Cluster {
    programs: PathBuf,
    folder: TempDir,
    /// The data that the server runs on.
    data: PathBuf,
}

impl Cluster {
    /// A server that archives its log, as one that can be brought back to a moment does.
    pub fn archiving() -> Option<Self> {
        let folder = tempfile::Builder::new().prefix("yihao-moment-").tempdir().unwrap();
        let cluster = Self { programs: programs()?, data: folder.path().join("data"), folder };
        fs::set_permissions(cluster.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        cluster.give(cluster.folder.path());
        let archive = cluster.archive();
        fs::create_dir(&archive).unwrap();
        cluster.give(&archive);
        let data = cluster.data.display().to_string();
        cluster.run(
            "initdb",
            &["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--username", USER, "-D", &data],
        );
        cluster.configure(&format!(
            "listen_addresses = ''\nunix_socket_directories = '{}'\nmax_connections = 60\n\
             wal_level = replica\narchive_mode = on\n\
             archive_command = 'test ! -f {archive}/%f && cp %p {archive}/%f'\n",
            cluster.folder.path().display(),
            archive = archive.display(),
        ));
        cluster.start();
        Some(cluster)
    }

    pub fn url(&self) -> String {
        format!("postgres://{USER}@localhost/postgres?host={}", self.folder.path().display())
    }

    fn archive(&self) -> PathBuf {
        self.folder.path().join("archive")
    }

    /// Copies the running server's data.
    pub fn base_backup(&self) -> PathBuf {
        let base = self.folder.path().join("base");
        let (host, to) = (self.folder.path().display().to_string(), base.display().to_string());
        self.run("pg_basebackup", &["-h", &host, "-U", USER, "-D", &to, "--checkpoint=fast"]);
        base
    }

    /// As if the machine had gone, and all data with it.
    pub fn lose(&self) {
        let data = self.data.display().to_string();
        self.run("pg_ctl", &["stop", "--mode=immediate", "-D", &data]);
        fs::remove_dir_all(&self.data).unwrap();
    }

    /// Starts from a copy, and goes on from the archive up to the moment.
    pub fn recover(&mut self, base: PathBuf, moment: &str) {
        self.data = base;
        self.configure(&format!(
            "restore_command = 'cp {}/%f %p'\nrecovery_target_time = '{moment}'\n\
             recovery_target_action = 'promote'\n",
            self.archive().display()
        ));
        let signal = self.data.join("recovery.signal");
        fs::write(&signal, "").unwrap();
        self.give(&signal);
        self.start();
    }

    fn start(&self) {
        let (data, log) = (self.data.display().to_string(), self.folder.path().join("log"));
        self.run(
            "pg_ctl",
            &["start", "--wait", "--timeout=60", "-D", &data, "-l", &log.display().to_string()],
        );
    }

    fn configure(&self, lines: &str) {
        let path = self.data.join("postgresql.conf");
        let text = fs::read_to_string(&path).unwrap() + "\n" + lines;
        fs::write(&path, text).unwrap();
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let output = self.output(program, arguments);
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{program}: {said}\n{log}");
    }

    fn output(&self, program: &str, arguments: &[&str]) -> Output {
        let path = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", USER, "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        // A server keeps what it is given open: it gets no pipe of ours.
        command.args(arguments).current_dir("/");
        let out = self.folder.path().join("out");
        let file = fs::File::create(&out).unwrap();
        let status = command.stdout(file.try_clone().unwrap()).stderr(file).status().unwrap();
        Output { status, stdout: Vec::new(), stderr: fs::read(out).unwrap() }
    }

    fn give(&self, path: &Path) {
        if is_root() {
            let id = |flag: &str| {
                let output = Command::new("id").args([flag, USER]).output().unwrap();
                String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
            };
            chown(path, Some(id("-u")), Some(id("-g"))).unwrap();
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.data.display().to_string();
        self.output("pg_ctl", &["stop", "--mode=immediate", "--silent", "-D", &data]);
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

/// The folder of PostgreSQL's programs, the newest version's.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|entry| entry.unwrap().path().join("bin")).collect();
    folders.sort();
    folders.pop().or_else(|| {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|folder| folder.join("initdb").is_file())
    })
}
