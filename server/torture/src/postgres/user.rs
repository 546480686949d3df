//! Whom PostgreSQL's programs run as: they refuse root.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};
use tokio::process::Command;

/// Debian's package brings this user.
const NAME: &str = "postgres";

/// PostgreSQL's programs, and whom they run as.
#[derive(Clone, Debug)]
pub(super) struct User {
    programs: PathBuf,
    ids: Option<(u32, u32)>,
}

impl User {
    /// Ourselves, or Debian's user where we are root.
    pub async fn find(programs: &Path) -> Result<Self> {
        let ids = if number(&["-u"]).await? == 0 {
            Some((number(&["-u", NAME]).await?, number(&["-g", NAME]).await?))
        } else {
            None
        };
        Ok(Self { programs: programs.to_owned(), ids })
    }

    /// Gives a folder to it.
    pub fn owns(&self, folder: &Path) -> Result<()> {
        match self.ids {
            Some((user, group)) => Ok(std::os::unix::fs::chown(folder, Some(user), Some(group))?),
            None => Ok(()),
        }
    }

    /// One of the programs, silent.
    pub fn program(&self, name: &str) -> Command {
        self.command(&self.programs.join(name))
    }

    /// Any program, as this user.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/").stdin(Stdio::null());
        if let Some((user, group)) = self.ids {
            command.uid(user).gid(group);
        }
        command
    }
}

/// Runs it to its end; what it printed.
///
/// # Errors
/// With what it said, where it failed.
pub(super) async fn run(command: &mut Command) -> Result<String> {
    let name = command.as_std().get_program().to_string_lossy().into_owned();
    let output = command.output().await.with_context(|| format!("no program {name}"))?;
    ensure!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

async fn number(arguments: &[&str]) -> Result<u32> {
    let told = run(Command::new("id").args(arguments)).await?;
    told.parse().with_context(|| format!("id {arguments:?} says {told}"))
}
