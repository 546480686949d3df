//! A program of PostgreSQL, run to its end.

use std::io::ErrorKind;
use std::process::{Command, Output, Stdio};

use super::address;
use crate::backup::BackupError;
use crate::postgres::Hosts;
use crate::{Error, Kind};

/// Lines of an error that are told: more would quote rows.
const TOLD: usize = 3;

/// A program about to be run.
pub(super) struct Program {
    name: &'static str,
    command: Command,
    database: String,
}

impl Program {
    /// A program of the PATH.
    pub fn new(name: &'static str) -> Self {
        let mut command = Command::new(name);
        // Its words are searched for `error:`.
        command.stdin(Stdio::null()).env("LC_ALL", "C");
        Self { name, command, database: String::new() }
    }

    /// Leads it to the database: of several servers, to the one that takes writes.
    pub async fn at(mut self, url: &str) -> Result<Self, BackupError> {
        let primary = Hosts::parse(url).map_err(BackupError::Unreachable)?.primary().await;
        let unreadable = || BackupError::Unreachable(Error::new(Kind::Unavailable));
        for (name, value) in address::variables(&primary).ok_or_else(unreadable)? {
            if name == "PGDATABASE" {
                value.clone_into(&mut self.database);
            }
            self.command.env(name, value);
        }
        Ok(self)
    }

    /// The name of the database.
    pub fn database(&self) -> String {
        self.database.clone()
    }

    pub fn arg(mut self, argument: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub fn args<const N: usize>(mut self, arguments: [&str; N]) -> Self {
        self.command.args(arguments);
        self
    }

    /// Runs it.
    pub async fn run(self) -> Result<(), BackupError> {
        let Self { name, mut command, .. } = self;
        let ended = tokio::task::spawn_blocking(move || command.output()).await;
        match ended.map_err(Error::internal)? {
            Ok(output) if output.status.success() => Ok(()),
            Ok(output) => Err(BackupError::Program { program: name, said: said(&output) }),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(BackupError::NoProgram(name)),
            Err(error) => Err(BackupError::Program { program: name, said: error.to_string() }),
        }
    }
}

/// What went wrong, without the rows that it may quote.
fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let lines = text.lines().filter(|line| line.contains("error:") || line.contains("FATAL:"));
    let told: Vec<&str> = lines.take(TOLD).collect();
    if told.is_empty() { output.status.to_string() } else { told.join("; ") }
}
